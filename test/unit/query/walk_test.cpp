// The search by itself: what steps cost, how far targets are, and in which order walks come.
#include "query/walk.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

Graph chain() {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c"}) s.declared(id, "Gene");
  s.said("1", "EX:a", "increases", 1, "EX:b").confidence = 500;
  s.said("1", "EX:b", "increases", 1, "EX:c").confidence = 500;
  s.said("1", "EX:a", "decreases", -1, "EX:c").confidence = 100;
  s.said("1", "EX:c", "increases", 1, "EX:d").confidence = 0;
  return s.graph();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_hop_costs_the_logarithm_of_its_strength_and_never_more_than_that_of_a_millionth) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  auto const cost = [&](std::string_view from, std::string_view relation, int sign, std::string_view to) {
    return terrain.cost(
        graph.find(graph.find(from).value(), relation, static_cast<std::int8_t>(sign), false, graph.find(to).value()).value());
  };
  BOOST_TEST(cost("EX:a", "increases", 1, "EX:b") == 693147U);
  BOOST_TEST(cost("EX:a", "decreases", -1, "EX:c") == 2302585U);
  BOOST_TEST(cost("EX:c", "increases", 1, "EX:d") == 13815511U);
}

BOOST_AUTO_TEST_CASE(distances_are_the_fewest_hops_and_the_least_cost_each_by_itself) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  std::vector<NodeId> const targets{graph.find("EX:c").value()};
  NodeId const a = graph.find("EX:a").value(), d = graph.find("EX:d").value();
  Distances const distances{terrain, targets, 6};
  BOOST_TEST(distances.is_target(targets[0]));
  BOOST_TEST(distances.hops(a) == 1U);
  BOOST_TEST(distances.cost(a) == 2U * 693147U);
  BOOST_TEST(distances.hops(d) == Distances::unreachable);
  BOOST_TEST(distances.hops(targets[0]) == Distances::unreachable);
}

BOOST_AUTO_TEST_CASE(a_modifier_is_on_the_way_but_never_the_last_hop) {
  Sketch s;
  s.declared("EX:i", "Intervention");
  s.declared("EX:m", "Gene");
  s.said("1", "EX:i", "carries", 0, "EX:m");
  s.said("1", "EX:m", "increases", 1, "EX:o");
  Graph const graph = s.graph();
  Terrain const terrain{graph};
  NodeId const preparation = graph.find("EX:i").value();
  BOOST_TEST(Distances(terrain, std::vector{graph.find("EX:m").value()}, 6).hops(preparation) == Distances::unreachable);
  BOOST_TEST(Distances(terrain, std::vector{graph.find("EX:o").value()}, 6).hops(preparation) == 2U);
}

BOOST_AUTO_TEST_CASE(walks_come_cheapest_first_and_stop_when_told_or_when_steps_run_out) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  std::vector<NodeId> const starts{graph.find("EX:a").value()}, targets{graph.find("EX:c").value()};
  Distances const distances{terrain, targets, 6};
  std::vector<std::size_t> lengths;
  std::size_t steps = 100;
  auto const all = [&](Walk const& walk) { return lengths.push_back(walk.hops.size()), true; };
  BOOST_TEST(walk(terrain, WalkedEdges{graph}, distances, starts, 6, steps, all));
  BOOST_TEST(lengths == (std::vector<std::size_t>{2, 1}), boost::test_tools::per_element());
  BOOST_TEST(steps == 96U);  // the start, a → b, and both ways to c
  lengths.clear();
  BOOST_TEST(walk(terrain, WalkedEdges{graph}, distances, starts, 6, steps, [&](Walk const& walk) { return all(walk), false; }));
  BOOST_TEST(lengths.size() == 1U);
  lengths.clear();
  steps = 2;
  BOOST_TEST(!walk(terrain, WalkedEdges{graph}, distances, starts, 6, steps, all));
  BOOST_TEST(steps == 0U);
}

BOOST_AUTO_TEST_CASE(a_walk_over_some_edges_uses_no_others) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  std::vector<NodeId> const starts{graph.find("EX:a").value()}, targets{graph.find("EX:c").value()};
  Distances const distances{terrain, targets, 6};
  EdgeId const direct = graph.find(starts[0], "decreases", -1, false, targets[0]).value();
  std::size_t steps = 100, count = 0;
  BOOST_TEST(walk(terrain, WalkedEdges{graph, {direct}}, distances, starts, 6, steps, [&](Walk const& walk) {
    BOOST_TEST((walk.hops.size() == 1U && walk.hops[0].edge == direct));
    ++count;
    return true;
  }));
  BOOST_TEST(count == 1U);
}
