// Opening an input and checking that it is text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "read/reader.hpp"

namespace mechgraph {

struct InputLimits {
  std::uint64_t longest_line = std::uint64_t{64} * 1024 * 1024;  // bytes; --max-line
};

// Reads a file (a pipe or device too), or standard input for "-", whole into memory and checks it as check_input does; registers its name
// in the Diagnostics. Throws Error when it is missing, a directory or unreadable.
Input open_input(std::string const& name, InputLimits const& limits, Diagnostics& diagnostics);

// The checks alone, on bytes that are at hand. A byte order mark is dropped, line ends become LF, control characters that XML can not hold
// become U+FFFD (their number is a note in the Diagnostics). Throws Error, with line and column where there is one: empty, known binary
// forms by name, UTF-16, a NUL byte, bytes that are not UTF-8, a line above the limit. Linear.
Input check_input(std::string name, std::string_view bytes, InputLimits const& limits, Diagnostics& diagnostics);

}  // namespace mechgraph
