// A coverage matrix for people, spreadsheets, programs and figures.
#include "cli/matrix.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/describe.hpp"
#include "cli/screen.hpp"
#include "exporters/escape.hpp"
#include "exporters/json.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t label_columns = 30;
constexpr std::size_t cell_columns = 6;
constexpr std::size_t most_drawn = 100'000;  // cells of a figure
constexpr std::size_t columns_in_block = (screen_columns - label_columns) / cell_columns;

std::string cell_text(CoverageCell const& cell) {
  std::string text;
  if (cell.raises > 0) text += "+" + std::to_string(cell.raises);
  if (cell.lowers > 0) text += "−" + std::to_string(cell.lowers);
  if (cell.undirected > 0) text += "0:" + std::to_string(cell.undirected);
  return text;
}

// The cells of a row, by column.
std::vector<std::vector<CoverageCell>> by_row(Coverage const& coverage) {
  std::vector<std::vector<CoverageCell>> rows(coverage.rows.size());
  for (CoverageCell const& cell : coverage.cells) rows[cell.row].push_back(cell);
  return rows;
}

// The part of a text that takes at most `columns` on a terminal.
std::string fitting(std::string_view text, std::size_t columns) {
  std::string const whole = screen_text(text);
  if (screen_width(whole) <= columns) return whole;
  std::string cut;
  for (std::size_t at = 0; at < whole.size();) {
    std::size_t const length = decode(whole, at).length;
    if (screen_width(cut) + screen_width(whole.substr(at, length)) + 1 > columns) break;
    cut += whole.substr(at, length);
    at += length;
  }
  return cut + "…";
}

// Blue raises, orange lowers, grey is undirected or disputed: three depths each, for one, two to three, and more works.
std::string_view colour_of(CoverageCell const& cell) {
  static constexpr std::array<std::string_view, 3> up{"#C6DBEF", "#6BAED6", "#2E7EBC"}, down{"#FDD0A2", "#FDAE6B", "#E6762B"},
      grey{"#E6E6E6", "#CCCCCC", "#B3B3B3"};
  std::size_t const works = cell.raises + cell.lowers + cell.undirected;
  std::size_t const depth = works >= 4 ? 2 : works >= 2 ? 1 : 0;
  if (cell.raises > cell.lowers) return up[depth];
  return cell.lowers > cell.raises ? down[depth] : grey[depth];
}

}  // namespace

std::string matrix_text(Graph const& graph, Coverage const& coverage) {
  std::string text;
  auto const rows = by_row(coverage);
  for (std::size_t first = 0; first < coverage.columns.size(); first += columns_in_block) {
    std::size_t const last = std::min(first + columns_in_block, coverage.columns.size());
    if (first > 0) text += '\n';
    std::string line = padded("", label_columns);
    for (std::size_t column = first; column < last; ++column) line += padded("[" + std::to_string(column + 1) + "]", cell_columns);
    text += line.erase(line.find_last_not_of(' ') + 1) + '\n';
    for (std::size_t row = 0; row < rows.size(); ++row) {
      line = padded(fitting(label(graph, coverage.rows[row]), label_columns - 2), label_columns);
      auto cell = std::ranges::lower_bound(rows[row], first, {}, &CoverageCell::column);
      if (cell == rows[row].end() || cell->column >= last) continue;
      for (std::size_t column = first; column < last; ++column) {
        bool const is_here = cell != rows[row].end() && cell->column == column;
        line += padded(is_here ? cell_text(*cell) : ".", cell_columns);
        if (is_here) ++cell;
      }
      text += line.erase(line.find_last_not_of(' ') + 1) + '\n';
    }
    for (std::size_t column = first; column < last; ++column) {
      text +=
          wrapped("[" + std::to_string(column + 1) + "] " + screen_text(label(graph, coverage.columns[column])), screen_columns - 2, "  ");
    }
  }
  return text;
}

std::string matrix_tsv(Graph const& graph, Coverage const& coverage) {
  std::string text = "row\trow_label\tcolumn\tcolumn_label\traises\tlowers\tundirected\n";
  for (CoverageCell const& cell : coverage.cells) {
    for (NodeId const node : {coverage.rows[cell.row], coverage.columns[cell.column]}) {
      text.append(screen_text(graph.node(node).id)).append("\t").append(screen_text(label(graph, node))).append("\t");
    }
    text += std::to_string(cell.raises) + '\t' + std::to_string(cell.lowers) + '\t' + std::to_string(cell.undirected) + '\n';
  }
  return text;
}

std::string matrix_json(Graph const& graph, Coverage const& coverage) {
  TextBuffer text;
  JsonWriter json{text};
  json.begin_object();
  for (auto const* side : {&coverage.rows, &coverage.columns}) {
    json.key(side == &coverage.rows ? "rows" : "columns").begin_array();
    for (NodeId const node : *side) {
      json.begin_object();
      json.key("id").value(graph.node(node).id);
      json.key("label").value(label(graph, node));
      json.end_object();
    }
    json.end_array();
  }
  json.key("cells").begin_array();
  for (CoverageCell const& cell : coverage.cells) {
    json.begin_object();
    json.key("row").value(graph.node(coverage.rows[cell.row]).id);
    json.key("column").value(graph.node(coverage.columns[cell.column]).id);
    json.key("raises").value(cell.raises);
    json.key("lowers").value(cell.lowers);
    json.key("undirected").value(cell.undirected);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  text += '\n';
  return text.str();
}

std::string matrix_dot(Graph const& graph, Coverage const& coverage) {
  std::string text =
      "digraph coverage {\n  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=11];\n  matrix [shape=plaintext, label=<";
  text += "<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" COLOR=\"#FFFFFF\">\n";
  auto const data = [&](std::string_view attributes, std::string_view words) {
    text.append("<TD").append(attributes).append(">");
    xml_attribute(text, screen_text(words));
    text += "</TD>";
  };
  // Columns down the side when there are more of them: labels are wide and cells are not.
  if (coverage.rows.size() > most_drawn / std::max<std::size_t>(coverage.columns.size(), 1)) {
    throw Error(
        "",
        "a table of " + std::to_string(coverage.rows.size()) + " by " + std::to_string(coverage.columns.size()) + " is too large to draw",
        "use --tsv, or export a part of the graph first");
  }
  bool const turned = coverage.columns.size() > coverage.rows.size();
  auto const& across = turned ? coverage.rows : coverage.columns;
  auto const& down = turned ? coverage.columns : coverage.rows;
  std::vector<std::vector<CoverageCell const*>> table(down.size(), std::vector<CoverageCell const*>(across.size()));
  for (CoverageCell const& cell : coverage.cells) {
    (turned ? table[cell.column][cell.row] : table[cell.row][cell.column]) = &cell;
  }
  text += "<TR>";
  data("", " ");
  for (NodeId const node : across) data("", label(graph, node));
  text += "</TR>\n";
  for (std::size_t row = 0; row < down.size(); ++row) {
    text += "<TR>";
    data(" ALIGN=\"RIGHT\"", label(graph, down[row]));
    for (CoverageCell const* cell : table[row]) {
      if (cell == nullptr) {
        data(" BGCOLOR=\"#FAFAFA\"", " ");
      } else {
        data(" BGCOLOR=\"" + std::string{colour_of(*cell)} + "\"", cell_text(*cell));
      }
    }
    text += "</TR>\n";
  }
  return text + "</TABLE>>];\n}\n";
}

}  // namespace mechgraph
