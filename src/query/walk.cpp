// The search for paths: partial paths in order of the best that can become of them, or depth first.
#include "query/walk.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>

#include <tsl/robin_map.h>

namespace mechgraph {

WalkedEdges::WalkedEdges(Graph const& graph, std::vector<EdgeId> edges)
    : graph_(graph), is_part_(true), by_subject_(std::move(edges)), by_object_(by_subject_) {
  std::ranges::stable_sort(by_object_, {}, [this](EdgeId e) { return graph_.object(e); });
}

template <class Visit>
void WalkedEdges::out(NodeId node, Visit visit) const {
  if (is_part_) {
    auto e = std::ranges::lower_bound(by_subject_, node, {}, [this](EdgeId edge) { return graph_.subject(edge); });
    for (; e != by_subject_.end() && graph_.subject(*e) == node; ++e) visit(*e);
  } else {
    for (EdgeId const e : graph_.out(node)) visit(e);
  }
}

template <class Visit>
void WalkedEdges::in(NodeId node, Visit visit) const {
  if (is_part_) {
    auto e = std::ranges::lower_bound(by_object_, node, {}, [this](EdgeId edge) { return graph_.object(edge); });
    for (; e != by_object_.end() && graph_.object(*e) == node; ++e) visit(*e);
  } else {
    for (EdgeId const e : graph_.in(node)) visit(e);
  }
}

namespace {

// Calls visit(edge, next node, reversed) for every hop that leaves a node.
template <class Visit>
void each_hop(Terrain const& terrain, WalkedEdges const& edges, NodeId node, bool is_start, Visit const& visit) {
  edges.out(node, [&](EdgeId e) {
    if (!terrain.is_effect(e) && !(terrain.is_onward(e) && terrain.is_preparation(node))) return;
    NodeId const object = terrain.graph().object(e);
    if (!terrain.is_preparation(object)) visit(e, object, false);
  });
  if (is_start && !terrain.is_preparation(node)) {
    edges.in(node, [&](EdgeId e) {
      if (terrain.is_entry(e)) visit(e, terrain.graph().subject(e), true);
    });
  }
}

// True when the walk may go on from a node that it entered so.
bool is_passed(Terrain const& terrain, NodeId node, bool reversed) {
  return terrain.is_inner(node) || (reversed && terrain.is_preparation(node));
}

class Search {
 public:
  Search(Terrain const& terrain, WalkedEdges const& edges, Goal& goal, std::uint32_t max_hops, std::size_t& steps)
      : terrain_(terrain), edges_(edges), goal_(goal), max_hops_(max_hops), steps_(steps), queue_(Later{&partials_}) {}

  bool run(std::span<NodeId const> starts, std::function<bool(Walk const&)> const& found) {
    for (NodeId const start : starts) {
      if (!add({.node = start, .met = goal_.meets(start)}, 0, 1, false)) return false;
    }
    while (!queue_.empty()) {
      Entry const best = queue_.top();
      queue_.pop();
      if (best.is_whole) {
        tried_ = 0;
        if (!found(walk_of(best.partial))) return true;
      } else if (is_still_best(best) && !extend(best)) {
        return false;
      }
    }
    return true;
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint64_t nowhere = std::numeric_limits<std::uint64_t>::max();
  struct Partial {
    NodeId node{};
    EdgeId edge{};  // that was walked to `node`; meaningless in a start
    std::uint32_t before = none;
    std::uint32_t hops = 0;
    std::uint64_t cost = 0;
    std::uint32_t met = 0;
    bool reversed = false;
  };
  // What can become of a partial path at best; `is_whole`: it ends here.
  struct Entry {
    std::uint64_t cost = 0;
    std::uint32_t hops = 0;
    std::uint32_t partial = 0;
    bool is_whole = false;
    bool is_sure = false;  // there is a way on at this cost that meets none of the nodes behind it
  };

  // The order of paths, turned round for std::priority_queue.
  struct Later {
    std::vector<Partial> const* partials;
    bool operator()(Entry const& a, Entry const& b) const {
      if (a.cost != b.cost) return a.cost > b.cost;
      if (a.hops != b.hops) return a.hops > b.hops;
      if (a.partial == b.partial) return !a.is_whole && b.is_whole;
      return before(b.partial, a.partial);
    }
    // By start, then hop by hop; the beginning of a path comes before it.
    [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const {
      auto const& all = *partials;
      std::uint32_t const hops_a = all[a].hops, hops_b = all[b].hops;
      while (all[a].hops > hops_b) a = all[a].before;
      while (all[b].hops > hops_a) b = all[b].before;
      if (a == b) return hops_a < hops_b;
      while (all[a].before != all[b].before) std::tie(a, b) = std::pair{all[a].before, all[b].before};
      return std::tuple{all[a].node, all[a].edge} < std::tuple{all[b].node, all[b].edge};
    }
  };

  // What is known of the way on may have become more since the entry was made. Then it goes back to its place in the queue, or away.
  bool is_still_best(Entry const& entry) {
    Partial const& last = partials_[entry.partial];
    if (last.before == none) return true;
    goal_.approach(last.node, work_);
    std::uint32_t const more = goal_.hops(last.node, last.met);
    if (more == Distances::unreachable || std::uint64_t{last.hops} + more > max_hops_) return false;
    std::uint64_t cost = std::max(entry.cost, last.cost + goal_.cost(last.node, last.met));
    bool const is_looked_up = !entry.is_sure && ++tried_ > patience_;
    if (is_looked_up) {
      std::uint64_t const on = way_on(entry.partial);
      if (on == nowhere) return false;
      cost = std::max(cost, last.cost + on);
    }
    if (cost == entry.cost && last.hops + more == entry.hops) return true;
    queue_.push({cost, last.hops + more, entry.partial, false, entry.is_sure || is_looked_up});
    return false;
  }

  // What the cheapest way on costs that meets none of the nodes behind it, in any number of hops; `nowhere` without one. Linear in the
  // edges it may look at, with a logarithm; the goal's bound keeps them few.
  std::uint64_t way_on(std::uint32_t number) {
    struct Place {
      std::uint64_t bound = 0, cost = 0;
      NodeId node{};
      bool is_end = false;
    };
    auto const later = [](Place const& a, Place const& b) { return a.bound > b.bound; };
    std::priority_queue<Place, std::vector<Place>, decltype(later)> places{later};
    tsl::robin_map<NodeId, std::uint64_t> costs;
    for (std::uint32_t p = number; p != none; p = partials_[p].before) costs[partials_[p].node] = 0;
    std::uint32_t const met = partials_[number].met;
    places.push({0, 0, partials_[number].node, false});
    while (!places.empty()) {
      Place const place = places.top();
      places.pop();
      if (place.is_end) return place.cost;
      if (place.cost > costs[place.node]) continue;
      each_hop(terrain_, edges_, place.node, false, [&](EdgeId e, NodeId node, bool) {
        ++work_;
        std::uint64_t const cost = place.cost + terrain_.cost(e);
        auto const known = costs.try_emplace(node, nowhere).first;
        if (cost >= known->second) return;
        if (terrain_.is_effect(e) && goal_.is_target(node)) places.push({cost, cost, node, true});
        if (!is_passed(terrain_, node, false) || goal_.hops(node, met) == Distances::unreachable) return;
        known.value() = cost;
        places.push({cost + goal_.cost(node, met), cost, node, false});
      });
    }
    return nowhere;
  }

  bool add(Partial const& partial, std::uint64_t cost, std::uint32_t hops, bool is_whole) {
    if (steps_ == 0) return false;
    --steps_;
    partials_.push_back(partial);
    queue_.push({cost, hops, static_cast<std::uint32_t>(partials_.size() - 1), is_whole});
    return true;
  }

  [[nodiscard]] bool holds(std::uint32_t partial, NodeId node) const {
    for (; partial != none; partial = partials_[partial].before) {
      if (partials_[partial].node == node) return true;
    }
    return false;
  }

  // True when no target is left beside those that the path holds: a way on from the last of them can only lead to nothing.
  [[nodiscard]] bool has_all_targets(std::uint32_t partial, NodeId next) const {
    if (!goal_.is_target(next) || goal_.target_count() > partials_[partial].hops + 2) return false;
    std::size_t count = 1;
    for (; partial != none; partial = partials_[partial].before) count += goal_.is_target(partials_[partial].node) ? 1U : 0U;
    return count == goal_.target_count();
  }

  // One hop more. False when the steps ran out.
  bool extend(Entry const& entry) {
    std::uint32_t const number = entry.partial;
    Partial const last = partials_[number];
    if (last.hops >= max_hops_) return true;
    bool within = true;
    each_hop(terrain_, edges_, last.node, last.before == none, [&](EdgeId e, NodeId node, bool reversed) {
      ++work_;
      if (!within || holds(number, node)) return;
      std::uint32_t const met = last.met | goal_.meets(node) | goal_.meets(e);
      Partial const next{node, e, number, last.hops + 1, last.cost + terrain_.cost(e), met, reversed};
      if (!reversed && terrain_.is_effect(e) && goal_.is_target(node) && met == goal_.all()) within = add(next, next.cost, next.hops, true);
      if (!is_passed(terrain_, node, reversed) || has_all_targets(number, node)) return;
      std::uint32_t const more = goal_.hops(node, met);
      if (more == Distances::unreachable || std::uint64_t{next.hops} + more > max_hops_) return;
      within = within && add(next, std::max(entry.cost, next.cost + goal_.cost(node, met)), next.hops + more, false);
    });
    return within;
  }

  [[nodiscard]] Walk walk_of(std::uint32_t number) const {
    Walk walk;
    walk.cost = partials_[number].cost;
    for (; partials_[number].before != none; number = partials_[number].before) {
      walk.nodes.push_back(partials_[number].node);
      walk.hops.push_back({partials_[number].edge, partials_[number].reversed});
    }
    walk.nodes.push_back(partials_[number].node);
    std::ranges::reverse(walk.nodes);
    std::ranges::reverse(walk.hops);
    return walk;
  }

  Terrain const& terrain_;
  WalkedEdges const& edges_;
  Goal& goal_;
  std::uint32_t max_hops_;
  std::size_t& steps_;
  std::size_t work_ = 0;  // hops looked at
  // The goal's bounds do not know which nodes lie behind a partial path. After so many in a row that became no path it is looked up whether
  // there is a way on beside them: then a path costs no more than its hops, their edges and such look-ups, as in Yen's algorithm. A look-up
  // may see much of the graph, so in a large one it has to be worth more.
  std::size_t patience_ = 1024 + terrain_.graph().node_count() / 32;
  std::size_t tried_ = 0;  // partial paths since the last whole one
  std::vector<Partial> partials_;
  std::priority_queue<Entry, std::vector<Entry>, Later> queue_;
};

}  // namespace

bool walk(Terrain const& terrain, WalkedEdges const& edges, Goal& goal, std::span<NodeId const> starts, std::uint32_t max_hops,
          std::size_t& steps, std::function<bool(Walk const&)> const& found) {
  return Search{terrain, edges, goal, max_hops, steps}.run(starts, found);
}

void walk_all(Terrain const& terrain, WalkedEdges const& edges, Goal& goal, std::span<NodeId const> starts, std::uint32_t max_hops,
              std::function<bool(Walk const&)> const& found) {
  struct Step {
    EdgeId edge{};
    NodeId node{};
    bool reversed = false;
  };
  goal.finish();
  // The steps that are still to be tried from each node of the path, last first.
  std::vector<Step> open;
  struct Frame {
    std::size_t floor = 0;  // where the steps of this node begin in `open`
    std::uint64_t cost = 0;
    std::uint32_t met = 0;
  };
  std::vector<Frame> frames;
  std::vector<bool> on_path(terrain.graph().node_count());
  std::size_t targets_on_path = 0;
  Walk walk;
  auto const enter = [&](NodeId node, std::uint64_t cost, std::uint32_t met) {
    on_path[index(node)] = true;
    targets_on_path += goal.is_target(node) ? 1U : 0U;
    walk.nodes.push_back(node);
    frames.push_back({open.size(), cost, met});
    if (walk.hops.size() >= max_hops) return;
    each_hop(terrain, edges, node, walk.hops.empty(), [&](EdgeId e, NodeId next, bool reversed) { open.push_back({e, next, reversed}); });
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(frames.back().floor), open.end());
  };
  for (NodeId const start : starts) {
    enter(start, 0, goal.meets(start));
    while (!frames.empty()) {
      Frame const frame = frames.back();
      if (open.size() == frame.floor) {
        on_path[index(walk.nodes.back())] = false;
        targets_on_path -= goal.is_target(walk.nodes.back()) ? 1U : 0U;
        walk.nodes.pop_back();
        if (!walk.hops.empty()) walk.hops.pop_back();
        frames.pop_back();
        continue;
      }
      Step const step = open.back();
      open.pop_back();
      if (on_path[index(step.node)]) continue;
      std::uint32_t const met = frame.met | goal.meets(step.node) | goal.meets(step.edge);
      std::uint64_t const cost = frame.cost + terrain.cost(step.edge);
      walk.hops.push_back({step.edge, step.reversed});
      if (!step.reversed && terrain.is_effect(step.edge) && goal.is_target(step.node) && met == goal.all()) {
        walk.nodes.push_back(step.node);
        walk.cost = cost;
        bool const goes_on = found(walk);
        walk.nodes.pop_back();
        if (!goes_on) return;
      }
      bool const is_some_left = targets_on_path + (goal.is_target(step.node) ? 1U : 0U) < goal.target_count();
      std::uint32_t const more =
          is_some_left && is_passed(terrain, step.node, step.reversed) ? goal.hops(step.node, met) : Distances::unreachable;
      if (more != Distances::unreachable && walk.hops.size() + more <= max_hops) {
        enter(step.node, cost, met);
      } else {
        walk.hops.pop_back();
      }
    }
  }
}

std::uint32_t fewest_hops(Terrain const& terrain, Distances& distances, std::span<NodeId const> starts, std::size_t at_once) {
  WalkedEdges const edges{terrain.graph()};
  Scratch<bool> seen{terrain.graph().node_count()};
  std::vector<NodeId> layer, next;
  std::size_t work = 0;  // hops looked at forward
  for (NodeId const start : starts) {
    if (!std::exchange(seen[index(start)], true)) layer.push_back(start);
  }
  std::uint32_t fewest = Distances::unreachable;
  for (std::uint32_t hops = 0; !layer.empty(); ++hops) {
    // Backward as long as that is less work than forward will have been. From a node of this layer it is more than `bound` hops, or known
    // how many.
    std::size_t ahead = work;
    for (NodeId const n : layer) ahead += terrain.graph().out(n).size();
    while (true) {
      std::uint32_t const bound = distances.extend_hops(std::max(at_once, layer.size()));
      for (NodeId const n : layer) {
        if (distances.knows_hops(n)) fewest = std::min(fewest, hops + distances.hops(n));
      }
      if (hops == 0) break;  // a start may also be left backwards, which is not known from behind
      if (bound == Distances::unreachable || fewest <= hops + bound + 1) return fewest;
      if (distances.work() > ahead) break;
    }
    for (NodeId const n : layer) {
      each_hop(terrain, edges, n, hops == 0, [&](EdgeId e, NodeId node, bool reversed) {
        ++work;
        if (!reversed && terrain.is_effect(e) && distances.is_target(node)) fewest = std::min(fewest, hops + 1);
        if (is_passed(terrain, node, reversed) && !std::exchange(seen[index(node)], true)) next.push_back(node);
      });
    }
    if (fewest <= hops + 1) return fewest;
    layer.swap(next);
    next.clear();
  }
  return fewest;
}

}  // namespace mechgraph
