// Indirect contradictions: ways of two steps that disagree with the direct one, or with each other.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// Two ways between the same ends whose net signs are opposite: each one or two effects, first the shorter, then the one in the graph's
// order.
struct Disagreement {
  NodeId from{};
  NodeId to{};
  std::vector<EdgeId> way;    // one effect (an incoherent triangle), or two
  std::vector<EdgeId> other;  // two effects
};

struct Disagreements {
  std::vector<Disagreement> found;  // by from, to; one for each pair of ends
  bool complete = true;             // false: `max_steps` two-step ways were looked at, and there are more
};

// Of every pair of nodes that no two direct effects contradict already: a direct effect against the first way of two effects with the other
// sign, else the first such way of each sign. Inner nodes are those of mechanism paths (query/paths.hpp); denials and effects without a
// direction take no part. Linear in the ways of two steps, with a logarithm in those of one start.
Disagreements find_disagreements(Graph const& graph, std::size_t max_steps = 20'000'000);

}  // namespace mechgraph
