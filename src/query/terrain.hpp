// What a path may do at each node and edge of a graph, and what a hop costs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "graph/graph.hpp"
#include "query/scratch.hpp"

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
  // Linear in the relations; nodes and edges are looked at when they are asked for. One thread at a time.
  explicit Terrain(Graph const& graph, PathRules const& rules = {});

  [[nodiscard]] Graph const& graph() const noexcept { return graph_; }
  [[nodiscard]] bool is_preparation(NodeId node) const { return standing(node) == Standing::preparation; }
  [[nodiscard]] bool is_inner(NodeId node) const { return standing(node) == Standing::inner; }
  [[nodiscard]] bool is_avoided(NodeId node) const { return !avoided_.empty() && avoided_.contains(node); }
  // Forward, from a start, a preparation or an inner node; also as the last hop.
  [[nodiscard]] bool is_effect(EdgeId edge) const { return (use_of(edge) & effect_bit) != 0; }
  // Forward, from a preparation to what acts beside it or from inside it.
  [[nodiscard]] bool is_onward(EdgeId edge) const { return (use_of(edge) & onward_bit) != 0; }
  // Backwards, as the first hop: into a preparation, or over a relation that the rules name.
  [[nodiscard]] bool is_entry(EdgeId edge) const {
    std::uint8_t const use = use_of(edge);
    return (use & named_bit) != 0 || ((use & entry_bit) != 0 && is_preparation(graph_.subject(edge)));
  }
  [[nodiscard]] bool is_walked(EdgeId edge) const { return (use_of(edge) & (effect_bit | onward_bit)) != 0 || is_entry(edge); }
  // Enters the sign of a path: an effect, or what an imported graph calls by a name that the ontology does not know.
  [[nodiscard]] bool is_signed(EdgeId edge) const;
  // −ln(strength) in millionths (query/paths.hpp has the formula). Linear in the edge's witnesses when first asked for.
  [[nodiscard]] std::uint32_t cost(EdgeId edge) const {
    std::uint32_t const known = known_[index(edge)];
    return (known & cost_known) != 0 ? known & cost_mask : find_cost(edge);
  }
  // Looks at every node and edge, so that what is asked for later is known. Linear in the graph.
  void look_at_all() const;

 private:
  enum class Standing : std::uint8_t { unknown, end_only, inner, preparation, avoided };
  static constexpr std::uint8_t effect_bit = 1, onward_bit = 2, entry_bit = 4, named_bit = 8;
  // What is known of an edge: its cost, whether that is known, whether its use is, its use.
  static constexpr std::uint32_t cost_mask = 0xFFFFFF, cost_known = 1U << 24U, use_known = 1U << 25U, use_shift = 28;

  [[nodiscard]] Standing standing(NodeId node) const {
    Standing& known = standing_[index(node)];
    if (known == Standing::unknown) known = find_standing(node);
    return known;
  }
  [[nodiscard]] Standing find_standing(NodeId node) const;
  std::uint32_t find_cost(EdgeId edge) const;
  // Of its relation, or nothing for a denial and what touches a node that is avoided.
  [[nodiscard]] std::uint8_t use_of(EdgeId edge) const {
    std::uint32_t const known = known_[index(edge)];
    return (known & use_known) != 0 ? static_cast<std::uint8_t>(known >> use_shift) : find_use(edge);
  }
  std::uint8_t find_use(EdgeId edge) const;

  Graph const& graph_;
  bool any_ = false;
  std::vector<Kind> through_;
  tsl::robin_set<NodeId> avoided_;
  std::vector<std::uint8_t> uses_;  // of relations
  mutable Scratch<Standing> standing_;
  mutable Scratch<std::uint32_t> known_;                              // of edges
  mutable tsl::robin_map<char const*, std::optional<TypeId>> types_;  // by where the graph holds their names
};

}  // namespace mechgraph
