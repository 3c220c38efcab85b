// Measuring backwards from where walks go.
#include "query/goal.hpp"

#include <algorithm>
#include <utility>

namespace mechgraph {

Distances::Distances(Terrain const& terrain)
    : terrain_(terrain), is_target_(terrain.graph().node_count()), reach_(terrain.graph().node_count()) {}

Distances::Distances(Terrain const& terrain, std::span<NodeId const> targets, std::uint32_t max_hops) : Distances(terrain) {
  begin(targets, max_hops);
  finish();
}

void Distances::forget() {
  for (NodeId const n : targets_) is_target_[index(n)] = false;
  for (NodeId const n : touched_) reach_[index(n)] = Reach{};
  targets_.clear();
  touched_.clear();
}

void Distances::begin(std::span<NodeId const> targets, std::uint32_t max_hops) {
  forget();
  std::vector<Place> seeds;
  for (NodeId const n : targets) {
    if (is_target_[index(n)] || terrain_.is_avoided(n) || terrain_.is_preparation(n)) continue;  // none is entered forward
    is_target_[index(n)] = true;
    targets_.push_back(n);
    seeds.push_back({n, 0, 0, true});
  }
  begin(std::move(seeds), max_hops);
}

void Distances::begin(std::span<NodeId const> over, Distances const& onward, std::uint32_t max_hops) {
  forget();
  std::vector<Place> seeds;
  for (NodeId const n : over) {
    if (onward.is_target(n)) seeds.push_back({n, 0, 0, true});
    if (onward.hops(n) != unreachable && terrain_.is_inner(n)) seeds.push_back({n, onward.hops(n), onward.cost(n), false});
  }
  begin(std::move(seeds), max_hops);
}

void Distances::begin(std::vector<Place> seeds, std::uint32_t max_hops) {
  std::ranges::stable_sort(seeds, {}, &Place::hops);
  queue_ = std::priority_queue<Place, std::vector<Place>, Dearer>{Dearer{}, seeds};
  seeds_ = std::move(seeds);
  line_.clear();
  next_seed_ = 0;
  max_hops_ = max_hops;
  work_ = 0;
  set_next();
}

// A bound is what the next place gives: all that is nearer was reached before.
void Distances::set_next() {
  std::uint32_t const seed = next_seed_ < seeds_.size() ? seeds_[next_seed_].hops : unreachable;
  next_hop_ = std::min(seed, line_.empty() ? unreachable : line_.front().hops);
  if (next_hop_ >= max_hops_) next_hop_ = unreachable;
  next_cost_ = queue_.empty() ? boundless : queue_.top().cost;
}

// Calls visit(edge, subject) for the edges over which a walk comes to a place. A modifier's hop is never the last. What is not inner is not
// passed: a preparation is never entered forward.
template <class Visit>
void Distances::each_hop_back(Place const& place, Visit const& visit) {
  Graph const& graph = terrain_.graph();
  auto const edges = graph.in(place.node);
  work_ += edges.size();
  for (EdgeId const e : edges) {
    NodeId const subject = graph.subject(e);
    if (terrain_.is_effect(e) || (!place.is_last && terrain_.is_onward(e) && terrain_.is_preparation(subject))) visit(e, subject);
  }
}

std::uint32_t Distances::extend_hops(std::size_t edges) {
  std::size_t const start = work_;
  while (next_hop_ != unreachable && work_ - start < edges) {
    bool const is_seed = next_seed_ < seeds_.size() && seeds_[next_seed_].hops == next_hop_;
    Place const place = is_seed ? seeds_[next_seed_++] : line_.front();
    if (!is_seed) line_.pop_front();
    each_hop_back(place, [&](EdgeId, NodeId subject) {
      Reach& reach = reach_[index(subject)];
      if (reach.hops() != unreachable) return;
      if (reach.is_untouched()) touched_.push_back(subject);
      reach.turned_hops = ~(place.hops + 1);
      if (terrain_.is_inner(subject)) line_.push_back({subject, place.hops + 1, 0, false});
    });
    set_next();
  }
  return next_hop_;
}

void Distances::extend_costs(std::size_t edges) {
  std::size_t const start = work_;
  while (!queue_.empty() && work_ - start < edges) {
    Place const place = queue_.top();
    queue_.pop();
    bool const is_old = place.hops == unreachable && place.cost != reach_[index(place.node)].cost();
    if (!is_old) {
      each_hop_back(place, [&](EdgeId e, NodeId subject) {
        Reach& reach = reach_[index(subject)];
        if (next_hop_ == unreachable && reach.hops() == unreachable) return;  // too far away
        std::uint64_t const sum = place.cost + terrain_.cost(e);
        if (sum >= reach.cost()) return;
        if (reach.is_untouched()) touched_.push_back(subject);
        reach.turned_cost = ~sum;
        if (terrain_.is_inner(subject)) queue_.push({subject, unreachable, sum, false});
      });
    }
    set_next();
  }
}

Goal::Goal(Terrain const& terrain, std::size_t effort) : terrain_(terrain), effort_(effort), distances_(terrain) {}

void Goal::aim(std::span<NodeId const> targets, std::span<Via const> via, std::uint32_t max_hops) {
  distances_.begin(targets, max_hops);
  if (std::ranges::any_of(via, [](Via const& each) { return !each.nodes.empty(); })) distances_.finish();
  over_.clear();
  bits_.clear();
  of_node_.clear();
  of_relation_.clear();
  all_ = 0;
  for (std::size_t i = 0; i < via.size() && i < most_via; ++i) {
    std::uint32_t const bit = std::uint32_t{1} << i;
    all_ |= bit;
    if (via[i].nodes.empty()) {
      auto const relations = terrain_.graph().relations();
      of_relation_.resize(relations.size());
      for (std::size_t r = 0; r < relations.size(); ++r) {
        if (relations[r].name == via[i].relation) of_relation_[r] |= bit;
      }
      continue;
    }
    for (NodeId const n : via[i].nodes) of_node_[n] |= bit;
    Distances& over = over_.emplace_back(terrain_);
    over.begin(via[i].nodes, distances_, max_hops);
    over.finish();
    bits_.push_back(bit);
  }
}

std::uint32_t Goal::hops(NodeId node, std::uint32_t met) const {
  std::uint32_t most = distances_.hops(node);
  for (std::size_t i = 0; i < over_.size(); ++i) {
    if ((met & bits_[i]) == 0) most = std::max(most, over_[i].hops(node));
  }
  return most;
}

std::uint64_t Goal::cost(NodeId node, std::uint32_t met) const {
  std::uint64_t most = distances_.cost(node);
  for (std::size_t i = 0; i < over_.size(); ++i) {
    if ((met & bits_[i]) == 0) most = std::max(most, over_[i].cost(node));
  }
  return most;
}

}  // namespace mechgraph
