// What the witnesses of an edge add up to.
#include "exporters/edge_text.hpp"

#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

// A graph of one edge that several records witness.
Graph witnessed() {
  PartMaker p;
  auto const edge = p.edge(p.node("X:1", Kind::mediator, "Gene", "one"), "increases", p.node("X:2", Kind::mediator, "Gene", "two"), 1);
  p.table("DOI:1", "1", "", "#1", "");
  for (char const* const record : {"1", "2", "3"}) {
    auto const cell = p.cell(record, "result", "one raised two");
    p.witness(edge, cell, "raised two").references = {p.text("DOI:1#7")};
    p.witness(edge, cell, "one raised two");
  }
  return p.graph();
}

}  // namespace

BOOST_AUTO_TEST_CASE(references_and_words_are_distinct_and_sorted) {
  Graph const graph = witnessed();
  EdgeSummary summary;
  summary.gather(graph, EdgeId{0});
  BOOST_TEST(summary.witnesses == 6U);
  BOOST_TEST(summary.references == std::vector<std::string_view>{"DOI:1#7"}, boost::test_tools::per_element());
  BOOST_TEST(summary.words == (std::vector<std::string_view>{"one raised two", "raised two"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_weight_counts_works_and_records_without_one) {
  Graph const graph = witnessed();
  EdgeSummary summary;
  summary.gather(graph, EdgeId{0});
  BOOST_TEST(summary.weight == 4U);
  summary.gather(graph, EdgeId{0});
  BOOST_TEST(summary.weight == 4U);
}

BOOST_AUTO_TEST_CASE(joined_values_can_be_parted_again) {
  std::string out;
  append_joined(out, std::vector<std::string_view>{"a|b", "c\\", "", "d"});
  BOOST_TEST(out == "a\\|b|c\\\\||d");
}
