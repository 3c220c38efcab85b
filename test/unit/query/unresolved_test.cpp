// Unresolved words: most frequent first, with near terms.
#include "query/unresolved.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/graph/small.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(unresolved_words_come_by_frequency_with_names_that_are_spelt_alike) {
  Sketch s;
  auto const words = [&](std::string const& id, std::string_view label) {
    s.declared(id, "", label);
    s.part.nodes[s.node(id)].flags = static_cast<std::uint8_t>(NodeFlag::unresolved);
  };
  words("EX:u1", "a thing of its own");
  words("EX:u2", "acute liver failur");
  s.said("1", "EX:a", "increases", 1, "EX:u1");
  s.said("1", "EX:a", "increases", 1, "EX:u2");
  s.said("2", "EX:u2", "increases", 1, "NCBIGene:7124");
  Graph const graph = s.graph();
  auto const answer = unresolved_words(graph);
  BOOST_TEST(answer.searched == 2U);
  BOOST_TEST_REQUIRE(answer.words.size() == 2U);
  BOOST_TEST(graph.node(answer.words[0].node).id == "EX:u2");
  BOOST_TEST(answer.words[0].witnesses == 2U);
  BOOST_TEST_REQUIRE(!answer.words[0].near.empty());
  BOOST_TEST(answer.words[0].near[0] == "acute liver failure");
  BOOST_TEST(answer.words[1].near.empty());
  BOOST_TEST(unresolved_words(graph, 1).words[1].near.empty());
  BOOST_TEST(unresolved_words(graph, 1).searched == 1U);
}
