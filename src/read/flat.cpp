// Text copied from a page: a table whose cells are parted by single spaces (or by tabs), with its label, title and legend around it.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/citations.hpp"
#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/lines.hpp"
#include "read/page_text.hpp"
#include "read/quote.hpp"
#include "read/table_builder.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t longest_header = 8;         // words
constexpr std::size_t longest_header_line = 200;  // words: a longer line is no header

bool is_known_header(std::string_view piece, ReadOptions const& options) {
  if (piece.front() == '(' || piece.front() == '[') return false;  // a unit or remark that belongs to the header before it
  if (role_of_header(piece, options)) return true;
  return std::ranges::any_of(options.known_headers, [&](std::string const& known) { return equal_in_any_case(known, piece); });
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::string_view const word : split(trim(line), ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::string_view joined(std::vector<std::string_view> const& words, std::size_t first, std::size_t count) {
  std::string_view const last = words[first + count - 1];
  return {words[first].data(), static_cast<std::size_t>(last.data() + last.size() - words[first].data())};
}

// A header line cut into known headers; where that does not work, how many could be cut from the left and what stands behind them.
struct HeaderCut {
  std::vector<std::string_view> headers;
  std::string_view rest;
};

// Tries the longest header first and steps back where the rest of the line can not be cut.
HeaderCut cut_header(std::string_view line, ReadOptions const& options) {
  std::vector<std::string_view> const words = words_of(line);
  if (words.empty() || words.size() > longest_header_line) return {{}, trim(line)};
  std::vector<std::size_t> piece(words.size() + 1);  // words of the header that begins here and leaves a rest that can be cut; 0 = none
  auto const longest_at = [&](std::size_t first, auto const& fits) -> std::size_t {
    for (std::size_t count = std::min(longest_header, words.size() - first); count > 0; --count) {
      if (fits(first + count) && is_known_header(joined(words, first, count), options)) return count;
    }
    return 0;
  };
  for (std::size_t first = words.size(); first-- > 0;) {
    piece[first] = longest_at(first, [&](std::size_t end) { return end == words.size() || piece[end] != 0; });
  }
  HeaderCut cut;
  std::size_t at = 0;
  while (at < words.size()) {
    std::size_t const count = piece[0] != 0 ? piece[at] : longest_at(at, [](std::size_t) { return true; });
    if (count == 0) {
      cut.rest = joined(words, at, words.size() - at);
      break;
    }
    cut.headers.push_back(joined(words, at, count));
    at += count;
  }
  return cut;
}

// The column that takes what the lexicon does not cut: the result, else the last one that says something.
std::size_t free_column(std::vector<Role> const& roles) {
  for (std::size_t i = roles.size(); i-- > 0;) {
    if (roles[i] == Role::result) return i;
  }
  for (std::size_t i = roles.size(); i-- > 0;) {
    if (says_something(roles[i])) return i;
  }
  return 0;
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

// Where a row could not be cut.
struct RowFault {
  std::size_t column = 0;
  std::string_view rest;
};

class FlatTable {
 public:
  FlatTable(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target)
      : input_(input), options_(options), diagnostics_(diagnostics), builder_(input, options, diagnostics, target) {}

  void read() {
    Lines lines{input_.bytes};
    Line line;
    while (lines.next(line)) {
      if (trim(line.text).empty()) continue;
      if (in_rows_) {
        read_row(line);
      } else {
        read_preamble(line);
      }
    }
    if (!had_header_) fail_without_header();
    report_lines_above();
    builder_.finish();
  }

 private:
  [[nodiscard]] Caret caret_of(Line const& line, std::string_view part) const {
    return {input_.number, line.number, static_cast<std::uint32_t>(part.data() - line.text.data())};
  }

  void read_preamble(Line const& line) {
    std::string_view const text = trim(line.text);
    bool const awaits_caption = std::exchange(awaits_caption_, false);
    if (set_label_from_line(fields_, text, caret_of(line, text))) {
      awaits_caption_ = fields_.caption.empty();
      return;
    }
    constexpr std::string_view from = "From:";
    if (starts_in_any_case(text, from)) return take_title(text.substr(from.size()));
    if (set_field_from_line(fields_, text)) return;
    if (begin_table(line)) return;
    if (awaits_caption) {
      fields_.caption = text;
      fields_.caption_caret = caret_of(line, text);
      return;
    }
    above_.push_back(note(line, text, "a line above the table that is neither its label, its title nor its header: not read"));
  }

  // Another title is another article: what was said of the one before does not hold for it.
  void take_title(std::string_view title) {
    if (!fields_.document.title.empty() && trim(title) != fields_.document.title) fields_.document = {};
    set_field(fields_, Role::title, title);
  }

  bool begin_table(Line const& line) {
    tabs_ = line.text.find('\t') != std::string_view::npos;
    HeaderCut cut = tabs_ ? HeaderCut{split(trim(line.text), '\t'), {}} : cut_header(line.text, options_);
    if (!cut.rest.empty() || cut.headers.size() < 2) {
      if (cut.headers.size() > nearest_.headers.size()) {
        nearest_ = cut;
        nearest_line_ = line;
      }
      return false;
    }
    std::vector<Header> headers;
    for (std::string_view const header : cut.headers) headers.push_back({trim(header), caret_of(line, trim(header))});
    roles_ = assign_roles(headers, line.text, options_, diagnostics_);
    headers_ = std::move(cut.headers);
    free_ = free_column(roles_);
    if (!tabs_) check_columns_behind(line);
    Fields next;
    next.document = fields_.document;
    builder_.begin(std::exchange(fields_, std::move(next)), headers, roles_);
    report_lines_above();
    in_rows_ = true;
    had_header_ = true;
    had_legend_ = false;
    return true;
  }

  void check_columns_behind(Line const& line) const {
    for (std::size_t i = free_ + 1; i < roles_.size(); ++i) {
      if (roles_[i] == Role::reference && i + 1 == roles_.size()) continue;
      throw Error(
          diagnostics_.place(caret_of(line, headers_[i]), line.text),
          fmt::format("the cells of {} can not be told from those of {} without tabs", quoted(headers_[i]), quoted(headers_[free_])),
          "give the table as TSV or CSV");
    }
  }

  void read_row(Line const& line) {
    std::string_view const text = trim(line.text);
    if (set_label_from_line(fields_, text, caret_of(line, text))) {
      awaits_caption_ = fields_.caption.empty();
      in_rows_ = false;
      return;
    }
    cells_.clear();
    RowFault fault;
    bool const whole = tabs_ ? split_row(line) : cut_row(line, text, fault);
    if (whole) return builder_.add_row(cells_, caret_of(line, text));
    if (auto const legend = legend_of_line(text)) {
      had_legend_ = true;
      return builder_.add_legend(*legend);
    }
    if (had_legend_) return diagnostics_.add(note(line, text, "a line below the table's legend: not read"));
    if (tabs_) {
      return builder_.skip_row(caret_of(line, text), line.text, text,
                               fmt::format("expected {} cells, found {}", headers_.size(), cells_.size()),
                               "give every row a cell for each header; the row is left out");
    }
    std::string_view const header = headers_[fault.column];
    std::string message = fault.rest.empty() ? fmt::format("the row ends before its cell for {}", quoted(header))
                                             : fmt::format("no known {} begins {}", name(roles_[fault.column]), quoted(fault.rest));
    builder_.skip_row(caret_of(line, fault.rest.empty() ? text : fault.rest), line.text, text, std::move(message),
                      "give the table as TSV or CSV, or add the words to the ontology; the row is left out");
  }

  bool split_row(Line const& line) {
    for (std::string_view const cell : split(line.text, '\t')) cells_.push_back({cell, caret_of(line, cell)});
    while (cells_.size() > headers_.size() && trim(cells_.back().text).empty()) cells_.pop_back();
    return cells_.size() == headers_.size();
  }

  // Cuts the cells in front of the free column by the lexicon and a reference behind it by its form; the free column gets the rest.
  bool cut_row(Line const& line, std::string_view rest, RowFault& fault) {
    for (std::size_t column = 0; column < free_; ++column) {
      std::size_t const size = cell_size(roles_[column], rest, options_);
      if (size == 0) {
        fault = {column, rest};
        return false;
      }
      cells_.push_back({rest.substr(0, size), caret_of(line, rest)});
      rest = trim(rest.substr(size));
    }
    std::string_view reference;
    if (free_ + 1 < roles_.size()) {
      Arena unused;
      std::string_view const words = cut_citations(rest, unused).text;
      std::size_t const space = words.rfind(' ');
      std::size_t const end = words.size() != rest.size() || space == std::string_view::npos ? words.size() : space;
      reference = trim(rest.substr(end));
      rest = trim(rest.substr(0, end));
    }
    if (rest.empty()) {
      fault = {free_, rest};
      return false;
    }
    cells_.push_back({rest, caret_of(line, rest)});
    if (free_ + 1 < roles_.size()) cells_.push_back({reference, reference.empty() ? caret_of(line, rest) : caret_of(line, reference)});
    return true;
  }

  [[nodiscard]] Diagnostic note(Line const& line, std::string_view text, std::string message) const {
    return {Severity::note, caret_of(line, text), std::move(message), {}, excerpt_of(line.text, caret_of(line, text))};
  }

  // Only where a header follows: without one, that is the message.
  void report_lines_above() {
    for (Diagnostic& item : above_) diagnostics_.add(std::move(item));
    above_.clear();
  }

  [[noreturn]] void fail_without_header() const {
    std::string_view const hint = "name the columns: --columns result=\"HEADER\", or give the table as TSV or CSV";
    if (nearest_.headers.empty()) {
      throw Error(std::string{diagnostics_.input_name(input_.number)}, "there is no line with the headers of known columns",
                  std::string{hint});
    }
    std::string known;
    for (std::string_view const header : nearest_.headers) known += (known.empty() ? "" : ", ") + quoted(header);
    std::string_view const rest = nearest_.rest.empty() ? nearest_.headers.front() : nearest_.rest;
    throw Error(diagnostics_.place(caret_of(nearest_line_, rest), nearest_line_.text),
                nearest_.rest.empty()
                    ? fmt::format("only one known column, {}", known)
                    : fmt::format("the header line can not be cut: behind {} no known column begins {}", known, quoted(rest)),
                std::string{hint});
  }

  Input const& input_;
  ReadOptions const& options_;
  Diagnostics& diagnostics_;
  TableBuilder builder_;
  Fields fields_;  // of the table that comes
  bool awaits_caption_ = false;
  bool in_rows_ = false;
  bool had_header_ = false;
  bool had_legend_ = false;
  bool tabs_ = false;
  std::vector<std::string_view> headers_;
  std::vector<Role> roles_;
  std::size_t free_ = 0;
  std::vector<RawCell> cells_;
  std::vector<Diagnostic> above_;  // lines above the header that were not read
  HeaderCut nearest_;
  Line nearest_line_;
};

int recognises_flat(std::string_view name, std::string_view head) {
  std::string_view const text = trim(head);
  if (text.empty() || text.starts_with('{') || text.starts_with('<') || text.starts_with("digraph")) return 0;
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
  FlatTable{input, options, diagnostics, target}.read();
}

}  // namespace

extern Reader const flat_reader;
Reader const flat_reader{"flat", "text copied from a page, cells parted by single spaces", false, recognises_flat, read_flat};

}  // namespace mechgraph
