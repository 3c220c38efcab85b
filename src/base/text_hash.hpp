// A hash of texts for tables in memory: not for files, it differs between machines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mechgraph {

// Spreads a number over all 64 bits; different numbers stay different (the finisher of splitmix64).
constexpr std::uint64_t mixed(std::uint64_t value) noexcept {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

// Eight bytes a step. Linear in the text.
inline std::uint64_t text_hash(std::string_view text) noexcept {
  auto const load = [](char const* from, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, size);
    return word;
  };
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = text.size() * factor;
  auto const take = [&](std::uint64_t word) {
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32U;
  };
  char const* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, at += 8) take(load(at, 8));
  if (left != 0 && text.size() >= 8) {
    take(load(text.data() + text.size() - 8, 8));  // some bytes once more: cheaper than a load of odd size
  } else if (left >= 4) {
    take(load(at, 4) | load(at + left - 4, 4) << 32U);
  } else if (left != 0) {
    take(static_cast<unsigned char>(at[0]) | std::uint64_t{static_cast<unsigned char>(at[left / 2])} << 8U |
         std::uint64_t{static_cast<unsigned char>(at[left - 1])} << 16U);
  }
  return mixed(hash);
}

}  // namespace mechgraph
