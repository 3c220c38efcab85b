// The fingerprint that minted identifiers are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mechgraph {

// XXH3-128 of the bytes, seed 0: 32 lower-case hex digits of the canonical (big-endian) form.
std::string digest(std::string_view text);

// XXH3-64 of the bytes, seed 0: what files of ours are checked with.
std::uint64_t checksum(std::string_view bytes) noexcept;

}  // namespace mechgraph
