// JSON in order.
#include "exporters/json.hpp"

#include <boost/test/unit_test.hpp>

using mechgraph::JsonWriter;

BOOST_AUTO_TEST_CASE(values_are_parted_by_commas_at_every_depth) {
  mechgraph::TextBuffer out;
  JsonWriter json{out};
  json.begin_object();
  json.key("a").value("x\"");
  json.key("b").begin_array();
  json.value(1);
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.value(true);
  json.end_array();
  json.member("empty", "");
  json.data_key("c\n").value(-5);
  json.end_object();
  BOOST_TEST(out.view() == R"({"a":"x\"","b":[1,{},[],true],"c\n":-5})");
}

BOOST_AUTO_TEST_CASE(thousandths_have_their_shortest_form) {
  auto const form = [](std::uint16_t thousandths) {
    std::string out;
    JsonWriter::append_per_mille(out, thousandths);
    return out;
  };
  BOOST_TEST(form(1000) == "1");
  BOOST_TEST(form(0) == "0");
  BOOST_TEST(form(900) == "0.9");
  BOOST_TEST(form(640) == "0.64");
  BOOST_TEST(form(605) == "0.605");
  BOOST_TEST(form(5) == "0.005");
  BOOST_TEST(form(1250) == "1.25");
}
