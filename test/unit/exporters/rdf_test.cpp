// Names in RDF.
#include "exporters/rdf.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

std::string iri(std::string_view curie) {
  std::string out;
  append_iri(out, *Ontology::builtin(), curie);
  return out;
}

RdfPredicate predicate_of(Graph const& graph, std::string_view relation) {
  RdfMapping const mapping{graph};
  for (EdgeId const edge : graph.edges()) {
    if (graph.relation(edge).name == relation) return mapping.predicate(graph.edge(edge));
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(terms_have_the_iri_of_their_registry) {
  auto const ontology = Ontology::builtin();
  for (Term const& term : ontology->terms()) {
    BOOST_TEST(iri(term.id) == "<" + ontology->iri(term.id) + ">");
    for (std::string const& xref : term.xrefs) BOOST_TEST(iri(xref) == "<" + ontology->iri(xref) + ">");
  }
}

BOOST_AUTO_TEST_CASE(a_doi_keeps_its_slashes) { BOOST_TEST(iri("DOI:10.1000/x(1)<2>") == "<https://doi.org/10.1000/x%281%29%3C2%3E>"); }

BOOST_AUTO_TEST_CASE(unknown_prefixes_are_ours_and_encoded) {
  BOOST_TEST(iri("DrugBank:DB 1") == "<https://w3id.org/mechgraph/foreign/DrugBank%3ADB%201>");
  BOOST_TEST(iri("no colon") == "<https://w3id.org/mechgraph/foreign/no%20colon>");
  BOOST_TEST(iri("") == "<https://w3id.org/mechgraph/foreign/>");
}

BOOST_AUTO_TEST_CASE(no_term_is_named_as_a_property_of_ours) {
  auto const ontology = Ontology::builtin();
  for (char const* const property :
       {"sign",    "basis",       "relation", "record",   "recordId", "table",     "document", "field", "cell",
        "start",   "end",         "trigger",  "rule",     "flag",     "reference", "cites",    "key",   "match",
        "valence", "composition", "category", "nodeFlag", "doi",      "pmid",      "pmcid"}) {
    BOOST_TEST(!ontology->find_key(property).has_value(), property);
    BOOST_TEST(!ontology->find_relation(property).has_value(), property);
  }
}

BOOST_AUTO_TEST_CASE(a_relation_has_the_predicate_of_biolink_and_its_own) {
  RdfPredicate const lowers = predicate_of(sample_graph(), "decreases");
  BOOST_TEST(lowers.relation == "<https://w3id.org/mechgraph/decreases>");
  BOOST_TEST(lowers.predicate == "<https://w3id.org/biolink/vocab/affects>");
  BOOST_TEST(lowers.qualified_predicate == "<https://w3id.org/biolink/vocab/causes>");
  BOOST_TEST(lowers.direction == "decreased");
  RdfPredicate const local = predicate_of(sample_graph(), "pretreated_with");
  BOOST_TEST(local.predicate == local.relation);
  BOOST_TEST(predicate_of(sample_graph(), "biolink:interacts with").relation == "<https://w3id.org/biolink/vocab/interacts%20with>");
}

BOOST_AUTO_TEST_CASE(what_lowers_a_disease_ameliorates_it) {
  PartMaker p = sample_part();
  p.witness(p.edge(6, "decreases", 4, -1), 0, "ALF");
  Graph const graph = p.graph();
  RdfMapping const mapping{graph};
  auto const edge = graph.find(*graph.find(sample_intervention), "decreases", -1, false, *graph.find("MONDO:0019542"));
  BOOST_REQUIRE(edge.has_value());
  BOOST_TEST(mapping.predicate(graph.edge(*edge)).predicate == "<https://w3id.org/biolink/vocab/ameliorates_condition>");
  BOOST_TEST(mapping.predicate(graph.edge(*edge)).direction.empty());
  BOOST_TEST(mapping.predicate(graph.edge(*edge)).relation == "<https://w3id.org/mechgraph/decreases>");
}

BOOST_AUTO_TEST_CASE(a_node_has_a_category_a_type_and_a_kind) {
  Graph const graph = sample_graph();
  RdfMapping mapping{graph};
  auto const gene = mapping.classes(graph.node(*graph.find("NCBIGene:114548")));
  BOOST_TEST(gene.category == "<https://w3id.org/biolink/vocab/Gene>");
  BOOST_TEST(gene.type == "<https://w3id.org/mechgraph/Gene>");
  BOOST_TEST(gene.kind == "<https://w3id.org/mechgraph/MediatorKind>");
  auto const drug = mapping.classes(graph.node(*graph.find("DrugBank:DB 1")));
  BOOST_TEST(drug.category == "<https://w3id.org/biolink/vocab/NamedThing>");
  BOOST_TEST(drug.type == "<https://w3id.org/biolink/vocab/Drug>");
}

BOOST_AUTO_TEST_CASE(qualifiers_have_the_slots_of_biolink) {
  Graph const graph = sample_graph();
  RdfMapping const mapping{graph};
  BOOST_TEST(mapping.qualifier("cell_type") == "<https://w3id.org/biolink/vocab/anatomical_context_qualifier>");
  BOOST_TEST(mapping.qualifier("magnitude").empty());
  BOOST_TEST(mapping.qualifier("unheard of").empty());
}
