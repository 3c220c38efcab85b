// Parts of a graph in words.
#include "cli/describe.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/cli/small_graph.hpp"

using namespace mechgraph;

namespace {

struct Fixture {
  Graph graph = small_graph();
  NodeId exosome = graph.find("MECHGRAPH:I1").value();
  NodeId nlrp3 = graph.find("NCBIGene:114548").value();
  NodeId marrow = graph.find("UBERON:0002371").value();
  EdgeId lowers = graph.find(exosome, "decreases", -1, false, nlrp3).value();
  EdgeId from = graph.find(exosome, "derives_from", 0, false, marrow).value();
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(arrows_show_sign_direction_and_relation, Fixture) {
  BOOST_TEST(arrow(graph, {lowers, false}) == "⊣");
  BOOST_TEST(arrow(graph, {lowers, true}) == "←");
  BOOST_TEST(arrow(graph, {from, true}) == "←");
  BOOST_TEST(arrow(graph, {from, false}) == "—derives_from→");
}

BOOST_FIXTURE_TEST_CASE(sentences_and_places_name_what_is_printed, Fixture) {
  BOOST_TEST(sentence(graph, lowers) == "exosome (bone marrow) decreases NLRP3");
  WitnessId const witness = graph.witnesses(lowers)[0];
  BOOST_TEST(references(graph, witness) == "107,108");
  BOOST_TEST(place(graph, witness) == "Table 3, row 4 [107,108]");
  BOOST_TEST(place(graph, graph.witnesses(from)[0]) == "Table 3, row 4");
}

BOOST_AUTO_TEST_CASE(numbers_are_short) {
  BOOST_TEST(per_mille(1000) == "1");
  BOOST_TEST(per_mille(540) == "0.54");
  BOOST_TEST(sign_text(-1) == "−");
  BOOST_TEST(sign_text(0) == "0");
  BOOST_TEST(sign_text(1) == "+");
}
