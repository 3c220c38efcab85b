// One witness a line.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_line_holds_the_whole_witness) {
  std::string const text = exported(sample_graph(), "jsonl");
  BOOST_TEST(
      line_with(text, "\"relation\":\"decreases\"") ==
      "{\"record\":\"4\",\"document\":{\"doi\":\"10.1000/x(1)\",\"title\":\"A review\",\"table\":\"Table 3\","
      "\"id\":\"DOI:10.1000/x(1)\",\"caption\":\"Of exosomes\"},\"reference\":\"107,108\","
      "\"cited\":[{\"reference\":\"107\",\"pmid\":\"77\",\"doi\":\"10.5/b\"}],\"basis\":\"stated\","
      "\"subject\":{\"id\":\"MECHGRAPH:I00000000000000000000000000000001\",\"label\":\"TNF-pretreated exosome (bone marrow)\","
      "\"kind\":\"intervention\",\"type\":\"Intervention\",\"derivative\":{\"key\":\"exosome\",\"id\":\"GO:0070062\",\"label\":\"exosome\"}"
      ","
      "\"source\":{\"key\":\"bone_marrow\",\"id\":\"UBERON:0002371\",\"label\":\"bone marrow\"},"
      "\"modifiers\":[{\"relation\":\"pretreated_with\",\"key\":\"tnf\",\"id\":\"NCBIGene:7124\",\"label\":\"TNF\"}]},"
      "\"relation\":\"decreases\",\"object\":{\"key\":\"nlrp3\",\"id\":\"NCBIGene:114548\",\"label\":\"NLRP3\",\"kind\":\"mediator\","
      "\"type\":\"Gene\"},\"sign\":-1,\"negated\":false,\"context\":{\"cell_type\":\"macrophage\",\"magnitude\":\"marked\"},"
      "\"evidence\":{\"field\":\"result\",\"cell\":\"\u03B2: Suppression of NLRP3 in macrophage and thereby reducing ALF\","
      "\"text\":\"Suppression of NLRP3\",\"start\":3,\"end\":23},\"trigger\":{\"text\":\"Suppression\",\"start\":3,\"end\":14},"
      "\"rule\":\"a_rule\",\"confidence\":0.64,\"flags\":[\"ambiguous_trigger\",\"coordination\"],"
      "\"mentions\":{\"object\":{\"text\":\"NLRP3\",\"start\":18,\"end\":23}},"
      "\"references\":[\"DOI:10.1000/x(1)#107\",\"DOI:10.1000/x(1)#108\"],"
      "\"qualifiers\":[{\"key\":\"cell_type\",\"node\":{\"key\":\"macrophage\",\"id\":\"CL:0000235\",\"label\":\"macrophage\","
      "\"kind\":\"context\",\"type\":\"CellType\",\"flags\":[\"ancestor\"],\"attributes\":{\"key\":[\"macrophage\"],"
      "\"match\":[\"exact\"]}}},{\"key\":\"magnitude\",\"text\":\"marked\"}]}");
}

BOOST_AUTO_TEST_CASE(there_are_as_many_lines_as_witnesses) {
  Graph const graph = sample_graph();
  BOOST_TEST(lines_of(exported(graph, "jsonl")).size() == graph.witness_count());
}

BOOST_AUTO_TEST_CASE(attributes_stand_where_a_node_is_first_named) {
  std::string const text = exported(sample_graph(), "jsonl");
  std::string const composition = "\"attributes\":{\"composition\":[";
  BOOST_TEST(text.find(composition) != std::string::npos);
  BOOST_TEST(text.find(composition) == text.rfind(composition));
  BOOST_TEST(lines_of(text).front().find(composition) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_denial_is_a_line_that_says_so) {
  std::string const line = line_with(exported(sample_graph(), "jsonl"), "\"relation\":\"affects\"");
  BOOST_TEST(line.find("\"sign\":0,\"negated\":true") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_publication_that_is_cited_itself_is_named_by_its_identifier) {
  std::string const line = line_with(exported(sample_graph(), "jsonl"), "\"relation\":\"increases\"");
  BOOST_TEST(line.find("\"cited\":[{\"pmid\":\"123\"}]") != std::string::npos);
  BOOST_TEST(line.find("\"reference\":") == std::string::npos);
  BOOST_TEST(line.find("\"references\":[\"PMID:123\"]") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_witness_without_words_has_no_cell) {
  std::string const line = line_with(exported(sample_graph(), "jsonl"), "\"relation\":\"biolink:interacts with\"");
  BOOST_TEST(line.find("\"evidence\":{\"field\":\"other\"},\"confidence\":1") != std::string::npos);
  BOOST_TEST(line.find("\"document\":{\"table\":\"#1\",\"id\":\"PMID:77\"}") != std::string::npos);
  BOOST_TEST(line.find("\"edge_attributes\":{\"score\":[\"0.5\"]}") != std::string::npos);
  BOOST_TEST(line.find("\"attributes\":{\"in stock\":[\"yes\"],\"synonym\":[\"one|two\",\"three\\\\\"]}") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_node_that_no_line_names_has_a_line_of_its_own) {
  PartMaker p;
  p.node("X:1", Kind::mediator, "Gene", "alone");
  p.node("X:2", Kind::context, "Tissue", "above", static_cast<std::uint8_t>(NodeFlag::ancestor));
  p.node("UBERON:0002107", Kind::context, "Tissue", "of the ontology", static_cast<std::uint8_t>(NodeFlag::ancestor));
  BOOST_TEST(exported(p.graph(), "jsonl") ==
             "{\"node\":{\"id\":\"X:1\",\"label\":\"alone\",\"kind\":\"mediator\",\"type\":\"Gene\"}}\n"
             "{\"node\":{\"id\":\"X:2\",\"label\":\"above\",\"kind\":\"context\",\"type\":\"Tissue\",\"flags\":[\"ancestor\"]}}\n");
}

BOOST_AUTO_TEST_CASE(an_edge_that_no_witness_names_has_a_line_of_its_own_unless_the_ontology_says_it) {
  PartMaker p;
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a");
  auto const b = p.node("X:2", Kind::mediator, "Gene", "b");
  auto const plain = p.edge(a, "likes", b, 1);
  p.part.edge_attributes.push_back({plain, p.text("weight"), p.text("2.5")});
  p.edge(b, "is_a", a, 0, true);
  p.node("CL:0000235", Kind::context, "CellType", "macrophage");  // brings its parents, and edges to them
  BOOST_TEST(p.graph().edge_count() > 2U);
  BOOST_TEST(exported(p.graph(), "jsonl") ==
             "{\"edge\":{\"subject\":{\"id\":\"X:1\",\"label\":\"a\",\"kind\":\"mediator\",\"type\":\"Gene\"},\"relation\":\"likes\","
             "\"object\":{\"id\":\"X:2\",\"label\":\"b\",\"kind\":\"mediator\",\"type\":\"Gene\"},\"sign\":1,\"negated\":false,"
             "\"attributes\":{\"weight\":[\"2.5\"]}}}\n"
             "{\"edge\":{\"subject\":{\"id\":\"X:2\",\"label\":\"b\",\"kind\":\"mediator\",\"type\":\"Gene\"},\"relation\":\"is_a\","
             "\"object\":{\"id\":\"X:1\",\"label\":\"a\",\"kind\":\"mediator\",\"type\":\"Gene\"},\"sign\":0,\"negated\":true}}\n"
             "{\"node\":{\"key\":\"macrophage\",\"id\":\"CL:0000235\",\"label\":\"macrophage\",\"kind\":\"context\",\"type\":\"CellType\","
             "\"attributes\":{\"key\":[\"macrophage\"],\"match\":[\"exact\"]}}}\n");
}
