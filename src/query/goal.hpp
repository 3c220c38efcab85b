// Where walks go, over what they must pass, and how far that is.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "query/terrain.hpp"

namespace mechgraph {

// For every node from which a target can be reached forward in at least one and at most `max_hops` hops: how few hops and how little cost
// that takes. Measuring is linear in the edges that lead to the targets, with a logarithm; measuring again costs what is forgotten.
class Distances {
 public:
  explicit Distances(Terrain const& terrain);
  Distances(Terrain const& terrain, std::span<NodeId const> targets, std::uint32_t max_hops);

  static constexpr std::uint32_t unreachable = std::numeric_limits<std::uint32_t>::max();
  // To the targets; those that no path may end at (preparations, what is avoided) are none.
  void measure(std::span<NodeId const> targets, std::uint32_t max_hops);
  // To the targets of `onward`, by way of one of these nodes.
  void measure(std::span<NodeId const> over, Distances const& onward, std::uint32_t max_hops);

  [[nodiscard]] bool is_target(NodeId node) const { return is_target_[index(node)]; }
  [[nodiscard]] std::size_t target_count() const noexcept { return targets_.size(); }
  [[nodiscard]] std::uint32_t hops(NodeId node) const { return reach_[index(node)].hops; }
  [[nodiscard]] std::uint64_t cost(NodeId node) const { return reach_[index(node)].cost; }

 private:
  static constexpr std::uint64_t boundless = std::numeric_limits<std::uint64_t>::max();
  struct Reach {
    std::uint64_t cost = boundless;
    std::uint32_t hops = unreachable;
  };
  // Where measuring begins: a target (the hop to it is the last of a path), or a node from which it is known how far the targets are.
  struct Seed {
    NodeId node{};
    std::uint32_t hops = 0;
    std::uint64_t cost = 0;
    bool is_last = true;
  };
  void forget();
  void spread(std::vector<Seed> seeds, std::uint32_t max_hops);
  [[nodiscard]] bool leads_on(EdgeId edge, NodeId subject, bool is_last) const;

  Terrain const& terrain_;
  std::vector<bool> is_target_;
  std::vector<NodeId> targets_, touched_;  // what forget() clears
  std::vector<Reach> reach_;               // of nodes
};

// What a path must pass: one of these nodes, or an edge of this relation.
struct Via {
  std::vector<NodeId> nodes;
  std::string relation;
};

class Goal {
 public:
  static constexpr std::size_t most_via = 32;

  explicit Goal(Terrain const& terrain);
  // At most `most_via` of `via`.
  void aim(std::span<NodeId const> targets, std::span<Via const> via, std::uint32_t max_hops);

  [[nodiscard]] bool is_target(NodeId node) const { return distances_.is_target(node); }
  [[nodiscard]] std::size_t target_count() const noexcept { return distances_.target_count(); }
  // Which of `via` a node or edge meets, as bits; and the bits of all.
  [[nodiscard]] std::uint32_t meets(NodeId node) const { return of_node_.empty() ? 0 : of_node_[index(node)]; }
  [[nodiscard]] std::uint32_t meets(EdgeId edge) const {
    return of_relation_.empty() ? 0 : of_relation_[terrain_.graph().edge(edge).relation];
  }
  [[nodiscard]] std::uint32_t all() const noexcept { return all_; }
  // At least so many hops, and so much cost, are to come after a node at which `met` has been met. Distances::unreachable: no way leads on.
  [[nodiscard]] std::uint32_t hops(NodeId node, std::uint32_t met) const;
  [[nodiscard]] std::uint64_t cost(NodeId node, std::uint32_t met) const;
  [[nodiscard]] Distances const& distances() const noexcept { return distances_; }

 private:
  Terrain const& terrain_;
  Distances distances_;
  std::vector<Distances> over_;                       // of each via with nodes
  std::vector<std::uint32_t> bits_;                   // of each of over_
  std::vector<std::uint32_t> of_node_, of_relation_;  // empty where no via asks
  std::uint32_t all_ = 0;
};

}  // namespace mechgraph
