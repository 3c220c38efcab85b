// KGX as JSON Lines.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(lists_stay_lists_and_numbers_numbers) {
  PartMaker p;
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a|b");
  auto const b = p.node("X:2", Kind::mediator, "Gene", "");
  p.attribute(a, "in stock", "x");
  p.edge(a, "EX:likes", b, -1, true);
  FolderTexts const texts = exported_folder(p.graph(), "kgx-jsonl");
  BOOST_TEST(texts.at("nodes.jsonl") ==
             "{\"id\":\"X:1\",\"category\":[\"biolink:Gene\"],\"name\":\"a|b\",\"in stock\":\"x\"}\n"
             "{\"id\":\"X:2\",\"category\":[\"biolink:Gene\"]}\n");
  std::string const edge = texts.at("edges.jsonl");
  BOOST_TEST(edge.starts_with("{\"id\":\"MECHGRAPH:E"));
  BOOST_TEST(
      edge.ends_with(",\"category\":[\"biolink:Association\"],\"subject\":\"X:1\",\"predicate\":\"biolink:related_to\",\"object\":\"X:2\","
                     "\"original_predicate\":\"EX:likes\",\"negated\":true,\"sign\":-1,\"knowledge_level\":\"not_provided\","
                     "\"agent_type\":\"not_provided\",\"primary_knowledge_source\":\"infores:mechgraph\"}\n"));
}
