// A walk over the marks of well-formed XML.
#include "read/xml_cursor.hpp"

#include <algorithm>

#include "read/jats_scan.hpp"

namespace mechgraph {
namespace {

// The end of a tag: the first '>' outside of quotes.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
  while (true) {
    at = bytes.find_first_of(">\"'", at);
    if (at == std::string_view::npos || bytes[at] == '>') return std::min(at, bytes.size());
    at = bytes.find(bytes[at], at + 1);
    if (at == std::string_view::npos) return bytes.size();
    ++at;
  }
}

}  // namespace

XmlCursor::Event XmlCursor::next() {
  if (end_follows_) {
    end_follows_ = false;
    return Event::end;
  }
  while (at_ < bytes_.size()) {
    begin_ = at_;
    if (bytes_[at_] != '<') {
      at_ = std::min(bytes_.find('<', at_), bytes_.size());
      text_ = bytes_.substr(begin_, at_ - begin_);
      return Event::text;
    }
    std::string_view const rest = bytes_.substr(at_);
    auto const pass = [&](std::string_view close, std::size_t from) {
      std::size_t const stop = std::min(rest.find(close, from), rest.size());
      at_ = std::min(begin_ + stop + close.size(), bytes_.size());
      return rest.substr(from, stop - std::min(from, stop));
    };
    if (rest.starts_with("<![CDATA[")) {
      text_ = pass("]]>", 9);
      return Event::raw_text;
    }
    if (rest.starts_with("<!--")) {
      pass("-->", 4);
    } else if (rest.starts_with("<?")) {
      pass("?>", 2);
    } else if (rest.starts_with("<!")) {
      at_ = std::min(end_of_tag(bytes_, at_) + 1, bytes_.size());
    } else {
      std::size_t const close = end_of_tag(bytes_, at_);
      bool const ends = rest.starts_with("</");
      inside_ = bytes_.substr(begin_ + (ends ? 2 : 1), close - std::min(close, begin_ + (ends ? 2 : 1)));
      at_ = std::min(close + 1, bytes_.size());
      end_follows_ = !ends && inside_.ends_with('/');
      std::size_t const name_end = std::min(inside_.find_first_of(" \t\n\r/"), inside_.size());
      name_ = local_name(inside_.substr(0, name_end));
      inside_.remove_prefix(name_end);
      return ends ? Event::end : Event::start;
    }
  }
  return Event::done;
}

std::string_view XmlCursor::attribute(std::string_view name) const {
  std::string_view found;
  attributes([&](std::string_view key, std::string_view value) {
    if (key == name) found = value;
  });
  return found;
}

}  // namespace mechgraph
