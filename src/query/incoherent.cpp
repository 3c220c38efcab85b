// Two-step ways from each node, with scratch that is cleared by what was touched.
#include "query/incoherent.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "query/terrain.hpp"

namespace mechgraph {
namespace {

struct Ways {
  std::array<std::optional<EdgeId>, 2> direct;               // raising, lowering
  std::array<std::optional<std::array<EdgeId, 2>>, 2> over;  // of two steps, by net sign
};

std::size_t side(int sign) { return sign > 0 ? 0 : 1; }

}  // namespace

Disagreements find_disagreements(Graph const& graph, std::size_t max_steps) {
  Terrain const terrain{graph};
  Disagreements answer;
  std::vector<Ways> ways(graph.node_count());
  std::vector<NodeId> touched;
  auto const at = [&](NodeId n) -> Ways& { return ways[index(n)]; };
  for (NodeId const from : graph.nodes()) {
    for (EdgeId const e : graph.out(from)) {
      Edge const edge = graph.edge(e);
      if (!terrain.is_effect(e) || edge.sign == 0) continue;
      auto& direct = at(edge.object).direct[side(edge.sign)];
      if (!direct) direct = e;
      touched.push_back(edge.object);
    }
    for (EdgeId const e : graph.out(from)) {
      Edge const edge = graph.edge(e);
      if (!terrain.is_effect(e) || edge.sign == 0 || !terrain.is_inner(edge.object) || edge.object == from) continue;
      for (EdgeId const next : graph.out(edge.object)) {
        if (max_steps == 0) {
          answer.complete = false;
          break;
        }
        --max_steps;
        Edge const second = graph.edge(next);
        if (!terrain.is_effect(next) || second.sign == 0 || second.object == from || second.object == edge.object) continue;
        auto& over = at(second.object).over[side(edge.sign * second.sign)];
        if (!over) over = std::array{e, next};
        touched.push_back(second.object);
      }
    }
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (NodeId const to : touched) {
      auto const& [direct, over] = at(to);
      auto const chain = [&](std::size_t s) { return std::vector<EdgeId>(over[s]->begin(), over[s]->end()); };
      if (direct[0] && direct[1]) {
        // said already
      } else if (direct[0] && over[1]) {
        answer.found.push_back({from, to, {*direct[0]}, chain(1)});
      } else if (direct[1] && over[0]) {
        answer.found.push_back({from, to, {*direct[1]}, chain(0)});
      } else if (!direct[0] && !direct[1] && over[0] && over[1]) {
        answer.found.push_back({from, to, chain(0), chain(1)});
      }
      at(to) = Ways{};
    }
    touched.clear();
    if (!answer.complete) break;
  }
  return answer;
}

}  // namespace mechgraph
