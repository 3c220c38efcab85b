// A graph, or what is wanted of it, as a part that a builder takes.
#pragma once

#include <functional>

#include "domain/graph_part.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// What to take; an empty function takes everything. An edge is taken when it, both its ends and at least one of its witnesses are (an edge
// without witnesses: when it and its ends are).
struct Extraction {
  std::function<bool(NodeId)> node;
  std::function<bool(EdgeId)> edge;
  std::function<bool(WitnessId)> witness;
};

// Linear in the graph. Each function is called once for each item. Nodes that only qualify a taken witness come along as ancestors.
GraphPart extract(Graph const& graph, Extraction const& wanted = {});

}  // namespace mechgraph
