// A user's words → nodes, or a message.
#include "cli/names.hpp"

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"
#include "unit/cli/small_graph.hpp"

using namespace mechgraph;

namespace {

std::string ids(Graph const& graph, std::vector<NodeId> const& nodes) {
  std::string text;
  for (NodeId const node : nodes) text += (text.empty() ? "" : " ") + std::string{graph.node(node).id};
  return text;
}

template <class Use>
std::string refusal(Use const& use) {
  try {
    use();
  } catch (Error const& error) {
    return std::string{error.what()} + "; " + error.hint();
  }
  return "found";
}

}  // namespace

BOOST_AUTO_TEST_CASE(nodes_are_named_by_label_identifier_and_synonym_whatever_the_case) {
  Graph const graph = small_graph();
  BOOST_TEST(ids(graph, nodes_named(graph, "NLRP3")) == "NCBIGene:114548");
  BOOST_TEST(ids(graph, nodes_named(graph, "nlrp3")) == "NCBIGene:114548");
  BOOST_TEST(ids(graph, nodes_named(graph, "NCBIGene:114548")) == "NCBIGene:114548");
  BOOST_TEST(ids(graph, nodes_named(graph, "cryopyrin")) == "NCBIGene:114548");
}

BOOST_AUTO_TEST_CASE(a_part_of_a_name_names_nothing) {
  Graph const graph = small_graph();
  BOOST_TEST(ids(graph, nodes_named(graph, "bone marrow")) == "UBERON:0002371");
  BOOST_TEST(refusal([&] { nodes_named(graph, "marrow of a kind"); }) ==
             "nothing in the graph is called 'marrow of a kind'; 'mechgraph find' searches the names of a graph");
}

BOOST_AUTO_TEST_CASE(unknown_words_are_refused_with_near_names) {
  Graph const graph = small_graph();
  std::string const text = "nothing in the graph is called 'bone marow'; did you mean bone marrow";
  BOOST_TEST(refusal([&] { nodes_named(graph, "bone marow"); }).starts_with(text));
  BOOST_TEST(refusal([&] { ends_of(graph, "bone marow"); }).starts_with(text));
  BOOST_TEST(refusal([&] { ends_of(graph, "mediatr"); }) == "nothing in the graph is called 'mediatr'; did you mean mediator?");
}
