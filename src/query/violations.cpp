// Holding edges against the columns domain, range and sign.
#include "query/violations.hpp"

#include <algorithm>
#include <optional>

namespace mechgraph {

std::string_view name(Violation violation) noexcept {
  switch (violation) {
    case Violation::domain: return "domain";
    case Violation::range: return "range";
    case Violation::sign: return "sign";
    case Violation::unwitnessed: return "unwitnessed";
  }
  return {};
}

std::vector<BrokenEdge> violations(Graph const& graph) {
  Ontology const& ontology = graph.ontology();
  std::vector<std::optional<TypeId>> types;
  types.reserve(graph.node_count());
  for (NodeId const n : graph.nodes()) types.push_back(ontology.find_type(graph.node(n).type));
  auto const allows = [&](std::vector<TypeId> const& allowed, NodeId n) {
    if (allowed.empty()) return true;
    Node const node = graph.node(n);
    if (node.has(NodeFlag::unresolved)) {
      return std::ranges::any_of(allowed, [&](TypeId type) { return ontology.type(type).kind == node.kind; });
    }
    auto const type = types[index(n)];
    return !type || std::ranges::binary_search(allowed, *type);
  };

  std::vector<BrokenEdge> broken;
  for (EdgeId const e : graph.edges()) {
    Relation const& relation = graph.relation(e);
    Edge const edge = graph.edge(e);
    auto const is = [&](Violation violation) { broken.push_back({violation, e}); };
    if (relation.relation_class != RelationClass::foreign) {
      if (!allows(relation.domain, edge.subject)) is(Violation::domain);
      if (!allows(relation.range, edge.object)) is(Violation::range);
      if (edge.sign != relation.sign) is(Violation::sign);
    }
    if (relation.relation_class != RelationClass::hierarchy && graph.witnesses(e).empty()) is(Violation::unwitnessed);
  }
  std::ranges::stable_sort(broken, {}, &BrokenEdge::violation);
  return broken;
}

}  // namespace mechgraph
