// Rows of atoms → rows of a sheet.
#include "read/row_sheet.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/columns.hpp"

namespace mechgraph {
namespace {

constexpr double least_certainty = 0.8;
// Words of headers that promise numbers, whole or as the beginning of a unit.
constexpr std::array<std::string_view, 22> number_words{
    "age",    "average", "concentration", "count", "date",  "dilution", "dose", "frequency", "mean",   "median", "no.",
    "number", "p-value", "percent",       "range", "ratio", "score",    "size", "value",     "volume", "weight", "year"};
constexpr std::array<std::string_view, 5> reference_words{"ref", "citation", "author", "pmid", "source or reference"};

// "Excitation [nm]", "p-value", "Number of patients": its first or last word is one for numbers, or a unit ends it.
bool promises_numbers(std::string_view header) {
  constexpr std::size_t longest_unit = 8;
  std::size_t const open = header.find_last_of("[(");
  bool const closed = header.ends_with(']') || header.ends_with(')');
  if (closed && open != std::string_view::npos && open > 0 && header.ends_with(']') && header.size() - open <= longest_unit) return true;
  std::string_view words = open == std::string_view::npos || !closed ? header : trim(header.substr(0, open));
  std::vector<std::string_view> const parts = split(words, ' ');
  if (parts.empty()) return false;
  return std::ranges::any_of(
      number_words, [&](std::string_view word) { return equal_in_any_case(parts.front(), word) || equal_in_any_case(parts.back(), word); });
}

// The first word, where others follow: "Phase" of "Phase of clinical trial".
std::string first_of_several(std::string_view header) {
  constexpr std::size_t shortest = 4;
  std::size_t const space = header.find(' ');
  return space == std::string_view::npos || space < shortest ? std::string{} : std::string{header.substr(0, space)};
}

}  // namespace

Line const* LinePlaces::find(std::string_view part) const {
  auto const after = std::ranges::upper_bound(lines_, part.data(), std::less<>{}, [](Line const& line) { return line.text.data(); });
  return after == lines_.begin() ? nullptr : &*std::prev(after);
}

Caret LinePlaces::caret(std::string_view part) const {
  Line const* const line = find(part);
  return line == nullptr ? Caret{input_, 0, 0} : Caret{input_, line->number, static_cast<std::uint32_t>(part.data() - line->text.data())};
}

std::string_view LinePlaces::line(std::string_view part) const {
  Line const* const line = find(part);
  return line == nullptr ? std::string_view{} : line->text;
}

std::vector<ColumnHint> hints_for(std::span<SheetCell const> headers, ReadOptions const& options) {
  std::vector<ColumnHint> hints(headers.size());
  for (std::size_t c = 0; c < headers.size(); ++c) {
    if (headers[c].text.empty()) continue;
    auto const role = role_of_header(headers[c].text, options);
    hints[c].references =
        role == Role::reference ||
        (!role && std::ranges::any_of(reference_words, [&](std::string_view word) { return starts_in_any_case(headers[c].text, word); }));
    hints[c].numbers = !hints[c].references && promises_numbers(headers[c].text);
    hints[c].first_word = first_of_several(headers[c].text);
    bool const known = role == Role::source || role == Role::model || role == Role::intervention;
    if (known && options.longest_form) {
      hints[c].known_cell = [role = *role, &options](std::string_view text) { return options.longest_form(role, text); };
    }
  }
  return hints;
}

void append_cell(CutText& text, std::string_view cell, Gap gap) {
  std::uint16_t depth = 0;
  bool any = false;
  for (std::string_view const line : split(trim(cell), '\n')) {
    for (Atom const& atom : atoms_of_line(line, depth)) {
      if (trim(atom.text).empty()) continue;
      text.atoms.push_back(atom);
      text.gaps.push_back(any ? Gap{} : gap);
      any = true;
    }
  }
  if (any) return;
  text.atoms.push_back({cell.substr(0, 0), Shape::empty, Trail::none, 0, 1});
  text.gaps.push_back(gap);
}

void close_text(CutText& text) {
  Gap end;
  end.row = true;
  end.must = true;
  text.gaps.push_back(end);
}

void add_cut_rows(Sheet& sheet, CutText const& text, CutResult const& result, LinePlaces const& places, bool traces) {
  auto const words = [&](std::uint32_t first, std::uint32_t last) -> std::string_view {
    Atom const& end = text.atoms[last - 1];
    char const* const begin = text.atoms[first].text.data();
    return trim({begin, static_cast<std::size_t>(end.text.data() + end.text.size() - begin)});
  };
  std::vector<SheetCell> above;
  for (CutRow const& cut : result.rows) {
    SheetRow row;
    std::string_view const whole = words(cut.first, cut.last);
    if (whole.empty()) continue;
    row.caret = places.caret(whole);
    row.line = places.line(whole);
    if (cut.certainty < least_certainty) row.doubt = "its cells could be cut in other places";
    if (cut.section) {
      row.section = true;
      row.cells.push_back({whole, row.caret});
      sheet.rows.push_back(std::move(row));
      continue;
    }
    bool leading = true;
    for (std::size_t c = 0; c < cut.cells.size(); ++c) {
      CutCell const& cell = cut.cells[c];
      if (cell.kind != CutCell::Kind::absent) leading = false;
      if (cell.kind == CutCell::Kind::words) {
        std::string_view const part = words(cell.first, cell.last);
        row.cells.push_back({part, part.empty() ? row.caret : places.caret(part)});
      } else if (cell.kind == CutCell::Kind::absent && !above.empty() && (leading || traces)) {
        row.cells.push_back(above[c]);
      } else {
        if (cell.kind == CutCell::Kind::absent && row.doubt.empty()) row.doubt = "it has fewer cells than there are headers";
        row.cells.push_back({{}, row.caret});
      }
    }
    above = row.cells;
    sheet.rows.push_back(std::move(row));
  }
  if (sheet.rows.empty()) return;
  std::size_t rows = sheet.rows.size();
  while (rows > 1 && sheet.rows[rows - 1].section) --rows;
  if (sheet.rows[0].section && rows == 1) return;
  for (std::size_t i = rows; i < sheet.rows.size(); ++i) sheet.fields.legends.emplace_back(sheet.rows[i].cells.front().text);
  sheet.rows.resize(rows);
}

}  // namespace mechgraph
