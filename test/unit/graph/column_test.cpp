// Columns give back what they were given, in few bytes.
#include "graph/column.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <random>

#include "base/error.hpp"

using namespace mechgraph;

namespace {

template <class T>
void gives_back(std::vector<T> const& numbers) {
  Column<T> const column{numbers};
  BOOST_TEST_REQUIRE(column.size() == numbers.size());
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) wrong += column[i] != numbers[i] ? 1U : 0U;
  BOOST_TEST(wrong == 0U);
}

std::size_t bytes_of(std::vector<std::uint32_t> const& numbers) {
  return Column<std::uint32_t>{numbers}.bytes().size() - Column<std::uint32_t>::slack;
}

}  // namespace

BOOST_AUTO_TEST_CASE(any_numbers_come_back) {
  std::mt19937_64 random{7};
  for (std::size_t const size : {0U, 1U, 2U, 4095U, 4096U, 4097U, 10'000U}) {
    for (unsigned bits = 0; bits <= 64; bits += 3) {
      std::uint64_t const mask = bits == 0 ? 0 : std::numeric_limits<std::uint64_t>::max() >> (64 - bits);
      std::uint64_t const base = random() & random(), step = random() & mask;
      std::vector<std::uint64_t> wide, sloped;
      std::vector<std::uint32_t> narrow;
      for (std::size_t i = 0; i < size; ++i) {
        wide.push_back(base + (random() & mask));
        sloped.push_back(base + step * i + (random() & mask >> 3U));
        narrow.push_back(static_cast<std::uint32_t>(wide.back()));
      }
      gives_back(wide);
      gives_back(sloped);
      gives_back(narrow);
      gives_back(std::vector<std::uint16_t>(narrow.begin(), narrow.end()));
      gives_back(std::vector<std::int8_t>(narrow.begin(), narrow.end()));
    }
  }
  gives_back(std::vector<std::uint64_t>{0, std::numeric_limits<std::uint64_t>::max(), 1, 1ULL << 63U});
}

BOOST_AUTO_TEST_CASE(what_is_constant_or_counts_up_takes_no_bytes_and_the_rest_as_many_as_it_spreads) {
  std::vector<std::uint32_t> same(10'000, 0xFFFFFFFFU), counted, near, far;
  for (std::uint32_t i = 0; i < same.size(); ++i) {
    counted.push_back(77 + 3 * i);
    near.push_back(1'000'000 + 3 * i + i % 200);
    far.push_back(i * 2'654'435'769U % 1'000'000U);
  }
  BOOST_TEST(bytes_of(same) == 0U);
  BOOST_TEST(bytes_of(counted) == 0U);
  BOOST_TEST(bytes_of(near) == near.size());
  BOOST_TEST(bytes_of(far) == 3 * far.size());
}

BOOST_AUTO_TEST_CASE(a_block_of_a_file_that_points_outside_is_refused) {
  std::string const file = "g.mgraph", bytes(2 * Column<std::uint32_t>::slack, '\1');
  auto const read = [&](ColumnBlock const& block, std::size_t i) {
    return Column<std::uint32_t>::view(i + 1, {&block, 1}, bytes, file)[i];
  };
  BOOST_TEST(read({.offset = 4, .base = 5, .mask = 0xFFFF, .step = 0, .width = 2}, 2) == 0x0101U + 5);
  for (ColumnBlock const& block :
       {ColumnBlock{.offset = 5, .mask = 0xFFFF, .width = 2}, ColumnBlock{.offset = ~std::uint64_t{0}, .width = 1},
        ColumnBlock{.offset = 0, .width = 9}, ColumnBlock{.offset = 0, .width = 0xFFFFFFFFU}}) {
    BOOST_CHECK_EXCEPTION(read(block, 2), Error, [](Error const& error) {
      return error.place() + ": " + error.what() == "g.mgraph: is damaged: a column is out of place";
    });
  }
}
