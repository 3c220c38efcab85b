// Walking mechanism paths, best first: the rules of a step, and the search.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "query/paths.hpp"

namespace mechgraph {

// What a mechanism path may do at each node and edge of a graph, and what a hop costs.
class Terrain {
 public:
  explicit Terrain(Graph const& graph);

  [[nodiscard]] Graph const& graph() const noexcept { return graph_; }
  [[nodiscard]] bool is_preparation(NodeId node) const { return standing_[index(node)] == Standing::preparation; }
  [[nodiscard]] bool is_inner(NodeId node) const { return standing_[index(node)] == Standing::inner; }
  // Forward, from a start, a preparation or an inner node; also as the last hop.
  [[nodiscard]] bool is_effect(EdgeId edge) const { return has(edge, effect_bit); }
  // Forward, from a preparation to what acts beside it or from inside it.
  [[nodiscard]] bool is_onward(EdgeId edge) const { return has(edge, onward_bit); }
  // Backwards into a preparation, as the first hop.
  [[nodiscard]] bool is_entry(EdgeId edge) const { return has(edge, entry_bit) && is_preparation(graph_.edge(edge).subject); }
  [[nodiscard]] bool is_walked(EdgeId edge) const { return has(edge, effect_bit | onward_bit | entry_bit); }
  // −ln(strength) in millionths. Linear in the edge's witnesses when first asked for.
  [[nodiscard]] std::uint32_t cost(EdgeId edge) const;

 private:
  enum class Standing : std::uint8_t { end_only, inner, preparation };
  static constexpr std::uint8_t effect_bit = 1, onward_bit = 2, entry_bit = 4;
  [[nodiscard]] bool has(EdgeId edge, unsigned bits) const {
    Edge const e = graph_.edge(edge);
    return !e.negated && (uses_[e.relation] & bits) != 0;
  }

  Graph const& graph_;
  std::vector<Standing> standing_;  // of nodes
  std::vector<std::uint8_t> uses_;  // of relations
  mutable std::vector<std::uint32_t> costs_;
};

// For every node from which a target can be reached forward in at least one and at most `max_hops` hops: how few hops and how little cost
// that takes. Linear in the edges that lead to the targets, with a logarithm.
class Distances {
 public:
  Distances(Terrain const& terrain, std::span<NodeId const> targets, std::uint32_t max_hops);

  static constexpr std::uint32_t unreachable = std::numeric_limits<std::uint32_t>::max();
  [[nodiscard]] bool is_target(NodeId node) const { return is_target_[index(node)]; }
  [[nodiscard]] std::uint32_t hops(NodeId node) const { return hops_[index(node)]; }
  [[nodiscard]] std::uint64_t cost(NodeId node) const { return costs_[index(node)]; }

 private:
  std::vector<bool> is_target_;
  std::vector<std::uint32_t> hops_;
  std::vector<std::uint64_t> costs_;
};

// The edges that a walk may use: all of a graph, or those of a record.
class WalkedEdges {
 public:
  explicit WalkedEdges(Graph const& graph) : graph_(graph) {}
  // `edges` is ascending and without doubles.
  WalkedEdges(Graph const& graph, std::vector<EdgeId> edges);

  template <class Visit>
  void out(NodeId node, Visit visit) const;
  template <class Visit>
  void in(NodeId node, Visit visit) const;

 private:
  Graph const& graph_;
  bool is_part_ = false;
  std::vector<EdgeId> by_subject_, by_object_;
};

// A path that a walk found, and its cost.
struct Walk {
  std::vector<NodeId> nodes;
  std::vector<Hop> hops;
  std::uint64_t cost = 0;
};

// Gives the mechanism paths from `starts` to the targets of `distances` in order of (cost, hops, start, then node and edge hop by hop),
// until `found` returns false. `steps` is what may still be tried, and is lowered; false is returned when it ran out.
bool walk(Terrain const& terrain, WalkedEdges const& edges, Distances const& distances, std::span<NodeId const> starts,
          std::uint32_t max_hops, std::size_t& steps, std::function<bool(Walk const&)> const& found);

}  // namespace mechgraph
