// Mechanism paths: through what does A change B?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// asserted: one record witnesses every hop and none rests on cargo alone; suggested: one record, with a cargo hop; composed: joined over
// records. Best first.
enum class Support : std::uint8_t { asserted, suggested, composed };

std::string_view name(Support support) noexcept;

struct Hop {
  EdgeId edge{};
  bool reversed = false;  // walked from object to subject
};

struct Path {
  std::vector<NodeId> nodes;  // one more than hops
  std::vector<Hop> hops;
  int sign = 0;     // product over the effect edges
  int benefit = 0;  // sign × valence of the last node
  Support support = Support::composed;
  std::vector<RecordId> records;  // that witness the whole path (asserted, suggested); empty for composed
  double score = 0;
};

struct PathQuery {
  std::vector<NodeId> from;
  std::vector<NodeId> to;
  std::uint32_t max_hops = 6;
  std::size_t limit = 0;  // the k best; 0 = all
  bool asserted = true, suggested = true, composed = true;
  int sign = 2;  // only paths with this net sign; 2 = any
};

struct PathAnswer {
  std::vector<Path> paths;  // best first: support, then score (higher first), then hops (fewer first), then the ids of nodes and edges
  bool complete = true;     // false: a limit cut the search
};

// The mechanism paths of design section 5. Complete within max_hops.
PathAnswer find_paths(Graph const& graph, PathQuery const& query);

// The nodes that a user's words mean: a kind ("source"), a type ("Gene"), a node id or CURIE, a label or synonym; a term stands for
// everything that is_a or part_of it. Empty when nothing is meant.
std::vector<NodeId> resolve_ends(Graph const& graph, std::string_view words);

}  // namespace mechgraph
