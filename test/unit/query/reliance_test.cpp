// What rests on one work: counted by what is cited, against leaving out each work in turn.
#include "query/reliance.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "unit/query/random_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(three_records_of_one_work_are_a_single_work_and_two_works_are_not) {
  Sketch s;
  auto const said = [&](std::string const& record, std::string const& object, std::string_view reference) {
    auto& witness = s.said(record, "EX:a", "increases", 1, object);
    if (!reference.empty()) witness.references = {s.text(reference)};
  };
  for (std::string const record : {"1", "2", "3"}) said(record, "EX:b", "DOI:10.1/x#7");
  said("4", "EX:c", "DOI:10.1/x#7");
  said("5", "EX:c", "");  // the document itself
  said("6", "EX:d", "");
  Graph const graph = s.graph();
  Reliance const answer = reliance(graph);
  BOOST_TEST(answer.claims == 3U);
  BOOST_TEST_REQUIRE(answer.single.size() == 2U);
  BOOST_TEST(graph.node(graph.edge(answer.single[0]).object).id == "EX:b");
  BOOST_TEST(graph.node(graph.edge(answer.single[1]).object).id == "EX:d");
  BOOST_TEST_REQUIRE(answer.losses.size() == 2U);
  BOOST_TEST(answer.losses[0].work == "DOI:10.1/x");
  BOOST_TEST(answer.losses[1].work == "DOI:10.1/x#7");
  BOOST_TEST(answer.losses[1].claims == 1U);
  BOOST_TEST_REQUIRE(answer.losses[1].nodes.size() == 1U);
  BOOST_TEST(graph.node(answer.losses[1].nodes[0]).id == "EX:b");
}

BOOST_AUTO_TEST_CASE(random_graphs_lose_what_is_missing_when_a_work_is_left_out) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    RandomGraph const random{seed, 30};
    using Key = std::tuple<std::string, std::string, bool, std::string>;
    auto const left = [&](std::string const& without, std::set<std::string>& nodes) {
      std::set<Key> edges;
      for (Fact const& fact : random.facts) {
        if ((fact.reference.empty() ? "DOI:10.1/x" : fact.reference) == without) continue;
        edges.insert({fact.subject, fact.relation, fact.negated, fact.object});
        nodes.insert({fact.subject, fact.object});
      }
      return edges;
    };
    Graph const graph = random.sketch.graph();
    std::set<std::string> all_nodes;
    std::size_t const all = left("", all_nodes).size();
    std::size_t lost = 0;
    Reliance const answer = reliance(graph);
    for (Loss const& loss : answer.losses) {
      std::set<std::string> nodes;
      BOOST_TEST_REQUIRE(all - left(std::string{loss.work}, nodes).size() == loss.edges.size());
      BOOST_TEST_REQUIRE(all_nodes.size() - nodes.size() == loss.nodes.size());
      lost += loss.claims;
    }
    BOOST_TEST_REQUIRE(lost == answer.single.size());
    for (std::string const work : {"DOI:10.1/x", "DOI:10.1/x#0", "DOI:10.1/x#1", "DOI:10.1/x#2", "DOI:10.1/x#3"}) {
      if (std::ranges::find(answer.losses, work, &Loss::work) != answer.losses.end()) continue;
      std::set<std::string> nodes;
      BOOST_TEST_REQUIRE(left(work, nodes).size() == all);
    }
  }
}
