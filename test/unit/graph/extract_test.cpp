// Parts taken out of a graph.
#include "graph/extract.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/graph/dump.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

Graph rebuilt(GraphPart const& part) {
  GraphBuilder builder{test_ontology()};
  builder.add(part);
  return std::move(builder).freeze();
}

}  // namespace

BOOST_AUTO_TEST_CASE(everything_taken_is_the_graph_again) {
  Sketch s;
  s.declared("EX:a", "Gene", "A");
  auto& witness = s.said("1", "EX:a", "increases", 1, "MONDO:0019542");
  witness.qualifiers = {{s.text("organism"), s.text("NCBITaxon:10090"), true}};
  s.part.edge_attributes.push_back({0, s.text("note"), s.text("x")});
  Graph const graph = s.graph();
  BOOST_TEST(dump(rebuilt(extract(graph))) == dump(graph));
}

BOOST_AUTO_TEST_CASE(an_edge_goes_with_its_last_witness_and_a_record_with_its_last_edge) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:a", "increases", 1, "EX:b", Basis::cargo);
  s.said("3", "EX:b", "increases", 1, "EX:c", Basis::cargo);
  Graph const graph = s.graph();
  Graph const taken =
      rebuilt(extract(graph, {.node = {}, .edge = {}, .witness = [&](WitnessId w) { return graph.witness(w).basis != Basis::cargo; }}));
  BOOST_TEST(taken.edge_count() == 1U);
  BOOST_TEST(taken.witness_count() == 1U);
  BOOST_TEST(taken.record_count() == 1U);
  BOOST_TEST(taken.node_count() == 3U);
}

BOOST_AUTO_TEST_CASE(edges_go_with_their_ends_and_qualifiers_come_along_as_ancestors) {
  Sketch s;
  s.said("1", "NCBITaxon:10090", "increases", 1, "EX:b");
  s.said("1", "EX:a", "increases", 1, "EX:b").qualifiers = {{s.text("organism"), s.text("NCBITaxon:10090"), true}};
  Graph const graph = s.graph();
  NodeId const mouse = graph.find("NCBITaxon:10090").value();
  BOOST_TEST(!graph.node(mouse).has(NodeFlag::ancestor));
  Graph const taken = rebuilt(extract(graph, {.node = [&](NodeId n) { return n != mouse; }, .edge = {}, .witness = {}}));
  BOOST_TEST(taken.edge_count() == 1U);
  BOOST_TEST(taken.node(taken.find("NCBITaxon:10090").value()).has(NodeFlag::ancestor));
}
