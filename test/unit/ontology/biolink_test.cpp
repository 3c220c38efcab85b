// Biolink's words and ours.
#include <boost/test/unit_test.hpp>

#include "unit/ontology/small_ontology.hpp"

using namespace mechgraph;

namespace {

Biolink const& biolink() { return Ontology::builtin()->biolink(); }

// "relation sign", with "!" where nothing is left to say.
std::string meaning(ForeignPredicate const& edge) {
  EdgeMeaning const found = biolink().meaning(edge);
  return std::string{found.relation} + ' ' + std::to_string(found.sign) + (found.whole ? "!" : "");
}

std::string said(BiolinkPredicate const& p) { return p.predicate + '|' + p.qualified_predicate + '|' + p.aspect + '|' + p.direction; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_category_has_our_type_with_or_without_its_prefix) {
  BOOST_TEST(biolink().type_of("biolink:Protein") == "Gene");
  BOOST_TEST(biolink().type_of("Drug") == "Chemical");
  BOOST_TEST(biolink().type_of("Source") == "Source");  // a type of ours by its own name
  BOOST_TEST(biolink().type_of("biolink:CellularComponent") == "");
  BOOST_TEST(biolink().type_of("") == "");
}

BOOST_AUTO_TEST_CASE(a_foreign_relation_keeps_its_name_and_gets_its_sign) {
  BOOST_TEST(meaning({.predicate = "biolink:decreases_activity_of"}) == "biolink:decreases_activity_of -1!");
  BOOST_TEST(meaning({.predicate = "positively_regulates"}) == "biolink:positively_regulates 1!");
  BOOST_TEST(meaning({.predicate = "biolink:increases_degradation_of"}) == "biolink:increases_degradation_of -1!");
  BOOST_TEST(meaning({.predicate = "biolink:part_of"}) == "biolink:part_of 0!");
  BOOST_TEST(meaning({.predicate = "biolink:contributes_to"}) == "biolink:contributes_to 1!");
  BOOST_TEST(meaning({.predicate = "SEMMEDDB:LIKES"}) == "SEMMEDDB:LIKES 0");
}

BOOST_AUTO_TEST_CASE(directions_make_the_relation_and_the_sign) {
  BOOST_TEST(meaning({.predicate = "biolink:affects", .qualified_predicate = "biolink:causes", .object_direction = "increased"}) ==
             "increases 1!");
  BOOST_TEST(meaning({.predicate = "affects", .object_direction = "downregulated"}) == "decreases -1!");
  BOOST_TEST(meaning({.predicate = "biolink:affects"}) == "affects 0!");
  BOOST_TEST(meaning({.predicate = "biolink:ameliorates_condition"}) == "decreases -1!");
  BOOST_TEST(meaning({.predicate = "biolink:regulates", .object_direction = "decreased"}) == "biolink:regulates -1");
  BOOST_TEST(meaning({.predicate = "biolink:unheard_of", .object_direction = "increased"}) == "biolink:unheard_of 1");
}

BOOST_AUTO_TEST_CASE(the_aspect_says_what_a_direction_means_for_the_object) {
  BOOST_TEST(meaning({.predicate = "biolink:affects", .object_direction = "increased", .object_aspect = "activity"}) == "increases 1");
  BOOST_TEST(meaning({.predicate = "biolink:affects", .object_direction = "increased", .object_aspect = "degradation"}) == "decreases -1");
  BOOST_TEST(meaning({.predicate = "biolink:affects", .object_direction = "increased", .object_aspect = "transport"}) == "affects 0");
  BOOST_TEST(meaning({.predicate = "biolink:affects", .object_direction = "increased", .object_aspect = "no aspect"}) == "affects 0");
}

BOOST_AUTO_TEST_CASE(less_of_the_subject_turns_the_sign) {
  BOOST_TEST(meaning({.predicate = "biolink:affects", .subject_direction = "decreased", .object_direction = "increased"}) ==
             "decreases -1");
}

BOOST_AUTO_TEST_CASE(a_sign_of_the_graph_wins) {
  BOOST_TEST(meaning({.predicate = "biolink:part_of", .sign = std::int8_t{-1}}) == "biolink:part_of -1!");
  BOOST_TEST(meaning({.predicate = "biolink:affects", .object_direction = "increased", .sign = std::int8_t{-1}}) == "biolink:affects -1");
  BOOST_TEST(meaning({.predicate = "increases", .sign = std::int8_t{1}}) == "increases 1!");
  BOOST_TEST(meaning({.predicate = "increases", .sign = std::int8_t{-1}}) == " 0");  // a contradiction
}

BOOST_AUTO_TEST_CASE(our_relations_are_known_by_name_and_as_original_predicate) {
  BOOST_TEST(meaning({.predicate = "mechgraph:counteracts"}) == "counteracts -1!");
  BOOST_TEST(meaning({.predicate = "biolink:affects", .original_predicate = "mechgraph:counteracts", .object_direction = "decreased"}) ==
             "counteracts -1!");
  BOOST_TEST(
      meaning({.predicate = "biolink:regulates", .original_predicate = "biolink:positively_regulates", .object_direction = "increased"}) ==
      "biolink:positively_regulates 1!");
  BOOST_TEST(meaning({.predicate = "biolink:affects", .original_predicate = "SEMMEDDB:AFFECTS"}) == "affects 0");
}

BOOST_AUTO_TEST_CASE(each_relation_is_said_in_biolink) {
  BOOST_TEST(said(biolink().predicate("decreases", "Gene", "Gene", 0)) == "biolink:affects|biolink:causes||decreased");
  BOOST_TEST(said(biolink().predicate("decreases", "Intervention", "Disease", -1)) == "biolink:ameliorates_condition|||");
  BOOST_TEST(said(biolink().predicate("decreases", "Gene", "Phenotype", 1)) == "biolink:affects|biolink:causes||decreased");
  BOOST_TEST(said(biolink().predicate("biolink:decreases_activity_of", "Gene", "Gene", 0)) ==
             "biolink:affects|biolink:causes|activity|decreased");
  BOOST_TEST(said(biolink().predicate("tested_in", "Intervention", "Organism", 0)) == "biolink:related_to|||");
  BOOST_TEST(said(biolink().predicate("SEMMEDDB:LIKES", "Gene", "Gene", 0)) == "biolink:related_to|||");
}

BOOST_AUTO_TEST_CASE(a_table_that_can_not_be_is_refused_with_its_row) {
  std::string const header = "relation\tsign\tbiolink_predicate\tbiolink_qualified_predicate\tbiolink_aspect\tbiolink_direction\twhy\n";
  auto const error = [](Tables const& tables) { return error_of([&] { small_ontology(tables); }); };
  BOOST_TEST(error({{"foreign_relations", header + "x:a\t2\tbiolink:b\t\t\t\tw\n"}}) ==
             "foreign_relations.tsv:2: \"2\" in the column sign [it is 1, -1 or 0]");
  BOOST_TEST(error({{"foreign_relations", header + "x:a\t1\t\t\t\t\tw\n"}}) == "foreign_relations.tsv:2: no biolink_predicate");
  BOOST_TEST(error({{"foreign_relations", header + "increases\t1\tbiolink:b\t\t\t\tw\n"}}) ==
             "foreign_relations.tsv:2: \"increases\" is a relation of relations.tsv");
  BOOST_TEST(error({{"foreign_relations", header + "x:a\t1\tbiolink:b\t\t\t\tw\nx:a\t0\tbiolink:b\t\t\t\tw\n"}}) ==
             "foreign_relations.tsv: the relation \"x:a\" is there twice");
  BOOST_TEST(error({{"categories", "category\ttype\nbiolink:Gene\tGen\n"}}) ==
             "categories.tsv:2: unknown type \"Gen\" [types.tsv lists the types]");
  BOOST_TEST(error({{"categories", "category\ttype\nbiolink:Gene\tGene\nbiolink:Gene\tGene\n"}}) ==
             "categories.tsv:3: the category \"biolink:Gene\" is there twice");
  BOOST_TEST(error({{"aspects", "aspect\tsign\twhy\na\t1\tw\na\t1\tw\n"}}) == "aspects.tsv:3: the aspect \"a\" is there twice");
}
