// XXH3-128 as hex digits.
#include "base/digest.hpp"

#include <xxhash.h>

namespace mechgraph {

std::string digest(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.data(), text.size()));
  std::string hex;
  hex.reserve(2 * sizeof canonical.digest);
  for (unsigned char const byte : canonical.digest) {
    hex.push_back(digits[byte >> 4U]);
    hex.push_back(digits[byte & 15U]);
  }
  return hex;
}

std::uint64_t checksum(std::string_view bytes) noexcept { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace mechgraph
