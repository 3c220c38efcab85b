// Where in the input something stood.
#pragma once

#include <compare>
#include <cstdint>

namespace mechgraph {

// A place in an input. `input` is the input's number in its InputNames table (diagnostics.hpp), `line` counts from 1 and
// `byte` is the offset in bytes from the start of that line; line 0 means "the input as a whole". Columns in code points are
// computed only when a message is printed.
struct Caret {
  std::uint32_t input = 0;
  std::uint32_t line = 0;
  std::uint32_t byte = 0;

  auto operator<=>(Caret const&) const = default;
};

}  // namespace mechgraph
