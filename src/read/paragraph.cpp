// Text tables copied from a page so that every cell is a paragraph.
#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/header_cut.hpp"
#include "read/layouts.hpp"
#include "read/page.hpp"
#include "read/row_sheet.hpp"

namespace mechgraph {
namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

// Lines that follow each other; a no-break space alone is an empty cell.
std::vector<std::string_view> paragraphs_of(std::span<Line const> lines) {
  std::vector<std::string_view> paragraphs;
  bool open = false;
  for (Line const& line : lines) {
    if (is_blank(line.text)) {
      open = false;
      continue;
    }
    if (open) {
      std::string_view& last = paragraphs.back();
      last = {last.data(), static_cast<std::size_t>(line.text.data() + line.text.size() - last.data())};
    } else {
      paragraphs.push_back(line.text);
      open = true;
    }
  }
  return paragraphs;
}

class ParagraphTable {
 public:
  ParagraphTable(Input const& input, ReadOptions const& options, PageTable&& table)
      : options_(options), lines_(std::move(table.lines)), places_(input.number, lines_), paragraphs_(paragraphs_of(lines_)) {
    sheet_.fields = std::move(table.fields);
  }

  Sheet read() {
    sheet_.header_line = lines_.front().text;
    for (std::string_view& paragraph : paragraphs_) {
      if (trim(paragraph).empty()) paragraph = paragraph.substr(0, 0);
    }
    std::size_t const columns = find_columns();
    set_headers(columns);
    CutText const text = text_behind(header_rows_ * columns);
    if (!text.atoms.empty()) add_cut_rows(sheet_, text, cut_rows(text, hints_for(sheet_.headers, options_)), places_, true);
    if (!columns_certain_) {
      for (SheetRow& row : sheet_.rows) {
        if (row.doubt.empty()) row.doubt = "the number of columns is not certain";
      }
    }
    return std::move(sheet_);
  }

 private:
  [[nodiscard]] CutText text_behind(std::size_t headers) const {
    constexpr std::size_t most = 100000;
    CutText text;
    text.traces = true;
    for (std::size_t i = headers; i < std::min(paragraphs_.size(), most); ++i) {
      Gap gap;
      gap.cell = true;
      gap.row = true;
      gap.must = true;
      append_cell(text, paragraphs_[i], gap);
    }
    close_text(text);
    return text;
  }

  // Rows of headers: another one follows where one has blanks behind its first cell and no number begins a cell of the next.
  [[nodiscard]] std::size_t header_rows(std::size_t columns) const {
    std::size_t rows = 1;
    while ((rows + 2) * columns <= paragraphs_.size()) {
      auto const row = std::span{paragraphs_}.subspan((rows - 1) * columns, columns);
      auto const next = std::span{paragraphs_}.subspan(rows * columns, columns);
      bool const blanks = std::ranges::any_of(row.subspan(1), [](std::string_view cell) { return cell.empty(); });
      bool const numbers = std::ranges::any_of(next, [](std::string_view cell) {
        Shape const shape = shape_of(cell.substr(0, cell.find(' ')));
        return shape == Shape::integer || shape == Shape::number;
      });
      if (!blanks || numbers) break;
      ++rows;
    }
    return rows;
  }

  void set_headers(std::size_t columns) {
    sheet_.headers.clear();
    header_rows_ = header_rows(columns);
    for (std::size_t i = (header_rows_ - 1) * columns; i < header_rows_ * columns; ++i) {
      std::string_view const words = trim(paragraphs_[i]);
      sheet_.headers.push_back({words.empty() ? paragraphs_[i] : words, places_.caret(words.empty() ? paragraphs_[i] : words)});
    }
  }

  // How much a paragraph looks like a header.
  [[nodiscard]] double header_weight(std::string_view paragraph) const {
    std::string_view const words = trim(paragraph);
    if (words.empty()) return -0.5;
    if (role_of_header(words, options_)) return 3;
    if (std::ranges::any_of(options_.known_headers, [&](std::string const& known) { return equal_in_any_case(known, words); })) return 2;
    std::uint16_t depth = 0;
    std::vector<Atom> const atoms = atoms_of_line(words, depth);
    Shape const shape = atoms.front().shape;
    if (is_ascii_digit(words.front())) return -3;
    if (shape == Shape::number || shape == Shape::integer || shape == Shape::reference || shape == Shape::citation) return -3;
    return atoms.size() > 8 ? -2 : 0;
  }

  // The number of columns under which the paragraphs make the most regular table. It is certain when every row has all cells, or when the
  // next best number is far behind.
  std::size_t find_columns() {
    constexpr std::size_t most_columns = 30;
    constexpr std::size_t most_looked_at = 600;
    std::size_t const most = std::min(most_columns, paragraphs_.size() / 2);
    std::vector<std::string_view> all = paragraphs_;
    if (paragraphs_.size() > most_looked_at) paragraphs_.resize(most_looked_at);
    std::size_t best = std::max<std::size_t>(1, std::min<std::size_t>(2, most));
    constexpr double column_price = 2;
    constexpr double broken_price = 5;
    constexpr double broken_share_price = 20;
    constexpr double least_margin = 0.05;
    double best_score = 0;
    double best_broken = 0;
    double second_score = std::numeric_limits<double>::lowest();
    double headers = header_weight(paragraphs_.front());
    for (std::size_t columns = 2; columns <= most; ++columns) {
      headers += header_weight(paragraphs_[columns - 1]);
      set_headers(columns);
      CutText const text = text_behind(header_rows_ * columns);
      // The references are the last column of nearly every table.
      std::vector<ColumnHint> const hints = hints_for(sheet_.headers, options_);
      double order = 0;
      for (std::size_t c = 1; c < columns; ++c) {
        if (hints[c].references) order += c + 1 == columns ? 8 : -8;
      }
      CutResult const cut = cut_rows(text, hints, 3);
      double const broken = share_of_broken_rows(cut);
      double const score = cut.score + 2 * headers + order - column_price * static_cast<double>(columns) -
                           (broken > 0 ? broken_price + broken_share_price * broken : 0);
      if (columns > 2 && score <= best_score) {
        second_score = std::max(second_score, score);
        continue;
      }
      if (columns > 2) second_score = best_score;
      best = columns;
      best_score = score;
      best_broken = broken;
    }
    paragraphs_ = std::move(all);
    columns_certain_ = best_broken <= 0 || second_score < (1 - least_margin) * best_score;
    return best;
  }

  // Rows in which a column has no cell, of all.
  [[nodiscard]] static double share_of_broken_rows(CutResult const& cut) {
    auto const is_broken = [](CutRow const& row) {
      return !row.section && std::ranges::find(row.cells, CutCell::Kind::absent, &CutCell::kind) != row.cells.end();
    };
    if (cut.rows.empty()) return 0;
    return static_cast<double>(std::ranges::count_if(cut.rows, is_broken)) / static_cast<double>(cut.rows.size());
  }

  ReadOptions const& options_;
  std::vector<Line> lines_;
  LinePlaces places_;
  std::vector<std::string_view> paragraphs_;
  std::size_t header_rows_ = 1;
  bool columns_certain_ = true;
  Sheet sheet_;
};

int recognises_paragraph(std::string_view, std::string_view head) {
  if (head.find('\t') != std::string_view::npos) return 0;
  std::vector<Line> lines;
  Lines all{head};
  bool said = false;
  for (Line line; all.next(line);) {
    Fields ignored;
    std::string_view const text = trim(line.text);
    if (set_label_from_line(ignored, text, {}) || starts_in_any_case(text, "From:")) {
      said = true;
      lines.clear();
      continue;
    }
    lines.push_back(line);
  }
  std::vector<std::string_view> const paragraphs = paragraphs_of(lines);
  if (!said || paragraphs.size() < 6) return 0;
  std::size_t words = 0;
  std::size_t blank = 0;
  std::size_t short_ones = 0;
  for (Line const& line : lines) ++(is_blank(line.text) ? blank : words);
  for (std::string_view const paragraph : paragraphs) {
    if (std::ranges::count(trim(paragraph), ' ') < 6) ++short_ones;
  }
  // Long cells: the headers at least are short.
  auto const is_short = [](std::string_view paragraph) { return std::ranges::count(trim(paragraph), ' ') < 8; };
  bool const short_headers = blank * 10 >= words * 5 && std::ranges::all_of(std::span{paragraphs}.first(3), is_short);
  return blank * 10 >= words * 4 && (short_headers || short_ones * 2 >= paragraphs.size()) ? 91 : 0;
}

void read_paragraph(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  give_sheets(paragraph_sheets(input, options, diagnostics), input, options, diagnostics, target);
}

}  // namespace

std::vector<Sheet> paragraph_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics) {
  PageRules rules;
  rules.blank_cells = true;
  std::vector<Sheet> sheets;
  for (PageTable& table : tables_of_page(input, rules, diagnostics))
    sheets.push_back(ParagraphTable{input, options, std::move(table)}.read());
  return sheets;
}

extern Reader const paragraph_reader;
Reader const paragraph_reader{"paragraph", "text copied from a page, a cell a paragraph", false, recognises_paragraph, read_paragraph};

}  // namespace mechgraph
