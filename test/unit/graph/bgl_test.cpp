// The view for Boost.Graph: its concepts, and its algorithms against plain code.
#include "graph/bgl.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <random>
#include <vector>

#include "unit/graph/small.hpp"

using namespace mechgraph;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<BoostView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<BoostView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<BoostView>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<BoostView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<BoostView>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<BoostView, NodeId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<BoostView, EdgeId, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<BoostView, EdgeId, boost::edge_weight_t>));

namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

Graph random_graph(unsigned seed) {
  std::mt19937 random{seed};
  Sketch s;
  for (unsigned i = 0; i < 45; ++i) {
    std::string const subject = "EX:" + std::to_string(random() % 25), object = "EX:" + std::to_string(random() % 25);
    s.said(std::to_string(random() % 9), subject, random() % 2 == 0 ? "increases" : "decreases", 1, object);
  }
  return s.graph();
}

// reach[a][b]: b can be reached from a.
std::vector<std::vector<bool>> closure(Graph const& graph) {
  std::size_t const n = graph.node_count();
  std::vector<std::vector<bool>> reach(n, std::vector<bool>(n));
  for (std::size_t i = 0; i < n; ++i) reach[i][i] = true;
  for (EdgeId const e : graph.edges()) reach[index(graph.edge(e).subject)][index(graph.edge(e).object)] = true;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) reach[i][j] = reach[i][j] || (reach[i][k] && reach[k][j]);
    }
  }
  return reach;
}

struct DepthRecorder : boost::default_bfs_visitor {
  explicit DepthRecorder(std::vector<std::size_t>& depths) : depth(&depths) {}
  void tree_edge(EdgeId edge, BoostView view) const { (*depth)[index(target(edge, view))] = (*depth)[index(source(edge, view))] + 1; }
  std::vector<std::size_t>* depth;
};

}  // namespace

BOOST_AUTO_TEST_CASE(breadth_first_search_finds_the_depths_that_relaxing_all_edges_finds) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Graph const graph = random_graph(seed);
    std::vector<std::size_t> depth(graph.node_count(), never), plain(graph.node_count(), never);
    depth[0] = plain[0] = 0;
    boost::breadth_first_search(BoostView{&graph}, NodeId{0}, boost::visitor(DepthRecorder{depth}));
    for (std::size_t round = 0; round < graph.node_count(); ++round) {
      for (EdgeId const e : graph.edges()) {
        std::size_t const from = plain[index(graph.edge(e).subject)];
        std::size_t& to = plain[index(graph.edge(e).object)];
        if (from != never) to = std::min(to, from + 1);
      }
    }
    BOOST_TEST(depth == plain, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(dijkstra_finds_the_lengths_that_relaxing_all_edges_finds) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Graph const graph = random_graph(seed);
    double const far = std::numeric_limits<double>::max();
    std::vector<double> length(graph.node_count()), plain(graph.node_count(), far);
    plain[0] = 0;
    auto const lengths = boost::make_iterator_property_map(length.begin(), get(boost::vertex_index, BoostView{&graph}));
    boost::dijkstra_shortest_paths(BoostView{&graph}, NodeId{0}, boost::distance_map(lengths));
    for (std::size_t round = 0; round < graph.node_count(); ++round) {
      for (EdgeId const e : graph.edges()) {
        double const from = plain[index(graph.edge(e).subject)];
        double& to = plain[index(graph.edge(e).object)];
        if (from < far) to = std::min(to, from + 1.0 / (1.0 + static_cast<double>(graph.witnesses(e).size())));
      }
    }
    for (std::size_t i = 0; i < length.size(); ++i) BOOST_TEST(length[i] == plain[i], boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(strong_components_join_what_reach_each_other) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Graph const graph = random_graph(seed);
    std::vector<int> component(graph.node_count());
    auto const components = boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, BoostView{&graph}));
    boost::strong_components(BoostView{&graph}, components);
    auto const reach = closure(graph);
    for (std::size_t i = 0; i < component.size(); ++i) {
      for (std::size_t j = 0; j < component.size(); ++j) {
        BOOST_TEST_REQUIRE((component[i] == component[j]) == (reach[i][j] && reach[j][i]));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_view_lists_what_the_graph_lists) {
  Graph const graph = random_graph(99);
  BoostView const view{&graph};
  std::size_t listed = 0;
  for (auto [n, last] = vertices(view); n != last; ++n) {
    auto const [first_out, last_out] = out_edges(*n, view);
    auto const [first_in, last_in] = in_edges(*n, view);
    auto const [first_next, last_next] = adjacent_vertices(*n, view);
    BOOST_TEST(static_cast<std::size_t>(last_out - first_out) == out_degree(*n, view));
    BOOST_TEST(static_cast<std::size_t>(last_next - first_next) == out_degree(*n, view));
    for (auto e = first_out; e != last_out; ++e) BOOST_TEST((source(*e, view) == *n));
    for (auto e = first_in; e != last_in; ++e) BOOST_TEST((target(*e, view) == *n));
    listed += degree(*n, view);
  }
  BOOST_TEST(listed == 2 * num_edges(view));
  BOOST_TEST(num_edges(view) > 20U);
}
