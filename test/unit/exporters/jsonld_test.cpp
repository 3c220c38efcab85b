// JSON-LD.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(each_subject_is_one_line_with_a_context_of_its_own) {
  auto const lines = lines_of(exported(sample_graph(), "jsonld"));
  BOOST_TEST(lines.front().starts_with("{\"@context\":{\"biolink\":\"https://w3id.org/biolink/vocab/\","));
  BOOST_TEST(lines[1] == "\"@graph\":[");
  BOOST_TEST(lines.back() == "]}");
  for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
    BOOST_TEST(lines[i].starts_with("{\"id\":\""));
    BOOST_TEST(lines[i].ends_with(i + 2 < lines.size() ? "}," : "}"));
  }
}

BOOST_AUTO_TEST_CASE(an_edge_has_short_keys_and_typed_values) {
  std::string const text = exported(sample_graph(), "jsonld");
  std::string const edge = line_with(text, "biolink:Association", "\"relation\":\"decreases\"");
  BOOST_TEST(edge.find("\"subject\":\"mg:I00000000000000000000000000000001\",\"predicate\":\"biolink:affects\","
                       "\"object\":\"http://identifiers.org/ncbigene/114548\"") != std::string::npos);
  BOOST_TEST(edge.find("\"sign\":-1,") != std::string::npos);
  std::string const evidence = line_with(text, "\"text\":\"Suppression of NLRP3\"");
  BOOST_TEST(evidence.find("\"confidence\":\"0.64\"") != std::string::npos);
  BOOST_TEST(evidence.find("\"reference\":[\"DOI:10.1000/x(1)#107\",\"DOI:10.1000/x(1)#108\"]") != std::string::npos);
  BOOST_TEST(evidence.find("\"mg:start\":3,\"mg:end\":23") != std::string::npos);
  BOOST_TEST(evidence.find("\"https://w3id.org/mechgraph/context/cell_type\":{\"id\":\"obo:CL_0000235\"}") != std::string::npos);
  BOOST_TEST(line_with(text, "\"relation\":\"affects\"").find("\"biolink:negated\":true") != std::string::npos);
}
