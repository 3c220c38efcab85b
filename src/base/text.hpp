// UTF-8: checking it, counting it, cutting it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mechgraph {

// Half-open range of bytes in a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const noexcept { return begin == end; }
  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
  auto operator<=>(Span const&) const = default;
};

// The part of `text` that `span` covers. The caller guarantees span.end <= text.size().
inline std::string_view cut(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

// The least span that covers both; an empty span covers nothing.
Span hull(Span a, Span b) noexcept;

// One code point of a text: its value and how many bytes it takes. Bytes that are not UTF-8 give U+FFFD and length 1.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;
};
CodePoint decode(std::string_view text, std::size_t at) noexcept;
void append_utf8(std::string& out, char32_t code_point);

// Offset of the first byte that is not UTF-8 (overlong forms and surrogates count as not), or npos. Linear.
std::size_t find_invalid_utf8(std::string_view text) noexcept;

// Number of code points in valid UTF-8. Linear.
std::size_t count_code_points(std::string_view text) noexcept;

// True for a letter, a digit or a combining mark (Unicode categories L*, N*, M*): what a word boundary can not split.
bool is_word(char32_t code_point) noexcept;
bool is_upper(char32_t code_point) noexcept;
bool is_space(char32_t code_point) noexcept;

// The text without white space (ASCII, U+00A0, U+2009, U+202F, U+FEFF) at its ends; a part of the input, not a copy.
std::string_view trim(std::string_view text) noexcept;

// The text policy at entry: CRLF and CR become LF, code points that XML 1.0 can not hold (U+0000-08, 0B, 0C, 0E-1F, FFFE, FFFF)
// become U+FFFD. `replaced` is raised by the number of those. The input must be valid UTF-8.
std::string clean_text(std::string_view text, std::uint64_t& replaced);

// Appends the text with every %XX of two hex digits as the byte that it names; another '%' stays. Linear.
void append_percent_decoded(std::string& out, std::string_view text);

// Parts between separators; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace mechgraph
