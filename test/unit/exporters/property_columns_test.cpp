// Attributes as columns of a table whose width does not grow with the data.
#include "exporters/property_columns.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "exporters/csv_writer.hpp"

using namespace mechgraph;

namespace {

using Attributes = std::vector<NamedValue>;

std::string written(PropertyColumns& columns, Attributes const& attributes) {
  std::string out;
  CsvWriter csv{Sink::to_string(out), ""};
  columns.write(csv, attributes);
  csv.end_row();
  csv.close();
  for (char& c : out) {
    if (c == '\x1F') c = ';';
  }
  return out.substr(1, out.size() - 2);
}

std::string names(PropertyColumns const& columns) {
  std::string text;
  for (std::string const& name : columns.names()) text += name + " ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_attribute_has_a_column_of_lists) {
  PropertyColumns columns{{"label"}};
  Attributes const one{{"a", "1"}, {"a", "2"}, {"c", "x"}}, two{{"b", "y"}};
  columns.count(one);
  columns.count(two);
  columns.settle();
  BOOST_TEST(names(columns) == "a b c other_attributes ");
  BOOST_TEST(written(columns, one) == "\"1;2\",,\"x\",");
  BOOST_TEST(written(columns, two) == ",\"y\",,");
  BOOST_TEST(written(columns, {}) == ",,,");
}

BOOST_AUTO_TEST_CASE(the_rarest_share_a_column_where_there_are_too_many) {
  PropertyColumns columns{{}};
  Attributes many;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < PropertyColumns::limit + 2; ++i) texts.push_back("n" + std::to_string(100 + i));
  for (std::string const& text : texts) many.push_back({text, "v"});
  columns.count(many);
  columns.count(Attributes(many.begin() + 2, many.end()));  // the first two are the rarest
  columns.settle();
  BOOST_TEST(columns.names().size() == PropertyColumns::limit + 1);
  BOOST_TEST(columns.names().front() == "n102");
  BOOST_TEST(written(columns, many).ends_with(",\"n100;v;n101;v\""));
}

BOOST_AUTO_TEST_CASE(names_are_plain_and_new_also_where_case_does_not_count) {
  PropertyColumns columns{{"label"}};
  columns.count(Attributes{{"", "a"}, {"1st", "b"}, {"LABEL", "c"}, {"in stock", "d"}, {"in_Stock", "e"}, {"\u03B2`;", "f"}});
  columns.settle();
  BOOST_TEST(names(columns) == "x_ x_1st LABEL_2 in_stock in_Stock_2 x_____ other_attributes ");
}

BOOST_AUTO_TEST_CASE(no_value_is_lost_without_a_name) {
  PropertyColumns columns{{}};
  columns.settle();
  BOOST_TEST(written(columns, {{"", "a"}, {"b", ""}, {"c", "d"}}) == "\"_;a;c;d\"");
}
