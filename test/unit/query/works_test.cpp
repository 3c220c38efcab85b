// The works that edges rest on.
#include "query/works.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/graph/small.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_witness_rests_on_its_references_else_on_its_document) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b").references = {s.text("DOI:10.1/x#2"), s.text("DOI:10.1/x#3")};
  s.said("2", "EX:a", "increases", 1, "EX:b").references = {s.text("DOI:10.1/x#3")};
  s.said("3", "EX:a", "increases", 1, "EX:c");
  Graph const graph = s.graph();
  Works const works{graph};
  BOOST_TEST(works.size() == 3U);
  BOOST_TEST(works.of(EdgeId{0}).size() == 2U);
  BOOST_TEST_REQUIRE(works.of(EdgeId{1}).size() == 1U);
  BOOST_TEST(works.name(works.of(EdgeId{1}).front()) == "DOI:10.1/x");
}

BOOST_AUTO_TEST_CASE(the_hierarchy_rests_on_no_work) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "MONDO:0019542");
  Graph const graph = s.graph();
  Works const works{graph};
  for (EdgeId const e : graph.edges()) BOOST_TEST(works.of(e).empty() == graph.witnesses(e).empty());
}
