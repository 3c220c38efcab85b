// Text tables at fixed places of the line, as they come out of a PDF: cells wrap over lines.
#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "read/fields.hpp"
#include "read/layouts.hpp"
#include "read/page.hpp"
#include "read/page_text.hpp"
#include "read/quote.hpp"
#include "read/row_sheet.hpp"

namespace mechgraph {
namespace {

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
bool is_rule(std::string_view line) { return !is_blank(line) && line.find_first_not_of("-=_ ") == std::string_view::npos; }

// Half-open range of code points of a line.
struct Stripe {
  std::size_t begin = 0;
  std::size_t end = 0;
};

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
    return std::move(sheet_);
  }

 private:
  // The longest piece of each column, in code points.
  void find_widths() {
    widths_.assign(stripes_.size(), 0);
    for (Line const& line : lines_) {
      if (is_rule(line.text)) continue;
      bool crosses = false;
      std::vector<std::string_view> const pieces = pieces_of(line.text, stripes_, crosses);
      for (std::size_t c = 0; c < pieces.size(); ++c) widths_[c] = std::max(widths_[c], count_code_points(trim(pieces[c])));
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

  [[nodiscard]] bool blank_lines_part_rows(std::size_t header) const {
    std::size_t blank = 0;
    for (std::size_t i = header; i < lines_.size(); ++i) blank += is_blank(lines_[i].text) ? 1U : 0U;
    return blank > 1 && blank * 12 >= lines_.size() - header;
  }

  // Without blank lines: a row begins where the first column does and half of the others too.
  [[nodiscard]] bool begins_row(std::size_t line) const {
    if (is_blank(lines_[line].text)) return true;
    bool crosses = false;
    std::vector<std::string_view> const pieces = pieces_of(lines_[line].text, stripes_, crosses);
    auto const filled = std::ranges::count_if(pieces, [](std::string_view piece) { return !is_blank(piece); });
    return !is_blank(pieces.front()) && static_cast<std::size_t>(2 * filled) > pieces.size();
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
      row.doubt = "nothing shows where this row ends and the next begins";
    }
    sheet_.rows.push_back(std::move(row));
  }

  // The pieces of one column, one behind the other; what a hyphen or the edge of the column broke is put together.
  SheetCell cell_of(std::size_t first, std::size_t last, std::size_t column) {
    std::string words;
    std::string_view place;
    std::string_view only;
    std::size_t parts = 0;
    bool broken = false;
    for (std::size_t i = first; i < last; ++i) {
      if (is_rule(lines_[i].text)) continue;
      bool crosses = false;
      std::string_view const piece = trim(pieces_of(lines_[i].text, stripes_, crosses)[column]);
      if (piece.empty()) continue;
      if (parts++ == 0) {
        place = only = piece;
      } else if (!(words.ends_with('-') || words.ends_with('/') || broken)) {
        words += ' ';
      }
      words += piece;
      // A word that fills its column was broken by the edge.
      broken = piece.find(' ') == std::string_view::npos && count_code_points(piece) == widths_[column];
    }
    if (parts == 0) return {lines_[first].text.substr(0, 0), places_.caret(lines_[first].text)};
    return {parts == 1 ? only : sheet_.text.store(words), places_.caret(place)};
  }

  std::vector<Line> lines_;
  LinePlaces places_;
  std::vector<Stripe> stripes_;
  std::vector<std::size_t> widths_;
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
  for (Line line; all.next(line);) {
    Fields ignored;
    if (set_label_from_line(ignored, trim(line.text), {})) {
      lines.clear();
      with_gap = words = wide = 0;
      continue;
    }
    lines.push_back(line);
    if (is_blank(line.text)) continue;
    ++words;
    if (has_gap(line.text)) ++with_gap;
    if (trim(line.text).find("    ") != std::string_view::npos) ++wide;
  }
  if (with_gap < 3 || wide < 2 || with_gap * 3 < words) return 0;
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
  std::vector<Sheet> sheets;
  for (PageTable& table : tables_of_page(input, rules, diagnostics))
    sheets.push_back(FixedTable{input, std::move(table), diagnostics}.read());
  return sheets;
}

extern Reader const fixed_reader;
Reader const fixed_reader{"fixed", "text tables at fixed places of the line, as PDFs give them; cells may wrap", false, recognises_fixed,
                          read_fixed};

}  // namespace mechgraph
