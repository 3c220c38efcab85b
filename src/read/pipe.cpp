// Text tables whose cells are parted by pipes: as publishers' pages print them, and Markdown.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/fields.hpp"
#include "read/layouts.hpp"
#include "read/page.hpp"
#include "read/row_sheet.hpp"

namespace mechgraph {
namespace {

bool is_pipe(std::string_view text, std::size_t at) { return text[at] == '|' && (at == 0 || text[at - 1] != '\\'); }

bool has_pipe(std::string_view line) {
  for (std::size_t at = line.find('|'); at != std::string_view::npos; at = line.find('|', at + 1)) {
    if (is_pipe(line, at)) return true;
  }
  return false;
}

bool ends_in_pipe(std::string_view line) {
  line = trim(line);
  return !line.empty() && is_pipe(line, line.size() - 1);
}

std::vector<std::string_view> split_pipes(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t at = text.find('|'); at != std::string_view::npos; at = text.find('|', at + 1)) {
    if (!is_pipe(text, at)) continue;
    parts.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

// "---|:--:|": between headers and rows.
bool is_rule(std::string_view line) {
  line = trim(line);
  if (line.find("--") == std::string_view::npos && line.find(":-") == std::string_view::npos) return false;
  if (line.find('|') == std::string_view::npos) return false;
  return line.find_first_not_of("-:| \t") == std::string_view::npos;
}

// The cells of a row that was put together from its lines.
struct PipeRow {
  std::vector<std::string_view> cells;
  std::size_t padding = 0;  // pipes that follow each other at the end without a space: no cells
};

class PipeTable {
 public:
  PipeTable(Input const& input, ReadOptions const& options, PageTable&& table)
      : options_(options), lines_(std::move(table.lines)), places_(input.number, lines_) {
    sheet_.fields = std::move(table.fields);
  }

  Sheet read() {
    sheet_.header_line = lines_.front().text;
    find_style();
    std::vector<std::string_view> const rows = join_lines();
    std::size_t const rule = static_cast<std::size_t>(std::ranges::find_if(rows, is_rule) - rows.begin());
    bool const has_rule = rule < rows.size();
    std::size_t const first_row = has_rule ? rule + 1 : 1;
    std::size_t columns = 0;
    if (has_rule) columns = cut(rows[rule]).cells.size();
    for (std::size_t i = 0; !has_rule && i < std::min<std::size_t>(first_row, rows.size()); ++i) columns = cut(rows[i]).cells.size();
    set_headers(std::span{rows}.first(has_rule ? rule : std::min<std::size_t>(1, rows.size())), columns);
    cut_rows_of(std::span{rows}.subspan(std::min(first_row, rows.size())));
    return std::move(sheet_);
  }

 private:
  // Whether rows begin and end with a pipe.
  void find_style() {
    std::size_t with = 0;
    std::size_t ending = 0;
    std::size_t beginning = 0;
    for (Line const& line : lines_) {
      if (!has_pipe(line.text)) continue;
      ++with;
      if (ends_in_pipe(line.text)) ++ending;
      if (trim(line.text).starts_with('|')) ++beginning;
    }
    closed_ = 2 * ending > with;
    opened_ = 2 * beginning > with;
  }

  // Rows as one text each: a row that is not closed goes on in the next line.
  std::vector<std::string_view> join_lines() const {
    std::vector<std::string_view> rows;
    std::size_t pipes_of_row = 0;  // of a whole row, where rows are not closed
    char const* begin = nullptr;
    std::size_t pipes = 0;
    for (Line const& line : lines_) {
      std::string_view const text = line.text;
      if (begin == nullptr) {
        if (trim(text).empty()) continue;
        begin = text.data();
        pipes = 0;
      }
      std::size_t const found = split_pipes(text).size() - 1;
      pipes += found;
      bool const whole = closed_ ? ends_in_pipe(text) : found > 0 && (pipes_of_row == 0 || pipes >= pipes_of_row || is_rule(text));
      if (!whole) continue;
      rows.push_back({begin, static_cast<std::size_t>(text.data() + text.size() - begin)});
      if (pipes_of_row == 0) pipes_of_row = pipes;
      begin = nullptr;
    }
    if (begin != nullptr) {
      std::string_view const last = lines_.back().text;
      rows.push_back({begin, static_cast<std::size_t>(last.data() + last.size() - begin)});
    }
    return rows;
  }

  PipeRow cut(std::string_view row) const {
    PipeRow result;
    result.cells = split_pipes(row);
    if (closed_ && ends_in_pipe(row)) result.cells.pop_back();
    if (opened_ && trim(row).starts_with('|') && !result.cells.empty()) result.cells.erase(result.cells.begin());
    // "x | y ||||"
    while (result.cells.size() > 1 && result.cells.back().empty()) {
      result.cells.pop_back();
      ++result.padding;
    }
    if (result.padding > 0 && result.cells.size() > 1 && trim(result.cells.back()).empty()) {
      result.cells.pop_back();
      ++result.padding;
    }
    return result;
  }

  void set_headers(std::span<std::string_view const> rows, std::size_t columns) {
    std::vector<std::string> headers(columns);
    std::vector<std::string_view> places(columns);
    std::string_view const empty = lines_.front().text.substr(0, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::vector<std::string_view> cells = cut(rows[i]).cells;
      if (cells.size() > columns && columns > 0 && i == 0) {
        // The table begins in the middle of a line, behind words that are not its own.
        cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(cells.size() - columns));
      }
      if (cells.size() != columns && i + 1 != rows.size()) continue;  // a header over several columns
      for (std::size_t c = 0; c < std::min(columns, cells.size()); ++c) {
        std::string_view const words = trim(cells[c]);
        if (words.empty() || headers[c] == words) continue;
        if (headers[c].empty()) places[c] = words;
        headers[c] += (headers[c].empty() ? "" : " / ") + one_line(words);
      }
    }
    for (std::size_t c = 0; c < columns; ++c) {
      bool const as_printed = headers[c] == places[c];
      sheet_.headers.push_back({as_printed ? (places[c].empty() ? empty : places[c]) : sheet_.text.store(headers[c]),
                                places_.caret(places[c].empty() ? empty : places[c])});
    }
  }

  static std::string one_line(std::string_view text) {
    std::string line{text};
    std::ranges::replace(line, '\n', ' ');
    return line;
  }

  void cut_rows_of(std::span<std::string_view const> rows) {
    std::size_t const columns = sheet_.headers.size();
    CutText text;
    text.traces = true;
    std::vector<std::size_t> too_long;  // rows with more cells than headers, by their first atom
    for (std::string_view const row : rows) {
      if (is_rule(row)) continue;
      PipeRow const pipe_row = cut(row);
      if (pipe_row.cells.size() > columns) {
        too_long.push_back(text.atoms.size());
      }
      Gap gap;
      gap.must = true;
      gap.row = true;
      for (std::size_t c = 0; c < pipe_row.cells.size(); ++c) {
        std::string_view cell = pipe_row.cells[c];
        if (c + 1 == columns && pipe_row.cells.size() > columns) {  // the rest in one
          std::string_view const last = pipe_row.cells.back();
          cell = {cell.data(), static_cast<std::size_t>(last.data() + last.size() - cell.data())};
        }
        append_cell(text, cell, gap);
        if (c + 1 == columns) break;
        gap = {};
        gap.must = true;
        gap.cell = true;
      }
    }
    close_text(text);
    if (text.atoms.empty()) return;
    CutResult const result = cut_rows(text, hints_for(sheet_.headers, options_));
    std::size_t const before = sheet_.rows.size();
    add_cut_rows(sheet_, text, result, places_, true);
    for (std::size_t i = before; i < sheet_.rows.size(); ++i) {
      SheetRow& row = sheet_.rows[i];
      for (std::size_t const atom : too_long) {
        if (places_.caret(text.atoms[atom].text) == row.caret) row.doubt = fmt::format("it has more cells than the {} headers", columns);
      }
      for (SheetCell& cell : row.cells) unescape(cell);
    }
  }

  // "a \| b" → "a | b".
  void unescape(SheetCell& cell) {
    if (cell.text.find("\\|") == std::string_view::npos) return;
    std::string text{cell.text};
    for (std::size_t at = text.find("\\|"); at != std::string::npos; at = text.find("\\|", at + 1)) text.erase(at, 1);
    cell.text = sheet_.text.store(text);
  }

  ReadOptions const& options_;
  std::vector<Line> lines_;
  LinePlaces places_;
  Sheet sheet_;
  bool closed_ = false;
  bool opened_ = false;
};

bool is_pipe_row(std::string_view line) { return has_pipe(line) && (split_pipes(trim(line)).size() > 2 || ends_in_pipe(line)); }

int recognises_pipe(std::string_view, std::string_view head) {
  std::size_t rows = 0;
  std::size_t lines = 0;
  bool rule = false;
  Lines all{head};
  for (Line line; all.next(line);) {
    if (trim(line.text).empty()) continue;
    if (line.text.find('\t') != std::string_view::npos) return 0;
    ++lines;
    if (is_rule(line.text)) rule = true;
    if (is_pipe_row(line.text)) ++rows;
  }
  if (rule && rows > 1) return 95;
  return rows > 2 && rows * 3 > lines && head.find(" | ") != std::string_view::npos ? 92 : 0;
}

void read_pipe(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  give_sheets(pipe_sheets(input, options, diagnostics), input, options, diagnostics, target);
}

}  // namespace

std::vector<Sheet> pipe_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics) {
  PageRules rules;
  rules.is_header = is_pipe_row;
  rules.needs_header = true;
  rules.short_headers = true;
  rules.free_legend = true;
  rules.is_row = has_pipe;
  std::vector<Sheet> sheets;
  for (PageTable& table : tables_of_page(input, rules, diagnostics)) sheets.push_back(PipeTable{input, options, std::move(table)}.read());
  return sheets;
}

extern Reader const pipe_reader;
Reader const pipe_reader{"pipe", "text tables with pipes between the cells, Markdown too", false, recognises_pipe, read_pipe};

}  // namespace mechgraph
