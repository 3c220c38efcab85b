// Text for a terminal.
#include "cli/screen.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(screen_text_lets_no_control_character_through) {
  BOOST_TEST(screen_text("a\x1b[31mb") == "a\xEF\xBF\xBD[31mb");
  BOOST_TEST(screen_text("a\tb\nc") == "a b c");
  BOOST_TEST(screen_text("a\u202Eb") == "a\uFFFDb");
  BOOST_TEST(screen_text("a\u009Bb") == "a\uFFFDb");
}

BOOST_AUTO_TEST_CASE(screen_width_counts_wide_characters_twice_and_marks_not_at_all) {
  BOOST_TEST(screen_width("TNF-ɑ") == 5U);
  BOOST_TEST(screen_width("肝") == 2U);
  BOOST_TEST(screen_width("e\u0301") == 1U);
}

BOOST_AUTO_TEST_CASE(padded_fills_up_and_never_cuts) {
  BOOST_TEST(padded("β", 3) == "β  ");
  BOOST_TEST(padded("abcd", 3) == "abcd");
}

BOOST_AUTO_TEST_CASE(wrapped_breaks_at_white_space_and_leaves_long_words_whole) {
  BOOST_TEST(wrapped("one two three", 7, "  ") == "  one two\n  three\n");
  BOOST_TEST(wrapped("incomprehensible word", 5, "") == "incomprehensible\nword\n");
  BOOST_TEST(wrapped("", 5, "> ") == "> \n");
}

BOOST_AUTO_TEST_CASE(wrapped_takes_a_line_of_exactly_the_width) { BOOST_TEST(wrapped("one two", 7, "") == "one two\n"); }

BOOST_AUTO_TEST_CASE(marked_draws_signs_under_the_words_of_each_line) {
  std::string const text = "reduced TNF-ɑ in liver";
  BOOST_TEST(marked(text, {{{0, 14}, '~'}, {{8, 14}, '='}, {{0, 7}, '^'}}, 80, "  ") ==
             "  reduced TNF-ɑ in liver\n"
             "  ^^^^^^^~=====\n");
  BOOST_TEST(marked(text, {{{8, 14}, '='}, {{18, 23}, '~'}}, 10, "") ==
             "reduced\n"
             "TNF-ɑ in\n"
             "=====\n"
             "liver\n"
             "~~~~~\n");
}

BOOST_AUTO_TEST_CASE(marked_ignores_what_lies_beyond_the_text) { BOOST_TEST(marked("ab", {{{1, 9}, '~'}}, 80, "") == "ab\n ~\n"); }

BOOST_AUTO_TEST_CASE(marked_breaks_lines_where_the_text_does) {
  BOOST_TEST(marked("a\nb c", {{{2, 3}, '~'}}, 80, " ") == " a\n b c\n ~\n");
}
