// Near names.
#include "cli/suggest.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(edit_distance_counts_insertions_deletions_changes_and_swaps) {
  BOOST_TEST(edit_distance("paths", "paths", 3) == 0U);
  BOOST_TEST(edit_distance("path", "paths", 3) == 1U);
  BOOST_TEST(edit_distance("ptahs", "paths", 3) == 1U);
  BOOST_TEST(edit_distance("peths", "paths", 3) == 1U);
  BOOST_TEST(edit_distance("", "abc", 3) == 3U);
}

BOOST_AUTO_TEST_CASE(edit_distance_takes_case_for_free) { BOOST_TEST(edit_distance("nlrp3", "NLRP3", 2) == 0U); }

BOOST_AUTO_TEST_CASE(edit_distance_stops_above_its_limit) {
  BOOST_TEST(edit_distance("abcdef", "uvwxyz", 2) == 3U);
  BOOST_TEST(edit_distance("a", "abcdefgh", 2) == 3U);
}

BOOST_AUTO_TEST_CASE(nearest_gives_the_nearest_first_and_none_that_is_far) {
  std::vector<std::string_view> const names{"graphml", "dot", "nt", "jsonl"};
  BOOST_TEST(nearest("grpahml", names) == std::vector<std::string>{"graphml"}, boost::test_tools::per_element());
  BOOST_TEST(nearest("spreadsheet", names).empty());
}

BOOST_AUTO_TEST_CASE(nearest_names_each_once_and_orders_equals_by_bytes) {
  std::vector<std::string_view> const names{"bad", "bat", "bar", "bar"};
  BOOST_TEST(nearest("baz", names) == (std::vector<std::string>{"bad", "bar", "bat"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(did_you_mean_lists_in_words) {
  std::vector<std::string_view> const names{"bad", "bat", "bar"};
  BOOST_TEST(did_you_mean("baz", names) == "did you mean bad, bar or bat?");
  BOOST_TEST(did_you_mean("tab", std::vector<std::string_view>{"tap"}) == "did you mean tap?");
  BOOST_TEST(did_you_mean("quite other", names) == "");
}
