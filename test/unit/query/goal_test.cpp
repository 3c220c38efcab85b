// How far it is to the targets, over what must be passed.
#include "query/goal.hpp"

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

BOOST_AUTO_TEST_CASE(measuring_again_forgets_what_was_measured) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  NodeId const a = graph.find("EX:a").value(), b = graph.find("EX:b").value(), c = graph.find("EX:c").value();
  Distances distances{terrain, std::vector{c}, 6};
  distances.begin(std::vector{b}, 6);
  distances.finish();
  BOOST_TEST(!distances.is_target(c));
  BOOST_TEST(distances.hops(a) == 1U);
  BOOST_TEST(distances.hops(b) == Distances::unreachable);
}

BOOST_AUTO_TEST_CASE(what_must_be_passed_makes_the_way_longer) {
  Graph const graph = chain();
  Terrain const terrain{graph};
  NodeId const a = graph.find("EX:a").value(), b = graph.find("EX:b").value(), c = graph.find("EX:c").value();
  Goal goal{terrain};
  std::vector<Via> const via{{{b}, {}}};
  goal.aim(std::vector{c}, via, 6);
  BOOST_TEST(goal.all() == 1U);
  BOOST_TEST(goal.meets(b) == 1U);
  BOOST_TEST(goal.meets(a) == 0U);
  BOOST_TEST(goal.hops(a, 0) == 2U);
  BOOST_TEST(goal.hops(a, 1) == 1U);
  BOOST_TEST(goal.hops(b, 0) == Distances::unreachable);  // it is behind
  BOOST_TEST(goal.hops(b, 1) == 1U);
}
