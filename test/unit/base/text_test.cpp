// UTF-8: checking, counting, cutting.
#include "base/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::string cleaned(std::string_view text, std::uint64_t expected_replacements) {
  std::uint64_t replaced = 0;
  std::string const out = clean_text(text, replaced);
  BOOST_TEST(replaced == expected_replacements);
  return out;
}

std::string encoded(char32_t value) {
  std::string out;
  append_utf8(out, value);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(valid_text_has_no_invalid_byte) {
  BOOST_TEST(find_invalid_utf8("") == none);
  BOOST_TEST(find_invalid_utf8("plain ASCII that is longer than one word of eight bytes") == none);
  BOOST_TEST(find_invalid_utf8("TNF-\u0251, \u03B2-catenin \u2191, \U0001F400 and more") == none);
  BOOST_TEST(find_invalid_utf8("\uFFFD\U0010FFFF\uE000\uD7FF") == none);
}

BOOST_AUTO_TEST_CASE(the_first_invalid_byte_is_found_wherever_it_stands) {
  for (std::size_t before = 0; before < 20; ++before) {
    std::string const text = std::string(before, 'a') + "\xE9" + std::string(20, 'b');
    BOOST_TEST(find_invalid_utf8(text) == before);
  }
  BOOST_TEST(find_invalid_utf8("ab\xCE") == 2U);            // cut off
  BOOST_TEST(find_invalid_utf8("\xCE\xB1\xE2\x86") == 2U);  // cut off
  BOOST_TEST(find_invalid_utf8("a\x80") == 1U);             // continuation without a start
}

BOOST_AUTO_TEST_CASE(overlong_forms_surrogates_and_values_above_the_last_plane_are_invalid) {
  for (std::string_view const bad : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",
                                     "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    BOOST_TEST(find_invalid_utf8(bad) == 0U);
    BOOST_TEST((decode(bad, 0).value == U'\uFFFD'));
    BOOST_TEST(decode(bad, 0).length == 1U);
  }
}

BOOST_AUTO_TEST_CASE(code_points_are_decoded_and_encoded_alike) {
  for (char32_t const value : {U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string const text = encoded(value);
    BOOST_TEST((decode(text, 0).value == value));
    BOOST_TEST(decode(text, 0).length == text.size());
  }
  BOOST_TEST(encoded(0xD800) == replacement);
  BOOST_TEST(encoded(0x110000) == replacement);
  BOOST_TEST(decode("a", 1).length == 0U);
}

BOOST_AUTO_TEST_CASE(code_points_are_counted) {
  BOOST_TEST(count_code_points("") == 0U);
  BOOST_TEST(count_code_points("abc") == 3U);
  BOOST_TEST(count_code_points("TNF-\u0251 \U0001F400") == 7U);
}

BOOST_AUTO_TEST_CASE(letters_digits_and_marks_are_of_a_word) {
  for (char32_t const value : {U'a', U'Z', U'7', U'\u03B1', U'\u00E9', U'\u0301', U'\u4E2D', U'\u00B2'}) BOOST_TEST(is_word(value));
  for (char32_t const value : {U' ', U'-', U'/', U'_', U'(', U'\u2191', U'\u2013', U'\u00A0', U'\U0001F400'}) BOOST_TEST(!is_word(value));
}

BOOST_AUTO_TEST_CASE(upper_case_is_told_in_every_script) {
  for (char32_t const value : {U'A', U'Z', U'\u0391', U'\u00C9', U'\u01C5'}) BOOST_TEST(is_upper(value));
  for (char32_t const value : {U'a', U'1', U'\u03B1', U'\u4E2D', U'-'}) BOOST_TEST(!is_upper(value));
}

BOOST_AUTO_TEST_CASE(white_space_is_told) {
  for (char32_t const value : {U' ', U'\t', U'\n', U'\u00A0', U'\u2009', U'\u202F', U'\u3000', U'\uFEFF'}) BOOST_TEST(is_space(value));
  for (char32_t const value : {U'a', U'\u200B', U'\u00AD', U'\0'}) BOOST_TEST(!is_space(value));
}

BOOST_AUTO_TEST_CASE(trim_takes_white_space_from_both_ends_and_copies_nothing) {
  std::string_view const text = "\uFEFF \t\u00A0MSC exo\u2009some\u202F\r\n";
  std::string_view const trimmed = trim(text);
  BOOST_TEST(trimmed == "MSC exo\u2009some");
  BOOST_TEST((trimmed.data() > text.data() && trimmed.data() < text.data() + text.size()));
  BOOST_TEST(trim(" \u00A0 ").empty());
  BOOST_TEST(trim("\u03B1") == "\u03B1");
}

BOOST_AUTO_TEST_CASE(line_ends_become_line_feeds) {
  BOOST_TEST(cleaned("a\r\nb\rc\nd\r\n", 0) == "a\nb\nc\nd\n");
  BOOST_TEST(cleaned("\r\r\n\r", 0) == "\n\n\n");
}

BOOST_AUTO_TEST_CASE(what_xml_can_not_hold_is_replaced_and_counted) {
  using namespace std::string_view_literals;
  BOOST_TEST(cleaned("a\x01\tb\x1F\n\0c"sv, 3) == "a\uFFFD\tb\uFFFD\n\uFFFDc");
  BOOST_TEST(cleaned("\xEF\xBF\xBE and \xEF\xBF\xBF, not \uFFFD or \uFEFF", 2) == "\uFFFD and \uFFFD, not \uFFFD or \uFEFF");
  BOOST_TEST(cleaned("\x7F\u0085\u03B1", 0) == "\x7F\u0085\u03B1");
}

BOOST_AUTO_TEST_CASE(split_keeps_empty_parts_but_an_empty_text_has_none) {
  BOOST_TEST(split("", '|').empty());
  BOOST_TEST((split("a", '|') == std::vector<std::string_view>{"a"}));
  BOOST_TEST((split("|a||b|", '|') == std::vector<std::string_view>{"", "a", "", "b", ""}));
}

BOOST_AUTO_TEST_CASE(a_hull_covers_both_and_an_empty_span_adds_nothing) {
  BOOST_TEST((hull({5, 9}, {2, 3}) == Span{2, 9}));
  BOOST_TEST((hull({2, 9}, {3, 4}) == Span{2, 9}));
  BOOST_TEST((hull({}, {3, 4}) == Span{3, 4}));
  BOOST_TEST((hull({3, 4}, {}) == Span{3, 4}));
  BOOST_TEST(hull({}, {}).empty());
}
