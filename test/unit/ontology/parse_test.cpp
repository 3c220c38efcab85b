// Tables: text → rows.
#include "ontology/parse.hpp"

#include <boost/test/unit_test.hpp>

#include "small_ontology.hpp"

namespace mechgraph {
namespace {

std::string parse_error(std::string const& text) {
  return error_of([&] { DataTable const table("t.tsv", text); });
}

BOOST_AUTO_TEST_CASE(cells_are_parted_by_tabs_and_found_by_header) {
  DataTable const table("t.tsv", "key\tlabel\na\tfirst thing\nb\t\n");
  BOOST_TEST(table.rows() == 2U);
  BOOST_TEST(table.cell(0, "label") == "first thing");
  BOOST_TEST(table.cell(1, "key") == "b");
  BOOST_TEST(table.cell(1, table.column("label")).empty());
}

BOOST_AUTO_TEST_CASE(comments_blank_lines_byte_order_mark_and_carriage_returns_are_passed_over) {
  DataTable const table("t.tsv", "\xEF\xBB\xBF# why\r\nkey\tlabel\r\n\r\n# more\r\na\tb\r\n");
  BOOST_TEST(table.rows() == 1U);
  BOOST_TEST(table.cell(0, "key") == "a");
  BOOST_TEST(table.cell(0, "label") == "b");
  BOOST_TEST(table.place(0) == "t.tsv:5");
}

BOOST_AUTO_TEST_CASE(a_last_line_without_a_line_end_is_a_row) {
  DataTable const table("t.tsv", "key\tlabel\na\tb");
  BOOST_TEST(table.rows() == 1U);
  BOOST_TEST(table.cell(0, "label") == "b");
}

BOOST_AUTO_TEST_CASE(quotes_are_text) {
  DataTable const table("t.tsv", "key\tlabel\na\t\"b\"\n");
  BOOST_TEST(table.cell(0, "label") == "\"b\"");
}

BOOST_AUTO_TEST_CASE(a_list_has_the_parts_between_bars_and_an_empty_cell_none) {
  DataTable const table("t.tsv", "key\tlist\na\tx|y z\nb\t\n");
  auto const parts = table.list(0, "list");
  BOOST_REQUIRE(parts.size() == 2U);
  BOOST_TEST(parts[0] == "x");
  BOOST_TEST(parts[1] == "y z");
  BOOST_TEST(table.list(1, "list").empty());
}

BOOST_AUTO_TEST_CASE(a_table_without_header_is_refused) {
  BOOST_TEST(parse_error("# only a comment\n") == "t.tsv: no header [the first line that is no comment names the columns, parted by tabs]");
}

BOOST_AUTO_TEST_CASE(a_doubled_column_is_refused_where_it_stands) {
  BOOST_TEST(parse_error("key\tα\tkey\n") == "t.tsv:1:7: the column \"key\" is there twice");
}

BOOST_AUTO_TEST_CASE(a_short_row_is_refused_at_its_end) {
  BOOST_TEST(parse_error("key\tlabel\tnote\n\nβ\n") ==
             "t.tsv:3:2: 1 cell, but the header has 3 [cells are parted by one tab each; an empty cell keeps its tab]");
}

BOOST_AUTO_TEST_CASE(a_long_row_is_refused_at_its_first_cell_too_many) {
  BOOST_TEST(parse_error("key\tlabel\nβ\tb\tc\td\n") ==
             "t.tsv:2:5: 4 cells, but the header has 2 [cells are parted by one tab each; an empty cell keeps its tab]");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_refused_where_they_stand) {
  BOOST_TEST(parse_error("key\nβ\xFFz\n") == "t.tsv:2:2: not UTF-8 [save the table as UTF-8]");
}

BOOST_AUTO_TEST_CASE(an_unknown_column_is_refused_with_those_that_are_known) {
  DataTable const table("t.tsv", "key\tlabel\n");
  BOOST_TEST(error_of([&] { static_cast<void>(table.column("name")); }) == "t.tsv: no column \"name\" [its columns are key, label]");
}

}  // namespace
}  // namespace mechgraph
