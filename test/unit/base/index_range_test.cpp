// Ranges of values made from their position.
#include "base/index_range.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

namespace {

auto squares(std::size_t first, std::size_t last) {
  return IndexRange{first, last, [](std::size_t i) { return i * i; }};
}

}  // namespace

static_assert(std::ranges::random_access_range<decltype(squares(0, 0))>);
static_assert(std::ranges::sized_range<decltype(squares(0, 0))>);
static_assert(std::ranges::view<decltype(squares(0, 0))>);

BOOST_AUTO_TEST_CASE(a_range_gives_its_values_in_order) {
  std::vector<std::size_t> seen;
  for (std::size_t const value : squares(2, 5)) seen.push_back(value);
  BOOST_TEST(seen == (std::vector<std::size_t>{4, 9, 16}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_range_knows_its_size_its_first_value_and_every_other) {
  auto const range = squares(2, 5);
  BOOST_TEST(range.size() == 3U);
  BOOST_TEST(!range.empty());
  BOOST_TEST(range.front() == 4U);
  BOOST_TEST(range[2] == 16U);
  BOOST_TEST(squares(3, 3).empty());
}

BOOST_AUTO_TEST_CASE(iterators_move_by_any_step) {
  auto const range = squares(0, 10);
  auto it = range.begin();
  BOOST_TEST(*(it + 3) == 9U);
  BOOST_TEST(*(3 + it) == 9U);
  BOOST_TEST(it[4] == 16U);
  it += 5;
  BOOST_TEST(*it-- == 25U);
  BOOST_TEST(*it++ == 16U);
  BOOST_TEST(*(it - 2) == 9U);
  BOOST_TEST((range.end() - it) == 5);
  BOOST_TEST((it < range.end()));
}

BOOST_AUTO_TEST_CASE(algorithms_of_the_library_work_on_it) {
  auto const range = squares(0, 100);
  BOOST_TEST((std::ranges::lower_bound(range, 50U) - range.begin()) == 8);
  auto const captured = [text = std::string{"abc"}](std::size_t i) { return text[i]; };
  BOOST_TEST(std::ranges::count(IndexRange{0, 3, captured}, 'b') == 1);
}
