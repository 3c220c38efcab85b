// A walk over the marks of well-formed XML, from the first byte to the last.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/xml_text.hpp"

namespace mechgraph {

// Steps over XML that scan_xml (read/jats_scan.hpp) has found well-formed; other text gives nonsense but never leaves the bytes. Each byte
// is passed once. All views point into the bytes.
class XmlCursor {
 public:
  enum class Event { start, end, text, raw_text, done };  // raw_text: of a CDATA section, without references

  explicit XmlCursor(std::string_view bytes, std::size_t from = 0) : bytes_(bytes), at_(from) {}

  // The next mark. Comments and instructions are passed over. An empty element gives a start and an end.
  Event next();

  [[nodiscard]] std::string_view name() const noexcept { return name_; }  // of a start or end: without its prefix
  [[nodiscard]] std::string_view text() const noexcept { return text_; }  // as it stands
  [[nodiscard]] std::size_t at() const noexcept { return begin_; }        // where the mark begins

  // Calls `take` with the name and the value, as it stands between its quotes, of each attribute of a start.
  template <class Take>
  void attributes(Take take) const {
    std::string_view rest = inside_;
    while (true) {
      std::size_t const from = rest.find_first_not_of(" \t\n\r/");
      std::size_t const equals = rest.find('=', from == std::string_view::npos ? rest.size() : from);
      if (equals == std::string_view::npos) return;
      std::size_t const open = rest.find_first_of("\"'", equals);
      std::size_t const close = open == std::string_view::npos ? open : rest.find(rest[open], open + 1);
      if (close == std::string_view::npos) return;
      std::string_view name = rest.substr(from, equals - from);
      name = name.substr(0, name.find_last_not_of(" \t\n\r") + 1);
      take(name, rest.substr(open + 1, close - open - 1));
      rest.remove_prefix(close + 1);
    }
  }
  // The value of one attribute, as it stands; empty without it.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;

 private:
  std::string_view bytes_;
  std::size_t at_;
  std::size_t begin_ = 0;
  std::string_view name_, text_, inside_;
  bool end_follows_ = false;  // the start was an empty element
};

}  // namespace mechgraph
