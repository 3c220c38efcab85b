// The figure, as text.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_node_has_the_shape_of_its_kind_and_its_identifier) {
  std::string const line = line_with(exported(sample_graph(), "dot"), "\"NCBIGene:114548\" [");
  BOOST_TEST(holds(line, "label=\"NLRP3\", shape=ellipse, style=\"filled\", fillcolor=\"#FFF7C9\", color=\"#8A7A00\""));
  std::string const text = exported(sample_graph(), "dot");
  BOOST_TEST(holds(text, "kind=\"mediator\", type=\"Gene\", identifier=\"NCBIGene:114548\""));
}

BOOST_AUTO_TEST_CASE(what_no_term_covers_has_a_dashed_border) {
  BOOST_TEST(holds(exported(sample_graph(), "dot"), "label=\"\u03B2-flux | \\\"odd\\\"\", shape=box, style=\"filled,dashed\""));
}

BOOST_AUTO_TEST_CASE(heads_say_the_sign_and_lines_the_basis) {
  std::string const text = exported(sample_graph(), "dot");
  std::string const given{sample_intervention};
  BOOST_TEST(holds(
      text, "\"" + given + "\" -> \"NCBIGene:114548\" [arrowhead=tee, color=\"#D55E00\", style=solid, penwidth=2.0, label=\"[107, 108]\""));
  BOOST_TEST(holds(
      text,
      "\"" + given + "\" -> \"NCBIGene:114548\" [arrowhead=normal, color=\"#0072B2\", style=solid, penwidth=1.3, label=\"[PMID:123]\""));
  BOOST_TEST(holds(text, "\"NCBIGene:114548\" -> \"MONDO:0019542\" [arrowhead=normal, color=\"#0072B2\", style=dashed, penwidth=1.3"));
  BOOST_TEST(holds(text, "relation=\"decreases\", sign=-1, witnesses=1];"));
}

BOOST_AUTO_TEST_CASE(a_denial_is_grey_and_says_not) {
  std::string const text = exported(sample_graph(), "dot");
  BOOST_TEST(holds(text, " -> \"MECHGRAPH:Uabc\" [arrowhead=odot, color=\"#999999\", style=solid, penwidth=1.3, label=\"not \""));
  BOOST_TEST(holds(text, "relation=\"affects\", sign=0, negated=true"));
  BOOST_TEST(holds(text, "label=\"denied\""));
}

BOOST_AUTO_TEST_CASE(what_points_left_is_written_from_its_other_end_by_its_inverse) {
  std::string const line = line_with(exported(sample_graph(), "dot"), "\"UBERON:0002371\" -> ");
  BOOST_TEST(holds(line, "\"UBERON:0002371\" -> \"" + std::string{sample_intervention} + "\" [dir=back, arrowtail=none"));
  BOOST_TEST(holds(exported(sample_graph(), "dot"), "relation=\"source_of\", sign=0"));
}

BOOST_AUTO_TEST_CASE(hierarchy_ancestors_and_settings_are_no_lines) {
  std::string const text = exported(sample_graph(), "dot");
  BOOST_TEST(!holds(text, "is_a"));
  BOOST_TEST(!holds(text, "CL:0000235"));
  BOOST_TEST(!holds(text, "studied_in"));
  BOOST_TEST(holds(text, "From 2 documents. Every preparation was studied in acute liver failure"));
}

BOOST_AUTO_TEST_CASE(settings_that_differ_stand_in_the_labels) {
  PartMaker p = sample_part();
  auto const other = p.node("MECHGRAPH:I00000000000000000000000000000002", Kind::intervention, "Intervention", "exosome");
  auto const fibrosis = p.node("X:9", Kind::outcome, "Disease", "liver fibrosis");
  p.witness(p.edge(other, "studied_in", fibrosis, 0), 0, "NLRP3");
  p.witness(p.edge(other, "increases", fibrosis, 1), 0, "NLRP3");
  std::string const text = exported(p.graph(), "dot");
  BOOST_TEST(holds(text, "[label=\"exosome\nin liver fibrosis\""));
  BOOST_TEST(holds(text, "\nin acute liver\nfailure\""));
  BOOST_TEST(!holds(text, "Every preparation"));
}

BOOST_AUTO_TEST_CASE(every_lane_has_its_title_and_one_column_of_nodes_to_a_rank) {
  std::string const text = exported(sample_graph(), "dot");
  for (std::string const title : {"Source", "Derivative", "Preparation", "Model", "Mediator", "Outcome"}) {
    BOOST_TEST(holds(text, "label=\"" + title + "\"];"));
  }
  BOOST_TEST(!holds(text, "label=\"Context\""));
  BOOST_TEST(holds(text, "subgraph lane_0 { rank=same; \"lane 0\"; \"UBERON:0002371\"; }"));
}

BOOST_AUTO_TEST_CASE(an_empty_graph_is_an_empty_figure) {
  std::string const text = exported(PartMaker{}.graph(), "dot");
  BOOST_TEST(text.starts_with("digraph mechgraph {\n"));
  BOOST_TEST(text.ends_with("}\n"));
  BOOST_TEST(!holds(text, "->"));
}
