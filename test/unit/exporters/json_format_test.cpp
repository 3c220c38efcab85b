// Node-link JSON: opposite edges of a pair under keys of their own, and all that is known of them.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(an_empty_graph_is_node_link_json) {
  BOOST_TEST(exported(PartMaker{}.graph(), "json") ==
             "{\"directed\":true,\"multigraph\":true,\"graph\":{\"documents\":[]},\"nodes\":[\n],\"links\":[\n]}\n");
}

BOOST_AUTO_TEST_CASE(a_node_has_its_id_its_label_and_its_attributes_as_lists) {
  std::string const text = exported(sample_graph(), "json");
  BOOST_TEST(line_with(text, "\"id\":\"DrugBank:DB 1\"") ==
             R"({"id":"DrugBank:DB 1","label":"a drug","kind":"mediator","type":"biolink:Drug","identifier":"DrugBank:DB 1",)"
             R"("flags":["foreign"],"attributes":{"in stock":["yes"],"synonym":["one|two","three\\"]}},)");
  BOOST_TEST(line_with(text, "\"id\":\"MONDO:0019542\"").find("\"valence\":-1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(opposite_edges_of_one_pair_have_keys_of_their_own) {
  std::string const text = exported(sample_graph(), "json");
  std::string const ends = "{\"source\":\"" + std::string{sample_intervention} + "\",\"target\":\"NCBIGene:114548\",\"key\":\"";
  std::string const more = line_with(text, ends, "\"relation\":\"increases\",\"sign\":1,\"negated\":false");
  std::string const less = line_with(text, ends, "\"relation\":\"decreases\",\"sign\":-1,\"negated\":false");
  BOOST_REQUIRE(!more.empty());
  BOOST_REQUIRE(!less.empty());
  BOOST_TEST(more.substr(ends.size(), 43) != less.substr(ends.size(), 43));
  BOOST_TEST(less.find(R"("references":["DOI:10.1000/x(1)#107","DOI:10.1000/x(1)#108"],"words":["Suppression of NLRP3"],"witnesses":[{)") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_denial_says_so) {
  BOOST_TEST(!line_with(exported(sample_graph(), "json"), "\"relation\":\"affects\",\"sign\":0,\"negated\":true").empty());
}
