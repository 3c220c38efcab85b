// Where walks go, over what they must pass, and how far that is.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>
#include <queue>
#include <span>
#include <string>
#include <vector>

#include "query/terrain.hpp"

namespace mechgraph {

// For every node from which a target can be reached forward in at least one and at most `max_hops` hops: how few hops and how little cost
// that takes. Measuring goes backwards from the targets, nearest first, and can be left off and taken up again: until it is done, what is
// given for nodes that it has not reached is a bound, never more than the truth. All of it is linear in the edges that lead to the targets,
// with a logarithm; measuring again costs what is forgotten.
class Distances {
 public:
  explicit Distances(Terrain const& terrain);
  // Measured to the end.
  Distances(Terrain const& terrain, std::span<NodeId const> targets, std::uint32_t max_hops);

  static constexpr std::uint32_t unreachable = std::numeric_limits<std::uint32_t>::max();
  // To the targets; those that no path may end at (preparations, what is avoided) are none. Nothing is measured yet.
  void begin(std::span<NodeId const> targets, std::uint32_t max_hops);
  // To the targets of `onward`, which is measured to its end, by way of one of these nodes.
  void begin(std::span<NodeId const> over, Distances const& onward, std::uint32_t max_hops);
  // Goes on over about this many edges for hops, and for costs.
  void extend(std::size_t edges) {
    extend_hops(edges);
    extend_costs(edges);
  }
  void finish() { extend(std::numeric_limits<std::size_t>::max()); }
  // Hops only; gives the hops that all nodes which it does not know are more than: `unreachable` when it is done.
  std::uint32_t extend_hops(std::size_t edges);
  // The edges looked at so far.
  [[nodiscard]] std::size_t work() const noexcept { return work_; }

  [[nodiscard]] bool is_target(NodeId node) const { return is_target_[index(node)]; }
  [[nodiscard]] std::size_t target_count() const noexcept { return targets_.size(); }
  [[nodiscard]] std::uint32_t hops(NodeId node) const {
    std::uint32_t const known = reach_[index(node)].hops();
    return known != unreachable ? known : next_hop_ == unreachable ? unreachable : next_hop_ + 1;
  }
  [[nodiscard]] std::uint64_t cost(NodeId node) const { return std::min(reach_[index(node)].cost(), next_cost_); }
  [[nodiscard]] bool is_exact(NodeId node) const {
    Reach const& reach = reach_[index(node)];
    return (reach.hops() != unreachable || next_hop_ == unreachable) && (reach.cost() <= next_cost_);
  }
  [[nodiscard]] bool knows_hops(NodeId node) const { return reach_[index(node)].hops() != unreachable; }

 private:
  static constexpr std::uint64_t boundless = std::numeric_limits<std::uint64_t>::max();
  // Turned round, so that what was never touched is unreachable.
  struct Reach {
    std::uint64_t turned_cost;
    std::uint32_t turned_hops;
    [[nodiscard]] std::uint64_t cost() const { return ~turned_cost; }
    [[nodiscard]] std::uint32_t hops() const { return ~turned_hops; }
    [[nodiscard]] bool is_untouched() const { return turned_cost == 0 && turned_hops == 0; }
  };
  // Where measuring goes on: a target (the hop to it is the last of a path), or a node from which it is known how far the targets are.
  struct Place {
    NodeId node{};
    std::uint32_t hops = 0;
    std::uint64_t cost = 0;
    bool is_last = true;
  };
  struct Dearer {
    bool operator()(Place const& a, Place const& b) const { return a.cost > b.cost; }
  };
  void forget();
  void begin(std::vector<Place> seeds, std::uint32_t max_hops);
  void extend_costs(std::size_t edges);
  void set_next();
  template <class Visit>
  void each_hop_back(Place const& place, Visit const& visit);

  Terrain const& terrain_;
  Scratch<bool> is_target_;
  Scratch<Reach> reach_;                   // of nodes
  std::vector<NodeId> targets_, touched_;  // what forget() clears
  std::uint32_t max_hops_ = 0;
  std::size_t work_ = 0;
  // By hops: those that were there from the start, and those that were reached, each in order.
  std::vector<Place> seeds_;
  std::deque<Place> line_;
  std::size_t next_seed_ = 0;
  std::uint32_t next_hop_ = unreachable;
  // By cost.
  std::priority_queue<Place, std::vector<Place>, Dearer> queue_;
  std::uint64_t next_cost_ = boundless;
};

// What a path must pass: one of these nodes, or an edge of this relation.
struct Via {
  std::vector<NodeId> nodes;
  std::string relation;
};

class Goal {
 public:
  static constexpr std::size_t most_via = 32;

  // `effort`: the edges that may be looked at backwards before a walk has looked at any; then both go on in step.
  explicit Goal(Terrain const& terrain, std::size_t effort = 16384);
  // At most `most_via` of `via`. What must be passed is measured to its end; else nothing is yet, see Distances.
  void aim(std::span<NodeId const> targets, std::span<Via const> via, std::uint32_t max_hops);

  [[nodiscard]] bool is_target(NodeId node) const { return distances_.is_target(node); }
  [[nodiscard]] std::size_t target_count() const noexcept { return distances_.target_count(); }
  // Which of `via` a node or edge meets, as bits; and the bits of all.
  [[nodiscard]] std::uint32_t meets(NodeId node) const {
    if (of_node_.empty()) return 0;
    auto const found = of_node_.find(node);
    return found == of_node_.end() ? 0 : found->second;
  }
  [[nodiscard]] std::uint32_t meets(EdgeId edge) const {
    return of_relation_.empty() ? 0 : of_relation_[terrain_.graph().edge(edge).relation];
  }
  [[nodiscard]] std::uint32_t all() const noexcept { return all_; }
  // At least so many hops, and so much cost, are to come after a node at which `met` has been met. Distances::unreachable: no way leads on.
  [[nodiscard]] std::uint32_t hops(NodeId node, std::uint32_t met) const;
  [[nodiscard]] std::uint64_t cost(NodeId node, std::uint32_t met) const;
  // True where these are no bounds but the truth.
  [[nodiscard]] bool is_exact(NodeId node) const { return distances_.is_exact(node); }
  // Goes on measuring until the truth is known for a node, as long as that is no more work than a walk has had.
  void approach(NodeId node, std::size_t work_of_walk) {
    while (!is_exact(node) && distances_.work() <= work_of_walk + effort_) distances_.extend(effort_ / 4 + 1);
  }
  void finish() { distances_.finish(); }

 private:
  Terrain const& terrain_;
  std::size_t effort_;
  Distances distances_;
  std::vector<Distances> over_;                    // of each via with nodes
  std::vector<std::uint32_t> bits_;                // of each of over_
  tsl::robin_map<NodeId, std::uint32_t> of_node_;  // empty where no via asks, and so the next
  std::vector<std::uint32_t> of_relation_;
  std::uint32_t all_ = 0;
};

}  // namespace mechgraph
