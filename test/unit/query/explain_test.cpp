// What explains a node or a pair.
#include "query/explain.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

std::string drawn(Graph const& graph, std::vector<EdgeId> const& edges) {
  std::string text;
  for (EdgeId const e : edges) {
    Edge const edge = graph.edge(e);
    text.append(edge.negated ? "!" : "").append(graph.node(edge.subject).id).append(" ").append(graph.relation(e).name).append(" ");
    text.append(graph.node(edge.object).id).append("; ");
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(edges_of_a_node_are_those_that_leave_then_those_that_enter_and_a_loop_once) {
  Sketch s;
  s.said("1", "EX:b", "increases", 1, "EX:a");
  s.said("1", "EX:a", "increases", 1, "EX:a");
  s.said("1", "EX:a", "decreases", -1, "EX:c");
  s.said("1", "EX:b", "increases", 1, "EX:c");
  Graph const graph = s.graph();
  BOOST_TEST(drawn(graph, edges_of(graph, graph.find("EX:a").value())) ==
             "EX:a decreases EX:c; EX:a increases EX:a; EX:b increases EX:a; ");
}

BOOST_AUTO_TEST_CASE(edges_between_two_sets_go_both_ways_with_every_sign_and_denial) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("1", "EX:a", "decreases", -1, "EX:b", Basis::stated, true);
  s.said("1", "EX:b", "affects", 0, "EX:a");
  s.said("1", "EX:a", "increases", 1, "EX:c");
  Graph const graph = s.graph();
  std::vector<NodeId> const a{graph.find("EX:a").value()}, b{graph.find("EX:b").value()};
  BOOST_TEST(drawn(graph, edges_between(graph, a, b)) == "!EX:a decreases EX:b; EX:a increases EX:b; EX:b affects EX:a; ");
  BOOST_TEST((edges_between(graph, b, a) == edges_between(graph, a, b)));
  BOOST_TEST(edges_between(graph, b, b).empty());
}

BOOST_AUTO_TEST_CASE(a_derivative_and_a_source_stand_for_their_preparations) {
  Sketch s;
  s.declared("EX:i", "Intervention");
  s.declared("EX:g", "Gene");
  s.said("1", "EX:i", "derives_from", 0, "UBERON:0002371");
  s.said("1", "EX:i", "studied_in", 0, "MONDO:0019542");
  s.said("1", "EX:g", "derives_from", 0, "UBERON:0002371");
  Graph const graph = s.graph();
  NodeId const marrow = graph.find("UBERON:0002371").value(), disease = graph.find("MONDO:0019542").value();
  BOOST_TEST((with_preparations(graph, {marrow}) == std::vector<NodeId>{marrow, graph.find("EX:i").value()}));
  BOOST_TEST((with_preparations(graph, {disease}) == std::vector<NodeId>{disease}));
}
