// Ids that come again.
#include "read/seen_ids.hpp"

#include <string>

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(new_ids_stay_as_they_are) {
  SeenIds ids;
  for (int i = 1; i < 2000; ++i) BOOST_REQUIRE(ids.distinct(std::to_string(i)) == std::to_string(i));
  for (auto const* id : {"a", "A", "", "01", "5000", "4000", "-1", "99999999999999999999"}) BOOST_TEST(ids.distinct(id) == id);
}

BOOST_AUTO_TEST_CASE(an_id_that_comes_again_gets_a_number_that_no_other_id_has) {
  SeenIds ids;
  BOOST_TEST(ids.distinct("7") == "7");
  BOOST_TEST(ids.distinct("7 (2)") == "7 (2)");
  BOOST_TEST(ids.distinct("7") == "7 (3)");
  BOOST_TEST(ids.distinct("7") == "7 (4)");
  BOOST_TEST(ids.distinct("7 (2)") == "7 (2) (2)");
}

BOOST_AUTO_TEST_CASE(numbers_out_of_order_are_known_when_the_count_reaches_them) {
  SeenIds ids;
  for (auto const* id : {"3", "5", "4"}) BOOST_TEST(ids.distinct(id) == id);
  BOOST_TEST(ids.distinct("5") == "5 (2)");
  BOOST_TEST(ids.distinct("4") == "4 (2)");
  BOOST_TEST(ids.distinct("3") == "3 (2)");
}

BOOST_AUTO_TEST_CASE(one_id_a_million_times_costs_a_million_steps) {
  SeenIds ids;
  std::string last;
  for (int i = 0; i < 1'000'000; ++i) last = ids.distinct("x");
  BOOST_TEST(last == "x (1000000)");
}
