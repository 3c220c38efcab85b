// Which things meet which: by hand, and of random graphs.
#include "query/coverage.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>

#include "unit/query/random_graph.hpp"

using namespace mechgraph;

namespace {

std::map<std::string, std::string> drawn(Graph const& graph, Kind rows, Kind columns) {
  std::map<std::string, std::string> cells;
  Coverage const found = coverage(graph, rows, columns);
  for (CoverageCell const& cell : found.cells) {
    cells[std::string{graph.node(found.rows[cell.row]).id} + " " + std::string{graph.node(found.columns[cell.column]).id}] =
        "+" + std::to_string(cell.raises) + "-" + std::to_string(cell.lowers) + " " + std::to_string(cell.undirected);
  }
  return cells;
}

}  // namespace

BOOST_AUTO_TEST_CASE(works_are_counted_once_for_each_sign_over_all_preparations_of_a_source) {
  Sketch s;
  for (std::string const i : {"1", "2", "3"}) {
    s.declared("EX:i" + i, "Intervention");
    s.said(i, "EX:i" + i, "derives_from", 0, "UBERON:0002371");
    s.said(i, "EX:i" + i, "decreases", -1, "MONDO:0019542").references = {s.text(i == "3" ? "DOI:10.1/x#8" : "DOI:10.1/x#7")};
  }
  s.said("3", "EX:i3", "increases", 1, "MONDO:0019542");
  s.said("3", "EX:i3", "affects", 0, "MONDO:0019542", Basis::stated, true);
  BOOST_TEST(
      (drawn(s.graph(), Kind::source, Kind::outcome) == std::map<std::string, std::string>{{"UBERON:0002371 MONDO:0019542", "+1-2 0"}}));
}

BOOST_AUTO_TEST_CASE(random_graphs_cover_what_their_statements_say) {
  std::size_t seen = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    RandomGraph const random{seed, 40};
    std::map<std::string, std::map<int, std::set<std::string>>> works;
    for (Fact const& effect : random.facts) {
      if (effect.negated || !is_effect(effect.relation) || (type_of(effect.object) != "Process" && type_of(effect.object) != "Disease"))
        continue;
      std::set<std::string> rows;
      if (type_of(effect.subject) == "Source") rows.insert(effect.subject);
      for (Fact const& slot : random.facts) {
        bool const is_slot = slot.relation == "derives_from" || slot.relation == "instance_of" || slot.relation == "tested_in";
        if (is_slot && !slot.negated && slot.subject == effect.subject && type_of(slot.object) == "Source") rows.insert(slot.object);
      }
      for (std::string const& row : rows) works[row + " " + effect.object][effect.sign].insert(effect.reference);
    }
    std::map<std::string, std::string> expected;
    for (auto& [pair, signs] : works) {
      expected[pair] =
          "+" + std::to_string(signs[1].size()) + "-" + std::to_string(signs[-1].size()) + " " + std::to_string(signs[0].size());
    }
    seen += expected.size();
    BOOST_TEST_CONTEXT("seed " << seed) { BOOST_TEST_REQUIRE((drawn(random.sketch.graph(), Kind::source, Kind::outcome) == expected)); }
  }
  BOOST_TEST(seen > 500U);
}
