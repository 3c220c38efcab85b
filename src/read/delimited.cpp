// Tables whose cells are parted by a character.
#include "read/delimited.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/input.hpp"
#include "read/lines.hpp"
#include "read/page_text.hpp"
#include "read/table_builder.hpp"

namespace mechgraph {
namespace {

constexpr std::array csv_separators{',', ';', '|'};

// The rows of a delimited text, one after the other, block by block. In TSV a line is a row; a cell that is in quotes as a whole, with all
// quotes inside doubled, is what stands between them (as spreadsheets write it), any other quote is a quote. In CSV (RFC 4180) a cell that
// begins with a quote goes to the quote that closes it, over separators and line ends, and `""` inside it is a quote.
class DelimitedText {
 public:
  DelimitedText(Input const& input, Diagnostics& diagnostics, char separator)
      : source_(input), diagnostics_(diagnostics), text_(input.bytes), input_(input.number), separator_(separator) {}

  // Continues after a line of the preamble that was read elsewhere.
  void skip_line() { end_line(end_of_line(at_)); }

  bool at_end() { return at_ >= text_.size() && !read_on(0); }
  [[nodiscard]] std::string_view line_ahead() const { return text_.substr(at_, end_of_line(at_) - at_); }

  // The next row, or false at the end. Views live until the next call.
  bool next(std::vector<RawCell>& cells) {
    if (unescaped_size_ > most_unescaped) {
      unescaped_ = Arena{};
      unescaped_size_ = 0;
    }
    if (at_end()) return false;
    while (true) {
      cells.clear();
      fault_ = {};
      caret_ = here(at_);
      row_start_ = at_;
      first_line_ = line_ahead();
      if (separator_ == '\t') {
        split_line(cells);
        return true;
      }
      if (parse_quoted_row(cells)) return true;
      // A quote is open at the end of what is there. Reading as much again each time keeps the cost linear.
      std::size_t const size = text_.size() - row_start_;
      at_ = row_start_;
      line_ = caret_.line;
      line_start_ = at_;
      if (size > longest_quoted_row || !read_on(size)) closed_for_good_ = true;
    }
  }

  // Of the row that next() gave last.
  [[nodiscard]] Caret caret() const { return caret_; }
  [[nodiscard]] std::string_view first_line() const { return first_line_; }
  [[nodiscard]] std::string_view row_text() const { return text_.substr(row_start_, row_end_ - row_start_); }
  // Why the row can not be read, empty when it can; where it went wrong.
  [[nodiscard]] std::string_view fault() const { return fault_; }
  [[nodiscard]] Caret fault_caret() const { return fault_caret_; }

 private:
  // Appends to what is left of the text `at_least` bytes, or all that come.
  bool read_on(std::size_t at_least) {
    std::string left{text_.substr(std::min(at_, text_.size()))};
    std::size_t const before = left.size();
    while (left.size() <= before + at_least && next_block(source_, diagnostics_, left)) {
    }
    bool const more = left.size() > before;
    bytes_ = std::move(left);
    text_ = bytes_;
    at_ = 0;
    line_start_ = 0;
    return more;
  }

  [[nodiscard]] std::size_t end_of_line(std::size_t from) const { return std::min(text_.find('\n', from), text_.size()); }
  [[nodiscard]] std::size_t end_of_cell(std::size_t from, std::size_t line_end) const {
    std::size_t const size = text_.substr(from, line_end - from).find(separator_);
    return size == std::string_view::npos ? line_end : from + size;
  }
  [[nodiscard]] Caret here(std::size_t at) const { return {input_, line_, static_cast<std::uint32_t>(at - line_start_)}; }

  void end_line(std::size_t end) {
    row_end_ = end;
    at_ = end + 1;
    line_start_ = at_;
    ++line_;
  }

  void split_line(std::vector<RawCell>& cells) {
    std::size_t const end = end_of_line(at_);
    while (true) {
      std::size_t const stop = end_of_cell(at_, end);
      std::string_view const printed = text_.substr(at_, stop - at_);
      std::string_view const words = unquoted(printed);
      cells.push_back({words, here(words.size() == printed.size() ? at_ : at_ + 1)});
      if (stop == end) break;
      at_ = stop + 1;
    }
    end_line(end);
  }

  std::string_view unquoted(std::string_view cell) {
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return cell;
    std::string_view const inner = cell.substr(1, cell.size() - 2);
    std::size_t quote = inner.find('"');
    if (quote == std::string_view::npos) return inner;
    for (; quote != std::string_view::npos; quote = inner.find('"', quote + 2)) {
      if (quote + 1 >= inner.size() || inner[quote + 1] != '"') return cell;
    }
    return undoubled(inner);
  }

  std::string_view undoubled(std::string_view inner) {
    std::string plain;
    plain.reserve(inner.size());
    while (true) {
      std::size_t const quote = inner.find("\"\"");
      if (quote == std::string_view::npos) break;
      plain.append(inner, 0, quote + 1);
      inner.remove_prefix(quote + 2);
    }
    plain.append(inner);
    unescaped_size_ += plain.size();
    return unescaped_.store(plain);
  }

  // False when a quote is not closed in what was read.
  bool parse_quoted_row(std::vector<RawCell>& cells) {
    std::size_t line_end = end_of_line(at_);
    while (true) {
      std::size_t const begin = at_;
      std::size_t stop = 0;
      if (quotes_ && begin < text_.size() && text_[begin] == '"') {
        auto const close = closing_quote(begin);
        if (!close) {
          if (!closed_for_good_) return false;
          quotes_ = false;
          fail(here(begin), "the quote that opens here is never closed");
          end_line(line_end);
          return true;
        }
        std::string_view const inner = text_.substr(begin + 1, *close - begin - 1);
        cells.push_back({inner.find('"') == std::string_view::npos ? inner : undoubled(inner), here(begin + 1)});
        count_lines(inner, begin + 1);
        if (*close >= line_end) line_end = end_of_line(*close);
        stop = end_of_cell(*close, line_end);
        if (fault_.empty() && !trim(text_.substr(*close + 1, stop - *close - 1)).empty())
          fail(here(*close + 1), "text behind a closing quote");
      } else {
        stop = end_of_cell(begin, line_end);
        cells.push_back({text_.substr(begin, stop - begin), here(begin)});
      }
      if (stop == line_end) {
        end_line(line_end);
        return true;
      }
      at_ = stop + 1;
    }
  }

  [[nodiscard]] std::optional<std::size_t> closing_quote(std::size_t open) const {
    for (std::size_t quote = text_.find('"', open + 1); quote != std::string_view::npos; quote = text_.find('"', quote + 2)) {
      if (quote + 1 >= text_.size() || text_[quote + 1] != '"') return quote;
    }
    return std::nullopt;
  }

  void count_lines(std::string_view inner, std::size_t start) {
    for (std::size_t end = inner.find('\n'); end != std::string_view::npos; end = inner.find('\n', end + 1)) {
      ++line_;
      line_start_ = start + end + 1;
    }
  }

  void fail(Caret caret, std::string_view why) {
    fault_ = why;
    fault_caret_ = caret;
  }

  static constexpr std::size_t most_unescaped = std::size_t{1} << 20U;
  static constexpr std::size_t longest_quoted_row = std::size_t{64} << 20U;

  Input const& source_;
  Diagnostics& diagnostics_;
  std::string_view text_;  // what is at hand: in the Input, then in bytes_
  std::string bytes_;
  std::uint32_t input_;
  char separator_;
  bool quotes_ = true;
  bool closed_for_good_ = false;  // no more is read to find the end of a quote
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_start_ = 0;
  Caret caret_;
  std::string_view first_line_;
  std::size_t row_start_ = 0;
  std::size_t row_end_ = 0;
  std::string_view fault_;
  Caret fault_caret_;
  Arena unescaped_;
  std::size_t unescaped_size_ = 0;
};

// Cells that a line has, separators in quotes not counted.
std::size_t cells_of_line(std::string_view line, char separator) {
  std::size_t cells = 1;
  bool quoted = false;
  for (char const byte : line) {
    if (byte == '"') quoted = !quoted;
    if (byte == separator && !quoted) ++cells;
  }
  return cells;
}

char separator_of(std::string_view line) {
  return *std::ranges::max_element(csv_separators, {}, [&](char separator) { return cells_of_line(line, separator); });
}

// A line above the header: blank, a comment or a field of the document. "#" as the name of the first column is none of these, nor is a line
// whose cells are parted by tabs and name no field.
bool is_preamble(std::string_view line) {
  std::string_view const text = trim(line);
  if (text.empty()) return true;
  if (text.starts_with("\"#")) return !text.starts_with("\"#\"");
  if (!text.starts_with('#')) return false;
  if (text.size() > 1 && std::ranges::find(csv_separators, text[1]) != csv_separators.end()) return false;
  std::size_t const tab = text.find('\t');
  return tab == std::string_view::npos || text.substr(0, tab).find(':') != std::string_view::npos;
}

std::string_view first_row(std::string_view head) {
  Lines lines{head};
  Line line;
  while (lines.next(line)) {
    if (!is_preamble(line.text)) return line.text;
  }
  return {};
}

// A field above the header, as people or spreadsheets leave it: `#title: T`, `"#title: T, U",,,`.
void take_preamble(Fields& fields, std::string_view line, char separator) {
  std::string_view text = trim(line);
  while (!text.empty() && text.back() == separator) text = trim(text.substr(0, text.size() - 1));
  if (text.starts_with('"') && text.ends_with('"') && text.size() > 1) text = text.substr(1, text.size() - 2);
  if (text.starts_with('#')) set_field_from_line(fields, text);
}

void drop_empty_tail(std::vector<RawCell>& cells, std::size_t wanted) {
  while (cells.size() > wanted && trim(cells.back().text).empty()) cells.pop_back();
}

void add_row(std::vector<RawCell>& cells, std::size_t wanted, DelimitedText const& text, bool tabs, TableBuilder& builder) {
  if (!text.fault().empty()) {
    builder.skip_row(text.fault_caret(), text.fault_caret().line == text.caret().line ? text.first_line() : std::string_view{},
                     text.row_text(), std::string{text.fault()}, "double the quotes inside a cell that is in quotes; the row is left out");
    return;
  }
  drop_empty_tail(cells, wanted);
  if (cells.size() == wanted) return builder.add_row(cells, text.caret());
  if (cells.size() == 1 && trim(cells.front().text).empty()) return;
  if (cells.size() == 1 && tabs) {
    if (auto const legend = legend_of_line(cells.front().text)) return builder.add_legend(*legend, text.caret());
  }
  bool const more = cells.size() > wanted;
  bool const on_first_line = more && cells[wanted].caret.line == text.caret().line;
  builder.skip_row(on_first_line ? cells[wanted].caret : text.caret(), text.first_line(), text.row_text(),
                   fmt::format("expected {} cells, found {}", wanted, cells.size()),
                   !tabs && more ? "put cells that hold a separator in quotes; the row is left out"
                                 : "give every row a cell for each header; the row is left out");
}

}  // namespace

bool is_other_form(std::string_view head) {
  std::string_view const text = trim(head.substr(0, 256));
  return text.starts_with('{') || text.starts_with('<') || text.starts_with('[');
}

HeaderShape header_shape(std::string_view head) {
  std::string_view const row = first_row(head);
  if (row.find('\t') != std::string_view::npos) return {'\t', cells_of_line(row, '\t')};
  char const separator = separator_of(row);
  return {separator, cells_of_line(row, separator)};
}

void read_delimited(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target, bool tabs) {
  char const separator = tabs ? '\t' : separator_of(first_row(input.bytes));
  DelimitedText text{input, diagnostics, separator};
  Fields fields;
  while (!text.at_end() && is_preamble(text.line_ahead())) {
    take_preamble(fields, text.line_ahead(), separator);
    text.skip_line();
  }
  std::vector<RawCell> cells;
  if (!text.next(cells)) {
    throw Error(std::string{diagnostics.input_name(input.number)}, "there is no header line",
                "give a line with the names of the columns first");
  }
  if (!text.fault().empty()) {
    throw Error(diagnostics.place(text.fault_caret(), text.first_line()), std::string{text.fault()}, "correct the header line");
  }
  std::vector<Header> headers;
  for (RawCell const& cell : cells) headers.push_back({trim(cell.text), cell.caret});
  if (headers.front().text.size() > 1 && headers.front().text.front() == '#') headers.front().text = trim(headers.front().text.substr(1));
  while (headers.size() > 1 && headers.back().text.empty()) headers.pop_back();
  std::vector<Role> roles = assign_roles(headers, text.first_line(), options, diagnostics);
  TableBuilder builder{input, options, diagnostics, target};
  builder.begin(std::move(fields), headers, std::move(roles));
  while (text.next(cells)) add_row(cells, headers.size(), text, tabs, builder);
  builder.finish();
}

}  // namespace mechgraph
