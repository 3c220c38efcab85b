// A selection is a graph.
#include "query/select.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/graph/dump.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

// a → b → c → d, two witnesses for the first, cargo for the last; an alone node; a disease with an ancestor.
Graph chain() {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:alone"}) s.declared(id, "Gene");
  for (std::string const id : {"EX:c", "EX:d"}) s.declared(id, "Process");
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:a", "increases", 1, "EX:b", Basis::implied);
  s.said("2", "EX:b", "decreases", -1, "EX:c");
  s.said("3", "EX:c", "increases", 1, "EX:d", Basis::cargo);
  s.said("3", "EX:c", "increases", 1, "MONDO:0019542", Basis::cargo);
  return s.graph();
}

std::string shape(Graph const& graph) {
  std::string text;
  for (NodeId const n : graph.nodes()) text.append(graph.node(n).id).append(" ");
  text += "| ";
  for (EdgeId const e : graph.edges()) {
    text.append(graph.node(graph.edge(e).subject).id).append(">").append(graph.node(graph.edge(e).object).id);
    text.append(":").append(std::to_string(graph.witnesses(e).size())).append(" ");
  }
  return text;
}

std::string selected(Selection const& selection) { return shape(select(chain(), selection)); }

Selection asked(void (*change)(Selection&)) {
  Selection selection;
  change(selection);
  return selection;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_selection_that_asks_for_nothing_is_the_graph) { BOOST_TEST(dump(select(chain(), {})) == dump(chain())); }

BOOST_AUTO_TEST_CASE(kinds_keep_nodes_and_the_edges_between_them) {
  BOOST_TEST(selected(asked([](Selection& s) { s.kinds = {Kind::mediator}; })) == "EX:a EX:alone EX:b | EX:a>EX:b:2 ");
}

BOOST_AUTO_TEST_CASE(relations_keep_their_edges_and_the_ends_of_those) {
  BOOST_TEST(selected(asked([](Selection& s) { s.relations = {"decreases"}; })) == "EX:b EX:c | EX:b>EX:c:1 ");
  BOOST_TEST(selected(asked([](Selection& s) { s.relations = {"no_such_relation"}; })) == "| ");
}

BOOST_AUTO_TEST_CASE(bases_keep_witnesses_and_a_minimum_counts_those_that_are_kept) {
  BOOST_TEST(selected(asked([](Selection& s) { s.bases = {Basis::stated}; })) == "EX:a EX:b EX:c | EX:a>EX:b:1 EX:b>EX:c:1 ");
  BOOST_TEST(selected(asked([](Selection& s) { s.min_witnesses = 2; })) == "EX:a EX:b | EX:a>EX:b:2 ");
  BOOST_TEST(selected(asked([](Selection& s) {
               s.min_witnesses = 2;
               s.bases = {Basis::stated};
             })) == "| ");
}

BOOST_AUTO_TEST_CASE(hops_reach_in_both_directions_and_bring_ancestors) {
  Graph const graph = chain();
  Selection selection;
  selection.around = {graph.find("EX:c").value()};
  BOOST_TEST(shape(select(graph, selection)) ==
             "EX:b EX:c EX:d MONDO:0019542 MONDO:0100192 | EX:b>EX:c:1 EX:c>EX:d:1 EX:c>MONDO:0019542:1 MONDO:0019542>MONDO:0100192:0 ");
  selection.relations = {"decreases"};
  BOOST_TEST(shape(select(graph, selection)) == "EX:b EX:c | EX:b>EX:c:1 ");
  selection.hops = 0;
  BOOST_TEST(shape(select(graph, selection)) == "EX:c | ");
}
