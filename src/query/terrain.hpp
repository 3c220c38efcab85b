// What a path may do at each node and edge of a graph, and what a hop costs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// How paths may differ from mechanism paths (design: query/paths.hpp). What is empty changes nothing.
struct PathRules {
  bool any = false;                    // every relation in its stored direction, over and to nodes of every type
  std::vector<Kind> through;           // inner nodes are of these kinds, not of the types with inner_step
  std::vector<std::string> relations;  // relations that are only context, and may be a first hop backwards nevertheless
  std::vector<NodeId> avoid;           // never passed, nor an end
};

class Terrain {
 public:
  explicit Terrain(Graph const& graph, PathRules const& rules = {});

  [[nodiscard]] Graph const& graph() const noexcept { return graph_; }
  [[nodiscard]] bool is_preparation(NodeId node) const { return standing_[index(node)] == Standing::preparation; }
  [[nodiscard]] bool is_inner(NodeId node) const { return standing_[index(node)] == Standing::inner; }
  [[nodiscard]] bool is_avoided(NodeId node) const { return standing_[index(node)] == Standing::avoided; }
  // Forward, from a start, a preparation or an inner node; also as the last hop.
  [[nodiscard]] bool is_effect(EdgeId edge) const { return (uses_[index(edge)] & effect_bit) != 0; }
  // Forward, from a preparation to what acts beside it or from inside it.
  [[nodiscard]] bool is_onward(EdgeId edge) const { return (uses_[index(edge)] & onward_bit) != 0; }
  // Backwards, as the first hop: into a preparation, or over a relation that the rules name.
  [[nodiscard]] bool is_entry(EdgeId edge) const { return (uses_[index(edge)] & entry_bit) != 0; }
  [[nodiscard]] bool is_walked(EdgeId edge) const { return uses_[index(edge)] != 0; }
  // Enters the sign of a path: an effect, or what an imported graph calls by a name that the ontology does not know.
  [[nodiscard]] bool is_signed(EdgeId edge) const;
  // −ln(strength) in millionths (query/paths.hpp has the formula). Linear in the edge's witnesses when first asked for.
  [[nodiscard]] std::uint32_t cost(EdgeId edge) const;

 private:
  enum class Standing : std::uint8_t { end_only, inner, preparation, avoided };
  static constexpr std::uint8_t effect_bit = 1, onward_bit = 2, entry_bit = 4;
  void place_nodes(PathRules const& rules);
  void place_edges(PathRules const& rules);

  Graph const& graph_;
  std::vector<Standing> standing_;  // of nodes
  std::vector<std::uint8_t> uses_;  // of edges
  mutable std::vector<std::uint32_t> costs_;
};

}  // namespace mechgraph
