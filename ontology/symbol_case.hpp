// The letter case of a molecule's symbol.
#pragma once

#include <string_view>

#include "base/text.hpp"

namespace mechgraph {

// "Tnf", "Il6": one capital, then none, as the genes of mice are written. Linear.
inline bool is_mouse_style(std::string_view printed) {
  bool first = true;
  for (std::size_t at = 0; at < printed.size();) {
    CodePoint const point = decode(printed, at);
    at += point.length;
    if (is_upper(point.value) != first) return false;
    first = false;
  }
  return true;
}

}  // namespace mechgraph
