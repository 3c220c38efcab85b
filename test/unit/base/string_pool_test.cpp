// Strings and their numbers.
#include "base/string_pool.hpp"

#include <string>
#include <utility>

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(equal_texts_get_one_number_in_order_of_arrival) {
  StringPool pool;
  BOOST_TEST(index(pool.intern("")) == 0U);
  BOOST_TEST(index(pool.intern("a")) == 1U);
  BOOST_TEST(index(pool.intern("b")) == 2U);
  BOOST_TEST(index(pool.intern(std::string{"a"})) == 1U);
  BOOST_TEST(pool.size() == 3U);
  BOOST_TEST(pool.view(StringId{2}) == "b");
  BOOST_TEST(pool.view(StringId{0}) == "");
}

BOOST_AUTO_TEST_CASE(views_outlive_growth_and_a_move) {
  StringPool pool;
  std::string_view const first = pool.view(pool.intern("first"));
  for (int i = 0; i < 10'000; ++i) pool.intern(std::to_string(i));
  StringPool moved = std::move(pool);
  BOOST_TEST(first == "first");
  BOOST_TEST((moved.intern("first") == StringId{1}));
}
