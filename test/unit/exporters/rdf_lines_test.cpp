// N-Triples and N-Quads in canonical form.
#include "exporters/rdf_lines.hpp"

#include <boost/test/unit_test.hpp>

#include "domain/rdf_names.hpp"

using namespace mechgraph;
using namespace std::string_literals;

namespace {

template <class Write>
std::string written(Write write) {
  std::string out;
  Sink sink = Sink::to_string(out);
  RdfLines lines{sink};
  lines.about("<urn:s>");
  write(lines);
  lines.finish();
  return out;
}

// The literal of a text.
std::string literal(std::string_view text) {
  std::string const line = written([&](RdfLines& lines) { lines.add_text("<urn:p>", text); });
  constexpr std::string_view before = "<urn:s> <urn:p> ";
  BOOST_TEST(line.ends_with(" .\n"));
  return line.substr(before.size(), line.size() - before.size() - 3);
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_space_stands_between_terms_and_before_the_full_stop) {
  BOOST_TEST(written([](RdfLines& lines) {
               lines.add_thing("<urn:p>", "<urn:o>");
               lines.add_text("<urn:p>", "o");
             }) == "<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p> \"o\" .\n");
}

BOOST_AUTO_TEST_CASE(a_graph_is_the_fourth_term_until_the_next_one) {
  BOOST_TEST(written([](RdfLines& lines) {
               lines.in_graph("<urn:g>");
               lines.add_thing("<urn:p>", "<urn:o>");
               lines.add_number(mg_sign, "-1", RdfNumber::integer);
               lines.in_graph("");
               lines.add_text("<urn:p>", "o");
             }) ==
             "<urn:s> <urn:p> <urn:o> <urn:g> .\n"
             "<urn:s> <https://w3id.org/mechgraph/sign> \"-1\"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g> .\n"
             "<urn:s> <urn:p> \"o\" .\n");
}

BOOST_AUTO_TEST_CASE(only_what_must_be_is_escaped) {
  BOOST_TEST(literal("x\"y") == R"("x\"y")");
  BOOST_TEST(literal("x'y") == R"("x'y")");
  BOOST_TEST(literal("\\u0041") == R"("\\u0041")");
  BOOST_TEST(literal("\b\t\n\f\r") == R"("\b\t\n\f\r")");
  BOOST_TEST(literal("\0\x01\x0B\x1F\x7F"s) == R"("\u0000\u0001\u000B\u001F\u007F")");
  BOOST_TEST(literal("\uFFFE\uFFFF") == R"("\uFFFE\uFFFF")");
  BOOST_TEST(literal(" !#$%&()*+,-./:;<=>?@[]^_`{|}~") == "\" !#$%&()*+,-./:;<=>?@[]^_`{|}~\"");
  BOOST_TEST(literal("\u0080\u07FF\u0800\uD7FF\uE000\uFFFD\U00010000\U0010FFFF") ==
             "\"\u0080\u07FF\u0800\uD7FF\uE000\uFFFD\U00010000\U0010FFFF\"");
}

BOOST_AUTO_TEST_CASE(numbers_have_their_datatype) {
  BOOST_TEST(written([](RdfLines& lines) {
               lines.add_number("<urn:p>", "0.5", RdfNumber::decimal);
               lines.add_number("<urn:p>", "true", RdfNumber::boolean);
             }) ==
             "<urn:s> <urn:p> \"0.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n"
             "<urn:s> <urn:p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n");
}
