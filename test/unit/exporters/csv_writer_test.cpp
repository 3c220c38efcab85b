// Rows of CSV for databases.
#include "exporters/csv_writer.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(texts_are_quoted_numbers_are_not_and_a_missing_value_is_nothing) {
  std::string out;
  CsvWriter csv{Sink::to_string(out), "a,b,c,d,e"};
  csv.text("say \"x\", back\\slash");
  csv.number(-12);
  csv.per_mille(640);
  csv.text("");
  csv.missing();
  csv.end_row();
  csv.close();
  BOOST_TEST(out == "a,b,c,d,e\n\"say \"\"x\"\", back\\slash\",-12,0.64,,\n");
}

BOOST_AUTO_TEST_CASE(a_list_is_joined_by_a_separator_that_no_value_can_bring) {
  std::string out;
  CsvWriter csv{Sink::to_string(out), "a,b"};
  csv.list(std::vector<std::string_view>{"x;|,", "", "y\x1Fz", "\"q\""});
  csv.list(std::vector<std::string_view>{});
  csv.end_row();
  csv.close();
  BOOST_TEST(out == "a,b\n\"x;|,\x1Fy\uFFFDz\x1F\"\"q\"\"\",\n");
}

BOOST_AUTO_TEST_CASE(it_tells_of_line_breaks_and_of_the_longest_row) {
  std::string out;
  CsvWriter csv{Sink::to_string(out), "a,b"};
  csv.text("12");
  csv.text("1");
  csv.end_row();
  BOOST_TEST(!csv.has_line_break());
  BOOST_TEST(csv.longest_row() == 8U);
  csv.text("\n");
  csv.number(1);
  csv.end_row();
  BOOST_TEST(csv.has_line_break());
  BOOST_TEST(csv.longest_row() == 8U);
}
