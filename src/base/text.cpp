// UTF-8: checking it, counting it, cutting it. Text of this field is ASCII with a few Greek letters: ASCII takes the short way everywhere.
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <utf8proc.h>

namespace mechgraph {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

constexpr unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

constexpr bool is_continuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

// Length of the run of ASCII bytes that begins at `at`.
std::size_t ascii_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (; end + sizeof(std::uint64_t) <= text.size(); end += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + end, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  while (end < text.size() && byte_at(text, end) < 0x80U) ++end;
  return end - at;
}

// The code point at `at`, which is not ASCII; length 0 where the bytes are not UTF-8.
CodePoint decode_multibyte(std::string_view text, std::size_t at) {
  unsigned const first = byte_at(text, at);
  unsigned const length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  if (first < 0xC2U || first > 0xF4U || text.size() - at < length) return {};
  char32_t value = first & (0x7FU >> length);
  for (unsigned i = 1; i < length; ++i) {
    unsigned const next = byte_at(text, at + i);
    if (!is_continuation(next)) return {};
    value = (value << 6U) | (next & 0x3FU);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  bool const surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least[length] || value > 0x10FFFF || surrogate) return {};
  return {value, length};
}

// True for the first bytes of what clean_text looks at: control characters but tab and line feed, and 0xEF for U+FFFE and U+FFFF.
constexpr auto needs_a_look = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = byte != '\t' && byte != '\n';
  table[0xEF] = true;
  return table;
}();

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Bytes of the white space that ends (or begins) the text, 0 = none.
constexpr std::array<std::string_view, 4> wide_spaces{"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xEF\xBB\xBF"};

constexpr bool is_ascii_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

std::size_t leading_space(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text.front())) return 1;
  if (byte_at(text, 0) < 0x80U) return 0;
  for (std::string_view const space : wide_spaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t trailing_space(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text.back())) return 1;
  if (byte_at(text, text.size() - 1) < 0x80U) return 0;
  for (std::string_view const space : wide_spaces) {
    if (text.ends_with(space)) return space.size();
  }
  return 0;
}

}  // namespace

Span hull(Span a, Span b) noexcept {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

CodePoint decode(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {0, 0};
  unsigned const first = byte_at(text, at);
  if (first < 0x80U) return {first, 1};
  CodePoint const found = decode_multibyte(text, at);
  return found.length == 0 ? CodePoint{0xFFFD, 1} : found;
}

void append_utf8(std::string& out, char32_t code_point) {
  auto const put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  auto const tail = [&](unsigned shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    tail(0);
  } else if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    out += replacement;
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    tail(6);
    tail(0);
  } else {
    put(0xF0U | (code_point >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t find_invalid_utf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while (true) {
    at += ascii_run(text, at);
    if (at == text.size()) return std::string_view::npos;
    std::uint32_t const length = decode_multibyte(text, at).length;
    if (length == 0) return at;
    at += length;
  }
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (char const byte : text) count += is_continuation(static_cast<unsigned char>(byte)) ? 0U : 1U;
  return count;
}

bool is_word(char32_t code_point) noexcept {
  if (code_point < 0x80) {
    return (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z') || (code_point >= '0' && code_point <= '9');
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
  }
}

bool is_upper(char32_t code_point) noexcept {
  if (code_point < 0x80) return code_point >= 'A' && code_point <= 'Z';
  auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_space(char32_t code_point) noexcept {
  if (code_point < 0x80) return is_ascii_space(static_cast<char>(code_point));
  return code_point == 0x85 || code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
         code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F || code_point == 0x3000 ||
         code_point == 0xFEFF;
}

std::string_view trim(std::string_view text) noexcept {
  while (std::size_t const size = leading_space(text)) text.remove_prefix(size);
  while (std::size_t const size = trailing_space(text)) text.remove_suffix(size);
  return text;
}

std::string clean_text(std::string_view text, std::uint64_t& replaced) {
  std::string out;
  out.reserve(text.size());
  std::size_t kept = 0;  // all before this is in `out`
  auto const put = [&](std::size_t at, std::size_t length, std::string_view instead) {
    out.append(text, kept, at - kept);
    out.append(instead);
    kept = at + length;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned const byte = byte_at(text, at);
    if (!needs_a_look[byte]) continue;
    if (byte == '\r') {
      bool const before_line_feed = at + 1 < text.size() && text[at + 1] == '\n';
      put(at, 1, before_line_feed ? "" : "\n");
    } else if (byte < 0x20U) {
      put(at, 1, replacement);
      ++replaced;
    } else if (at + 2 < text.size() && byte_at(text, at + 1) == 0xBFU && byte_at(text, at + 2) >= 0xBEU) {
      put(at, 3, replacement);
      ++replaced;
    }
  }
  out.append(text, kept, text.size() - kept);
  return out;
}

void append_percent_decoded(std::string& out, std::string_view text) {
  auto const value = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const is_escape = text[i] == '%' && i + 2 < text.size() && value(text[i + 1]) >= 0 && value(text[i + 2]) >= 0;
    out += is_escape ? static_cast<char>(value(text[i + 1]) * 16 + value(text[i + 2])) : text[i];
    if (is_escape) i += 2;
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  if (text.empty()) return parts;
  while (true) {
    std::size_t const end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace mechgraph
