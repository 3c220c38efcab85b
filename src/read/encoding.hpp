// Text that is not UTF-8: telling which it is, and converting it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mechgraph {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, utf32, windows_1252 };

// "UTF-16 (little endian)"
std::string_view name(Encoding encoding);

// What the first bytes of a text say: a byte order mark (`mark`: its bytes), or zero bytes in every second place, as UTF-16 has them; else
// UTF-8. Never windows_1252: that shows at the first byte that is not ASCII only.
struct ToldEncoding {
  Encoding encoding = Encoding::utf8;
  std::size_t mark = 0;
};
ToldEncoding told_encoding(std::string_view head);

// How far bytes were converted. Where `fault` is empty, the bytes behind `used` are the beginning of something that goes on; else it says
// what is wrong with them.
struct Conversion {
  std::size_t used = 0;
  std::string fault;
};

// UTF-16 → UTF-8, appended to `out`. Refuses halves of surrogate pairs, and half a unit at the end of the text. Linear.
Conversion convert_utf16(std::string_view bytes, bool big_endian, bool at_end, std::string& out);

// Windows-1252, of which Latin-1 is a part, → UTF-8, appended to `out`. Refuses what this encoding does not have, and what it is not likely
// to be: four bytes in a row that are not ASCII (another alphabet), or two that are UTF-8 (a text of two encodings). Linear.
Conversion convert_windows_1252(std::string_view bytes, bool at_end, std::string& out);

}  // namespace mechgraph
