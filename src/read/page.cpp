// A text with tables → each table's own lines.
#include "read/page.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/page_text.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view from_word = "From:";
constexpr std::size_t look_ahead = 6;  // lines of words

class PageReader {
 public:
  PageReader(Input const& input, PageRules const& rules, Diagnostics& diagnostics)
      : input_(input), rules_(rules), diagnostics_(diagnostics) {
    Lines lines{input.bytes};
    for (Line line; lines.next(line);) lines_.push_back(line);
  }

  std::vector<PageTable> read() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      Line const& line = lines_[at_];
      std::string_view const text = trim(line.text);
      if (in_body_) {
        if (is_label(line)) {
          close();
          preamble(line, text);
        } else {
          table_.lines.push_back(line);
        }
      } else if (!text.empty()) {
        preamble(line, text);
      } else if (rules_.blank_cells && said_ && line.text.find_first_not_of(' ') != std::string_view::npos) {
        open(line);
      }
    }
    close();
    return std::move(tables_);
  }

 private:
  [[nodiscard]] Caret caret_of(Line const& line, std::string_view part) const {
    return {input_.number, line.number, static_cast<std::uint32_t>(part.data() - line.text.data())};
  }

  static bool is_label(Line const& line) {
    Fields ignored;
    return set_label_from_line(ignored, trim(line.text), {});
  }

  void preamble(Line const& line, std::string_view text) {
    bool const awaits_caption = std::exchange(awaits_caption_, false);
    if (set_label_from_line(table_.fields, text, caret_of(line, text))) {
      awaits_caption_ = table_.fields.caption.empty();
      said_ = true;
      return;
    }
    if (starts_in_any_case(text, from_word)) return take_title(text.substr(from_word.size()));
    if (set_field_from_line(table_.fields, text)) return;
    if (rules_.is_header && rules_.is_header(line.text)) return open(line);
    if (auto const legend = said_ ? legend_of_line(line.text) : std::nullopt) {
      table_.fields.legends.emplace_back(*legend);
      return;
    }
    if (awaits_caption || (table_.fields.caption.empty() && title_follows())) {
      table_.fields.caption = text;
      table_.fields.caption_caret = caret_of(line, text);
      return;
    }
    bool const header_follows = some_line_ahead([&](std::string_view next) { return rules_.is_header && rules_.is_header(next); });
    constexpr std::size_t longest_header = 40;
    if (said_ && header_follows && rules_.short_headers && text.size() <= longest_header) return open(line);
    if (said_ && header_follows && !table_.fields.caption.empty()) {  // a caption that is broken over lines
      table_.fields.caption += ' ';
      table_.fields.caption += text;
      return;
    }
    if (said_ && !rules_.needs_header && !header_follows) return open(line);
    diagnostics_.add({Severity::note,
                      caret_of(line, text),
                      "a line above the table that is neither its label, its title nor its header: not read",
                      {},
                      excerpt_of(line.text, caret_of(line, text))});
  }

  template <class Predicate>
  bool some_line_ahead(Predicate const& holds) const {
    std::size_t seen = 0;
    for (std::size_t i = at_ + 1; i < lines_.size() && seen < look_ahead; ++i) {
      std::string_view const text = trim(lines_[i].text);
      if (text.empty()) continue;
      if (is_label(lines_[i])) return false;
      if (holds(lines_[i].text)) return true;
      ++seen;
    }
    return false;
  }

  bool title_follows() const {
    for (std::size_t i = at_ + 1; i < lines_.size(); ++i) {
      std::string_view const text = trim(lines_[i].text);
      if (!text.empty()) return starts_in_any_case(text, from_word);
    }
    return false;
  }

  // Another title is another article: what was said of the one before does not hold for it.
  void take_title(std::string_view title) {
    if (!table_.fields.document.title.empty() && trim(title) != table_.fields.document.title) table_.fields.document = {};
    set_field(table_.fields, Role::title, title);
    said_ = true;
  }

  // Notes on lines above are given only where a table follows: without one, that is the message.
  void open(Line const& line) {
    for (Diagnostic& note : above_) diagnostics_.add(std::move(note));
    above_.clear();
    in_body_ = true;
    table_.lines.push_back(line);
  }

  void close() {
    if (!in_body_) return;
    in_body_ = false;
    take_legends();
    auto& lines = table_.lines;
    while (!lines.empty() && trim(lines.back().text).empty()) lines.pop_back();
    PageTable next;
    next.fields.document = table_.fields.document;
    tables_.push_back(std::move(table_));
    table_ = std::move(next);
    said_ = false;
  }

  [[nodiscard]] bool is_row(std::string_view line) const { return rules_.is_row && rules_.is_row(line); }

  // The first line of the legend: the first that can be nothing else, or the first of the last lines that are all legends.
  [[nodiscard]] std::size_t legend_begin() const {
    auto const& lines = table_.lines;
    std::size_t begin = lines.size();
    if (rules_.free_legend) {
      while (begin > 1 && !rules_.is_row(lines[begin - 1].text)) --begin;
      return begin;
    }
    for (std::size_t i = lines.size(); i-- > 1;) {
      if (trim(lines[i].text).empty()) continue;
      if (is_row(lines[i].text) || !legend_of_line(lines[i].text)) break;
      begin = i;
    }
    for (std::size_t i = 1; i < begin; ++i) {
      if (!is_row(lines[i].text) && opens_legend(lines[i].text)) return i;
    }
    return begin;
  }

  void take_legends() {
    auto& lines = table_.lines;
    std::size_t const begin = legend_begin();
    bool blank = false;
    for (std::size_t i = begin; i < lines.size(); ++i) {
      std::string_view const text = trim(lines[i].text);
      if (text.empty()) {
        blank = true;
        continue;
      }
      if (auto const legend = legend_of_line(lines[i].text)) {
        table_.fields.legends.emplace_back(*legend);
      } else if (rules_.free_legend && !blank) {
        table_.fields.legends.emplace_back(text);
      } else {
        diagnostics_.add({Severity::note,
                          caret_of(lines[i], text),
                          "a line below the table's legend: not read",
                          {},
                          excerpt_of(lines[i].text, caret_of(lines[i], text))});
      }
    }
    lines.resize(begin);
  }

  Input const& input_;
  PageRules const& rules_;
  Diagnostics& diagnostics_;
  std::vector<Line> lines_;
  std::size_t at_ = 0;
  std::vector<PageTable> tables_;
  PageTable table_;
  std::vector<Diagnostic> above_;
  bool awaits_caption_ = false;
  bool in_body_ = false;
  bool said_ = false;  // a label or title stands above
};

}  // namespace

std::vector<PageTable> tables_of_page(Input const& input, PageRules const& rules, Diagnostics& diagnostics) {
  return PageReader{input, rules, diagnostics}.read();
}

}  // namespace mechgraph
