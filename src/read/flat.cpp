// Text copied from a page: a table whose cells are parted by single spaces (or by tabs), with its label, title and legend around it.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/blank_traces.hpp"
#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/header_choice.hpp"
#include "read/header_cut.hpp"
#include "read/layouts.hpp"
#include "read/page.hpp"
#include "read/quote.hpp"
#include "read/row_sheet.hpp"

namespace mechgraph {
namespace {

// The atoms of lines, each of which may be a row or go on with the one above. A blank line ends a row for certain.
CutText text_of_lines(std::span<Line const> lines) {
  CutText text;
  Gap between;  // in front of the next line
  std::uint16_t depth = 0;
  auto const spaces_at = [](std::string_view line, bool front) {
    std::size_t count = 0;
    while (count < line.size() && line[front ? count : line.size() - 1 - count] == ' ') ++count;
    return static_cast<std::uint16_t>(std::min<std::size_t>(count, 1000));
  };
  for (Line const& line : lines) {
    if (trim(line.text).empty()) {
      if (!text.atoms.empty()) between.must = true;
      depth = 0;
      continue;
    }
    std::vector<Atom> const atoms = atoms_of_line(line.text, depth);
    char const* end = nullptr;
    for (Atom const& atom : atoms) {
      if (trim(atom.text).empty()) continue;  // a no-break space alone
      Gap gap;
      if (end == nullptr) {
        gap = std::exchange(between, Gap{});
        gap.row = true;
        gap.leading = spaces_at(line.text, true);
      } else {
        gap.cell = true;
        auto const spaces = std::count(end, atom.text.data(), ' ');
        gap.blanks = static_cast<std::uint16_t>(std::clamp<std::ptrdiff_t>(spaces - 1, 0, 1000));
      }
      end = atom.text.data() + atom.text.size();
      text.gaps.push_back(gap);
      text.atoms.push_back(atom);
    }
    between.blanks = spaces_at(line.text, false);
  }
  between.row = true;
  between.must = true;
  text.gaps.push_back(between);
  return text;
}

// A dash that begins lines begins the items of lists: in front of words it is no missing value there.
void take_dashes_for_bullets(CutText& text) {
  constexpr std::size_t fewest = 3;
  std::map<std::string_view, std::size_t> begun;  // lines, by the dash that they begin with
  for (std::size_t i = 0; i < text.atoms.size(); ++i) {
    if (text.atoms[i].shape == Shape::bullet && text.gaps[i].row) ++begun[text.atoms[i].text];
  }
  for (std::size_t i = 0; i + 1 < text.atoms.size(); ++i) {
    Atom& atom = text.atoms[i];
    if (atom.shape != Shape::missing || text.gaps[i + 1].row) continue;
    auto const found = begun.find(atom.text);
    if (found != begun.end() && found->second >= fewest) atom.shape = Shape::bullet;
  }
}

constexpr std::array<std::string_view, 8> joiners{", and ", ", ", "/", " and ", " or ", " & ", " + ", "; "};

bool ends_cell(std::string_view text) { return text.empty() || text.front() == ' '; }

// Bytes of the cell of this role that begins the text: a form, forms joined by "/", "and" or commas, and a remark in parentheses behind
// them; 0 = none.
std::size_t cell_size(Role role, std::string_view text, ReadOptions const& options) {
  if (role == Role::id) return std::min(text.find(' '), text.size());
  if (!options.longest_form) return 0;
  std::size_t size = options.longest_form(role, text);
  while (size != 0) {
    std::size_t more = 0;
    for (std::string_view const joiner : joiners) {
      if (!text.substr(size).starts_with(joiner)) continue;
      std::size_t const next = options.longest_form(role, text.substr(size + joiner.size()));
      if (next != 0) more = joiner.size() + next;
      break;
    }
    if (more == 0) break;
    size += more;
  }
  if (size != 0 && text.substr(size).starts_with(" (")) {
    std::size_t const close = text.find(')', size);
    if (close != std::string_view::npos && ends_cell(text.substr(close + 1))) size = close + 1;
  }
  return ends_cell(text.substr(size)) ? size : 0;
}

class FlatTable {
 public:
  FlatTable(Input const& input, ReadOptions const& options, PageTable&& table)
      : options_(options), lines_(std::move(table.lines)), places_(input.number, lines_) {
    sheet_.fields = std::move(table.fields);
  }

  Sheet read() {
    Line const& header = lines_.front();
    sheet_.header_line = header.text;
    if (header.text.find('\t') != std::string_view::npos) {
      split_lines();
    } else if (std::size_t const columns = known_headers_of(header.text, options_).empty() ? traced_columns(lines_) : 0; columns != 0) {
      add_traced_rows(sheet_, lines_, columns, places_);
    } else {
      cut_lines();
    }
    return std::move(sheet_);
  }

 private:
  void set_headers(std::vector<std::string_view> const& headers) {
    sheet_.headers.clear();
    for (std::string_view const header : headers) {
      std::string_view const text = header.empty() ? trim(lines_.front().text).substr(0, 0) : header;
      sheet_.headers.push_back({text, places_.caret(text)});
    }
  }

  void split_lines() {
    std::vector<std::string_view> headers;
    for (std::string_view const header : split(trim(lines_.front().text), '\t')) headers.push_back(trim(header));
    set_headers(headers);
    for (Line const& line : std::span{lines_}.subspan(1)) {
      if (trim(line.text).empty()) continue;
      SheetRow row;
      row.caret = places_.caret(trim(line.text));
      row.line = line.text;
      for (std::string_view const cell : split(line.text, '\t')) row.cells.push_back({trim(cell), places_.caret(cell)});
      while (row.cells.size() > headers.size() && row.cells.back().text.empty()) row.cells.pop_back();
      if (row.cells.size() != headers.size()) {
        row.doubt = fmt::format("expected {} cells, found {}", headers.size(), row.cells.size());
        row.cells.resize(headers.size(), SheetCell{trim(line.text).substr(0, 0), row.caret});
      }
      sheet_.rows.push_back(std::move(row));
    }
  }

  void cut_lines() {
    std::size_t const header_lines = 1;
    CutText text = text_of_lines(std::span{lines_}.subspan(header_lines));
    take_dashes_for_bullets(text);
    std::vector<std::string_view> headers = known_headers_of(lines_.front().text, options_);
    bool const guessed = headers.empty();
    std::size_t const count = usual_atoms(text);
    bool certain = false;
    if (guessed) {
      HeaderChoice choice = choose_headers(lines_.front().text, text, count, options_);
      headers = std::move(choice.headers);
      certain = choice.certain;
    }
    set_headers(headers);
    std::vector<ColumnHint> const hints = hints_for(sheet_.headers, options_);
    std::vector<std::uint32_t> const known = pin_known_rows(text);
    add_cut_rows(sheet_, text, cut_rows(text, hints), places_, false);
    doubt_rows(known);
    if (guessed && !certain) doubt_guesses(text, count);
  }

  // The number of pieces that two thirds of the lines have; 0 = there is none.
  [[nodiscard]] static std::size_t usual_atoms(CutText const& text) {
    std::vector<std::size_t> counts;
    for (std::size_t first = 0; first < text.atoms.size();) {
      std::size_t last = first + 1;
      std::size_t count = 1;
      for (; !text.gaps[last].row; ++last) {
        if (text.atoms[last].shape != Shape::paren) ++count;  // a remark belongs to what stands before it
      }
      counts.push_back(count);
      first = last;
    }
    if (counts.size() < 3) return 0;
    auto const middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::ranges::nth_element(counts, middle);
    auto const same = static_cast<std::size_t>(std::ranges::count(counts, *middle));
    return *middle > 1 && 3 * same >= 2 * counts.size() ? *middle : 0;
  }

  // Where the number of columns was guessed too, only rows with an atom for each of them are certain, if that is the usual number.
  void doubt_guesses(CutText const& text, std::size_t count) {
    std::map<std::uint32_t, std::size_t> atoms;  // by line
    if (count == sheet_.headers.size()) {
      for (std::size_t i = 0; i < text.atoms.size(); ++i) {
        if (text.gaps[i].row || text.atoms[i].shape != Shape::paren) ++atoms[places_.caret(text.atoms[i].text).line];
      }
    }
    for (SheetRow& row : sheet_.rows) {
      bool const whole = !row.section && row.cells.front().caret.line == row.caret.line;  // nothing reaches down from above
      if (row.doubt.empty() && (!whole || atoms.empty() || atoms[row.caret.line] != count)) {
        row.doubt = "the number of columns is not certain";
      }
    }
  }

  // Rows that were not cut by known words are in doubt where others were, and where there are too few to learn from.
  void doubt_rows(std::vector<std::uint32_t> const& known) {
    constexpr std::size_t fewest_rows = 4;
    for (SheetRow& row : sheet_.rows) {
      if (row.section || !row.doubt.empty() || std::ranges::binary_search(known, row.caret.line)) continue;
      if (!known.empty()) row.doubt = "other rows begin with known words, this one does not";
      if (known.empty() && sheet_.rows.size() < fewest_rows) row.doubt = "too few rows tell where one cell ends and the next begins";
    }
  }

  // Gives the numbers of the lines, ascending. Where known words fill all columns in front of the one that speaks, the borders are certain.
  std::vector<std::uint32_t> pin_known_rows(CutText& text) const {
    std::vector<std::uint32_t> known;
    std::vector<Role> roles;
    for (SheetCell const& header : sheet_.headers) roles.push_back(role_of_header(header.text, options_).value_or(Role::other));
    auto const speaks = std::ranges::find_if(roles, says_something);
    auto const free = static_cast<std::size_t>(speaks - roles.begin());
    bool const reference_last = free + 2 == roles.size() && roles.back() == Role::reference;
    if (speaks == roles.end() || free == 0 || (free + 1 != roles.size() && !reference_last)) return known;
    for (std::size_t first = 0; first < text.atoms.size();) {
      std::size_t last = first + 1;
      while (!text.gaps[last].row) ++last;
      if (pin_known_row(text, first, last, std::span{roles}.first(free), reference_last)) {
        known.push_back(places_.caret(text.atoms[first].text).line);
      }
      first = last;
    }
    return known;
  }

  // The line of the atoms [first, last).
  bool pin_known_row(CutText& text, std::size_t first, std::size_t last, std::span<Role const> roles, bool reference_last) const {
    char const* const end = text.atoms[last - 1].text.data() + text.atoms[last - 1].text.size();
    std::vector<std::size_t> borders;
    std::size_t at = first;
    for (Role const role : roles) {
      if (at >= last) return false;
      char const* const begin = text.atoms[at].text.data();
      std::size_t const size = cell_size(role, {begin, static_cast<std::size_t>(end - begin)}, options_);
      if (size == 0) return false;
      while (at < last && text.atoms[at].text.data() < begin + size) ++at;
      borders.push_back(at);
    }
    if (at >= last) return false;
    if (reference_last && last - at > 1) borders.push_back(last - 1);
    for (std::size_t i = first + 1; i < last; ++i) {
      text.gaps[i].cell = text.gaps[i].must = std::ranges::find(borders, i) != borders.end();
      text.gaps[i].blanks = 0;
    }
    if (first > 0) text.gaps[first].must = true;
    return true;
  }

  ReadOptions const& options_;
  std::vector<Line> lines_;
  LinePlaces places_;
  Sheet sheet_;
};

[[noreturn]] void fail_without_header(Input const& input, ReadOptions const& options, Diagnostics const& diagnostics) {
  std::string const hint = "name the columns: --columns result=\"HEADER\", or give the table as TSV or CSV";
  HeaderStart nearest;
  Line nearest_line;
  Lines lines{input.bytes};
  for (Line line; lines.next(line);) {
    HeaderStart start = known_start_of(line.text, options);
    if (start.headers.size() <= nearest.headers.size()) continue;
    nearest = std::move(start);
    nearest_line = line;
  }
  if (nearest.headers.empty()) {
    throw Error(std::string{diagnostics.input_name(input.number)}, "there is no line with the headers of known columns", hint);
  }
  std::string known;
  for (std::string_view const header : nearest.headers) known += (known.empty() ? "" : ", ") + quoted(header);
  std::string_view const rest = nearest.rest.empty() ? nearest.headers.front() : nearest.rest;
  Caret const caret{input.number, nearest_line.number, static_cast<std::uint32_t>(rest.data() - nearest_line.text.data())};
  throw Error(diagnostics.place(caret, nearest_line.text),
              nearest.rest.empty()
                  ? fmt::format("only one known column, {}", known)
                  : fmt::format("the header line can not be cut: behind {} no known column begins {}", known, quoted(rest)),
              hint);
}

// A list of objects; JSON Lines has one a line.
bool is_json_list(std::string_view text) { return text.starts_with('[') && trim(text.substr(1)).starts_with('{'); }

int recognises_flat(std::string_view name, std::string_view head) {
  std::string_view const text = trim(head);
  if (text.empty() || text.starts_with('{') || is_json_list(text) || text.starts_with('<') || text.starts_with("digraph")) return 0;
  Lines lines{head};
  Line line;
  for (int count = 0; count < 8 && lines.next(line);) {
    std::string_view const words = trim(line.text);
    if (words.empty()) continue;
    Fields ignored;
    if (words.find('\t') == std::string_view::npos && (set_label_from_line(ignored, words, {}) || starts_in_any_case(words, "From:")))
      return 90;
    ++count;
  }
  return name.ends_with(".txt") ? 20 : 10;
}

void read_flat(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  give_sheets(flat_sheets(input, options, diagnostics), input, options, diagnostics, target);
}

}  // namespace

std::vector<Sheet> flat_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics) {
  PageRules rules;
  rules.is_header = [&](std::string_view line) { return !known_headers_of(line, options).empty(); };
  std::vector<Sheet> sheets;
  std::vector<PageTable> tables = tables_of_page(input, rules, diagnostics);
  if (tables.empty()) fail_without_header(input, options, diagnostics);
  for (PageTable& table : tables) sheets.push_back(FlatTable{input, options, std::move(table)}.read());
  return sheets;
}

extern Reader const flat_reader;
Reader const flat_reader{"flat", "text copied from a page, cells parted by single spaces", false, recognises_flat, read_flat};

}  // namespace mechgraph
