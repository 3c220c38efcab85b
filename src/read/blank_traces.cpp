// Tables of marks whose blank cells have all left their space.
#include "read/blank_traces.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::string_view, 10> marks{"X", "x", "+", "\u2713", "\u2714", "\u221A", "\u2022", "\u25CF", "\u2013", "\u00D7"};

struct Tail {
  std::size_t cells = 0;
  std::size_t begin = 0;  // byte of its first cell
  bool tells = false;     // it has a mark and two blanks: no chance
};

// The marks and blanks that end a line.
Tail tail_of(std::string_view line) {
  Tail tail{0, line.size(), false};
  std::size_t blanks = 0;
  std::size_t seen = 0;
  for (std::size_t end = line.size(); end > 0;) {
    std::size_t const space = line.rfind(' ', end - 1);
    if (space == std::string_view::npos) break;
    std::string_view const field = line.substr(space + 1, end - space - 1);
    bool const is_mark = std::ranges::find(marks, field) != marks.end();
    if (!field.empty() && !is_mark) break;
    ++tail.cells;
    ++(is_mark ? seen : blanks);
    tail.begin = space + 1;
    end = space;
  }
  tail.tells = seen > 0 && blanks > 1;
  return tail;
}

SheetCell cell_of(std::string_view text, std::string_view line, LinePlaces const& places) {
  return {text, places.caret(text.empty() ? line : text)};
}

}  // namespace

std::size_t traced_columns(std::span<Line const> lines) {
  constexpr std::size_t fewest_rows = 3;
  std::map<std::size_t, std::size_t> seen;  // lines, by the cells of their tails
  std::size_t words = 0;
  for (Line const& line : lines.subspan(std::min<std::size_t>(1, lines.size()))) {
    if (trim(line.text).empty()) continue;
    ++words;
    if (Tail const tail = tail_of(line.text); tail.tells) ++seen[tail.cells];
  }
  auto const most = std::ranges::max_element(seen, {}, [](auto const& count) { return count.second; });
  return most != seen.end() && most->second >= fewest_rows && 2 * most->second >= words ? most->first + 1 : 0;
}

void add_traced_rows(Sheet& sheet, std::span<Line const> lines, std::size_t columns, LinePlaces const& places) {
  constexpr std::string_view doubt = "nothing but blanks tells of its columns";
  auto const is_row = [&](Line const& line) { return tail_of(line.text).cells + 1 == columns; };
  auto const first_row = static_cast<std::size_t>(std::ranges::find_if(lines.subspan(1), is_row) - lines.begin());
  std::size_t header = 0;  // the line of the headers
  std::vector<std::string_view> names;
  for (std::size_t i = first_row; i-- > 0 && header == 0;) {
    names = split(lines[i].text, ' ');
    if (names.size() == columns || names.size() + 1 == columns) header = i;
  }
  std::string_view const first = lines.front().text;
  if (header == 0) names.assign(columns - 1, first.substr(0, 0));
  if (names.size() < columns) names.insert(names.begin(), trim(first.substr(0, first.find("  "))));
  for (std::string_view const name : names) sheet.headers.push_back(cell_of(trim(name), first, places));
  for (std::size_t i = 0; i < header; ++i) {
    if (std::string_view const words = trim(lines[i].text); !words.empty()) sheet.fields.legends.emplace_back(words);
  }
  for (Line const& line : lines.subspan(header + 1)) {
    std::string_view const text = trim(line.text);
    if (text.empty()) continue;
    Tail const tail = tail_of(line.text);
    SheetRow row;
    row.caret = places.caret(text);
    row.line = line.text;
    row.doubt = doubt;
    row.section = tail.cells == 0;
    std::string_view const name = tail.cells + 1 == columns ? trim(line.text.substr(0, tail.begin)) : text;
    row.cells.push_back(cell_of(name, text, places));
    if (tail.cells + 1 == columns) {
      for (std::string_view rest = line.text.substr(tail.begin); row.cells.size() < columns;) {
        std::size_t const end = std::min(rest.find(' '), rest.size());
        row.cells.push_back(cell_of(rest.substr(0, end), text, places));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    } else if (!row.section) {
      row.cells.resize(columns, cell_of(text.substr(0, 0), text, places));
    }
    sheet.rows.push_back(std::move(row));
  }
}

}  // namespace mechgraph
