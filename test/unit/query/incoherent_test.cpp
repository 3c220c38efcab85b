// Ways of two steps that disagree: each rule, the bound, and random graphs against trying all pairs of statements.
#include "query/incoherent.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "unit/query/random_graph.hpp"

using namespace mechgraph;

namespace {

std::set<std::string> drawn(Graph const& graph) {
  std::set<std::string> lines;
  for (Disagreement const& each : find_disagreements(graph).found) {
    lines.insert((each.way.size() == 1 ? "incoherent " : "indirect ") + std::string{graph.node(each.from).id} + " " +
                 std::string{graph.node(each.to).id});
  }
  return lines;
}

using Lines = std::set<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(a_triangle_whose_sides_disagree_is_incoherent) {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c"}) s.declared(id, "Gene");
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:b", "decreases", -1, "EX:c");
  s.said("3", "EX:a", "decreases", -1, "EX:c");
  BOOST_TEST(drawn(s.graph()).empty());
  s.said("4", "EX:b", "increases", 1, "EX:c");
  Graph const graph = s.graph();
  auto const answer = find_disagreements(graph);
  BOOST_TEST_REQUIRE(answer.found.size() == 1U);
  BOOST_TEST(answer.complete);
  BOOST_TEST(graph.relation(answer.found[0].way[0]).name == "decreases");
  BOOST_TEST_REQUIRE(answer.found[0].other.size() == 2U);
  BOOST_TEST(graph.relation(answer.found[0].other[1]).name == "increases");
  s.said("5", "EX:a", "increases", 1, "EX:c");  // now the two direct effects say it already
  BOOST_TEST(drawn(s.graph()).empty());
}

BOOST_AUTO_TEST_CASE(two_ways_of_two_steps_that_disagree_are_indirect) {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c", "EX:d"}) s.declared(id, "Gene");
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:b", "increases", 1, "EX:d");
  s.said("3", "EX:a", "decreases", -1, "EX:c");
  s.said("4", "EX:c", "increases", 1, "EX:d");
  BOOST_TEST(drawn(s.graph()) == (Lines{"indirect EX:a EX:d"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_bound_that_is_reached_is_told) {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c"}) s.declared(id, "Gene");
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:b", "increases", 1, "EX:c");
  s.said("3", "EX:b", "decreases", -1, "EX:c");
  Graph const graph = s.graph();
  BOOST_TEST(find_disagreements(graph, 2).complete);
  BOOST_TEST(find_disagreements(graph, 2).found.size() == 1U);
  BOOST_TEST(!find_disagreements(graph, 1).complete);
  BOOST_TEST(find_disagreements(graph, 1).found.empty());
}

BOOST_AUTO_TEST_CASE(random_graphs_have_the_disagreements_that_trying_all_pairs_finds) {
  std::size_t seen = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    RandomGraph const random{seed, 40};
    std::map<std::pair<std::string, std::string>, std::set<int>> direct, over;
    auto const counts = [](Fact const& f) { return !f.negated && is_effect(f.relation) && f.sign != 0; };
    for (Fact const& a : random.facts) {
      if (!counts(a)) continue;
      direct[{a.subject, a.object}].insert(a.sign);
      bool const is_inner = std::set<std::string>{"Gene", "Chemical", "Process"}.contains(type_of(a.object));
      for (Fact const& b : random.facts) {
        if (!counts(b) || a.object != b.subject || !is_inner) continue;
        if (std::set<std::string>{a.subject, a.object, b.object}.size() == 3) over[{a.subject, b.object}].insert(a.sign * b.sign);
      }
    }
    Lines expected;
    for (auto const& [ends, signs] : over) {
      auto const known = direct[ends];
      std::string const pair = ends.first + " " + ends.second;
      if (known.size() == 1 && signs.contains(-*known.begin())) expected.insert("incoherent " + pair);
      if (known.empty() && signs.size() == 2) expected.insert("indirect " + pair);
    }
    seen += expected.size();
    BOOST_TEST_CONTEXT("seed " << seed) { BOOST_TEST_REQUIRE(drawn(random.sketch.graph()) == expected, boost::test_tools::per_element()); }
  }
  BOOST_TEST(seen > 500U);
}
