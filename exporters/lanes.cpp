// Where the nodes of a figure stand.
#include "exporters/lanes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace mechgraph {
namespace {

// The lanes from left to right. Models stand before the preparations that were tested in them, so that nothing lies between a preparation
// and what it does.
constexpr std::array lane_order{Kind::source,   Kind::derivative, Kind::model,  Kind::intervention,
                                Kind::mediator, Kind::outcome,    Kind::context};

// What moves its object to a later column of the same lane; a comparison leaves the two side by side.
bool is_step(Graph const& graph, Lanes const& lanes, EdgeId edge) {
  Edge const ends = graph.edge(edge);
  return lanes.drawn[index(edge)] && graph.relation(edge).relation_class != RelationClass::comparison && ends.subject != ends.object &&
         graph.node(ends.subject).kind == graph.node(ends.object).kind;
}

// The level of each node inside its lane: one more than that of any node of the lane that has a step to it. Nodes of a circle are taken in
// the order of their ids.
std::vector<std::uint32_t> levels(Graph const& graph, Lanes const& lanes) {
  std::vector<std::uint32_t> level(graph.node_count(), 0);
  std::vector<std::uint32_t> waiting(graph.node_count(), 0);
  for (EdgeId const edge : graph.edges()) {
    if (is_step(graph, lanes, edge)) ++waiting[index(graph.edge(edge).object)];
  }
  std::vector<bool> done(graph.node_count());
  std::vector<NodeId> ready;
  auto const settle = [&] {
    while (!ready.empty()) {
      NodeId const node = ready.back();
      ready.pop_back();
      for (EdgeId const edge : graph.out(node)) {
        if (!is_step(graph, lanes, edge)) continue;
        NodeId const next = graph.edge(edge).object;
        if (done[index(next)]) continue;
        level[index(next)] = std::max(level[index(next)], level[index(node)] + 1);
        if (--waiting[index(next)] == 0) {
          done[index(next)] = true;
          ready.push_back(next);
        }
      }
    }
  };
  for (bool const only_free : {true, false}) {
    for (NodeId const node : graph.nodes()) {
      if (done[index(node)] || (only_free && waiting[index(node)] != 0)) continue;
      done[index(node)] = true;
      ready.push_back(node);
      settle();
    }
  }
  return level;
}

// Puts the nodes of each column in the order of the mean height of their neighbours in other columns, once from left to right and once
// back: a start from which Graphviz finds few crossings. Effects count more than what a preparation belongs to. Integers, so that every
// machine comes to the same order.
class Heights {
 public:
  Heights(Graph const& graph, Lanes& lanes) : graph_(graph), lanes_(lanes), height_(graph.node_count(), 0) {
    for (Column const& column : lanes_.columns) place(column);
  }

  void sweep() {
    for (auto column = lanes_.columns.begin(); column != lanes_.columns.end(); ++column) settle(*column);
    for (auto column = lanes_.columns.rbegin(); column != lanes_.columns.rend(); ++column) settle(*column);
  }

 private:
  static constexpr std::int64_t full = std::int64_t{1} << 30;

  void place(Column const& column) {
    auto const count = static_cast<std::int64_t>(column.nodes.size());
    for (std::int64_t i = 0; i < count; ++i) height_[index(column.nodes[static_cast<std::size_t>(i)])] = (2 * i + 1) * full / (2 * count);
  }

  void settle(Column& column) {
    std::vector<std::pair<std::int64_t, NodeId>> order;
    for (NodeId const node : column.nodes) order.emplace_back(wanted(node), node);
    std::sort(order.begin(), order.end(), [this](auto const& a, auto const& b) {
      if (a.first != b.first) return a.first < b.first;
      return height_[index(a.second)] < height_[index(b.second)];
    });
    for (std::size_t i = 0; i < order.size(); ++i) column.nodes[i] = order[i].second;
    place(column);
  }

  [[nodiscard]] std::int64_t wanted(NodeId node) const {
    std::int64_t sum = 0;
    std::int64_t weights = 0;
    auto const take = [&](EdgeId edge, NodeId other) {
      if (!lanes_.drawn[index(edge)] || lanes_.column[index(other)] == lanes_.column[index(node)]) return;
      RelationClass const of = graph_.relation(edge).relation_class;
      std::int64_t const weight = of == RelationClass::effect || of == RelationClass::foreign ? 3 : 1;
      sum += weight * height_[index(other)];
      weights += weight;
    };
    for (EdgeId const edge : graph_.out(node)) take(edge, graph_.edge(edge).object);
    for (EdgeId const edge : graph_.in(node)) take(edge, graph_.edge(edge).subject);
    return weights == 0 ? height_[index(node)] : sum / weights;
  }

  Graph const& graph_;
  Lanes& lanes_;
  std::vector<std::int64_t> height_;  // of each node in its column, from 0 to `full`
};

}  // namespace

Lanes lanes_of(Graph const& graph) {
  Lanes lanes;
  lanes.drawn.assign(graph.edge_count(), false);
  std::vector<bool> shown(graph.node_count());
  for (EdgeId const edge : graph.edges()) {
    Relation const& relation = graph.relation(edge);
    if (relation.relation_class == RelationClass::hierarchy) continue;
    if (relation.context_only && graph.node(graph.edge(edge).object).kind == Kind::outcome) {
      lanes.settings.push_back(edge);
      continue;
    }
    lanes.drawn[index(edge)] = true;
    shown[index(graph.edge(edge).subject)] = shown[index(graph.edge(edge).object)] = true;
  }

  auto const level = levels(graph, lanes);
  std::array<std::vector<std::vector<NodeId>>, all_kinds.size()> by_kind;
  for (NodeId const node : graph.nodes()) {
    if (!shown[index(node)]) continue;
    auto& columns = by_kind[static_cast<std::size_t>(graph.node(node).kind)];
    if (columns.size() <= level[index(node)]) columns.resize(level[index(node)] + 1);
    columns[level[index(node)]].push_back(node);
  }
  lanes.column.assign(graph.node_count(), Lanes::no_column);
  for (Kind const kind : lane_order) {
    bool first = true;
    for (auto& nodes : by_kind[static_cast<std::size_t>(kind)]) {
      if (nodes.empty()) continue;
      for (NodeId const node : nodes) lanes.column[index(node)] = static_cast<std::uint32_t>(lanes.columns.size());
      lanes.columns.push_back({kind, std::exchange(first, false), std::move(nodes)});
    }
  }
  Heights{graph, lanes}.sweep();
  return lanes;
}

std::vector<Place> places_of(Graph const& graph) {
  Lanes const lanes = lanes_of(graph);
  std::vector<Place> places(graph.node_count());
  std::uint32_t column = 0;
  for (Column const& of : lanes.columns) {
    for (std::uint32_t row = 0; NodeId const node : of.nodes) places[index(node)] = {column, row++};
    ++column;
  }
  for (std::uint32_t row = 0; NodeId const node : graph.nodes()) {
    if (lanes.column[index(node)] == Lanes::no_column) places[index(node)] = {column, row++};
  }
  return places;
}

}  // namespace mechgraph
