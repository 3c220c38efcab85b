// Encodings: which one it is, and what it becomes.
#include "read/encoding.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;
using namespace std::string_view_literals;

namespace {

std::string told(std::string_view head) { return std::string{name(told_encoding(head).encoding)}; }

// What was converted, "|", how many bytes were not, and why.
std::string utf16(std::string_view bytes, bool big_endian = false, bool at_end = true) {
  std::string out;
  Conversion const done = convert_utf16(bytes, big_endian, at_end, out);
  return out + '|' + std::to_string(bytes.size() - done.used) + done.fault;
}

std::string windows(std::string_view bytes, bool at_end = true) {
  std::string out;
  Conversion const done = convert_windows_1252(bytes, at_end, out);
  return out + '|' + std::to_string(bytes.size() - done.used) + done.fault;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_mark_tells_the_encoding) {
  BOOST_TEST(told("\xEF\xBB\xBFx") == "UTF-8");
  BOOST_TEST(told("\xFF\xFEx\0"sv) == "UTF-16 (little endian)");
  BOOST_TEST(told("\xFE\xFF\0x"sv) == "UTF-16 (big endian)");
  BOOST_TEST(told("\xFF\xFE\0\0"sv) == "UTF-32");
  BOOST_TEST(told_encoding("\xEF\xBB\xBFx").mark == 3U);
}

BOOST_AUTO_TEST_CASE(zeros_in_every_second_place_tell_utf16_without_a_mark) {
  BOOST_TEST(told("S\0o\0u\0r\0"sv) == "UTF-16 (little endian)");
  BOOST_TEST(told("\0S\0o\0u\0r"sv) == "UTF-16 (big endian)");
  BOOST_TEST(told("T\0N\0F\0-\0\xB1\x03\t\0x\0"sv) == "UTF-16 (little endian)");
  BOOST_TEST(told("Source\0"sv) == "UTF-8");
  BOOST_TEST(told("\0\0\0\0"sv) == "UTF-8");
  BOOST_TEST(told("S\0"sv) == "UTF-8");
  BOOST_TEST(told("") == "UTF-8");
}

BOOST_AUTO_TEST_CASE(utf16_becomes_utf8) {
  BOOST_TEST(utf16("\xB1\x03x\0"sv) == "\u03B1x|0");
  BOOST_TEST(utf16("\x03\xB1\0x"sv, true) == "\u03B1x|0");
  BOOST_TEST(utf16("\x3D\xD8\x00\xDE"sv) == "\U0001F600|0");
}

BOOST_AUTO_TEST_CASE(half_characters_of_utf16_wait_for_more_and_are_refused_at_the_end) {
  BOOST_TEST(utf16("x\0\x3D"sv, false, false) == "x|1");
  BOOST_TEST(utf16("x\0\x3D\xD8"sv, false, false) == "x|2");
  BOOST_TEST(utf16("x\0\x3D"sv) == "x|1half a character at the end");
  BOOST_TEST(utf16("x\0\x3D\xD8"sv) == "x|2half a character at the end");
  BOOST_TEST(utf16("\x3D\xD8x\0"sv) == "|4half a character (a high surrogate alone)");
  BOOST_TEST(utf16("x\0\x3D\xDC"sv) == "x|2half a character (a low surrogate alone)");
}

BOOST_AUTO_TEST_CASE(windows_1252_becomes_utf8) {
  BOOST_TEST(windows("caf\xE9 \xB5-\x80\x92") == "caf\u00E9 \u00B5-\u20AC\u2019|0");
  BOOST_TEST(windows("\x93\xE9\x94.") == "\u201C\u00E9\u201D.|0");
}

BOOST_AUTO_TEST_CASE(what_windows_1252_does_not_have_or_is_not_likely_to_be_is_refused) {
  BOOST_TEST(windows("ab\x81") == "ab|1byte 0x81 is neither UTF-8 nor Windows-1252 (Latin-1)");
  BOOST_TEST(windows("a\xC4\xE3\xBA\xC3") == "a|4bytes of an encoding that can not be told");
  BOOST_TEST(windows("\xE9 a\xCE\xB1") == "\u00E9 a|2UTF-8 in a text that was Windows-1252 (Latin-1) so far");
}

BOOST_AUTO_TEST_CASE(a_run_at_the_end_of_a_block_waits_for_more) {
  BOOST_TEST(windows("a\xE9\xE8", false) == "a|2");
  BOOST_TEST(windows("a\xE9\xE8", true) == "a\u00E9\u00E8|0");
}
