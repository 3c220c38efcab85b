// Text tables whose cells stand behind each other with no separator at all: the cells are guessed, and every row says so.
#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/layouts.hpp"
#include "read/page.hpp"
#include "read/row_sheet.hpp"

namespace mechgraph {
namespace {

// "disease|Reported": places where a word seems to begin inside another one.
std::size_t seams_of(std::string_view line) {
  std::size_t seams = 0;
  for (std::size_t at = 3; at + 2 < line.size(); ++at) {
    auto const small = [&](std::size_t i) { return line[i] >= 'a' && line[i] <= 'z'; };
    if (line[at] >= 'A' && line[at] <= 'Z' && small(at - 1) && small(at - 2) && small(at - 3) && small(at + 1) && small(at + 2)) ++seams;
  }
  return seams;
}

std::vector<std::string_view> headers_of(std::string_view line) {
  std::uint16_t depth = 0;
  std::vector<std::string_view> headers;
  for (Atom const& atom : atoms_of_joined_line(line, depth)) {
    bool const goes_on = !headers.empty() && headers.back().data() + headers.back().size() != atom.text.data();
    if (goes_on) {
      std::string_view& last = headers.back();
      last = {last.data(), static_cast<std::size_t>(atom.text.data() + atom.text.size() - last.data())};
    } else {
      headers.push_back(atom.text);
    }
  }
  return headers;
}

Sheet read_table(Input const& input, ReadOptions const& options, PageTable&& table) {
  Sheet sheet;
  sheet.fields = std::move(table.fields);
  LinePlaces const places{input.number, table.lines};
  sheet.header_line = table.lines.front().text;
  for (std::string_view const header : headers_of(trim(sheet.header_line))) sheet.headers.push_back({header, places.caret(header)});
  CutText text;
  for (Line const& line : std::span{table.lines}.subspan(1)) {
    std::uint16_t depth = 0;
    char const* end = nullptr;
    for (Atom const& atom : atoms_of_joined_line(line.text, depth)) {
      Gap gap;
      gap.row = end == nullptr;
      gap.cell = end == atom.text.data();
      end = atom.text.data() + atom.text.size();
      text.atoms.push_back(atom);
      text.gaps.push_back(gap);
    }
  }
  close_text(text);
  if (text.atoms.empty()) return sheet;
  add_cut_rows(sheet, text, cut_rows(text, hints_for(sheet.headers, options)), places, false);
  for (SheetRow& row : sheet.rows) row.doubt = "nothing stands between its cells";
  return sheet;
}

int recognises_joined(std::string_view, std::string_view head) {
  if (head.find('\t') != std::string_view::npos || head.find('|') != std::string_view::npos) return 0;
  Lines all{head};
  bool said = false;
  std::size_t lines = 0;
  std::size_t with_seams = 0;
  for (Line line; all.next(line);) {
    Fields ignored;
    std::string_view const text = trim(line.text);
    if (text.empty()) continue;
    if (set_label_from_line(ignored, text, {}) || text.starts_with("From:")) {
      said = true;
      continue;
    }
    if (!said) continue;
    ++lines;
    std::size_t const seams = seams_of(text);
    if (lines == 1 && seams == 0) return 0;
    if (seams > 0) ++with_seams;
  }
  return lines > 1 && with_seams * 2 > lines ? 92 : 0;
}

void read_joined(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  give_sheets(joined_sheets(input, options, diagnostics), input, options, diagnostics, target);
}

}  // namespace

std::vector<Sheet> joined_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics) {
  PageRules const rules;
  std::vector<Sheet> sheets;
  for (PageTable& table : tables_of_page(input, rules, diagnostics)) sheets.push_back(read_table(input, options, std::move(table)));
  return sheets;
}

extern Reader const joined_reader;
Reader const joined_reader{"joined", "text tables without anything between the cells: every row is marked as uncertain", false,
                           recognises_joined, read_joined};

}  // namespace mechgraph
