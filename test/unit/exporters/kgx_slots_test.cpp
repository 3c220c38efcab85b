// A graph in the words of KGX.
#include <boost/test/unit_test.hpp>

#include "exporters/kgx_slots.hpp"

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

// "name=a|b name=c"
std::string shown(std::vector<KgxSlot> const& slots) {
  std::string out;
  for (KgxSlot const& slot : slots) {
    out += (out.empty() ? "" : " ") + std::string{slot.name} + '=';
    for (std::size_t i = 0; i < slot.values.size(); ++i) out += (i == 0 ? "" : "|") + slot.values[i];
  }
  return out;
}

std::string edge_shown(Graph const& graph, std::string_view relation) {
  KgxGraph kgx{graph};
  for (EdgeId const e : graph.edges()) {
    if (graph.relation(e).name == relation)
      return shown(kgx.edge(e)).substr(std::string_view{"id=MECHGRAPH:E0123456789abcdef0123456789abcdef "}.size());
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(nodes_have_the_category_of_their_type_or_their_own) {
  PartMaker p;
  auto const gene = p.node("X:1", Kind::mediator, "Gene", "one");
  p.attribute(gene, "category", "biolink:Protein");
  p.attribute(gene, "category", "mine");
  p.attribute(gene, "name", "one");
  p.attribute(gene, "name", "uno");
  p.attribute(gene, "synonym", "I");
  p.node("Y:1", Kind::context, "biolink:CellularComponent", "part");
  p.node("Z:a/b c", Kind::context, "gadget", "thing");
  p.node("plain words", Kind::mediator, "Gene", "");
  Graph const graph = p.graph();
  KgxGraph kgx{graph};
  auto const node = [&](std::string_view id) { return shown(kgx.node(*graph.find(id))); };
  BOOST_TEST(node("X:1") == "id=X:1 category=biolink:Protein name=one type=mine synonym=uno|I");
  BOOST_TEST(node("Y:1") == "id=Y:1 category=biolink:CellularComponent name=part");
  BOOST_TEST(node("Z:a/b c") == "id=Z:a%2Fb%20c category=biolink:NamedThing name=thing");
  BOOST_TEST(node("plain words") == "id=MECHGRAPH:plain%20words category=biolink:Gene");
}

BOOST_AUTO_TEST_CASE(effects_are_said_by_predicate_and_qualifiers) {
  Graph const graph = sample_graph();
  BOOST_TEST(
      edge_shown(graph, "decreases") ==
      "category=biolink:Association subject=" + std::string{sample_intervention} +
          " predicate=biolink:affects object=NCBIGene:114548 qualified_predicate=biolink:causes object_direction_qualifier=decreased "
          "original_predicate=mechgraph:decreases sign=-1 basis=stated confidence=0.64 knowledge_level=knowledge_assertion "
          "agent_type=text_mining_agent primary_knowledge_source=infores:mechgraph publications=DOI:10.1000/x(1)|PMID:77 "
          "supporting_text=Suppression of NLRP3 evidence_count=1 anatomical_context_qualifier=CL:0000235 record=4");
  BOOST_TEST(edge_shown(graph, "affects").find(" negated=true sign=0 ") != std::string::npos);
  BOOST_TEST(edge_shown(graph, "tested_in").find(" predicate=biolink:related_to ") != std::string::npos);
  BOOST_TEST(edge_shown(graph, "tested_in").find(" original_predicate=mechgraph:tested_in ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(foreign_edges_are_mapped_and_keep_their_own_name_and_provenance) {
  PartMaker p;
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a");
  auto const b = p.node("X:2", Kind::mediator, "Gene", "b");
  p.table("infores:drugmechdb", "", "", "#1", "");
  auto const cell = p.cell("r1", "other", "");
  auto& witness = p.witness(p.edge(a, "biolink:decreases_activity_of", b, -1), cell, "");
  witness.rule = StringId{};
  witness.qualifiers = {{p.text("agent_type"), p.text("manual_agent"), false}, {p.text("knowledge_level"), p.text("observation"), false}};
  auto const bare = p.edge(a, "EX:likes", b, 1);
  p.part.edge_attributes.push_back({bare, p.text("sign"), p.text("good")});
  Graph const graph = p.graph();
  BOOST_TEST(
      edge_shown(graph, "biolink:decreases_activity_of") ==
      "category=biolink:Association subject=X:1 predicate=biolink:affects object=X:2 qualified_predicate=biolink:causes "
      "object_aspect_qualifier=activity object_direction_qualifier=decreased original_predicate=biolink:decreases_activity_of sign=-1 "
      "basis=stated confidence=1 knowledge_level=observation agent_type=manual_agent primary_knowledge_source=infores:drugmechdb "
      "evidence_count=1 record=r1");
  BOOST_TEST(edge_shown(graph, "EX:likes") ==
             "category=biolink:Association subject=X:1 predicate=biolink:related_to object=X:2 original_predicate=EX:likes sign=1 "
             "knowledge_level=not_provided agent_type=not_provided primary_knowledge_source=infores:mechgraph sign_=good");
}

BOOST_AUTO_TEST_CASE(opposite_signs_on_one_key_are_warned_of) {
  PartMaker p;
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a");
  auto const b = p.node("X:2", Kind::mediator, "Gene", "b");
  p.edge(a, "increases", b, 1);
  BOOST_TEST(kgx_warning(p.graph()) == "");
  p.edge(b, "decreases", a, -1);
  BOOST_TEST(kgx_warning(p.graph()) == "");
  p.edge(a, "decreases", b, -1);
  BOOST_TEST(
      kgx_warning(p.graph()) ==
      "2 edges have the subject, predicate and object of one with another sign: a program that tells edges apart by these alone keeps "
      "one");
}

BOOST_AUTO_TEST_CASE(columns_name_every_slot) {
  Graph const graph = sample_graph();
  KgxGraph kgx{graph};
  auto const node_columns = kgx.node_columns(), edge_columns = kgx.edge_columns();
  for (NodeId const n : graph.nodes()) {
    for (KgxSlot const& slot : kgx.node(n))
      BOOST_TEST((std::find(node_columns.begin(), node_columns.end(), slot.name) != node_columns.end()), slot.name);
  }
  for (EdgeId const e : graph.edges()) {
    for (KgxSlot const& slot : kgx.edge(e))
      BOOST_TEST((std::find(edge_columns.begin(), edge_columns.end(), slot.name) != edge_columns.end()), slot.name);
  }
}
