// Nodes and references as JSON.
#include "exporters/witness_json.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

std::string node_json(Graph const& graph, std::string_view id, bool with_attributes) {
  TextBuffer out;
  JsonWriter json{out};
  node_object(json, graph, *graph.find(id), with_attributes);
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_reference_is_printed_by_its_number) {
  BOOST_TEST(printed_reference("DOI:10.1186/x#107") == "107");
  BOOST_TEST(printed_reference("DOI:10.1186/x#y#Smith 2020") == "Smith 2020");
  BOOST_TEST(printed_reference("PMID:123").empty());
}

BOOST_AUTO_TEST_CASE(attributes_are_written_when_asked_for) {
  Graph const graph = sample_graph();
  BOOST_TEST(node_json(graph, "DrugBank:DB 1", false) ==
             R"({"id":"DrugBank:DB 1","label":"a drug","kind":"mediator","type":"biolink:Drug","flags":["foreign"]})");
  BOOST_TEST(node_json(graph, "DrugBank:DB 1", true) ==
             R"({"id":"DrugBank:DB 1","label":"a drug","kind":"mediator","type":"biolink:Drug","flags":["foreign"],)"
             R"("attributes":{"in stock":["yes"],"synonym":["one|two","three\\"]}})");
}

BOOST_AUTO_TEST_CASE(a_preparation_of_several_sources_names_them_all) {
  PartMaker p = sample_part();
  auto const given = p.node("MECHGRAPH:I00000000000000000000000000000002", Kind::intervention, "Intervention", "mixed");
  p.attribute(given, attribute::composition, "GO:0070062|UBERON:0002331;UBERON:0002371|");
  std::string const json = node_json(p.graph(), "MECHGRAPH:I00000000000000000000000000000002", false);
  BOOST_TEST((
      json.find(R"("source":{"key":"umbilical_cord","id":"UBERON:0002331","label":"umbilical cord"},"sources":[{"key":"umbilical_cord")") !=
      std::string::npos));
  BOOST_TEST(json.ends_with(R"({"key":"bone_marrow","id":"UBERON:0002371","label":"bone marrow"}],"modifiers":[]})"));
}

BOOST_AUTO_TEST_CASE(parts_that_are_not_in_the_graph_are_named_by_the_ontology_or_their_id) {
  PartMaker p;
  auto const given = p.node("MECHGRAPH:I00000000000000000000000000000002", Kind::intervention, "Intervention", "alone");
  p.attribute(given, attribute::composition, "X:1|UBERON:0002371|");
  BOOST_TEST(node_json(p.graph(), "MECHGRAPH:I00000000000000000000000000000002", false) ==
             R"({"id":"MECHGRAPH:I00000000000000000000000000000002","label":"alone","kind":"intervention","type":"Intervention",)"
             R"("derivative":{"id":"X:1"},"source":{"key":"bone_marrow","id":"UBERON:0002371","label":"bone marrow"},"modifiers":[]})");
}
