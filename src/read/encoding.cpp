// Text that is not UTF-8: telling which it is, and converting it.
#include "read/encoding.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"

namespace mechgraph {
namespace {

constexpr unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// The code points of 0x80 to 0x9F, 0 where there is none: https://encoding.spec.whatwg.org/index-windows-1252.txt without its C1 controls.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// UTF-16 without a mark: words of the first bytes are Latin letters, whose high byte is zero.
std::optional<Encoding> unmarked_utf16(std::string_view head) {
  constexpr std::size_t looked_at = 512;
  head = head.substr(0, std::min(head.size(), looked_at) & ~std::size_t{1});
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1U : 0U;
  std::size_t const enough = head.size() / 2 - head.size() / 8;  // three quarters
  if (head.size() < 4) return std::nullopt;
  if (zeros[0] == 0 && zeros[1] >= enough) return Encoding::utf16_le;
  if (zeros[1] == 0 && zeros[0] >= enough) return Encoding::utf16_be;
  return std::nullopt;
}

}  // namespace

std::string_view name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf16_le: return "UTF-16 (little endian)";
    case Encoding::utf16_be: return "UTF-16 (big endian)";
    case Encoding::utf32: return "UTF-32";
    case Encoding::windows_1252: return "Windows-1252 (Latin-1)";
  }
  return {};
}

ToldEncoding told_encoding(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 3};
  if (head.starts_with("\xFF\xFE\0\0"sv) || head.starts_with("\0\0\xFE\xFF"sv)) return {Encoding::utf32, 4};
  if (head.starts_with("\xFF\xFE")) return {Encoding::utf16_le, 2};
  if (head.starts_with("\xFE\xFF")) return {Encoding::utf16_be, 2};
  return {unmarked_utf16(head).value_or(Encoding::utf8), 0};
}

Conversion convert_utf16(std::string_view bytes, bool big_endian, bool at_end, std::string& out) {
  auto const unit = [&](std::size_t at) {
    unsigned const first = byte_at(bytes, at);
    unsigned const second = byte_at(bytes, at + 1);
    return static_cast<char32_t>(big_endian ? (first << 8U) | second : (second << 8U) | first);
  };
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    char32_t const first = unit(at);
    if (first < 0xD800 || first > 0xDFFF) {
      append_utf8(out, first);
      at += 2;
      continue;
    }
    if (first > 0xDBFF) return {at, "half a character (a low surrogate alone)"};
    if (at + 3 >= bytes.size()) {
      if (at_end) return {at, "half a character at the end"};
      return {at, {}};
    }
    char32_t const second = unit(at + 2);
    if (second < 0xDC00 || second > 0xDFFF) return {at, "half a character (a high surrogate alone)"};
    append_utf8(out, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
    at += 4;
  }
  if (at < bytes.size() && at_end) return {at, "half a character at the end"};
  return {at, {}};
}

Conversion convert_windows_1252(std::string_view bytes, bool at_end, std::string& out) {
  constexpr std::size_t longest_run = 3;  // “é…
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::size_t run = 0;
    while (at + run < bytes.size() && run <= longest_run && byte_at(bytes, at + run) >= 0x80U) ++run;
    if (run == 0) {
      std::size_t end = at;
      while (end < bytes.size() && byte_at(bytes, end) < 0x80U) ++end;
      out.append(bytes, at, end - at);
      at = end;
      continue;
    }
    if (run > longest_run) return {at, "bytes of an encoding that can not be told"};
    if (at + run == bytes.size() && !at_end) return {at, {}};
    for (std::size_t i = at; i < at + run; ++i) {
      if (decode(bytes, i).length > 1) return {i, "UTF-8 in a text that was Windows-1252 (Latin-1) so far"};
      unsigned const byte = byte_at(bytes, i);
      char32_t const value = byte < 0xA0U ? windows_1252[byte - 0x80U] : byte;
      if (value == 0) return {i, fmt::format("byte 0x{:02X} is neither UTF-8 nor Windows-1252 (Latin-1)", byte)};
      append_utf8(out, value);
    }
    at += run;
  }
  return {at, {}};
}

}  // namespace mechgraph
