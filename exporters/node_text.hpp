// What every format says of a node in words.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "graph/graph.hpp"

namespace mechgraph {

inline constexpr std::array<std::pair<NodeFlag, std::string_view>, 3> node_flag_names{
    {{NodeFlag::ancestor, "ancestor"}, {NodeFlag::foreign, "foreign"}, {NodeFlag::unresolved, "unresolved"}}};

// Calls `take` with the name of each flag that is set, in byte order.
template <class Take>
void each_flag(Node const& node, Take take) {
  for (auto const& [flag, name] : node_flag_names) {
    if (node.has(flag)) take(name);
  }
}

// The identifier that others know the node by: what a minted id maps to, else the node's own CURIE; empty for what only we know.
inline std::string_view known_identifier(Graph const& graph, NodeId id) {
  std::string_view const mapped = graph.attribute(id, attribute::identifier);
  if (!mapped.empty()) return mapped;
  std::string_view const own = graph.node(id).id;
  return own.starts_with("MECHGRAPH:") ? std::string_view{} : own;
}

}  // namespace mechgraph
