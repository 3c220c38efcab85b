// What rests on a single work.
#pragma once

#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// What would go if one work were taken away (a retraction).
struct Loss {
  std::string_view work;      // owned by the graph
  std::vector<EdgeId> edges;  // that nothing else witnesses, ascending
  std::size_t claims = 0;     // how many of them are effects
  std::vector<NodeId> nodes;  // of which every witnessed edge goes, ascending
};

struct Reliance {
  std::size_t claims = 0;      // effects that are not denied
  std::vector<EdgeId> single;  // those that rest on one work, ascending
  std::vector<Loss> losses;    // of each work without which some edge goes; most claims first, then most edges, then by name
};

// A work is what Graph::works counts. All works at once: linear in the graph, with a logarithm in what is lost.
Reliance reliance(Graph const& graph);

}  // namespace mechgraph
