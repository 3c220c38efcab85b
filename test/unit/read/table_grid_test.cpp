// Cells that span rows and columns.
#include <boost/test/unit_test.hpp>

#include <string>

#include "read/table_grid.hpp"

using namespace mechgraph;

namespace {

// "0011|0.22": a letter for each slot, "." where it is empty.
std::string shown(TableGrid const& grid) {
  std::string out;
  for (auto const& row : grid.rows) {
    if (!out.empty()) out += '|';
    for (std::uint32_t const cell : row) out += cell == TableGrid::no_cell ? '.' : static_cast<char>('a' + cell);
  }
  return out;
}

std::string laid_out(std::vector<RowGroup> const& groups) { return shown(lay_out(groups)); }

}  // namespace

BOOST_AUTO_TEST_CASE(spans_are_laid_out_and_cells_below_move_right) {
  BOOST_TEST(laid_out({{{{2, 1}, {1, 2}}, {{}, {}}}}) == "abb|acd");
  BOOST_TEST(laid_out({{{{2, 2}, {}}, {{}}, {{}, {}, {}}}}) == "aab|aac|def");
}

BOOST_AUTO_TEST_CASE(a_cell_fills_the_hole_between_two_that_reach_down) { BOOST_TEST(laid_out({{{{2}, {}, {2}}, {{}}}}) == "abc|adc"); }

BOOST_AUTO_TEST_CASE(short_rows_end_in_empty_slots) { BOOST_TEST(laid_out({{{{}, {}, {}}, {{}}, {}}}) == "abc|d..|..."); }

BOOST_AUTO_TEST_CASE(a_row_span_ends_with_its_group) { BOOST_TEST(laid_out({{{{5}, {}}}, {{{}, {}}}}) == "ab|cd"); }

BOOST_AUTO_TEST_CASE(a_row_span_of_zero_goes_to_the_end_of_the_group) { BOOST_TEST(laid_out({{{{0}, {}}, {{}}, {{}}}}) == "ab|ac|ad"); }

BOOST_AUTO_TEST_CASE(a_wide_cell_stops_at_one_that_reaches_down) { BOOST_TEST(laid_out({{{{}, {}, {2}}, {{1, 3}}}}) == "abc|ddc"); }

BOOST_AUTO_TEST_CASE(cells_may_say_their_column) { BOOST_TEST(laid_out({{{{}, {}, {}}, {{1, 1, 2}}, {{1, 2, 1}}}}) == "abc|..d|.ee"); }

BOOST_AUTO_TEST_CASE(absurd_spans_are_cut_and_counted) {
  TableGrid const grid = lay_out(std::vector<RowGroup>{{{{4'000'000'000U, 4'000'000'000U}, {}}, {{}}}});
  BOOST_TEST(grid.columns == TableGrid::most_columns);
  BOOST_TEST(grid.rows.size() == 2U);
  BOOST_TEST(grid.cut_cells == 3U);
  BOOST_TEST(!grid.too_large);
}

BOOST_AUTO_TEST_CASE(a_grid_above_the_limit_is_not_laid_out) {
  RowGroup rows(2000, {SpannedCell{1, 10'000}});
  TableGrid const grid = lay_out(std::vector<RowGroup>{rows});
  BOOST_TEST(grid.too_large);
  BOOST_TEST(grid.rows.empty());
}

BOOST_AUTO_TEST_CASE(many_short_rows_below_a_wide_one_count_as_wide) {
  RowGroup rows(2000, {SpannedCell{}});
  rows.front().front().columns = 10'000;
  BOOST_TEST(lay_out(std::vector<RowGroup>{rows}).too_large);
}
