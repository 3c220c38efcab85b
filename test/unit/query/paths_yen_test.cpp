// The k best paths, against Yen's algorithm over Boost.Graph's shortest paths.
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/visitors.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "query/paths.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

struct Arc {
  std::size_t from = 0, to = 0;
  int sign = 1;
  std::uint64_t cost = 0;
};

// Arcs by their numbers.
using Way = std::vector<std::size_t>;
using Ways = std::set<std::pair<std::uint64_t, Way>>;

// Yen, Management Science 17 (1971) 712: after the best path, the best that leaves one of those found at some node of it, over and over.
class Yen {
 public:
  Yen(std::size_t nodes, std::vector<Arc> const& arcs) : arcs_(arcs), plain_(nodes) {
    for (std::size_t i = 0; i < arcs.size(); ++i) boost::add_edge(arcs[i].from, arcs[i].to, {arcs[i].cost, i}, plain_);
  }

  std::vector<std::pair<std::uint64_t, Way>> best(std::size_t from, std::size_t to, std::size_t k) const {
    std::vector<std::pair<std::uint64_t, Way>> found;
    Ways candidates;
    auto const propose = [&](Way root, std::set<std::size_t> const& nodes, std::set<std::size_t> const& taken) {
      Way const spur = shortest(root.empty() ? from : arcs_[root.back()].to, to, nodes, taken);
      if (spur.empty()) return;
      root.insert(root.end(), spur.begin(), spur.end());
      std::uint64_t cost = 0;
      for (std::size_t const arc : root) cost += arcs_[arc].cost;
      candidates.emplace(cost, std::move(root));
    };
    propose({}, {}, {});
    while (found.size() < k && !candidates.empty()) {
      found.push_back(*candidates.begin());
      candidates.erase(candidates.begin());
      Way const last = found.back().second;
      std::set<std::size_t> nodes;
      for (std::size_t i = 0; i < last.size(); ++i) {
        std::set<std::size_t> taken;
        for (auto const& [cost, way] : found) {
          if (way.size() > i && std::equal(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i), way.begin())) taken.insert(way[i]);
        }
        propose({last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i)}, nodes, taken);
        nodes.insert(arcs_[last[i]].from);
      }
    }
    return found;
  }

 private:
  struct Labelled {
    std::uint64_t cost = 0;
    std::size_t arc = 0;
  };
  using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Labelled>;
  using PlainEdge = boost::graph_traits<Plain>::edge_descriptor;

  // Over none of these nodes and arcs; empty where there is none.
  Way shortest(std::size_t from, std::size_t to, std::set<std::size_t> const& nodes, std::set<std::size_t> const& taken) const {
    auto const arc = [&](PlainEdge e) { return plain_[e].arc; };
    std::function<bool(PlainEdge)> const is_free = [&](PlainEdge e) {
      return !taken.contains(arc(e)) && !nodes.contains(arcs_[arc(e)].to) && !nodes.contains(arcs_[arc(e)].from);
    };
    boost::filtered_graph<Plain, std::function<bool(PlainEdge)>> const left{plain_, is_free};
    std::vector<PlainEdge> before(boost::num_vertices(plain_));
    std::vector<std::uint64_t> cost(boost::num_vertices(plain_));
    std::uint64_t const far = 1'000'000'000;
    boost::dijkstra_shortest_paths(
        left, from,
        boost::weight_map(boost::get(&Labelled::cost, plain_))
            .distance_map(cost.data())
            .distance_inf(far)
            .visitor(boost::make_dijkstra_visitor(boost::record_edge_predecessors(before.data(), boost::on_edge_relaxed{}))));
    Way way;
    if (cost[to] == far) return way;
    for (std::size_t at = to; at != from; at = arcs_[way.back()].from) way.push_back(arc(before[at]));
    std::reverse(way.begin(), way.end());
    return way;
  }

  std::vector<Arc> const& arcs_;
  Plain plain_;
};

std::string gene(std::size_t i) { return "EX:Gene_" + std::to_string(100 + i); }

}  // namespace

BOOST_AUTO_TEST_CASE(the_k_best_are_those_that_yen_finds_with_boost_graph) {
  std::size_t compared = 0, most = 0;
  for (unsigned seed = 0; seed < 80; ++seed) {
    std::mt19937 random(seed);
    std::size_t const nodes = 8 + random() % 40;
    // Every second graph is what one record says: then the paths are searched in it; else every arc has a record of its own.
    bool const is_one_record = seed % 2 == 0;
    Sketch sketch;
    std::vector<Arc> arcs;
    std::set<std::tuple<std::size_t, std::size_t, int>> seen;
    for (std::size_t i = 0; i < nodes; ++i) sketch.declared(gene(i), "Gene");
    for (std::size_t i = 0; i < nodes * (2 + seed % 3); ++i) {
      Arc arc{random() % nodes, random() % nodes, random() % 2 == 0 ? 1 : -1, 0};
      if (!seen.insert({arc.from, arc.to, arc.sign}).second) continue;
      auto const confidence = static_cast<std::uint16_t>(200 + random() % 800);
      arc.cost = static_cast<std::uint64_t>(std::lround(-1e6 * std::log(confidence / 1000.0)));
      sketch.said(is_one_record ? "1" : std::to_string(i), gene(arc.from), arc.sign > 0 ? "increases" : "decreases", arc.sign, gene(arc.to))
          .confidence = confidence;
      arcs.push_back(arc);
    }
    Graph const graph = sketch.graph();
    Yen const yen{nodes, arcs};
    PathSearch search{graph};
    for (unsigned question = 0; question < 5; ++question) {
      std::size_t const from = random() % nodes, to = random() % nodes, k = 1 + random() % 20;
      auto const start = graph.find(gene(from)), end = graph.find(gene(to));
      if (from == to || !start || !end) continue;
      PathQuery query;
      query.from = {*start};
      query.to = {*end};
      query.max_hops = 100;
      query.limit = k;
      query.asserted = is_one_record;
      auto expected = yen.best(from, to, k + 2);
      // A path of one hop is what its record asserts; there are two at most.
      if (!is_one_record) std::erase_if(expected, [](auto const& way) { return way.second.size() == 1; });
      if (expected.size() > k) expected.resize(k);
      PathAnswer const answer = search.find(query);
      BOOST_TEST_CONTEXT("seed " << seed << " question " << question << " k " << k) {
        BOOST_TEST_REQUIRE(answer.paths.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
          Way way;
          std::uint64_t cost = 0;
          for (Hop const& hop : answer.paths[i].hops) {
            Edge const edge = graph.edge(hop.edge);
            auto const arc = std::ranges::find_if(arcs, [&](Arc const& a) {
              return gene(a.from) == graph.node(edge.subject).id && gene(a.to) == graph.node(edge.object).id && a.sign == edge.sign;
            });
            way.push_back(static_cast<std::size_t>(arc - arcs.begin()));
            cost += arc->cost;
          }
          BOOST_TEST(cost == expected[i].first);
          bool const is_tied = (i > 0 && expected[i - 1].first == cost) || i + 1 == expected.size() || expected[i + 1].first == cost;
          if (!is_tied) BOOST_TEST(way == expected[i].second, boost::test_tools::per_element());
          ++compared;
        }
        most = std::max(most, expected.size());
      }
    }
  }
  BOOST_TEST(compared > 1000U, compared);
  BOOST_TEST(most == 20U);
}
