// Text tables at fixed places of the line, as they come out of a PDF: cells wrap over lines.
#include <algorithm>
#include <string>
#include <utility>

#include <tsl/robin_set.h>

#include "base/text.hpp"
#include "read/blank_traces.hpp"
#include "read/fields.hpp"
#include "read/layouts.hpp"
#include "read/page.hpp"
#include "read/page_text.hpp"
#include "read/quote.hpp"
#include "read/row_sheet.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view no_border = "nothing shows where this row ends and the next begins";
constexpr std::size_t longest_line = 1000;  // code points: no page is wider

// The offset of each code point; one more for the end.
std::vector<std::uint32_t> places_of(std::string_view line) {
  std::vector<std::uint32_t> places;
  for (std::size_t at = 0; at < line.size() && places.size() < longest_line; at += decode(line, at).length) {
    places.push_back(static_cast<std::uint32_t>(at));
  }
  places.push_back(static_cast<std::uint32_t>(line.size()));
  return places;
}

bool is_blank(std::string_view line) { return trim(line).empty(); }
bool has_gap(std::string_view line) { return trim(line).find("  ") != std::string_view::npos; }
// A line that goes on with a cell of a column that is not the first.
bool hangs(std::string_view line) { return line.starts_with("    "); }
bool is_rule(std::string_view line) { return !is_blank(line) && line.find_first_not_of("-=_ ") == std::string_view::npos; }

// Half-open range of code points of a line.
struct Stripe {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A few words that happen to lie behind the others of their column are no column: there is one blank in front of them, or none.
void drop_accidents(std::vector<Stripe>& stripes, std::span<Line const> lines) {
  std::vector<std::ptrdiff_t> apart(stripes.size());  // lines with two blanks in front of the column's words, less those with fewer
  for (Line const& line : lines) {
    if (!has_gap(line.text) || is_rule(line.text)) continue;
    std::vector<std::uint32_t> const places = places_of(line.text);
    auto const blank_at = [&](std::size_t i) { return i + 1 >= places.size() || line.text[places[i]] == ' '; };
    for (std::size_t s = 1; s < stripes.size(); ++s) {
      std::size_t const begin = stripes[s].begin;
      if (blank_at(begin)) continue;
      apart[s] += blank_at(begin - 1) && (begin < 2 || blank_at(begin - 2)) ? 1 : -1;
    }
  }
  for (std::size_t s = stripes.size(); s-- > 1;) {
    if (apart[s] < 0) stripes.erase(stripes.begin() + static_cast<std::ptrdiff_t>(s));
  }
}

// The columns: between the places where nearly all lines with gaps have white space, two wide at least.
std::vector<Stripe> stripes_of(std::span<Line const> lines) {
  std::vector<std::uint32_t> filled(longest_line + 1);
  std::uint32_t counted = 0;
  std::size_t width = 0;
  for (Line const& line : lines) {
    if (!has_gap(line.text) || is_rule(line.text)) continue;
    ++counted;
    std::vector<std::uint32_t> const places = places_of(line.text);
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
      if (line.text[places[i]] != ' ') ++filled[i];
    }
    width = std::max(width, places.size() - 1);
  }
  std::uint32_t const noise = counted / 40;
  std::vector<Stripe> stripes;
  std::size_t free = 2;
  for (std::size_t i = 0; i < width; ++i) {
    if (filled[i] <= noise) {
      ++free;
      continue;
    }
    if (free >= 2) stripes.push_back({i, i});
    stripes.back().end = i + 1;
    free = 0;
  }
  drop_accidents(stripes, lines);
  for (std::size_t i = 0; i < stripes.size(); ++i) {
    stripes[i].end = i + 1 < stripes.size() ? stripes[i + 1].begin : longest_line;
  }
  return stripes;
}

// The piece of a line in each column; `crosses` when words reach over a border.
std::vector<std::string_view> pieces_of(std::string_view line, std::span<Stripe const> stripes, bool& crosses) {
  std::vector<std::uint32_t> const places = places_of(line);
  std::size_t const size = places.size() - 1;
  std::vector<std::string_view> pieces;
  crosses = false;
  for (Stripe const& stripe : stripes) {
    if (stripe.begin >= size) {
      pieces.push_back(line.substr(line.size()));
      continue;
    }
    std::size_t const end = std::min(stripe.end, size);
    if (stripe.begin > 0 && line[places[stripe.begin]] != ' ' && line[places[stripe.begin] - 1] != ' ') crosses = true;
    pieces.push_back(line.substr(places[stripe.begin], places[end] - places[stripe.begin]));
  }
  return pieces;
}

// "SIgA-", "PI3K/", but not "v12 -".
bool ends_in_compound(std::string_view piece) {
  return piece.size() > 1 && (piece.ends_with('-') || piece.ends_with('/')) && piece[piece.size() - 2] != ' ';
}

// Whether the edge of the column may have broken a word: the piece fills its column, and the word that it ends with has no room in it
// together with the one that follows.
bool may_break_word(std::string_view piece, std::string_view next, std::size_t width) {
  if (count_code_points(piece) < width) return false;
  std::string_view const end = piece.substr(piece.rfind(' ') + 1);
  std::string_view const begin = next.substr(0, next.find(' '));
  char32_t const last = piece.empty() ? 0 : static_cast<unsigned char>(piece.back());
  char32_t const first = decode(next, 0).value;
  if (!is_word(last) || !is_word(first) || (is_upper(first) && !is_upper(last))) return false;
  return count_code_points(end) + count_code_points(begin) > width;
}

class FixedTable {
 public:
  FixedTable(Input const& input, PageTable&& table, Diagnostics& diagnostics)
      : lines_(std::move(table.lines)), places_(input.number, lines_), stripes_(stripes_of(lines_)), diagnostics_(diagnostics) {
    sheet_.fields = std::move(table.fields);
  }

  Sheet read() {
    sheet_.header_line = lines_.front().text;
    drop_text_below();
    find_widths();
    std::size_t const header = header_lines();
    for (std::size_t c = 0; c < stripes_.size(); ++c) sheet_.headers.push_back(cell_of(0, header, c));
    bool const parted = blank_lines_part_rows(header);
    std::size_t first = header;
    for (std::size_t i = header; i <= lines_.size(); ++i) {
      bool const end = i == lines_.size();
      bool const border = end || (parted ? is_blank(lines_[i].text) : i > first && begins_row(i));
      if (!border) continue;
      if (i > first) add_row(first, i, parted);
      first = parted ? i + 1 : i;
    }
    if (!parted) doubt_lines();
    return std::move(sheet_);
  }

 private:
  // The longest piece of each column, in code points, and the words that no edge can have broken.
  void find_widths() {
    widths_.assign(stripes_.size(), 0);
    for (Line const& line : lines_) {
      if (is_rule(line.text)) continue;
      bool crosses = false;
      std::vector<std::string_view> const pieces = pieces_of(line.text, stripes_, crosses);
      for (std::size_t c = 0; c < pieces.size(); ++c) {
        std::string_view const piece = trim(pieces[c]);
        widths_[c] = std::max(widths_[c], count_code_points(piece));
        std::size_t const first = piece.find(' ');
        if (first == std::string_view::npos) continue;
        std::size_t const last = piece.rfind(' ');
        if (last == first) continue;
        for (std::string_view const word : split(piece.substr(first + 1, last - first - 1), ' ')) words_.insert(word);
      }
    }
  }

  // Body text follows: the first line behind a blank one that keeps to no column, and all below it.
  void drop_text_below() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (is_blank(lines_[i].text) || !is_blank(lines_[i - 1].text) || has_gap(lines_[i].text)) continue;
      bool crosses = false;
      pieces_of(lines_[i].text, stripes_, crosses);
      bool const more =
          std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(i), lines_.end(), [](Line const& line) { return has_gap(line.text); });
      if (!crosses || more) continue;
      for (std::size_t k = i; k < lines_.size(); ++k) {
        std::string_view const text = trim(lines_[k].text);
        if (text.empty()) continue;
        if (auto const legend = legend_of_line(lines_[k].text)) {
          sheet_.fields.legends.emplace_back(*legend);
        } else {
          Caret const caret = places_.caret(text);
          diagnostics_.add({Severity::note, caret, "a line below the table: not read", {}, excerpt_of(lines_[k].text, caret)});
        }
      }
      lines_.resize(i);
      return;
    }
  }

  // The header reaches to the first blank line or rule; without one it is a line.
  [[nodiscard]] std::size_t header_lines() const {
    constexpr std::size_t most = 8;
    for (std::size_t i = 1; i < std::min(lines_.size(), most); ++i) {
      if (is_blank(lines_[i].text) || is_rule(lines_[i].text)) return i + 1;
    }
    return 1;
  }

  // There are many of them, or half of the lines that look like the first of a row stand behind one.
  [[nodiscard]] bool blank_lines_part_rows(std::size_t header) const {
    std::size_t blank = 0;
    std::size_t begins = 0;
    std::size_t behind_blank = 0;
    for (std::size_t i = header; i < lines_.size(); ++i) {
      if (is_blank(lines_[i].text)) {
        ++blank;
      } else if (begins_row(i)) {
        ++begins;
        if (i > header && is_blank(lines_[i - 1].text)) ++behind_blank;
      }
    }
    return blank > 1 && (blank * 12 >= lines_.size() - header || (behind_blank + 1) * 2 >= begins);
  }

  // Without blank lines: a row begins where the first column does and half of the others too.
  [[nodiscard]] bool begins_row(std::size_t line) const {
    if (is_blank(lines_[line].text)) return true;
    bool crosses = false;
    std::vector<std::string_view> const pieces = pieces_of(lines_[line].text, stripes_, crosses);
    auto const filled = std::ranges::count_if(pieces, [](std::string_view piece) { return !is_blank(piece); });
    return !is_blank(pieces.front()) && static_cast<std::size_t>(2 * filled) > pieces.size();
  }

  // Where some rows have more than one line, the others may be parts of rows.
  void doubt_lines() {
    auto const broken = static_cast<std::size_t>(std::ranges::count(sheet_.rows, no_border, &SheetRow::doubt));
    auto const small = static_cast<std::size_t>(std::ranges::count_if(sheet_.rows, [](SheetRow const& row) {
      std::string_view const text = row.cells.front().text;
      return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
    }));
    if (6 * broken < sheet_.rows.size() && 3 * small < sheet_.rows.size()) return;
    for (SheetRow& row : sheet_.rows) {
      if (row.doubt.empty()) row.doubt = no_border;
    }
  }

  void add_row(std::size_t first, std::size_t last, bool parted) {
    SheetRow row;
    std::size_t filled = 0;
    bool crosses = false;
    for (std::size_t i = first; i < last; ++i) {
      bool line_crosses = false;
      pieces_of(lines_[i].text, stripes_, line_crosses);
      crosses = crosses || (line_crosses && !is_rule(lines_[i].text));
    }
    word_may_be_broken_ = false;
    for (std::size_t c = 0; c < stripes_.size(); ++c) {
      row.cells.push_back(cell_of(first, last, c));
      if (!row.cells.back().text.empty()) ++filled;
    }
    if (filled == 0) return;
    std::string_view const text = trim(lines_[first].text);
    row.caret = places_.caret(text);
    row.line = lines_[first].text;
    if (crosses && last == first + 1 && !has_gap(text)) {
      row.section = true;
      row.cells = {{text, row.caret}};
    } else if (crosses) {
      row.doubt = "its words reach over the border of a column";
    } else if (!parted && last > first + 1) {
      row.doubt = no_border;
    } else if (word_may_be_broken_) {
      row.doubt = "the edge of a column may have broken a word";
    }
    sheet_.rows.push_back(std::move(row));
  }

  // The pieces of one column, one behind the other; what a hyphen or the edge of the column broke is put together.
  SheetCell cell_of(std::size_t first, std::size_t last, std::size_t column) {
    constexpr std::size_t narrow = 16;  // a column as wide as its longest word breaks none
    std::string words;
    std::string_view place;
    std::string_view before;
    for (std::size_t i = first; i < last; ++i) {
      if (is_rule(lines_[i].text)) continue;
      bool crosses = false;
      std::string_view const piece = trim(pieces_of(lines_[i].text, stripes_, crosses)[column]);
      if (piece.empty()) continue;
      if (before.empty()) {
        place = piece;
      } else if (!ends_in_compound(before)) {
        bool const may_break = may_break_word(before, piece, widths_[column]) && !words_.contains(piece.substr(0, piece.find(' ')));
        if (may_break) word_may_be_broken_ = true;
        if (!may_break || widths_[column] < narrow) words += ' ';
      }
      words += piece;
      before = piece;
    }
    if (before.empty()) return {lines_[first].text.substr(0, 0), places_.caret(lines_[first].text)};
    return {words.size() == place.size() ? place : sheet_.text.store(words), places_.caret(place)};
  }

  std::vector<Line> lines_;
  LinePlaces places_;
  std::vector<Stripe> stripes_;
  std::vector<std::size_t> widths_;
  tsl::robin_set<std::string_view> words_;  // that stand inside a line of a cell
  bool word_may_be_broken_ = false;         // in the row at hand
  Diagnostics& diagnostics_;
  Sheet sheet_;
};

// A table of fixed columns: most of its lines have gaps, and those lie below each other.
int recognises_fixed(std::string_view, std::string_view head) {
  if (head.find('\t') != std::string_view::npos || head.find('|') != std::string_view::npos) return 0;
  std::vector<Line> lines;
  Lines all{head};
  std::size_t with_gap = 0;
  std::size_t wide = 0;
  std::size_t words = 0;
  std::size_t hanging = 0;
  for (Line line; all.next(line);) {
    Fields ignored;
    if (set_label_from_line(ignored, trim(line.text), {})) {
      lines.clear();
      with_gap = words = wide = hanging = 0;
      continue;
    }
    lines.push_back(line);
    if (is_blank(line.text)) continue;
    ++words;
    if (has_gap(line.text)) {
      ++with_gap;
    } else if (hangs(line.text)) {
      ++hanging;
    }
    if (trim(line.text).find("    ") != std::string_view::npos) ++wide;
  }
  if (with_gap < 3 || wide < 2 || (with_gap + hanging) * 3 < words || traced_columns(lines) != 0) return 0;
  std::vector<Stripe> const stripes = stripes_of(lines);
  if (stripes.size() < 2) return 0;
  // Cells begin at the left edge of their column.
  std::size_t pieces = 0;
  std::size_t at_edge = 0;
  for (Line const& line : lines) {
    if (!has_gap(line.text)) continue;
    bool crosses = false;
    for (std::string_view const piece : pieces_of(line.text, stripes, crosses)) {
      if (is_blank(piece)) continue;
      ++pieces;
      if (piece.front() != ' ') ++at_edge;
    }
  }
  return at_edge * 10 >= pieces * 9 ? 93 : 0;
}

void read_fixed(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  give_sheets(fixed_sheets(input, options, diagnostics), input, options, diagnostics, target);
}

}  // namespace

std::vector<Sheet> fixed_sheets(Input const& input, ReadOptions const&, Diagnostics& diagnostics) {
  PageRules rules;
  rules.is_header = has_gap;
  rules.needs_header = true;
  rules.is_row = [](std::string_view line) { return has_gap(line) || hangs(line); };
  std::vector<Sheet> sheets;
  for (PageTable& table : tables_of_page(input, rules, diagnostics))
    sheets.push_back(FixedTable{input, std::move(table), diagnostics}.read());
  return sheets;
}

extern Reader const fixed_reader;
Reader const fixed_reader{"fixed", "text tables at fixed places of the line, as PDFs give them; cells may wrap", false, recognises_fixed,
                          read_fixed};

}  // namespace mechgraph
