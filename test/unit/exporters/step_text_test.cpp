// How the walks of other programs may use a node or an edge.
#include "exporters/step_text.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(nodes_and_edges_say_how_a_mechanism_path_may_use_them) {
  Graph const graph = sample_graph();
  auto const node = [&](std::string_view id) { return std::string{step_of(graph, *graph.find(id))}; };
  BOOST_TEST(node(sample_intervention) == "preparation");
  BOOST_TEST(node("NCBIGene:114548") == "inner");
  BOOST_TEST(node("DrugBank:DB 1") == "inner");  // a foreign type of the kind mediator
  BOOST_TEST(node("UBERON:0002371") == "");
  auto const edge = [&](std::string_view relation, int sign, bool negated, std::string_view object) {
    auto const found = graph.find(*graph.find(sample_intervention), relation, static_cast<std::int8_t>(sign), negated, *graph.find(object));
    return std::string{step_of(graph, found.value())};
  };
  BOOST_TEST(edge("decreases", -1, false, "NCBIGene:114548") == "effect");
  BOOST_TEST(edge("affects", 0, true, "MECHGRAPH:Uabc") == "");
  BOOST_TEST(edge("pretreated_with", 0, false, "NCBIGene:7124") == "entry");
  BOOST_TEST(edge("derives_from", 0, false, "UBERON:0002371") == "entry");
  BOOST_TEST(edge("studied_in", 0, false, "MONDO:0019542") == "");
}

BOOST_AUTO_TEST_CASE(cargo_is_a_step_onward_from_a_preparation_only) {
  PartMaker p;
  p.table("PMID:1", "", "", "#1", "");
  auto const cell = p.cell("1", "result", "it carries it");
  auto const given = p.node("MECHGRAPH:I1", Kind::intervention, "Intervention", "a preparation");
  auto const exosome = p.node("GO:0070062", Kind::derivative, "Derivative", "exosome");
  auto const cargo = p.node("NCBIGene:1", Kind::mediator, "Gene", "cargo");
  p.witness(p.edge(given, "carries", cargo, 0), cell, "it");
  p.witness(p.edge(exosome, "carries", cargo, 0), cell, "it");
  Graph const graph = p.graph();
  NodeId const gene = *graph.find("NCBIGene:1");
  BOOST_TEST(step_of(graph, *graph.find(*graph.find("MECHGRAPH:I1"), "carries", 0, false, gene)) == "onward");
  BOOST_TEST(step_of(graph, *graph.find(*graph.find("GO:0070062"), "carries", 0, false, gene)) == "");
}
