// Copying texts that are mostly short.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

namespace mechgraph {

// Copies a text and gives the place behind it, without a call for what is up to 64 bytes long. The caller guarantees the room.
inline char* copy_to(char* to, std::string_view text) noexcept {
  char const* const from = text.data();
  std::size_t const size = text.size();
  if (__builtin_constant_p(size)) {
    if (size > 0) std::memcpy(to, from, size);
  } else if (size > 64) {
    std::memcpy(to, from, size);
  } else if (size > 32) {  // pieces that overlap
    std::memcpy(to, from, 32);
    std::memcpy(to + size - 32, from + size - 32, 32);
  } else if (size >= 16) {
    std::memcpy(to, from, 16);
    std::memcpy(to + size - 16, from + size - 16, 16);
  } else if (size >= 8) {
    std::memcpy(to, from, 8);
    std::memcpy(to + size - 8, from + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(to, from, 4);
    std::memcpy(to + size - 4, from + size - 4, 4);
  } else if (size > 0) {
    to[0] = from[0];
    to[size / 2] = from[size / 2];
    to[size - 1] = from[size - 1];
  }
  return to + size;
}

}  // namespace mechgraph
