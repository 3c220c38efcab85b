// What words mean in a graph.
#include "query/terms.hpp"

#include <boost/test/unit_test.hpp>

#include "query/paths.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

Graph example() {
  Sketch s;
  s.said("1", "GO:0070062", "decreases", -1, "MONDO:0019542");
  s.said("1", "NCBIGene:7124", "increases", 1, "MECHGRAPH:liver_function");
  s.said("1", "EX:odd", "increases", 1, "MONDO:0019542");
  s.declared("EX:odd", "ex:Thing", "alf");  // differs from a term's label in case only
  return s.graph();
}

using Names = std::vector<std::string>;

Names ids_of(Graph const& graph, std::vector<NodeId> const& nodes) {
  Names ids;
  for (NodeId const n : nodes) ids.emplace_back(graph.node(n).id);
  return ids;
}

Names ends(std::string_view words) {
  Graph const graph = example();
  return ids_of(graph, resolve_ends(graph, words));
}

// "id match name" of what is found.
Names found(std::string_view words) {
  Graph const graph = example();
  Names lines;
  for (NamedNode const& named : find_terms(graph, words)) {
    lines.push_back(std::string{graph.node(named.node).id} + ' ' + std::string{name(named.match)} + ' ' + std::string{named.text});
  }
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ends_are_kinds_types_ids_curies_keys_labels_or_synonyms) {
  BOOST_TEST(ends("derivative") == (Names{"GO:0070062", "GO:1903561"}), boost::test_tools::per_element());
  BOOST_TEST(ends("Gene") == (Names{"NCBIGene:7124"}), boost::test_tools::per_element());
  BOOST_TEST(ends("ex:Thing").empty());
  BOOST_TEST(ends("NCBIGene:7124") == (Names{"NCBIGene:7124"}), boost::test_tools::per_element());
  BOOST_TEST(ends("OBI:1") == (Names{"MECHGRAPH:liver_function"}), boost::test_tools::per_element());
  BOOST_TEST(ends("liver_function") == (Names{"MECHGRAPH:liver_function"}), boost::test_tools::per_element());
  BOOST_TEST(ends("TNF") == (Names{"NCBIGene:7124"}), boost::test_tools::per_element());
  BOOST_TEST(ends("tnf alpha") == (Names{"NCBIGene:7124"}), boost::test_tools::per_element());
  BOOST_TEST(ends("acute liver failure") == (Names{"MONDO:0019542"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_class_stands_for_what_is_under_it) {
  BOOST_TEST(ends("extracellular vesicle") == (Names{"GO:0070062", "GO:1903561"}), boost::test_tools::per_element());
  BOOST_TEST(ends("Liver Failure") == (Names{"MONDO:0019542", "MONDO:0100192"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_name_as_printed_goes_before_one_that_only_folds_to_it) {
  BOOST_TEST(ends("ALF") == (Names{"MONDO:0019542"}), boost::test_tools::per_element());
  BOOST_TEST(ends("Alf") == (Names{"MONDO:0019542", "EX:odd"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(unknown_words_opposites_and_terms_outside_the_graph_mean_nothing) {
  BOOST_TEST(ends("").empty());
  BOOST_TEST(ends("no such thing").empty());
  BOOST_TEST(ends("hepatic dysfunction").empty());  // a name of the opposite of liver function
  BOOST_TEST(ends("umbilical cord").empty());
  BOOST_TEST(ends("exo").empty());
}

BOOST_AUTO_TEST_CASE(terms_are_found_by_their_best_name_best_first) {
  BOOST_TEST(found("liver") == (Names{"MECHGRAPH:liver_function beginning liver function", "MONDO:0100192 beginning liver failure",
                                      "MONDO:0019542 part acute liver failure"}),
             boost::test_tools::per_element());
  BOOST_TEST(found("exosomes").front() == "GO:0070062 exact exosomes");
  BOOST_TEST(found("").empty());
  BOOST_TEST(found("qqqqqqqq").empty());
}

BOOST_AUTO_TEST_CASE(near_spellings_are_found_where_there_is_nothing_else) {
  BOOST_TEST(found("exosme") == (Names{"GO:0070062 near exosome"}), boost::test_tools::per_element());
  Graph const graph = example();
  BOOST_TEST(near_terms(graph, "exosme", 3) == (std::vector<std::string_view>{"exosome"}), boost::test_tools::per_element());
  BOOST_TEST(near_terms(graph, "acute liver failre", 3) == (std::vector<std::string_view>{"acute liver failure"}),
             boost::test_tools::per_element());
  BOOST_TEST(near_terms(graph, "exosomes", 1).size() == 1U);
  BOOST_TEST(near_terms(graph, std::string(100'000, 'a'), 3).empty());
}
