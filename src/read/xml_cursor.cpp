// A walk over the marks of XML as it comes, that checks it on the way.
#include "read/xml_cursor.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/byte_scan.hpp"
#include "read/jats_scan.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t npos = std::string::npos;
constexpr std::size_t deepest = 1000;
constexpr std::size_t longest_line = std::size_t{256} * 1024;  // that is kept for a message
constexpr std::string_view get_again = "the file is cut off or damaged: get it again";
constexpr ByteSet tag_stops{">\"'", false, false};
constexpr ByteSet not_in_names{" \t\n\r<>/=\"'&?!", false, false};

bool is_white(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

bool is_all_white(std::string_view text) { return std::all_of(text.begin(), text.end(), is_white); }

// The end of a tag: the first '>' outside of quotes; npos without one.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  while (true) {
    at = find_byte<tag_stops>(text, at);
    if (at == text.size()) return npos;
    if (text[at] == '>') return at;
    at = text.find(text[at], at + 1);
    if (at == npos) return npos;
    ++at;
  }
}

// The end of the name, or of the white space, that begins at `at`.
std::size_t end_of_name(std::string_view text, std::size_t at) { return find_byte_plain<not_in_names>(text, at); }
std::size_t end_of_white(std::string_view text, std::size_t at) {
  while (at < text.size() && is_white(text[at])) ++at;
  return at;
}

}  // namespace

// Reads on, at least as much again as there is of the mark at hand, so that a long one is not looked through again and again, and drops
// what stands before its line. At the end all stays at hand, for messages.
bool XmlCursor::refill() {
  if (at_end_) return false;
  Place const place = place_of(begin_);
  bool const keeps_line = line_is_whole_ && place.byte < longest_line;
  std::size_t const dropped = keeps_line ? line_begin_ : begin_;
  std::size_t const before = window_.size();
  while (!at_end_ && window_.size() - dropped <= 2 * (before - dropped)) at_end_ = !more_(window_);
  if (window_.size() == before) return false;
  for (Open& open : open_) {
    if (open.line == 0) open.line = place_of(open.at - base_).line;
  }
  window_.erase(0, dropped);
  base_ += dropped;
  begin_ -= dropped;
  at_ = begin_;
  counted_ = 0;
  first_line_ = place.line;
  starts_whole_ = keeps_line;
  return true;
}

XmlCursor::Event XmlCursor::next() {
  if (std::exchange(end_follows_, false)) return Event::end;
  while (true) {
    begin_ = at_;
    if (at_ == window_.size()) {
      if (refill()) continue;
      if (open_.empty()) return Event::done;
      Open const last = open_.back();
      std::uint32_t const line = last.line != 0 ? last.line : place_of(last.at - base_).line;
      fail(at_, fmt::format("the file ends inside <{}> of line {}", last.name, line), std::string{get_again});
    }
    if (window_[at_] != '<') {
      std::size_t const end = window_.find('<', at_);
      if (end == npos && refill()) continue;
      return text_until(std::min(end, window_.size()));
    }
    constexpr std::size_t longest_beginning = 9;
    if (window_.size() - at_ < longest_beginning && refill()) continue;
    std::string_view const rest = std::string_view{window_}.substr(at_);
    if (rest.starts_with("<![CDATA[")) {
      if (pass_until("]]>", longest_beginning, "a CDATA section")) return Event::raw_text;
    } else if (rest.starts_with("<!--")) {
      pass_until("-->", 4, "a comment");
    } else if (rest.starts_with("<?")) {
      pass_until("?>", 2, "a processing instruction");
    } else if (rest.starts_with("<!DOCTYPE")) {
      pass_doctype();
    } else {
      std::size_t const close = end_of_tag(window_, at_);
      if (close == npos && refill()) continue;
      std::string_view const tag = std::string_view{window_}.substr(0, close == npos ? window_.size() : close + 1);
      if (rest.starts_with("</")) {
        end_tag(tag);
        return Event::end;
      }
      start_tag(tag);
      return Event::start;
    }
  }
}

XmlCursor::Event XmlCursor::text_until(std::size_t end) {
  text_ = std::string_view{window_}.substr(at_, end - at_);
  if (open_.empty() && !is_all_white(text_)) {
    fail(end_of_white(window_, at_), "text outside of all elements",
         "check that this is XML: it begins with <article or <!DOCTYPE article");
  }
  at_ = end;
  return Event::text;
}

// False, with more at hand, where the end was not there yet.
bool XmlCursor::pass_until(std::string_view close, std::size_t from, std::string_view what) {
  std::size_t const stop = window_.find(close, at_ + from);
  if (stop == npos) {
    if (refill()) return false;
    fail(begin_, fmt::format("{} that is never closed", what), std::string{get_again});
  }
  text_ = std::string_view{window_}.substr(at_ + from, stop - at_ - from);
  at_ = stop + close.size();
  return true;
}

void XmlCursor::pass_doctype() {
  std::size_t at = at_;
  while (at < window_.size() && window_[at] != '>') {
    char const byte = window_[at];
    if (byte == '[') {
      fail(at, "a DOCTYPE that declares entities or elements itself ('[')",
           "remove the part in brackets; declarations are never read and nothing is fetched");
    }
    if (byte == '"' || byte == '\'') at = std::min(window_.find(byte, at + 1), window_.size() - 1);
    ++at;
  }
  if (at < window_.size()) {
    at_ = at + 1;
  } else if (!refill()) {
    fail(begin_, "a DOCTYPE that is never closed", std::string{get_again});
  }
}

// `text` is the window up to the end of the tag, or of the input.
void XmlCursor::start_tag(std::string_view text) {
  std::size_t at = at_ + 1;
  std::size_t const name_end = end_of_name(text, at);
  std::string_view const name = text.substr(at, name_end - at);
  if (name.empty()) fail(begin_, "a \"<\" that begins no tag", "in text it is written &lt;");
  at = name_end;
  attributes_.clear();
  bool is_empty = false;
  while (true) {
    at = end_of_white(text, at);
    if (at >= text.size()) fail_tag(at);
    if (text[at] == '>') break;
    if (text.substr(at, 2) == "/>") {
      is_empty = true;
      ++at;
      break;
    }
    std::size_t const begin = at;
    at = end_of_name(text, begin);
    if (!is_white(text[begin - 1]) || at == begin) fail_tag(begin);
    std::string_view const attribute = text.substr(begin, at - begin);
    at = end_of_white(text, at);
    if (at >= text.size() || text[at] != '=') fail_tag(at);
    at = end_of_white(text, at + 1);
    if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) fail_tag(at);
    std::size_t const close = text.find(text[at], at + 1);
    if (close == npos) fail(at, "the quote that opens here is never closed", std::string{get_again});
    attributes_.push_back({attribute, text.substr(at + 1, close - at - 1)});
    at = close + 1;
  }
  if (!is_empty && open_.size() == deepest) {
    fail(begin_, fmt::format("elements nested deeper than {}", deepest), "check that this is an article");
  }
  if (!is_empty) open_.push_back({std::string{name}, base_ + begin_, 0});
  end_follows_ = is_empty;
  name_ = local_name(name);
  at_ = at + 1;
}

void XmlCursor::end_tag(std::string_view text) {
  std::size_t const begin = at_ + 2;
  std::size_t const name_end = end_of_name(text, begin);
  std::string_view const name = text.substr(begin, name_end - begin);
  std::size_t const at = end_of_white(text, name_end);
  if (at >= text.size() || text[at] != '>') fail_tag(at);
  if (open_.empty()) fail(begin_, fmt::format("</{}> closes nothing", name), std::string{get_again});
  Open const& last = open_.back();
  if (last.name != name) {
    std::uint32_t const line = last.line != 0 ? last.line : place_of(last.at - base_).line;
    fail(begin_, fmt::format("</{}> where <{}> of line {} is to be closed", name, last.name, line),
         "correct the tags, or get the file again");
  }
  open_.pop_back();
  name_ = local_name(name);
  at_ = at + 1;
}

std::string_view XmlCursor::attribute(std::string_view name) const noexcept {
  for (Attribute const& attribute : attributes_) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

XmlCursor::Place XmlCursor::place_of(std::size_t at) {
  if (counted_ == 0 || at < counted_) {
    counted_ = 0;
    line_ = first_line_;
    line_begin_ = 0;
    line_is_whole_ = starts_whole_;
  }
  for (std::size_t end = window_.find('\n', counted_); end < at; end = window_.find('\n', line_begin_)) {
    ++line_;
    line_begin_ = end + 1;
    line_is_whole_ = true;
  }
  counted_ = std::max(at, line_begin_);
  return {line_, line_is_whole_ ? static_cast<std::uint32_t>(at - line_begin_) : 0};
}

std::string_view XmlCursor::line_of(std::size_t at_in_input) {
  if (at_in_input < base_) return {};
  place_of(at_in_input - base_);
  if (!line_is_whole_) return {};
  return std::string_view{window_}.substr(line_begin_, window_.find('\n', line_begin_) - line_begin_);
}

void XmlCursor::fail(std::size_t at, std::string message, std::string hint) {
  Place const place = place_of(at);
  throw XmlFault{place.line, place.byte, std::string{line_of(base_ + at)}, std::move(message), std::move(hint)};
}

void XmlCursor::fail_tag(std::size_t at) {
  if (at >= window_.size()) fail(begin_, "a tag that is never closed", std::string{get_again});
  fail(at, fmt::format("{} can not stand here in a tag", quoted(std::string_view{window_}.substr(at, 1))),
       "correct the tag; a \"<\" in text is written &lt;");
}

}  // namespace mechgraph
