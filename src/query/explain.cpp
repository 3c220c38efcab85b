// Gathering edges.
#include "query/explain.hpp"

#include <algorithm>

namespace mechgraph {

std::vector<EdgeId> edges_of(Graph const& graph, NodeId node) {
  auto const out = graph.out(node);
  std::vector<EdgeId> edges{out.begin(), out.end()};
  for (EdgeId const e : graph.in(node)) {
    if (graph.edge(e).subject != node) edges.push_back(e);
  }
  return edges;
}

std::vector<EdgeId> edges_between(Graph const& graph, std::span<NodeId const> a, std::span<NodeId const> b) {
  std::vector<bool> in_b(graph.node_count());
  for (NodeId const n : b) in_b[index(n)] = true;
  std::vector<EdgeId> edges;
  for (NodeId const n : a) {
    for (EdgeId const e : graph.out(n)) {
      if (in_b[index(graph.edge(e).object)]) edges.push_back(e);
    }
    for (EdgeId const e : graph.in(n)) {
      if (in_b[index(graph.edge(e).subject)]) edges.push_back(e);
    }
  }
  std::ranges::sort(edges);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

std::vector<NodeId> with_preparations(Graph const& graph, std::vector<NodeId> nodes) {
  std::size_t const named = nodes.size();
  for (std::size_t i = 0; i < named; ++i) {
    for (EdgeId const e : graph.in(nodes[i])) {
      Relation const& relation = graph.relation(e);
      NodeId const subject = graph.edge(e).subject;
      auto const type = graph.ontology().find_type(graph.node(subject).type);
      bool const is_preparation = type && graph.ontology().type(*type).preparation;
      if (relation.relation_class == RelationClass::slot && !relation.context_only && is_preparation && !graph.edge(e).negated) {
        nodes.push_back(subject);
      }
    }
  }
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

}  // namespace mechgraph
