// Comparing words of a file form without regard to case; ASCII only, as those words are.
#pragma once

#include <algorithm>
#include <string_view>

namespace mechgraph {

constexpr char ascii_lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }
constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

constexpr bool equal_in_any_case(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, ascii_lower, ascii_lower); }
constexpr bool starts_in_any_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_in_any_case(text.substr(0, prefix.size()), prefix);
}
constexpr bool ends_in_any_case(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && equal_in_any_case(text.substr(text.size() - suffix.size()), suffix);
}

}  // namespace mechgraph
