// Edges that the ontology's tables do not allow.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// domain, range: the relation does not go with the type of its subject or object; sign: not the relation's own; unwitnessed: nothing says
// it, and it is no hierarchy.
enum class Violation : std::uint8_t { domain, range, sign, unwitnessed };

std::string_view name(Violation violation) noexcept;

struct BrokenEdge {
  Violation violation{};
  EdgeId edge{};
};

// In order of violation, then of edges. What the ontology does not know (foreign relations and types) is not judged; words that no term
// covers are judged by their kind. Linear in the edges.
std::vector<BrokenEdge> violations(Graph const& graph);

}  // namespace mechgraph
