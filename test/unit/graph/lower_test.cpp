// Statements become rows, and nodes get their identity.
#include "graph/lower.hpp"

#include <boost/test/unit_test.hpp>

#include "base/digest.hpp"
#include "unit/graph/dump.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

TermId term(std::string_view key) { return test_ontology()->find_key(key).value(); }
RelationId relation(std::string_view name) { return test_ontology()->find_relation(name).value(); }

Preparation tnf_exosome() { return {term("exosome"), {term("bone_marrow")}, {{relation("pretreated_with"), term("tnf")}}}; }

Graph frozen(GraphPart const& part) {
  GraphBuilder builder{test_ontology()};
  builder.add(part);
  return std::move(builder).freeze();
}

struct Lowered {
  Lowered() {
    table.document.doi = "10.1/x";
    table.label = "Table 3";
    table.records.resize(1);
    table.records[0].id = "4";
  }
  Graph graph(std::vector<Statement> statements) {
    GraphPart part;
    lower(table, RecordStatements{&table.records[0], std::move(statements), {}}, *test_ontology(), part);
    return frozen(part);
  }
  RecordTable table;
};

Statement statement(Entity subject, std::string_view relation_name, Entity object) {
  Statement made;
  made.subject = std::move(subject);
  made.relation = relation(relation_name);
  made.object = std::move(object);
  made.sign = test_ontology()->relation(made.relation).sign;
  made.rule = "test";
  return made;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_composition_names_derivative_source_and_sorted_modifiers) {
  auto const& ontology = *test_ontology();
  BOOST_TEST(composition(tnf_exosome(), ontology) == "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124");
  Preparation bare{term("exosome"), {}, {}};
  BOOST_TEST(composition(bare, ontology) == "GO:0070062|-|");
  Preparation rich{
      term("exosome"),
      {term("bone_marrow"), term("umbilical_cord")},
      {{relation("pretreated_with"), term("tnf")}, {relation("combined_with"), term("smgo")}, {relation("combined_with"), term("smgo")}}};
  BOOST_TEST(composition(rich, ontology) ==
             "GO:0070062|UBERON:0002331;UBERON:0002371|combined_with=MECHGRAPH:smgo;pretreated_with=NCBIGene:7124");
  BOOST_TEST(node_id(rich, ontology) == "MECHGRAPH:I" + digest(composition(rich, ontology)));
}

BOOST_AUTO_TEST_CASE(a_term_is_its_id_and_unresolved_words_the_digest_of_kind_and_folded_words) {
  auto const& ontology = *test_ontology();
  BOOST_TEST(node_id(term("alf"), ontology) == "MONDO:0019542");
  BOOST_TEST(node_id(term("smgo"), ontology) == "MECHGRAPH:smgo");
  BOOST_TEST(node_id(Unresolved{"Odd  Word", Kind::outcome}, ontology) == "MECHGRAPH:U" + digest("outcome|odd word"));
  BOOST_TEST(node_id(Unresolved{"odd word", Kind::outcome}, ontology) == node_id(Unresolved{" ODD word", Kind::outcome}, ontology));
  BOOST_TEST(node_id(Unresolved{"odd word", Kind::mediator}, ontology) != node_id(Unresolved{"odd word", Kind::outcome}, ontology));
}

BOOST_AUTO_TEST_CASE(a_label_says_what_was_done_to_the_preparation) {
  auto const& ontology = *test_ontology();
  BOOST_TEST(label(tnf_exosome(), ontology) == "TNF-pretreated exosome (bone marrow)");
  BOOST_TEST(label(Preparation{term("exosome"), {}, {{relation("enriched_with"), term("nlrp3")}}}, ontology) == "NLRP3-enriched exosome");
  BOOST_TEST(label(Preparation{Unresolved{"odd  {object}", Kind::derivative},
                               {term("bone_marrow"), term("umbilical_cord")},
                               {{relation("engineered_with"), term("tnf")}}},
                   ontology) == "TNF-engineered odd {object} (bone marrow, umbilical cord)");
}

BOOST_AUTO_TEST_CASE(every_modifier_of_the_identity_has_words_for_it) {
  for (Relation const& each : Ontology::builtin()->relations()) {
    BOOST_TEST_CONTEXT(each.name) {
      BOOST_TEST(each.label_pattern.empty() != each.in_identity);
      if (each.in_identity) {
        BOOST_TEST(each.label_pattern.find("{subject}") != std::string::npos);
        BOOST_TEST(each.label_pattern.find("{object}") != std::string::npos);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_statement_becomes_nodes_an_edge_and_a_witness) {
  Lowered lowered;
  Statement effect = statement(tnf_exosome(), "decreases", term("nlrp3"));
  effect.words = {Role::result, "Suppression of NLRP3", {0, 20}, {0, 11}, {}, {15, 20}};
  effect.confidence = 900;
  effect.flags.set(Flag::coordination);
  effect.references = {"107", "108"};
  effect.context = {{"organism", term("mouse")}, {"dose", std::string{"1 mg"}}};
  Graph const graph = lowered.graph({effect});

  NodeId const preparation = graph.find(node_id(tnf_exosome(), *test_ontology())).value();
  BOOST_TEST(graph.node(preparation).label == "TNF-pretreated exosome (bone marrow)");
  BOOST_TEST(graph.node(preparation).type == "Intervention");
  BOOST_TEST((graph.node(preparation).kind == Kind::intervention));
  BOOST_TEST(graph.attribute(preparation, "composition") == "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124");
  BOOST_TEST(graph.node(graph.find("NCBITaxon:10090").value()).has(NodeFlag::ancestor));
  BOOST_TEST(!graph.node(preparation).has(NodeFlag::ancestor));
  EdgeId const edge = graph.find(preparation, "decreases", -1, false, graph.find("NCBIGene:114548").value()).value();
  BOOST_TEST_REQUIRE(graph.witnesses(edge).size() == 1U);
  WitnessId const id = graph.witnesses(edge).front();
  WitnessView const witness = graph.witness(id);
  BOOST_TEST(witness.words() == "Suppression of NLRP3");
  BOOST_TEST(witness.field == "result");
  BOOST_TEST(witness.confidence == 900);
  BOOST_TEST(witness.flags.has(Flag::coordination));
  BOOST_TEST(graph.references(id)[0] == "DOI:10.1/x#107");
  BOOST_TEST(graph.references(id)[1] == "DOI:10.1/x#108");
  BOOST_TEST(graph.qualifiers(id).size() == 2U);
  RecordView const record = graph.record(witness.record);
  BOOST_TEST(record.id == "4");
  BOOST_TEST(record.table == "Table 3");
  BOOST_TEST(graph.document(record.document).id == "DOI:10.1/x");
  BOOST_TEST(graph.document(record.document).doi == "10.1/x");
}

BOOST_AUTO_TEST_CASE(what_a_reference_stands_for_and_all_that_is_known_of_the_document_come_along) {
  Lowered lowered;
  lowered.table.document.journal = "A journal";
  lowered.table.document.year = "2022";
  lowered.table.document.licence = "https://creativecommons.org/licenses/by/4.0/";
  lowered.table.citations = {{"107", {"10.5/b", "77", "PMC77"}}, {"109", {"", "79", ""}}};
  Statement effect = statement(term("exosome"), "decreases", term("nlrp3"));
  effect.references = {"107", "108"};
  Graph const graph = lowered.graph({effect});
  auto const works = graph.cited("DOI:10.1/x#107");
  BOOST_TEST_REQUIRE(works.size() == 1U);
  BOOST_TEST(works[0].doi == "10.5/b");
  BOOST_TEST(works[0].pmid == "77");
  BOOST_TEST(works[0].pmcid == "PMC77");
  BOOST_TEST(graph.cited("DOI:10.1/x#109").empty());
  DocumentView const document = graph.document(DocumentId{0});
  BOOST_TEST(document.journal == "A journal");
  BOOST_TEST(document.year == "2022");
  BOOST_TEST(document.licence == "https://creativecommons.org/licenses/by/4.0/");
}

BOOST_AUTO_TEST_CASE(an_unresolved_node_is_marked_and_keeps_its_words) {
  Lowered lowered;
  Graph const graph = lowered.graph({statement(term("exosome"), "increases", Unresolved{"odd\n word", Kind::outcome})});
  Node const node = graph.node(graph.find(node_id(Unresolved{"odd word", Kind::outcome}, *test_ontology())).value());
  BOOST_TEST(node.has(NodeFlag::unresolved));
  BOOST_TEST(!node.has(NodeFlag::foreign));
  BOOST_TEST(node.label == "odd word");
  BOOST_TEST((node.kind == Kind::outcome));
}

BOOST_AUTO_TEST_CASE(a_term_that_is_a_qualifier_and_an_end_is_no_ancestor_in_either_order) {
  for (bool const is_first : {true, false}) {
    Lowered lowered;
    Statement with_qualifier = statement(term("exosome"), "increases", term("nlrp3"));
    with_qualifier.context = {{"pretreated_with", term("tnf")}};
    Statement with_end = statement(term("tnf"), "increases", term("nlrp3"));
    Graph const graph = is_first ? lowered.graph({with_qualifier, with_end}) : lowered.graph({with_end, with_qualifier});
    BOOST_TEST(!graph.node(graph.find("NCBIGene:7124").value()).has(NodeFlag::ancestor));
  }
}

BOOST_AUTO_TEST_CASE(a_cell_is_stored_once_for_a_record_and_field) {
  Lowered lowered;
  lowered.table.records.resize(2);
  lowered.table.records[0].id = "1";
  lowered.table.records[1].id = "2";
  Statement a = statement(term("exosome"), "increases", term("nlrp3"));
  a.words.cell = "text";
  Statement b = statement(term("exosome"), "decreases", term("nlrp3"));
  b.words.cell = "text";
  Statement c = a;
  c.words.field = Role::source;
  std::vector<RecordStatements> const records{{&lowered.table.records[0], {a, b, c}, {}}, {&lowered.table.records[1], {a}, {}}};
  GraphPart part;
  lower(lowered.table, records, *test_ontology(), part);
  BOOST_TEST(part.cells.size() == 3U);
  BOOST_TEST(part.records.size() == 2U);
  BOOST_TEST(part.witnesses.size() == 4U);
  BOOST_TEST(part.nodes.size() == 2U);
}

BOOST_AUTO_TEST_CASE(records_lowered_apart_give_the_graph_of_records_lowered_together) {
  Lowered lowered;
  lowered.table.document = {};
  lowered.table.records.resize(2);
  lowered.table.records[0].id = "1";
  lowered.table.records[1].id = "2";
  lowered.table.records[1].cells.emplace_back();
  lowered.table.records[1].cells[0].text = "content that names the document";
  Statement const a = statement(tnf_exosome(), "increases", term("nlrp3"));
  std::vector<RecordStatements> const records{{&lowered.table.records[0], {a}, {}}, {&lowered.table.records[1], {a}, {}}};
  GraphPart together, first, second;
  lower(lowered.table, records, *test_ontology(), together);
  lower(lowered.table, records[0], *test_ontology(), first);
  lower(lowered.table, records[1], *test_ontology(), second);
  GraphBuilder builder{test_ontology()};
  builder.add(second);
  builder.add(first);
  Graph const apart = std::move(builder).freeze();
  BOOST_TEST(dump(apart) == dump(frozen(together)));
  BOOST_TEST(apart.document(DocumentId{0}).id.starts_with("MECHGRAPH:D"));
}
