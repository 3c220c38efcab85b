// The search for mechanism paths: partial paths in order of the best that can become of them.
#include "query/walk.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <tuple>

namespace mechgraph {

Terrain::Terrain(Graph const& graph) : graph_(graph), costs_(graph.edge_count(), Distances::unreachable) {
  Ontology const& ontology = graph.ontology();
  standing_.reserve(graph.node_count());
  for (NodeId const n : graph.nodes()) {
    Node const node = graph.node(n);
    auto const type = ontology.find_type(node.type);
    bool const is_inner = type ? ontology.type(*type).inner_step : node.kind == Kind::mediator;
    bool const is_preparation = type && ontology.type(*type).preparation;
    standing_.push_back(is_preparation ? Standing::preparation : is_inner ? Standing::inner : Standing::end_only);
  }
  for (Relation const& relation : graph.relations()) {
    std::uint8_t use = 0;
    if (relation.relation_class == RelationClass::effect) use = effect_bit;
    if (relation.relation_class == RelationClass::modifier) {
      use = entry_bit;
      if (relation.carries_cargo || relation.symmetric) use |= onward_bit;  // what only made the preparation has another story
    }
    if (relation.relation_class == RelationClass::slot && !relation.context_only) use = entry_bit;
    uses_.push_back(use);
  }
}

std::uint32_t Terrain::cost(EdgeId edge) const {
  std::uint32_t& cost = costs_[index(edge)];
  if (cost != Distances::unreachable) return cost;
  std::map<std::string_view, std::uint16_t> best;  // confidence by work
  for (WitnessId const w : graph_.witnesses(edge)) {
    WitnessView const witness = graph_.witness(w);
    for (std::string_view const work : graph_.works(w)) best[work] = std::max(best[work], witness.confidence);
  }
  double doubt = best.empty() ? 0.0 : 1.0;
  for (auto const& [work, confidence] : best) doubt *= 1.0 - std::min<double>(confidence, 1000.0) / 1000.0;
  constexpr double least_strength = 1e-6;
  cost = static_cast<std::uint32_t>(std::lround(-1e6 * std::log(std::max(1.0 - doubt, least_strength))));
  return cost;
}

Distances::Distances(Terrain const& terrain, std::span<NodeId const> targets, std::uint32_t max_hops)
    : is_target_(terrain.graph().node_count()),
      hops_(terrain.graph().node_count(), unreachable),
      costs_(terrain.graph().node_count(), std::numeric_limits<std::uint64_t>::max()) {
  Graph const& graph = terrain.graph();
  for (NodeId const n : targets) is_target_[index(n)] = true;

  // The subjects from which a hop over `e` gets nearer. A modifier's hop is never the last.
  auto const leads_on = [&](EdgeId e, bool is_last) {
    NodeId const subject = graph.edge(e).subject;
    return terrain.is_effect(e) || (!is_last && terrain.is_onward(e) && terrain.is_preparation(subject));
  };
  auto const is_passed = [&](NodeId n) { return terrain.is_inner(n); };  // what stands between: a preparation is never entered forward

  std::vector<NodeId> layer;
  for (NodeId const n : targets) layer.push_back(n);
  for (std::uint32_t hop = 1; hop <= max_hops && !layer.empty(); ++hop) {
    std::vector<NodeId> next;
    for (NodeId const n : layer) {
      for (EdgeId const e : graph.in(n)) {
        NodeId const subject = graph.edge(e).subject;
        if (!leads_on(e, hop == 1) || hops_[index(subject)] != unreachable) continue;
        hops_[index(subject)] = hop;
        if (is_passed(subject)) next.push_back(subject);
      }
    }
    layer = std::move(next);
  }

  using Entry = std::pair<std::uint64_t, NodeId>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  auto const reach_back = [&](NodeId n, std::uint64_t cost, bool is_last) {
    for (EdgeId const e : graph.in(n)) {
      NodeId const subject = graph.edge(e).subject;
      if (hops_[index(subject)] == unreachable || !leads_on(e, is_last)) continue;
      std::uint64_t const sum = cost + terrain.cost(e);
      if (sum >= costs_[index(subject)]) continue;
      costs_[index(subject)] = sum;
      if (is_passed(subject)) queue.emplace(sum, subject);
    }
  };
  for (NodeId const n : targets) reach_back(n, 0, true);
  while (!queue.empty()) {
    auto const [cost, n] = queue.top();
    queue.pop();
    if (cost == costs_[index(n)]) reach_back(n, cost, false);
  }
}

WalkedEdges::WalkedEdges(Graph const& graph, std::vector<EdgeId> edges)
    : graph_(graph), is_part_(true), by_subject_(std::move(edges)), by_object_(by_subject_) {
  std::ranges::stable_sort(by_object_, {}, [this](EdgeId e) { return graph_.edge(e).object; });
}

template <class Visit>
void WalkedEdges::out(NodeId node, Visit visit) const {
  if (is_part_) {
    auto e = std::ranges::lower_bound(by_subject_, node, {}, [this](EdgeId edge) { return graph_.edge(edge).subject; });
    for (; e != by_subject_.end() && graph_.edge(*e).subject == node; ++e) visit(*e);
  } else {
    for (EdgeId const e : graph_.out(node)) visit(e);
  }
}

template <class Visit>
void WalkedEdges::in(NodeId node, Visit visit) const {
  if (is_part_) {
    auto e = std::ranges::lower_bound(by_object_, node, {}, [this](EdgeId edge) { return graph_.edge(edge).object; });
    for (; e != by_object_.end() && graph_.edge(*e).object == node; ++e) visit(*e);
  } else {
    for (EdgeId const e : graph_.in(node)) visit(e);
  }
}

namespace {

class Search {
 public:
  Search(Terrain const& terrain, WalkedEdges const& edges, Distances const& distances, std::uint32_t max_hops, std::size_t& steps)
      : terrain_(terrain), edges_(edges), distances_(distances), max_hops_(max_hops), steps_(steps), queue_(Later{&partials_}) {}

  bool run(std::span<NodeId const> starts, std::function<bool(Walk const&)> const& found) {
    for (NodeId const start : starts) {
      if (!add({.node = start}, 0, 1, false)) return false;
    }
    while (!queue_.empty()) {
      Entry const best = queue_.top();
      queue_.pop();
      if (best.is_whole) {
        if (!found(walk_of(best.partial))) return true;
      } else if (!extend(best.partial)) {
        return false;
      }
    }
    return true;
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  struct Partial {
    NodeId node{};
    EdgeId edge{};  // that was walked to `node`; meaningless in a start
    std::uint32_t before = none;
    std::uint32_t hops = 0;
    std::uint64_t cost = 0;
    bool reversed = false;
  };
  // What can become of a partial path at best; `is_whole`: it ends here.
  struct Entry {
    std::uint64_t cost = 0;
    std::uint32_t hops = 0;
    std::uint32_t partial = 0;
    bool is_whole = false;
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

  // One hop more. False when the steps ran out.
  bool extend(std::uint32_t number) {
    Partial const last = partials_[number];
    bool const is_start = last.before == none;
    if (last.hops >= max_hops_) return true;
    bool within = true;
    auto const hop = [&](EdgeId e, NodeId node, bool reversed) {
      return Partial{node, e, number, last.hops + 1, last.cost + terrain_.cost(e), reversed};
    };
    // Goes on from the partial path, where something can become of it.
    auto const go_on = [&](Partial const& next) {
      std::uint32_t const more = distances_.hops(next.node);
      if (more == Distances::unreachable || next.hops + more > max_hops_) return;
      within = within && add(next, next.cost + distances_.cost(next.node), next.hops + more, false);
    };
    edges_.out(last.node, [&](EdgeId e) {
      bool const is_effect = terrain_.is_effect(e);
      if (!is_effect && !(terrain_.is_onward(e) && terrain_.is_preparation(last.node))) return;
      NodeId const object = terrain_.graph().edge(e).object;
      if (terrain_.is_preparation(object) || holds(number, object)) return;
      Partial const next = hop(e, object, false);
      if (is_effect && distances_.is_target(object)) within = within && add(next, next.cost, next.hops, true);
      if (terrain_.is_inner(object)) go_on(next);
    });
    if (is_start && !terrain_.is_preparation(last.node)) {
      edges_.in(last.node, [&](EdgeId e) {
        if (terrain_.is_entry(e)) go_on(hop(e, terrain_.graph().edge(e).subject, true));
      });
    }
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
  Distances const& distances_;
  std::uint32_t max_hops_;
  std::size_t& steps_;
  std::vector<Partial> partials_;
  std::priority_queue<Entry, std::vector<Entry>, Later> queue_;
};

}  // namespace

bool walk(Terrain const& terrain, WalkedEdges const& edges, Distances const& distances, std::span<NodeId const> starts,
          std::uint32_t max_hops, std::size_t& steps, std::function<bool(Walk const&)> const& found) {
  return Search{terrain, edges, distances, max_hops, steps}.run(starts, found);
}

}  // namespace mechgraph
