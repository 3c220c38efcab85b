// Edges that the schema does not allow.
#include "query/violations.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

std::vector<std::string> drawn(Graph const& graph) {
  std::vector<std::string> lines;
  for (BrokenEdge const& broken : violations(graph)) {
    lines.push_back(std::string{name(broken.violation)} + " " + std::string{graph.node(graph.edge(broken.edge).subject).id});
  }
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ends_of_the_wrong_type_are_told_and_foreign_ones_are_not_judged) {
  Sketch s;
  s.said("1", "NCBITaxon:10090", "increases", 1, "NCBIGene:7124");
  s.said("2", "NCBIGene:7124", "increases", 1, "UBERON:0002371");
  s.said("3", "EX:thing", "increases", 1, "NCBIGene:7124");
  s.said("4", "NCBITaxon:10090", "ex:likes", 1, "UBERON:0002371");
  s.declared("EX:thing", "ex:Thing");
  BOOST_TEST(drawn(s.graph()) == (std::vector<std::string>{"domain NCBITaxon:10090", "range NCBIGene:7124"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_that_no_term_covers_are_judged_by_their_kind) {
  Sketch s;
  for (auto const& [id, kind] : {std::pair{"EX:u1", Kind::outcome}, std::pair{"EX:u2", Kind::model}}) {
    s.said("1", "NCBIGene:7124", "increases", 1, id);
    s.part.nodes[s.node(id)].kind = kind;
    s.part.nodes[s.node(id)].flags = static_cast<std::uint8_t>(NodeFlag::unresolved);
  }
  BOOST_TEST(drawn(s.graph()) == (std::vector<std::string>{"range NCBIGene:7124"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_sign_that_is_not_the_relations_own_and_an_edge_that_nobody_says_are_told) {
  Sketch s;
  s.said("1", "NCBIGene:7124", "increases", -1, "NCBIGene:114548");
  s.part.edges.push_back({s.node("NCBIGene:7124"), s.node("MONDO:0019542"), s.text("decreases"), -1, false});
  BOOST_TEST(drawn(s.graph()) == (std::vector<std::string>{"sign NCBIGene:7124", "unwitnessed NCBIGene:7124"}),
             boost::test_tools::per_element());
}
