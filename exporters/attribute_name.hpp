// Names for attributes in formats whose names we share with the program that reads them.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace mechgraph {

// The attribute's own name, or that name behind "attribute " where it is taken (whatever its case) or begins so itself: two attributes
// never get one name. `taken` is in lower case.
inline std::string attribute_name(std::string_view attribute, std::span<std::string_view const> taken) {
  constexpr std::string_view prefix = "attribute ";
  std::string lower{attribute};
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  bool const is_taken = attribute.empty() || std::ranges::find(taken, lower) != taken.end() || lower.starts_with(prefix);
  return (is_taken ? std::string{prefix} : std::string{}).append(attribute);
}

}  // namespace mechgraph
