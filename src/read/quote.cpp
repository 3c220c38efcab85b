// Words of the input, as messages show them.
#include "read/quote.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace mechgraph {

std::string quoted(std::string_view text) {
  constexpr std::size_t most = 60;
  text = trim(text);
  std::string out{'"'};
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < most; ++count) {
    CodePoint const point = decode(text, at);
    bool const is_break = point.value == '\n' || point.value == '\t';
    out += is_break ? std::string_view{" "} : text.substr(at, point.length);
    at += point.length;
  }
  if (at < text.size()) out += "\u2026";
  out += '"';
  return out;
}

std::string excerpt_of(std::string_view line, Caret caret) {
  constexpr std::size_t behind = 200;
  std::size_t end = std::min<std::size_t>(line.size(), std::size_t{caret.byte} + behind);
  while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
  return std::string{line.substr(0, end)};
}

}  // namespace mechgraph
