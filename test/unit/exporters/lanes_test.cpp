// Where nodes stand in a figure.
#include "exporters/lanes.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

// The columns in words: "mediator: one two | mediator: three".
std::string in_words(Graph const& graph) {
  std::string text;
  for (Column const& column : lanes_of(graph).columns) {
    text.append(text.empty() ? "" : " | ").append(name(column.kind)).append(column.first ? ":" : "+");
    for (NodeId const node : column.nodes) text.append(" ").append(graph.node(node).label);
  }
  return text;
}

// Genes a, b, c … and the steps between them.
std::string steps(std::string_view pairs) {
  PartMaker p;
  p.table("DOI:1", "1", "", "#1", "");
  auto const cell = p.cell("1", "result", "words");
  for (char const* const gene : {"a", "b", "c", "d"}) p.node(std::string{"X:"} + gene, Kind::mediator, "Gene", gene);
  for (std::size_t i = 0; i < pairs.size(); i += 3) {
    p.witness(p.edge(static_cast<std::uint32_t>(pairs[i] - 'a'), "increases", static_cast<std::uint32_t>(pairs[i + 1] - 'a'), 1), cell,
              "words");
  }
  return in_words(p.graph());
}

}  // namespace

BOOST_AUTO_TEST_CASE(lanes_run_from_source_to_outcome) {
  BOOST_TEST(in_words(sample_graph()) ==
             "source: bone marrow | derivative: exosome | model: mouse | intervention: TNF-pretreated exosome (bone marrow) | "
             "mediator: a drug TNF | mediator+ NLRP3 | outcome: \u03B2-flux | \"odd\" acute liver failure");
}

BOOST_AUTO_TEST_CASE(ancestors_context_and_settings_are_not_drawn) {
  Graph const graph = sample_graph();
  Lanes const lanes = lanes_of(graph);
  for (EdgeId const edge : graph.edges()) {
    bool const hierarchy = graph.relation(edge).relation_class == RelationClass::hierarchy;
    BOOST_TEST(lanes.drawn[index(edge)] == (!hierarchy && graph.relation(edge).name != "studied_in"));
  }
  BOOST_TEST(lanes.settings.size() == 1U);
  BOOST_TEST(lanes.column[index(*graph.find("CL:0000235"))] == Lanes::no_column);
}

BOOST_AUTO_TEST_CASE(steps_inside_a_lane_go_from_column_to_column) {
  BOOST_TEST(steps("ab bc") == "mediator: a | mediator+ b | mediator+ c");
  BOOST_TEST(steps("ac ab bc") == "mediator: a | mediator+ b | mediator+ c");
  BOOST_TEST(steps("ac bd") == "mediator: a b | mediator+ c d");
}

BOOST_AUTO_TEST_CASE(nodes_stand_at_the_height_of_their_neighbours) {
  PartMaker p;
  p.table("DOI:1", "1", "", "#1", "");
  auto const cell = p.cell("1", "result", "words");
  for (char const* const gene : {"a", "b", "c"}) p.node(std::string{"X:"} + gene, Kind::mediator, "Gene", gene);
  for (char const* const outcome : {"1", "2", "3"}) p.node(std::string{"Y:"} + outcome, Kind::outcome, "Process", outcome);
  for (auto const& [gene, outcome] : {std::pair{0U, 5U}, {1U, 4U}, {2U, 3U}})
    p.witness(p.edge(gene, "increases", outcome, 1), cell, "words");
  BOOST_TEST(in_words(p.graph()) == "mediator: c b a | outcome: 1 2 3");
}

BOOST_AUTO_TEST_CASE(circles_end) {
  BOOST_TEST(steps("aa") == "mediator: a");
  BOOST_TEST(steps("ab ba") == "mediator: a | mediator+ b");
  BOOST_TEST(steps("ab bc ca cd") == "mediator: a | mediator+ b | mediator+ c | mediator+ d");
}

BOOST_AUTO_TEST_CASE(a_graph_without_edges_has_no_columns) { BOOST_TEST(in_words(PartMaker{}.graph()).empty()); }
