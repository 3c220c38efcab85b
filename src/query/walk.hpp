// Walking paths: best first, or one after the other.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "query/goal.hpp"
#include "query/terrain.hpp"

namespace mechgraph {

struct Hop {
  EdgeId edge{};
  bool reversed = false;  // walked from object to subject
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

// Gives the simple paths from `starts` (ascending) to the targets of `goal`, over what it must pass, in order of (cost, hops, start, then
// node and edge hop by hop), until `found` returns false. `steps` is what may still be tried, and is lowered; false is returned when it ran
// out. About 100 bytes a step. The goal is measured as far as that helps: looking forward and looking backward go hand in hand, so that a
// walk between two nodes of a large graph sees little of it.
bool walk(Terrain const& terrain, WalkedEdges const& edges, Goal& goal, std::span<NodeId const> starts, std::uint32_t max_hops,
          std::size_t& steps, std::function<bool(Walk const&)> const& found);

// The same paths in order of (start, then edge by edge, each path before those that go on from it), in memory that grows only with the
// length of a path and the edges of its nodes.
void walk_all(Terrain const& terrain, WalkedEdges const& edges, Goal& goal, std::span<NodeId const> starts, std::uint32_t max_hops,
              std::function<bool(Walk const&)> const& found);

// How few hops join a start and a target at least; Distances::unreachable where nothing does. `distances` has begun, without a limit of
// hops. Looks backward and forward in turn, `at_once` edges or more, so that neither sees much more than the other.
std::uint32_t fewest_hops(Terrain const& terrain, Distances& distances, std::span<NodeId const> starts, std::size_t at_once = 256);

}  // namespace mechgraph
