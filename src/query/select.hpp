// A part of a graph that is again a graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

class Withdrawn;

// What to keep; what is empty asks for nothing. A witness is kept for its basis; an edge for its relation, for enough kept witnesses, and
// when both its ends are of a wanted kind; a node when an edge of it is kept. Where nothing but kinds is asked for, nodes without edges are
// kept too.
struct Selection {
  std::vector<Kind> kinds;
  std::vector<std::string> relations;  // names
  std::vector<Basis> bases;
  std::size_t min_witnesses = 0;
  Withdrawn const* without = nullptr;  // what these name goes: witnesses, and references of those that stay
  std::vector<NodeId> around;          // only what is at most `hops` kept edges away from one of these, in either direction
  std::uint32_t hops = 1;
};

// The ancestors of what is kept come along, as in every graph. Linear in the graph, and a freeze of what is kept.
Graph select(Graph const& graph, Selection const& selection);

// Only these edges (by number), with their ends and witnesses.
Graph edges_alone(Graph const& graph, std::vector<bool> const& edges);

}  // namespace mechgraph
