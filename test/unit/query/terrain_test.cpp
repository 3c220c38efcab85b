// What a path may do at each node and edge, and what a hop costs.
#include "query/terrain.hpp"

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

BOOST_AUTO_TEST_CASE(rules_change_what_is_inner_what_is_walked_and_what_is_avoided) {
  Sketch s;
  s.declared("EX:i", "Intervention");
  s.said("1", "EX:i", "tested_in", 0, "NCBITaxon:10090");
  s.said("1", "EX:i", "increases", 1, "MONDO:0019542");
  Graph const graph = s.graph();
  NodeId const i = graph.find("EX:i").value(), mouse = graph.find("NCBITaxon:10090").value(), alf = graph.find("MONDO:0019542").value();
  EdgeId const tested = graph.find(i, "tested_in", 0, false, mouse).value(), raised = graph.find(i, "increases", 1, false, alf).value();
  Terrain const plain{graph};
  BOOST_TEST(plain.is_preparation(i));
  BOOST_TEST(!plain.is_walked(tested));
  BOOST_TEST(plain.is_effect(raised));
  BOOST_TEST(!plain.is_inner(alf));

  Terrain const named{graph, {.any = false, .through = {Kind::outcome}, .relations = {"tested_in"}, .avoid = {}}};
  BOOST_TEST(named.is_entry(tested));
  BOOST_TEST(!named.is_effect(tested));
  BOOST_TEST(named.is_inner(alf));

  Terrain const any{graph, {.any = true, .through = {}, .relations = {}, .avoid = {alf}}};
  BOOST_TEST(any.is_effect(tested));
  BOOST_TEST(!any.is_preparation(i));
  BOOST_TEST(any.is_inner(mouse));
  BOOST_TEST(any.is_avoided(alf));
  BOOST_TEST(!any.is_walked(raised));
  BOOST_TEST(!any.is_signed(tested));
  BOOST_TEST(any.is_signed(raised));
}
