// Merging: identity, order, and that neither order nor grouping of parts matters.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "graph/builder.hpp"
#include "unit/graph/dump.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

Graph built(std::vector<GraphPart const*> const& parts) {
  GraphBuilder builder{test_ontology()};
  for (GraphPart const* part : parts) builder.add(*part);
  return std::move(builder).freeze();
}

Graph merged(std::vector<Graph const*> const& graphs) {
  GraphBuilder builder{test_ontology()};
  for (Graph const* graph : graphs) builder.merge(*graph);
  return std::move(builder).freeze();
}

// Numbers that follow each other without a pattern: std::mt19937 gives the same ones everywhere.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

template <class T>
T const& any_of(Random& random, std::vector<T> const& choices) {
  return choices[random() % choices.size()];
}

// A part of few names, so that random parts share nodes, edges, records and whole witnesses.
GraphPart random_part(unsigned seed) {
  Random random{seed};
  GraphPart part;
  auto const text = [&](std::string_view view) { return part.strings.intern(view); };
  for (unsigned i = random() % 5; i > 0; --i) part.strings.intern("unused " + std::to_string(random() % 9));
  std::vector<std::string> const ids{"MONDO:0019542", "GO:0070062", "NCBIGene:7124", "MECHGRAPH:smgo", "EX:a", "EX:b", "EX:c"};
  auto const node_count = static_cast<std::uint32_t>(1 + random() % 8);
  for (std::uint32_t i = 0; i < node_count; ++i) {
    std::string const id = any_of(random, ids);
    part.nodes.push_back({text(id), any_of(random, std::vector<Kind>{Kind::model, Kind::outcome}),
                          text(any_of<std::string>(random, {"", "Gene", "Process", "ex:Thing", "ex:Other"})),
                          text(any_of<std::string>(random, {"", "B", "a", "β"})), static_cast<std::uint8_t>(random() % 8)});
    part.node_attributes.push_back({static_cast<std::uint32_t>(random() % part.nodes.size()),
                                    text(any_of<std::string>(random, {"xref", "key", "note"})),
                                    text(any_of<std::string>(random, {"1", "2", "é"}))});
  }
  part.documents.push_back({text(any_of<std::string>(random, {"DOI:1", "DOI:2"})),
                            text("1"),
                            {},
                            {},
                            text(any_of<std::string>(random, {"", "T", "t"})),
                            text(any_of<std::string>(random, {"", "J"})),
                            text(any_of<std::string>(random, {"", "2019"})),
                            text(any_of<std::string>(random, {"", "free"}))});
  for (unsigned i = 0; i < 2; ++i)
    part.tables.push_back({0, text(any_of<std::string>(random, {"#1", "#2"})), text(any_of<std::string>(random, {"", "c", "d"}))});
  for (unsigned i = 0; i < 3; ++i) part.records.push_back({static_cast<std::uint32_t>(random() % 2), text(std::to_string(random() % 12))});
  for (unsigned i = 0; i < 4; ++i) {
    part.cells.push_back({static_cast<std::uint32_t>(random() % 3), text(any_of<std::string>(random, {"result", "source"})),
                          text(any_of<std::string>(random, {"", "less of b", "more of c"}))});
  }
  for (unsigned i = 0; i < 6; ++i) {
    part.edges.push_back({static_cast<std::uint32_t>(random() % node_count), static_cast<std::uint32_t>(random() % node_count),
                          text(any_of<std::string>(random, {"increases", "is_a", "ex:knows"})),
                          static_cast<std::int8_t>(static_cast<int>(random() % 3) - 1), random() % 4 == 0});
    if (random() % 2 == 0) part.edge_attributes.push_back({i, text("source"), text(std::to_string(random() % 2))});
  }
  for (unsigned i = 0; i < 9; ++i) {
    GraphPart::Witness witness;
    witness.edge = random() % 6;
    witness.cell = random() % 4;
    witness.text = {0, random() % 2};
    witness.trigger = {0, random() % 2};
    witness.rule = text(any_of<std::string>(random, {"r", "s"}));
    witness.confidence = static_cast<std::uint16_t>(500 + 100 * (random() % 2));
    witness.basis = any_of(random, std::vector<Basis>{Basis::stated, Basis::implied, Basis::cargo});
    witness.flags = FlagSet{static_cast<std::uint32_t>(random() % 2)};
    for (unsigned q = random() % 3; q > 0; --q) {
      bool const is_node = random() % 2 == 0;
      witness.qualifiers.push_back({text(any_of<std::string>(random, {"organism", "dose"})),
                                    text(is_node ? any_of<std::string>(random, {"NCBITaxon:10090", "EX:q"}) : "1 mg"), is_node});
    }
    for (unsigned r = random() % 3; r > 0; --r) witness.references.push_back(text("DOI:1#" + std::to_string(random() % 3)));
    if (random() % 4 == 0) witness.references.push_back(text(any_of<std::string>(random, {"PMID:11", "DOI:10.5/A", "ISBN:1"})));
    part.witnesses.push_back(std::move(witness));
  }
  for (unsigned i = 0; i < 4; ++i) {
    part.citations.push_back({text("DOI:1#" + std::to_string(random() % 4)), text(any_of<std::string>(random, {"", "10.5/a", "10.5/b"})),
                              text(any_of<std::string>(random, {"", "11", "12"})), text(any_of<std::string>(random, {"", "PMC3"}))});
  }
  return part;
}

}  // namespace

BOOST_AUTO_TEST_CASE(parts_give_the_same_graph_in_any_order_and_grouping) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    GraphPart const a = random_part(3 * seed), b = random_part(3 * seed + 1), c = random_part(3 * seed + 2);
    std::string const whole = dump(built({&a, &b, &c}));
    BOOST_REQUIRE_GT(whole.size(), 1000);
    auto const is_whole = [&](Graph const& graph) { return dump(graph) == whole; };
    BOOST_TEST_REQUIRE(is_whole(built({&c, &a, &b})));
    BOOST_TEST_REQUIRE(is_whole(built({&b, &b, &c, &a, &a})));
    Graph const ga = built({&a}), gb = built({&b}), gc = built({&c}), gab = built({&a, &b}), gbc = built({&c, &b});
    BOOST_TEST_REQUIRE(is_whole(merged({&ga, &gb, &gc})));
    BOOST_TEST_REQUIRE(is_whole(merged({&gab, &gc})));
    BOOST_TEST_REQUIRE(is_whole(merged({&gbc, &ga})));
    BOOST_TEST_REQUIRE(is_whole(merged({&gab, &gbc})));
    Graph const once = merged({&gab, &gbc});
    BOOST_TEST_REQUIRE(is_whole(merged({&once})));
  }
}

BOOST_AUTO_TEST_CASE(different_parts_give_different_graphs) {
  GraphPart const a = random_part(1), b = random_part(2);
  BOOST_TEST(dump(built({&a})) != dump(built({&b})));
}

BOOST_AUTO_TEST_CASE(a_known_term_takes_everything_from_the_ontology) {
  Sketch s;
  s.said("1", "NCBIGene:114548", "increases", 1, "MONDO:0019542");
  s.part.nodes[s.node("MONDO:0019542")].label = s.text("another label");
  s.part.node_attributes.push_back({s.node("MONDO:0019542"), s.text("valence"), s.text("1")});
  Graph const graph = s.graph();
  NodeId const alf = graph.find("MONDO:0019542").value();
  BOOST_TEST(graph.node(alf).label == "ALF");
  BOOST_TEST(graph.node(alf).type == "Disease");
  BOOST_TEST((graph.node(alf).kind == Kind::outcome));
  BOOST_TEST(graph.node(alf).flags == 0);
  BOOST_TEST(graph.attribute(alf, "key") == "alf");
  BOOST_TEST(graph.attribute(alf, "ontology_label") == "acute liver failure");
  BOOST_TEST(graph.attribute(alf, "match") == "exact");
  BOOST_TEST(graph.attribute(alf, "identifier").empty());
  BOOST_TEST(graph.attributes(alf).size() == 4U);
  BOOST_TEST(graph.valence(alf) == -1);
  NodeId const nlrp3 = graph.find("NCBIGene:114548").value();
  BOOST_TEST(graph.attribute(nlrp3, "xref") == "HGNC:16400");
  BOOST_TEST(graph.valence(nlrp3) == 0);
}

BOOST_AUTO_TEST_CASE(a_term_with_a_broad_mapping_has_a_minted_id_and_the_curie_as_identifier) {
  Sketch s;
  s.said("1", "NCBIGene:114548", "increases", 1, "MECHGRAPH:liver_function");
  s.said("1", "NCBIGene:114548", "increases", 1, "OBI:1");  // the wider class is another node, unknown to the ontology
  Graph const graph = s.graph();
  NodeId const term = graph.find("MECHGRAPH:liver_function").value();
  BOOST_TEST(graph.attribute(term, "identifier") == "OBI:1");
  BOOST_TEST(graph.attribute(term, "match") == "broad");
  BOOST_TEST(graph.node(graph.find("OBI:1").value()).label.empty());
}

BOOST_AUTO_TEST_CASE(ancestors_come_along_unwitnessed_and_lose_the_mark_when_a_part_uses_them) {
  Sketch s;
  s.said("1", "GO:0070062", "decreases", -1, "MONDO:0019542");
  Graph const graph = s.graph();
  NodeId const above = graph.find("MONDO:0100192").value();
  BOOST_TEST(graph.node(above).has(NodeFlag::ancestor));
  BOOST_TEST(graph.node(above).label == "liver failure");
  EdgeId const edge = graph.find(graph.find("MONDO:0019542").value(), "is_a", 0, false, above).value();
  BOOST_TEST(graph.witnesses(edge).empty());
  BOOST_TEST((graph.basis(edge) == Basis::stated));
  BOOST_TEST((graph.relation(edge).relation_class == RelationClass::hierarchy));

  Sketch other;
  other.said("1", "GO:0070062", "decreases", -1, "MONDO:0100192");
  Graph const both = built({&s.part, &other.part});
  BOOST_TEST(!both.node(both.find("MONDO:0100192").value()).has(NodeFlag::ancestor));
  BOOST_TEST(both.node(both.find("GO:1903561").value()).has(NodeFlag::ancestor));
}

BOOST_AUTO_TEST_CASE(opposite_signs_and_denials_are_edges_of_their_own_with_all_their_witnesses) {
  Sketch s;
  s.said("1", "EX:a", "affects", 1, "EX:b");
  s.said("2", "EX:a", "affects", 1, "EX:b");
  s.said("2", "EX:a", "affects", 1, "EX:b");  // the same again
  s.said("3", "EX:a", "affects", -1, "EX:b");
  s.said("3", "EX:a", "affects", -1, "EX:b", Basis::stated, true);
  Graph const graph = s.graph();
  BOOST_TEST(graph.edge_count() == 3U);
  BOOST_TEST(graph.witness_count() == 4U);
  NodeId const a = graph.find("EX:a").value(), b = graph.find("EX:b").value();
  BOOST_TEST(graph.witnesses(graph.find(a, "affects", 1, false, b).value()).size() == 2U);
  BOOST_TEST(graph.witnesses(graph.find(a, "affects", -1, false, b).value()).size() == 1U);
  BOOST_TEST(graph.witnesses(graph.find(a, "affects", -1, true, b).value()).size() == 1U);
  BOOST_TEST(!graph.find(a, "affects", 1, true, b));
  BOOST_TEST(!graph.find(a, "increases", 1, false, b));
}

BOOST_AUTO_TEST_CASE(witnesses_that_differ_in_anything_stay_apart) {
  using Change = void (*)(Sketch&, GraphPart::Witness&);
  std::vector<Change> const changes{
      [](Sketch&, GraphPart::Witness& w) {
        w.text = {0, 1};
      },
      [](Sketch&, GraphPart::Witness& w) {
        w.trigger = {0, 1};
      },
      [](Sketch&, GraphPart::Witness& w) {
        w.subject = {0, 1};
      },
      [](Sketch&, GraphPart::Witness& w) {
        w.object = {0, 1};
      },
      [](Sketch& s, GraphPart::Witness& w) { w.rule = s.text("another"); },
      [](Sketch&, GraphPart::Witness& w) { w.confidence = 1; },
      [](Sketch&, GraphPart::Witness& w) { w.basis = Basis::cargo; },
      [](Sketch&, GraphPart::Witness& w) { w.flags.set(Flag::hedged); },
      [](Sketch& s, GraphPart::Witness& w) {
        w.qualifiers = {{s.text("dose"), s.text("1 mg"), false}};
      },
      [](Sketch& s, GraphPart::Witness& w) { w.references = {s.text("DOI:10.1/x#1")}; },
      [](Sketch& s, GraphPart::Witness& w) { w.cell = s.said("2", "EX:c", "affects", 0, "EX:b").cell; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Sketch s;
    GraphPart::Witness const first = s.said("1", "EX:a", "affects", 0, "EX:b");
    GraphPart::Witness changed = first;
    changes[i](s, changed);
    s.part.witnesses.insert(s.part.witnesses.end(), {first, changed, changed, first});
    Graph const graph = s.graph();
    EdgeId const edge = graph.find(graph.find("EX:a").value(), "affects", 0, false, graph.find("EX:b").value()).value();
    BOOST_TEST_CONTEXT("change " << i) { BOOST_TEST(graph.witnesses(edge).size() == 2U); }
  }
}

BOOST_AUTO_TEST_CASE(a_node_outside_the_ontology_keeps_all_its_attributes) {
  Sketch s;
  s.declared("EX:a", "Gene", "A");
  s.part.node_attributes = {{0, s.text("valence"), s.text("-1")}, {0, s.text("key"), s.text("a")}, {0, s.text("key"), s.text("a")}};
  Graph const graph = s.graph();
  BOOST_TEST(graph.attributes(NodeId{0}).size() == 2U);
  BOOST_TEST(graph.attribute(NodeId{0}, "key") == "a");
  BOOST_TEST(graph.valence(NodeId{0}) == -1);
  BOOST_TEST(graph.attribute(NodeId{0}, "other").empty());
}

BOOST_AUTO_TEST_CASE(nodes_edges_and_records_are_in_order_of_bytes) {
  Sketch s;
  s.declared("EX:z", "Source");
  s.declared("EX:a", "Process");
  s.declared("EX:B", "Process");
  s.said("10", "EX:z", "increases", 1, "EX:a");
  s.said("2", "EX:z", "decreases", -1, "EX:a");
  s.said("2", "EX:z", "decreases", -1, "EX:B");
  Graph const graph = s.graph();
  std::vector<std::string_view> nodes, edges, records;
  for (NodeId const n : graph.nodes()) nodes.push_back(graph.node(n).id);
  for (EdgeId const e : graph.edges()) edges.push_back(graph.relation(e).name);
  for (RecordId const r : graph.records()) records.push_back(graph.record(r).id);
  BOOST_TEST(nodes == (std::vector<std::string_view>{"EX:z", "EX:B", "EX:a"}), boost::test_tools::per_element());
  BOOST_TEST(edges == (std::vector<std::string_view>{"decreases", "decreases", "increases"}), boost::test_tools::per_element());
  BOOST_TEST((graph.edge(EdgeId{0}).object == graph.find("EX:B").value()));
  BOOST_TEST(records == (std::vector<std::string_view>{"10", "2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(foreign_relations_keep_their_name_and_the_sign_that_all_their_edges_have) {
  Sketch s;
  s.said("1", "EX:a", "ex:up", 1, "EX:b");
  s.said("1", "EX:b", "ex:up", 1, "EX:c");
  s.said("1", "EX:a", "ex:mixed", 1, "EX:b");
  s.said("1", "EX:a", "ex:mixed", -1, "EX:b");
  Graph const graph = s.graph();
  BOOST_TEST_REQUIRE(graph.relations().size() == 2U);
  BOOST_TEST(graph.relations()[0].name == "ex:mixed");
  BOOST_TEST(int{graph.relations()[0].sign} == 0);
  BOOST_TEST(int{graph.relations()[1].sign} == 1);
  BOOST_TEST((graph.relations()[1].relation_class == RelationClass::foreign));
}

BOOST_AUTO_TEST_CASE(a_type_of_the_ontology_wins_over_a_foreign_one_and_brings_its_kind) {
  Sketch a, b;
  a.declared("EX:x", "aaa:Thing");
  b.declared("EX:x", "Gene", "x");
  Graph const graph = built({&a.part, &b.part});
  Node const node = graph.node(graph.find("EX:x").value());
  BOOST_TEST(node.type == "Gene");
  BOOST_TEST((node.kind == Kind::mediator));
  BOOST_TEST(!node.has(NodeFlag::foreign));
  Graph const alone = built({&a.part});
  BOOST_TEST(alone.node(NodeId{0}).has(NodeFlag::foreign));
}

BOOST_AUTO_TEST_CASE(a_qualifier_that_is_a_term_becomes_a_node) {
  Sketch s;
  auto& witness = s.said("1", "EX:a", "affects", 0, "EX:b");
  witness.qualifiers = {{s.text("organism"), s.text("NCBITaxon:10090"), true}, {s.text("dose"), s.text("1 mg"), false}};
  Graph const graph = s.graph();
  auto const qualifiers = graph.qualifiers(WitnessId{0});
  BOOST_TEST_REQUIRE(qualifiers.size() == 2U);
  BOOST_TEST(qualifiers[0].key == "dose");
  BOOST_TEST(!qualifiers[0].node);
  BOOST_TEST(graph.node(qualifiers[1].node.value()).label == "mouse");
  BOOST_TEST((graph.node(qualifiers[1].node.value()).kind == Kind::model));
  BOOST_TEST(graph.node(qualifiers[1].node.value()).has(NodeFlag::ancestor));
}

BOOST_AUTO_TEST_CASE(documents_and_records_without_a_witness_are_not_kept) {
  Sketch s;
  s.part.records.push_back({0, s.text("99")});
  s.declared("EX:alone", "Gene");
  Graph const graph = s.graph();
  BOOST_TEST(graph.record_count() == 0U);
  BOOST_TEST(graph.document_count() == 0U);
  BOOST_TEST(graph.node_count() == 1U);
}

BOOST_AUTO_TEST_CASE(an_empty_builder_gives_an_empty_graph) {
  Graph const graph = built({});
  BOOST_TEST(dump(graph).empty());
  BOOST_TEST(!graph.find("EX:a"));
}
