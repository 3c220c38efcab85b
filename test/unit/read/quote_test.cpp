// Words of the input in messages.
#include "read/quote.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(long_words_are_cut_between_code_points) {
  BOOST_TEST(quoted(" a b ") == "\"a b\"");
  BOOST_TEST(quoted("a\tb\nc") == "\"a b c\"");
  std::string greek;
  for (int i = 0; i < 61; ++i) greek += "\u03B1";
  BOOST_TEST(quoted(greek.substr(0, 120)) == "\"" + greek.substr(0, 120) + "\"");
  BOOST_TEST(quoted(greek) == "\"" + greek.substr(0, 120) + "\u2026\"");
}

BOOST_AUTO_TEST_CASE(an_excerpt_reaches_behind_its_caret_and_ends_between_code_points) {
  std::string const line(1000, 'x');
  BOOST_TEST(excerpt_of(line, {0, 1, 300}).size() == 500U);
  BOOST_TEST(excerpt_of("short", {0, 1, 2}) == "short");
  std::string greek(99, 'x');
  for (int i = 0; i < 100; ++i) greek += "\u03B1";
  BOOST_TEST(excerpt_of(greek, {0, 1, 0}) == greek.substr(0, 201));
}
