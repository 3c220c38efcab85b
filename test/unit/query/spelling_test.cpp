// The distance of spellings.
#include "query/spelling.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(changed_missing_and_extra_letters_count_up_to_a_limit) {
  BOOST_TEST(spelling_distance("", "", 0).value() == 0U);
  BOOST_TEST(spelling_distance("abc", "abc", 0).value() == 0U);
  BOOST_TEST(spelling_distance("abc", "abd", 1).value() == 1U);
  BOOST_TEST(spelling_distance("abc", "xabcd", 2).value() == 2U);
  BOOST_TEST(spelling_distance("kitten", "sitting", 3).value() == 3U);
  BOOST_TEST(!spelling_distance("kitten", "sitting", 2).has_value());
  BOOST_TEST(!spelling_distance("a", "abcdef", 3).has_value());
}
