// The search by itself: in which order walks come, and where they stop.
#include "query/walk.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/query/random_graph.hpp"

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

BOOST_AUTO_TEST_CASE(walks_come_cheapest_first_and_stop_when_told_or_when_steps_run_out) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  std::vector<NodeId> const starts{graph.find("EX:a").value()}, targets{graph.find("EX:c").value()};
  Goal goal{terrain};
  goal.aim(targets, {}, 6);
  std::vector<std::size_t> lengths;
  std::size_t steps = 100;
  auto const all = [&](Walk const& walk) { return lengths.push_back(walk.hops.size()), true; };
  BOOST_TEST(walk(terrain, WalkedEdges{graph}, goal, starts, 6, steps, all));
  BOOST_TEST(lengths == (std::vector<std::size_t>{2, 1}), boost::test_tools::per_element());
  BOOST_TEST(steps == 96U);  // the start, a → b, and both ways to c
  lengths.clear();
  BOOST_TEST(walk(terrain, WalkedEdges{graph}, goal, starts, 6, steps, [&](Walk const& walk) { return all(walk), false; }));
  BOOST_TEST(lengths.size() == 1U);
  lengths.clear();
  steps = 2;
  BOOST_TEST(!walk(terrain, WalkedEdges{graph}, goal, starts, 6, steps, all));
  BOOST_TEST(steps == 0U);
}

BOOST_AUTO_TEST_CASE(a_walk_over_some_edges_uses_no_others) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  std::vector<NodeId> const starts{graph.find("EX:a").value()}, targets{graph.find("EX:c").value()};
  Goal goal{terrain};
  goal.aim(targets, {}, 6);
  EdgeId const direct = graph.find(starts[0], "decreases", -1, false, targets[0]).value();
  std::size_t steps = 100, count = 0;
  BOOST_TEST(walk(terrain, WalkedEdges{graph, {direct}}, goal, starts, 6, steps, [&](Walk const& walk) {
    BOOST_TEST((walk.hops.size() == 1U && walk.hops[0].edge == direct));
    ++count;
    return true;
  }));
  BOOST_TEST(count == 1U);
}

BOOST_AUTO_TEST_CASE(a_long_chain_is_walked_to_its_end) {
  Sketch s;
  constexpr unsigned length = 20000;
  for (unsigned i = 0; i <= length; ++i) s.declared("EX:" + std::to_string(i), "Gene");
  for (unsigned i = 0; i < length; ++i) s.said("1", "EX:" + std::to_string(i), "increases", 1, "EX:" + std::to_string(i + 1));
  Graph const graph = s.graph();
  Terrain const terrain{graph};
  std::vector<NodeId> const starts{graph.find("EX:0").value()}, targets{graph.find("EX:" + std::to_string(length)).value()};
  Goal goal{terrain};
  goal.aim(targets, {}, length);
  std::size_t hops = 0;
  walk_all(terrain, WalkedEdges{graph}, goal, starts, length, [&](Walk const& walk) { return hops = walk.hops.size(), true; });
  BOOST_TEST(hops == length);
}

BOOST_AUTO_TEST_CASE(a_dense_graph_keeps_to_its_steps_however_long_paths_may_be) {
  Sketch s;
  constexpr unsigned size = 40;
  for (unsigned i = 0; i < size; ++i) s.declared("EX:" + std::to_string(i), "Gene");
  for (unsigned i = 0; i < size; ++i) {
    for (unsigned j = 0; j < size; ++j) s.said("1", "EX:" + std::to_string(i), "increases", 1, "EX:" + std::to_string(j));
  }
  Graph const graph = s.graph();
  Terrain const terrain{graph};
  std::vector<NodeId> const starts{graph.find("EX:0").value()}, targets{graph.find("EX:1").value()};
  Goal goal{terrain};
  goal.aim(targets, {}, 1000);
  std::size_t steps = 5000, count = 0;
  BOOST_TEST(!walk(terrain, WalkedEdges{graph}, goal, starts, 1000, steps, [&](Walk const&) { return ++count, true; }));
  BOOST_TEST(count > 0U);
  count = 0;
  walk_all(terrain, WalkedEdges{graph}, goal, starts, 1000, [&](Walk const&) { return ++count < 5000; });
  BOOST_TEST(count == 5000U);
}

BOOST_AUTO_TEST_CASE(walks_are_the_same_however_little_of_the_way_was_measured_before) {
  using Walked = std::vector<std::pair<std::uint64_t, std::vector<NodeId>>>;
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    Graph const graph = RandomGraph{seed, 60}.sketch.graph();
    Terrain const terrain{graph, {.any = seed % 3 == 0, .through = {}, .relations = {}, .avoid = {}}};
    auto const walked = [&](NodeId from, NodeId to, std::uint32_t max_hops, Goal& goal, bool is_measured) {
      goal.aim(std::vector{to}, {}, max_hops);
      if (is_measured) goal.finish();
      Walked all;
      std::size_t steps = 100'000;
      BOOST_TEST(walk(terrain, WalkedEdges{graph}, goal, std::vector{from}, max_hops, steps, [&](Walk const& walk) {
        all.emplace_back(walk.cost, walk.nodes);
        return all.size() < 50;
      }));
      return all;
    };
    Goal measured{terrain}, unmeasured{terrain, 0};
    for (NodeId const from : graph.nodes()) {
      NodeId const to = at_index<NodeId>((index(from) * 7 + seed) % graph.node_count());
      std::uint32_t const max_hops = 1 + seed % 6;
      Walked const all = walked(from, to, max_hops, measured, true);
      BOOST_TEST((walked(from, to, max_hops, unmeasured, false) == all));
      found += all.size();
    }
  }
  BOOST_TEST(found > 1000U);
}

BOOST_AUTO_TEST_CASE(the_fewest_hops_from_both_sides_are_those_of_the_shortest_walk) {
  std::size_t joined = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    Graph const graph = RandomGraph{seed, 25}.sketch.graph();
    Terrain const terrain{graph, {.any = seed % 3 == 0, .through = {}, .relations = {}, .avoid = {}}};
    Distances distances{terrain};
    for (NodeId const from : graph.nodes()) {
      NodeId const to = at_index<NodeId>((index(from) * 5 + seed) % graph.node_count());
      if (from == to) continue;
      std::uint32_t fewest = Distances::unreachable;
      Goal goal{terrain};
      goal.aim(std::vector{to}, {}, 14);
      walk_all(terrain, WalkedEdges{graph}, goal, std::vector{from}, 14, [&](Walk const& walk) {
        fewest = std::min(fewest, static_cast<std::uint32_t>(walk.hops.size()));
        return true;
      });
      distances.begin(std::vector{to}, Distances::unreachable - 1);
      BOOST_TEST(fewest_hops(terrain, distances, std::vector{from}, 1) == fewest);
      joined += fewest != Distances::unreachable ? 1U : 0U;
    }
  }
  BOOST_TEST(joined > 200U);
}
