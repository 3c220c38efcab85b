// Finding the first of several bytes in a text, a block at a time.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace mechgraph {

// A set of bytes to stop at. Made at compile time.
struct ByteSet {
  std::string_view special;
  bool controls = false;   // 00 to 1F
  bool non_ascii = false;  // 80 to FF
  std::array<bool, 256> has{};

  constexpr ByteSet(std::string_view bytes, bool with_controls, bool with_non_ascii)
      : special(bytes), controls(with_controls), non_ascii(with_non_ascii) {
    for (std::size_t i = 0; i < 0x20; ++i) has[i] = controls;
    for (std::size_t i = 0x80; i < 0x100; ++i) has[i] = non_ascii;
    for (char const c : special) has[static_cast<unsigned char>(c)] = true;
  }
};

// The offset, from `at` on, of the first byte that is in `set`, or the text's size. Byte by byte.
template <ByteSet const& set>
std::size_t find_byte_plain(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && !set.has[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

#if defined(__SSE2__)

// Which of 16 bytes are in `set`, a bit for each.
template <ByteSet const& set>
unsigned bytes_in(__m128i block) noexcept {
  __m128i found = _mm_setzero_si128();
  if constexpr (set.controls && set.non_ascii) {
    found = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));  // as signed numbers both are below
  } else if constexpr (set.controls) {
    found = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
  } else if constexpr (set.non_ascii) {
    found = block;  // the mask takes the highest bits
  }
  [&]<std::size_t... i>(std::index_sequence<i...>) {
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(set.special[i])))), ...);
  }
  (std::make_index_sequence<set.special.size()>{});
  return static_cast<unsigned>(_mm_movemask_epi8(found));
}

// The same as find_byte_plain(), 16 bytes at a time.
template <ByteSet const& set>
std::size_t find_byte(std::string_view text, std::size_t at) noexcept {
  char const* const bytes = text.data();
  std::size_t const size = text.size();
  while (size - at >= 16) {
    __m128i block;
    std::memcpy(&block, bytes + at, 16);
    if (unsigned const found = bytes_in<set>(block); found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    at += 16;
  }
  std::size_t const rest = size - at;
  if (rest == 0) return size;
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (size >= 16) {  // the last block overlaps what was looked at
    __m128i block;
    std::memcpy(&block, bytes + size - 16, 16);
    unsigned const found = bytes_in<set>(block) >> (16 - rest);
    return found != 0 ? at + static_cast<std::size_t>(std::countr_zero(found)) : size;
  }
  if (rest >= 8) {
    std::memcpy(&low, bytes + at, 8);
    std::memcpy(&high, bytes + size - 8, 8);
  } else if (rest >= 4) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, bytes + at, 4);
    std::memcpy(&last, bytes + size - 4, 4);
    low = high = first | std::uint64_t{last} << 32U;
  } else {
    return find_byte_plain<set>(text, at);
  }
  __m128i const block = _mm_set_epi64x(static_cast<long long>(high), static_cast<long long>(low));
  return bytes_in<set>(block) == 0 ? size : find_byte_plain<set>(text, at);
}

#else

template <ByteSet const& set>
std::size_t find_byte(std::string_view text, std::size_t at) noexcept {
  return find_byte_plain<set>(text, at);
}

#endif

}  // namespace mechgraph
