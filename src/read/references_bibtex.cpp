// BibTeX: @article{key, doi = {10.…}, author = "…"}.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/jats_scan.hpp"
#include "read/quote.hpp"
#include "read/reference_list.hpp"

namespace mechgraph {
namespace {

// What TeX markup shows, without accents: "M{\"u}ller" gives "Muller", "\ss" gives "ss".
std::string plain(std::string_view tex) {
  std::string out;
  for (std::size_t at = 0; at < tex.size(); ++at) {
    char const byte = tex[at];
    if (byte == '{' || byte == '}' || byte == '~') {
      if (byte == '~') out += ' ';
    } else if (byte == '\\' && at + 1 < tex.size()) {
      std::size_t end = at + 1;
      while (end < tex.size() && ((tex[end] >= 'a' && tex[end] <= 'z') || (tex[end] >= 'A' && tex[end] <= 'Z'))) ++end;
      std::string_view const command = tex.substr(at + 1, end - at - 1);
      constexpr std::string_view accents = "`'^\"~=.";
      if (command.empty()) {
        if (accents.find(tex[at + 1]) == std::string_view::npos) out += tex[at + 1];  // "\&", "\_"
        end = at + 2;
      } else if (command.size() > 1 || command == "o" || command == "O" || command == "l" || command == "L" || command == "i") {
        out += command;  // "\ss", "\ae"
        if (end < tex.size() && tex[end] == ' ') ++end;
      }
      at = end - 1;
    } else {
      out += byte == '\n' ? ' ' : byte;
    }
  }
  return std::string{trim(out)};
}

class Parser {
 public:
  Parser(Input const& input, Diagnostics const& diagnostics) : text_(input.bytes), places_(input, diagnostics) {}

  std::vector<ListedReference> read() {
    for (at_ = text_.find('@'); at_ != std::string_view::npos; at_ = text_.find('@', at_)) {
      start_ = at_++;
      std::string_view const type = take_word();
      skip_white();
      if (at_ >= text_.size() || (text_[at_] != '{' && text_[at_] != '(')) continue;  // an address in a comment
      if (equal_in_any_case(type, "comment") || equal_in_any_case(type, "preamble") || equal_in_any_case(type, "string")) {
        skip_block();
      } else {
        entry();
      }
    }
    return std::move(found_);
  }

 private:
  static bool is_word_byte(char byte) {
    constexpr std::string_view ends = " \t\n\r{}(),=#\"%";
    return ends.find(byte) == std::string_view::npos;
  }
  void skip_white() { at_ = std::min(text_.find_first_not_of(" \t\n\r", at_), text_.size()); }
  std::string_view take_word() {
    skip_white();
    std::size_t const begin = at_;
    while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  [[noreturn]] void fail_open() const { places_.fail(start_, "the entry that begins here is never closed", "check its braces and quotes"); }

  void skip_block() {
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '{' || text_[at_] == '(') ++depth;
      if ((text_[at_] == '}' || text_[at_] == ')') && --depth == 0) return;
    }
    fail_open();
  }

  // The text of "{…}", "…" in quotes or a bare word; the place is behind it then.
  std::string_view take_value() {
    skip_white();
    if (at_ >= text_.size()) fail_open();
    char const open = text_[at_];
    if (open != '{' && open != '"') {
      std::string_view const word = take_word();
      if (word.empty()) places_.fail(at_, "a field without a value", "write NAME = {VALUE}");
      return word;
    }
    std::size_t const begin = ++at_;
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      char const byte = text_[at_];
      if (byte == '\\' && at_ + 1 < text_.size()) {
        ++at_;
      } else if (depth == 0 && byte == (open == '{' ? '}' : '"')) {
        return text_.substr(begin, at_++ - begin);
      } else if (byte == '{') {
        ++depth;
      } else if (byte == '}') {
        if (depth == 0) fail_open();
        --depth;
      }
    }
    fail_open();
  }

  void entry() {
    char const close = text_[at_] == '{' ? '}' : ')';
    ++at_;
    ListedReference& listed = found_.emplace_back();
    listed.entry.works.emplace_back();
    if (std::string_view const key = take_word(); !key.empty()) listed.keys.emplace_back(key);
    while (true) {
      skip_white();
      if (at_ >= text_.size()) fail_open();
      if (text_[at_] == close) break;
      if (text_[at_] == ',') {
        ++at_;
        continue;
      }
      std::string_view const name = take_word();
      skip_white();
      if (at_ >= text_.size()) fail_open();
      if (name.empty() || text_[at_] != '=') {
        places_.fail(at_, fmt::format("{} can not stand here in an entry", quoted(text_.substr(at_, 1))),
                     "fields are NAME = {VALUE}, with commas between them");
      }
      std::size_t const place = ++at_;
      std::string value{take_value()};
      for (skip_white(); at_ < text_.size() && text_[at_] == '#'; skip_white()) {
        ++at_;
        value += take_value();
      }
      field(listed, name, value, place);
    }
    ++at_;
  }

  void field(ListedReference& listed, std::string_view name, std::string const& value, std::size_t place) {
    Work& work = listed.entry.works.front();
    if (equal_in_any_case(name, "doi")) {
      if (!set_doi(work, plain(value))) places_.fail(place, quoted(value) + " is no DOI", "it begins with 10.");
    } else if (equal_in_any_case(name, "pmid")) {
      if (!set_pmid(work, plain(value))) places_.fail(place, quoted(value) + " is no PMID", "it is a number");
    } else if (equal_in_any_case(name, "pmcid") || equal_in_any_case(name, "pmc")) {
      if (!set_pmcid(work, plain(value))) places_.fail(place, quoted(value) + " is no PMCID", "it is PMC and a number");
    } else if (equal_in_any_case(name, "author")) {
      std::size_t const end = std::min(value.find(" and "), value.find("\nand "));
      std::string_view const first = trim(std::string_view{value}.substr(0, end));
      bool const is_group = first.starts_with('{') && first.ends_with('}');
      listed.entry.author = is_group ? plain(first) : surname_of(plain(first));
    } else if (equal_in_any_case(name, "year") || equal_in_any_case(name, "date")) {
      if (listed.entry.year.empty()) listed.entry.year = plain(value).substr(0, 5);
    } else if (!equal_in_any_case(name, "abstract") && !equal_in_any_case(name, "title")) {
      set_from_text(work, plain(value));
    }
  }

  std::string_view text_;
  SourcePlaces places_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;  // of the entry at hand
  std::vector<ListedReference> found_;
};

bool is_bibtex(std::string_view, std::string_view head) {
  for (std::size_t at = head.find('@'); at != std::string_view::npos; at = head.find('@', at + 1)) {
    bool const begins_line =
        trim(head.substr(0, at)).empty() || trim(head.substr(head.rfind('\n', at) + 1, at - head.rfind('\n', at) - 1)).empty();
    std::size_t const open = head.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1);
    if (begins_line && open != std::string_view::npos && open > at + 2 && (head[open] == '{' || head[open] == '(' || head[open] == ' '))
      return true;
  }
  return false;
}

std::vector<ListedReference> read_bibtex(Input const& input, Diagnostics& diagnostics) { return Parser{input, diagnostics}.read(); }

}  // namespace

ReferenceForm const bibtex_references{"BibTeX", is_bibtex, read_bibtex};

}  // namespace mechgraph
