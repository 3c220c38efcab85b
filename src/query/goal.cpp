// Measuring backwards from where walks go.
#include "query/goal.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace mechgraph {

Distances::Distances(Terrain const& terrain)
    : terrain_(terrain), is_target_(terrain.graph().node_count()), reach_(terrain.graph().node_count()) {}

Distances::Distances(Terrain const& terrain, std::span<NodeId const> targets, std::uint32_t max_hops) : Distances(terrain) {
  measure(targets, max_hops);
}

void Distances::forget() {
  for (NodeId const n : targets_) is_target_[index(n)] = false;
  for (NodeId const n : touched_) reach_[index(n)] = Reach{};
  targets_.clear();
  touched_.clear();
}

void Distances::measure(std::span<NodeId const> targets, std::uint32_t max_hops) {
  forget();
  std::vector<Seed> seeds;
  for (NodeId const n : targets) {
    if (is_target_[index(n)] || terrain_.is_avoided(n) || terrain_.is_preparation(n)) continue;  // none is entered forward
    is_target_[index(n)] = true;
    targets_.push_back(n);
    seeds.push_back({n, 0, 0, true});
  }
  spread(std::move(seeds), max_hops);
}

void Distances::measure(std::span<NodeId const> over, Distances const& onward, std::uint32_t max_hops) {
  forget();
  std::vector<Seed> seeds;
  for (NodeId const n : over) {
    if (onward.is_target(n)) seeds.push_back({n, 0, 0, true});
    if (onward.hops(n) != unreachable && terrain_.is_inner(n)) seeds.push_back({n, onward.hops(n), onward.cost(n), false});
  }
  spread(std::move(seeds), max_hops);
}

// A modifier's hop is never the last. What is not inner is not passed: a preparation is never entered forward.
bool Distances::leads_on(EdgeId edge, NodeId subject, bool is_last) const {
  return terrain_.is_effect(edge) || (!is_last && terrain_.is_onward(edge) && terrain_.is_preparation(subject));
}

void Distances::spread(std::vector<Seed> seeds, std::uint32_t max_hops) {
  Graph const& graph = terrain_.graph();
  std::ranges::stable_sort(seeds, {}, &Seed::hops);

  std::vector<NodeId> layer, next;
  auto seed = seeds.begin();
  for (std::uint32_t hop = 0; hop < max_hops && (seed != seeds.end() || !layer.empty()); ++hop) {
    if (layer.empty() && seed->hops > hop) hop = seed->hops;
    if (hop >= max_hops) break;
    auto const reach_back = [&](NodeId n, bool is_last) {
      for (EdgeId const e : graph.in(n)) {
        if (!terrain_.is_walked(e)) continue;
        NodeId const subject = graph.edge(e).subject;
        if (reach_[index(subject)].hops != unreachable || !leads_on(e, subject, is_last)) continue;
        reach_[index(subject)].hops = hop + 1;
        touched_.push_back(subject);
        if (terrain_.is_inner(subject)) next.push_back(subject);
      }
    };
    for (; seed != seeds.end() && seed->hops == hop; ++seed) reach_back(seed->node, seed->is_last);
    for (NodeId const n : layer) reach_back(n, false);
    layer.swap(next);
    next.clear();
  }

  using Entry = std::pair<std::uint64_t, NodeId>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  auto const reach_back = [&](NodeId n, std::uint64_t cost, bool is_last) {
    for (EdgeId const e : graph.in(n)) {
      if (!terrain_.is_walked(e)) continue;
      NodeId const subject = graph.edge(e).subject;
      Reach& reach = reach_[index(subject)];
      if (reach.hops == unreachable || !leads_on(e, subject, is_last)) continue;
      std::uint64_t const sum = cost + terrain_.cost(e);
      if (sum >= reach.cost) continue;
      reach.cost = sum;
      if (terrain_.is_inner(subject)) queue.emplace(sum, subject);
    }
  };
  for (Seed const& each : seeds) reach_back(each.node, each.cost, each.is_last);
  while (!queue.empty()) {
    auto const [cost, n] = queue.top();
    queue.pop();
    if (cost == reach_[index(n)].cost) reach_back(n, cost, false);
  }
}

Goal::Goal(Terrain const& terrain) : terrain_(terrain), distances_(terrain) {}

void Goal::aim(std::span<NodeId const> targets, std::span<Via const> via, std::uint32_t max_hops) {
  distances_.measure(targets, max_hops);
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
    of_node_.resize(terrain_.graph().node_count());
    for (NodeId const n : via[i].nodes) of_node_[index(n)] |= bit;
    over_.emplace_back(terrain_).measure(via[i].nodes, distances_, max_hops);
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
