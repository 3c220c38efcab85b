// KGX's tab-separated form: a file of nodes or one of edges → graph.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/kgx_rows.hpp"
#include "read/line_blocks.hpp"
#include "read/quote.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

// split() leaves out the last cell of "a\t", which counts here.
void cut_cells(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  while (true) {
    std::size_t const end = line.find('\t');
    cells.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return;
    line.remove_prefix(end + 1);
  }
}

enum class Holds { nothing, nodes, edges };

Holds held_by(std::vector<std::string_view> const& header) {
  auto const has = [&](std::string_view name) { return std::find(header.begin(), header.end(), name) != header.end(); };
  if (has("subject") && has("predicate") && has("object")) return Holds::edges;
  return has("id") && has("category") ? Holds::nodes : Holds::nothing;
}

int recognises(std::string_view, std::string_view head) {
  std::vector<std::string_view> header;
  cut_cells(head.substr(0, head.find('\n')), header);
  return held_by(header) == Holds::nothing ? 0 : 97;
}

// A bar in these is text; in all others it parts the values of a list.
bool is_list(std::string_view column) {
  constexpr std::array<std::string_view, 6> single{"id", "name", "description", "subject", "predicate", "object"};
  return std::find(single.begin(), single.end(), column) == single.end();
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  LineBlocks lines{input, diagnostics};
  Line line;
  lines.next(line);
  std::string const first_line{line.text};
  std::vector<std::string_view> header, cells;
  cut_cells(first_line, header);
  Holds const holds = held_by(header);
  if (holds == Holds::nothing) {
    throw Error(std::string{diagnostics.input_name(input.number)} + ":1", "the header is not KGX's",
                "nodes have the columns id and category, edges subject, predicate and object");
  }
  struct Column {
    KgxName name;
    bool is_list;
  };
  std::vector<Column> columns;
  for (std::string_view const column : header) columns.push_back({kgx_name(column), is_list(column)});
  KgxRows rows{options, target, [&lines] { return lines.content_digest(); }};
  std::vector<KgxValue> slots;
  while (lines.next(line)) {
    if (trim(line.text).empty()) continue;
    cut_cells(line.text, cells);
    slots.clear();
    try {
      if (cells.size() > header.size()) {
        throw LineFault{fmt::format("{} cells under a header of {}", cells.size(), header.size())};
      }
      for (std::size_t i = 0; i < cells.size(); ++i) {
        auto const [name, holds_list] = columns[i];
        std::string_view rest = cells[i];
        if (holds_list) {
          for (std::size_t bar = rest.find('|'); bar != std::string_view::npos; bar = rest.find('|')) {
            if (bar != 0) slots.push_back({name, header[i], rest.substr(0, bar)});
            rest.remove_prefix(bar + 1);
          }
        }
        if (!rest.empty()) slots.push_back({name, header[i], rest});
      }
      if (holds == Holds::nodes) {
        rows.node(slots);
      } else {
        rows.edge(slots);
      }
    } catch (LineFault const& fault) {
      Caret const caret{input.number, line.number, 0};
      diagnostics.add({Severity::error, caret, fault.what, "the line is left out", excerpt_of(line.text, caret)});
    }
  }
  rows.hand_out();
  if (rows.used() == 0) {
    throw Error(std::string{diagnostics.input_name(input.number)},
                fmt::format("has no {} below its header", holds == Holds::nodes ? "node" : "edge"), "give a file of KGX with rows");
  }
}

}  // namespace

extern Reader const kgx_reader;
Reader const kgx_reader{"kgx", "a KGX graph as TSV: nodes.tsv, edges.tsv or both", true, recognises, read, true};

}  // namespace mechgraph
