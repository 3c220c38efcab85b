// The graph as Boost.Graph sees it: a light view, so that its algorithms run on the graph in place.
#pragma once

#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include "graph/graph.hpp"

namespace mechgraph {

// Models VertexListGraph, EdgeListGraph, IncidenceGraph, BidirectionalGraph and AdjacencyGraph; vertices are nodes, edges run from subject
// to object, parallel ones and loops included. Copies are cheap; the graph must outlive them.
struct BoostView {
  Graph const* graph = nullptr;
};

// Dense identifiers in turn.
template <DenseId Id>
class IdIterator : public boost::iterator_facade<IdIterator<Id>, Id, boost::random_access_traversal_tag, Id> {
 public:
  IdIterator() = default;
  explicit IdIterator(std::size_t position) : position_(position) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] Id dereference() const { return at_index<Id>(position_); }
  [[nodiscard]] bool equal(IdIterator other) const { return position_ == other.position_; }
  void increment() { ++position_; }
  void decrement() { --position_; }
  void advance(std::ptrdiff_t steps) { position_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(position_) + steps); }
  [[nodiscard]] std::ptrdiff_t distance_to(IdIterator other) const {
    return static_cast<std::ptrdiff_t>(other.position_) - static_cast<std::ptrdiff_t>(position_);
  }

  std::size_t position_ = 0;
};

// The objects of edges in turn.
class ObjectIterator : public boost::iterator_facade<ObjectIterator, NodeId, boost::random_access_traversal_tag, NodeId> {
 public:
  ObjectIterator() = default;
  ObjectIterator(Graph const* graph, IdIterator<EdgeId> edge) : graph_(graph), edge_(edge) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] NodeId dereference() const { return graph_->edge(*edge_).object; }
  [[nodiscard]] bool equal(ObjectIterator const& other) const { return edge_ == other.edge_; }
  void increment() { ++edge_; }
  void decrement() { --edge_; }
  void advance(std::ptrdiff_t steps) { edge_ += steps; }
  [[nodiscard]] std::ptrdiff_t distance_to(ObjectIterator const& other) const { return other.edge_ - edge_; }

  Graph const* graph_ = nullptr;
  IdIterator<EdgeId> edge_;
};

struct BoostTraversal : boost::vertex_list_graph_tag,
                        boost::edge_list_graph_tag,
                        boost::bidirectional_graph_tag,
                        boost::adjacency_graph_tag {};

}  // namespace mechgraph

template <>
struct boost::graph_traits<mechgraph::BoostView> {
  using vertex_descriptor = mechgraph::NodeId;
  using edge_descriptor = mechgraph::EdgeId;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = mechgraph::BoostTraversal;
  using vertex_iterator = mechgraph::IdIterator<mechgraph::NodeId>;
  using edge_iterator = mechgraph::IdIterator<mechgraph::EdgeId>;
  using out_edge_iterator = mechgraph::IdIterator<mechgraph::EdgeId>;
  using in_edge_iterator = std::span<mechgraph::EdgeId const>::iterator;
  using adjacency_iterator = mechgraph::ObjectIterator;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return mechgraph::NodeId{0xFFFFFFFFU}; }
};

namespace mechgraph {

using BoostTraits = boost::graph_traits<BoostView>;

inline std::size_t num_vertices(BoostView view) { return view.graph->node_count(); }
inline std::size_t num_edges(BoostView view) { return view.graph->edge_count(); }

inline std::pair<BoostTraits::vertex_iterator, BoostTraits::vertex_iterator> vertices(BoostView view) {
  return {BoostTraits::vertex_iterator{0}, BoostTraits::vertex_iterator{num_vertices(view)}};
}
inline std::pair<BoostTraits::edge_iterator, BoostTraits::edge_iterator> edges(BoostView view) {
  return {BoostTraits::edge_iterator{0}, BoostTraits::edge_iterator{num_edges(view)}};
}

inline NodeId source(EdgeId edge, BoostView view) { return view.graph->edge(edge).subject; }
inline NodeId target(EdgeId edge, BoostView view) { return view.graph->edge(edge).object; }

inline std::size_t out_degree(NodeId node, BoostView view) { return static_cast<std::size_t>(view.graph->out(node).size()); }
inline std::size_t in_degree(NodeId node, BoostView view) { return view.graph->in(node).size(); }
inline std::size_t degree(NodeId node, BoostView view) { return out_degree(node, view) + in_degree(node, view); }

inline std::pair<BoostTraits::out_edge_iterator, BoostTraits::out_edge_iterator> out_edges(NodeId node, BoostView view) {
  auto const edges = view.graph->out(node);
  std::size_t const first = edges.empty() ? 0 : index(edges.front());
  return {BoostTraits::out_edge_iterator{first}, BoostTraits::out_edge_iterator{first + static_cast<std::size_t>(edges.size())}};
}
inline std::pair<BoostTraits::in_edge_iterator, BoostTraits::in_edge_iterator> in_edges(NodeId node, BoostView view) {
  auto const edges = view.graph->in(node);
  return {edges.begin(), edges.end()};
}
inline std::pair<BoostTraits::adjacency_iterator, BoostTraits::adjacency_iterator> adjacent_vertices(NodeId node, BoostView view) {
  auto const [first, last] = out_edges(node, view);
  return {ObjectIterator{view.graph, first}, ObjectIterator{view.graph, last}};
}

// Dense numbers of nodes and edges, for the property maps that algorithms make.
template <DenseId Id>
struct IndexMap {
  using key_type = Id;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
};
template <DenseId Id>
std::size_t get(IndexMap<Id>, Id id) {
  return index(id);
}
inline IndexMap<NodeId> get(boost::vertex_index_t, BoostView) { return {}; }
inline IndexMap<EdgeId> get(boost::edge_index_t, BoostView) { return {}; }
inline std::size_t get(boost::vertex_index_t, BoostView, NodeId node) { return index(node); }
inline std::size_t get(boost::edge_index_t, BoostView, EdgeId edge) { return index(edge); }

// The length of an edge: 1 / (1 + its witnesses), so that shortest ways follow what is seen most often. Always positive.
struct WeightMap {
  using key_type = EdgeId;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  Graph const* graph = nullptr;
};
inline double get(WeightMap map, EdgeId edge) { return 1.0 / (1.0 + static_cast<double>(map.graph->witnesses(edge).size())); }
inline WeightMap get(boost::edge_weight_t, BoostView view) { return {view.graph}; }
inline double get(boost::edge_weight_t, BoostView view, EdgeId edge) { return get(WeightMap{view.graph}, edge); }

}  // namespace mechgraph

template <>
struct boost::property_map<mechgraph::BoostView, boost::vertex_index_t> {
  using type = mechgraph::IndexMap<mechgraph::NodeId>;
  using const_type = type;
};
template <>
struct boost::property_map<mechgraph::BoostView, boost::edge_index_t> {
  using type = mechgraph::IndexMap<mechgraph::EdgeId>;
  using const_type = type;
};
template <>
struct boost::property_map<mechgraph::BoostView, boost::edge_weight_t> {
  using type = mechgraph::WeightMap;
  using const_type = type;
};
