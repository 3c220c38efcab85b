// The edges that explain a node, or what lies between two: both directions, all signs, denials too.
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// What leaves the node, then what enters it; a loop once.
std::vector<EdgeId> edges_of(Graph const& graph, NodeId node);

// Edges from any of `a` to any of `b` or back, ascending. Linear in the edges of `a`.
std::vector<EdgeId> edges_between(Graph const& graph, std::span<NodeId const> a, std::span<NodeId const> b);

// The nodes, and every preparation that is an instance of one of them or derives from it: effects hang on those. Sorted.
std::vector<NodeId> with_preparations(Graph const& graph, std::vector<NodeId> nodes);

}  // namespace mechgraph
