// XML before a parser sees it.
#include "read/jats_scan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t deepest = 1000;
constexpr std::string_view white = " \t\n\r";
constexpr std::string_view not_in_names = " \t\n\r<>/=\"'&?!";
constexpr std::string_view get_again = "the file is cut off or damaged: get it again";

bool is_white(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

class Scanner {
 public:
  Scanner(std::string& text, SourcePlaces const& places) : bytes_(text), text_(text), places_(places) {}

  XmlScan scan() {
    while (at_ < text_.size()) {
      std::size_t const tag = std::min(text_.find('<', at_), text_.size());
      pass_text(tag);
      at_ = tag;
      if (at_ < text_.size()) pass_markup();
    }
    if (!open_.empty()) {
      Open const& last = open_.back();
      places_.fail(text_.size(), fmt::format("the file ends inside <{}> of line {}", last.name, places_.caret(last.at).line),
                   std::string{get_again});
    }
    return std::move(found_);
  }

 private:
  struct Open {
    std::string_view name;
    std::size_t at;  // of its '<'
  };

  void pass_text(std::size_t end) {
    if (end == at_) return;
    bool const only_white = is_white(text_[at_]) && std::min(text_.find_first_not_of(white, at_), end) == end;
    if (open_.empty() && !only_white) {
      std::size_t const word = text_.find_first_not_of(white, at_);
      places_.fail(word, "text outside of all elements", "check that this is XML: it begins with <article or <!DOCTYPE article");
    }
    if (!open_.empty() && only_white) bytes_[at_] = kept_space;
  }

  void pass_markup() {
    std::string_view const rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return pass_until("-->", 4, "a comment");
    if (rest.starts_with("<![CDATA[")) return pass_until("]]>", 9, "a CDATA section");
    if (rest.starts_with("<?")) return pass_until("?>", 2, "a processing instruction");
    if (rest.starts_with("<!DOCTYPE")) return pass_doctype();
    if (rest.starts_with("</")) return pass_end_tag();
    pass_start_tag();
  }

  void pass_until(std::string_view end, std::size_t from, std::string_view what) {
    std::size_t const stop = text_.find(end, at_ + from);
    if (stop == std::string_view::npos) places_.fail(at_, fmt::format("{} that is never closed", what), std::string{get_again});
    at_ = stop + end.size();
  }

  void pass_doctype() {
    std::size_t const start = at_;
    while (at_ < text_.size() && text_[at_] != '>') {
      char const byte = text_[at_];
      if (byte == '[') {
        places_.fail(at_, "a DOCTYPE that declares entities or elements itself ('[')",
                     "remove the part in brackets; declarations are never read and nothing is fetched");
      }
      if (byte == '"' || byte == '\'') at_ = std::min(text_.find(byte, at_ + 1), text_.size() - 1);
      ++at_;
    }
    if (at_ >= text_.size()) places_.fail(start, "a DOCTYPE that is never closed", std::string{get_again});
    ++at_;
  }

  std::string_view take_name() {
    std::size_t const end = std::min(text_.find_first_of(not_in_names, at_), text_.size());
    std::string_view const name = text_.substr(at_, end - at_);
    at_ = end;
    return name;
  }

  void skip_white() { at_ = std::min(text_.find_first_not_of(white, at_), text_.size()); }

  [[noreturn]] void fail_tag(std::size_t start) const {
    if (at_ >= text_.size()) places_.fail(start, "a tag that is never closed", std::string{get_again});
    places_.fail(at_, fmt::format("{} can not stand here in a tag", quoted(text_.substr(at_, 1))),
                 "correct the tag; a \"<\" in text is written &lt;");
  }

  void pass_start_tag() {
    std::size_t const start = at_++;
    std::string_view const name = take_name();
    if (name.empty()) places_.fail(start, "a \"<\" that begins no tag", "in text it is written &lt;");
    while (true) {
      skip_white();
      if (at_ >= text_.size()) fail_tag(start);
      if (text_[at_] == '>') break;
      if (text_.substr(at_).starts_with("/>")) {
        at_ += 2;
        return note_element(name, {start, at_});
      }
      if (!is_white(text_[at_ - 1]) || take_name().empty()) fail_tag(start);
      skip_white();
      if (at_ >= text_.size() || text_[at_] != '=') fail_tag(start);
      ++at_;
      skip_white();
      if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) fail_tag(start);
      std::size_t const close = text_.find(text_[at_], at_ + 1);
      if (close == std::string_view::npos) places_.fail(at_, "the quote that opens here is never closed", std::string{get_again});
      at_ = close + 1;
    }
    ++at_;
    if (open_.size() == deepest) {
      places_.fail(start, fmt::format("elements nested deeper than {}", deepest), "check that this is an article");
    }
    if (found_.root.empty()) found_.root = local_name(name);
    if (local_name(name) == "article") ++open_articles_;
    open_.push_back({name, start});
  }

  void pass_end_tag() {
    std::size_t const start = at_;
    at_ += 2;
    std::string_view const name = take_name();
    skip_white();
    if (at_ >= text_.size() || text_[at_] != '>') fail_tag(start);
    ++at_;
    if (open_.empty()) places_.fail(start, fmt::format("</{}> closes nothing", name), std::string{get_again});
    Open const last = open_.back();
    if (last.name != name) {
      places_.fail(start, fmt::format("</{}> where <{}> of line {} is to be closed", name, last.name, places_.caret(last.at).line),
                   "correct the tags, or get the file again");
    }
    open_.pop_back();
    if (local_name(name) == "article") --open_articles_;
    note_element(name, {last.at, at_});
  }

  void note_element(std::string_view name, XmlElement element) {
    if (found_.root.empty()) found_.root = local_name(name);
    if (open_articles_ == 0 && local_name(name) == "article") found_.articles.push_back(element);
  }

  std::string& bytes_;
  std::string_view text_;  // the same bytes
  SourcePlaces const& places_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  std::size_t open_articles_ = 0;
  XmlScan found_;
};

}  // namespace

SourcePlaces::SourcePlaces(Input const& input, Diagnostics const& diagnostics) : input_(input), diagnostics_(diagnostics) {
  starts_.push_back(0);
  for (std::size_t end = input.bytes.find('\n'); end != std::string::npos; end = input.bytes.find('\n', end + 1))
    starts_.push_back(end + 1);
}

Caret SourcePlaces::caret(std::size_t at) const {
  auto const next = std::ranges::upper_bound(starts_, at);
  return {input_.number, static_cast<std::uint32_t>(next - starts_.begin()), static_cast<std::uint32_t>(at - *(next - 1))};
}

std::string_view SourcePlaces::line(std::size_t at) const {
  std::size_t const start = at - caret(at).byte;
  return std::string_view{input_.bytes}.substr(start, input_.bytes.find('\n', start) - start);
}

std::string SourcePlaces::excerpt(std::size_t at) const {
  constexpr std::size_t longest = std::size_t{256} * 1024;
  Caret const here = caret(at);
  return here.byte > longest ? std::string{} : excerpt_of(line(at), here);
}

void SourcePlaces::fail(std::size_t at, std::string const& message, std::string hint) const {
  throw Error(diagnostics_.place(caret(at), line(at)), message, std::move(hint));
}

XmlScan scan_xml(std::string& text, SourcePlaces const& places) { return Scanner{text, places}.scan(); }

std::string_view local_name(std::string_view name) {
  std::size_t const colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace mechgraph
