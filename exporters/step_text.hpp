// How the walks of other programs may use a node or an edge, in words.
#pragma once

#include <string_view>

#include "graph/steps.hpp"

namespace mechgraph {

// "inner", "preparation", or empty for what stands only at the ends of a mechanism path.
inline std::string_view step_of(Graph const& graph, NodeId id) {
  switch (standing_of(graph.ontology(), graph.node(id))) {
    case Standing::inner: return "inner";
    case Standing::preparation: return "preparation";
    case Standing::end_only: break;
  }
  return {};
}

// "effect": a forward hop. "entry": a hop backwards into the preparation that is its subject. "onward": that, or a hop forward from the
// preparation. Empty: none, as for a denial or the hierarchy.
inline std::string_view step_of(Graph const& graph, EdgeId id) {
  Edge const edge = graph.edge(id);
  PathUse const use = path_use(graph.relation(id));
  if (edge.negated) return {};
  if (use.effect) return "effect";
  if (!use.entry || standing_of(graph.ontology(), graph.node(edge.subject)) != Standing::preparation) return {};
  return use.onward ? "onward" : "entry";
}

}  // namespace mechgraph
