// Counting works by pair of nodes.
#include "query/coverage.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "query/works.hpp"

namespace mechgraph {

Coverage coverage(Graph const& graph, Kind rows, Kind columns) {
  struct Said {
    NodeId row, column;
    std::uint32_t work;
    int sign;
    auto operator<=>(Said const&) const = default;
  };
  Works const works{graph};
  std::vector<Said> said;
  std::vector<NodeId> stands_for;  // the row nodes that a subject speaks of
  for (NodeId const subject : graph.nodes()) {
    stands_for.clear();
    if (graph.node(subject).kind == rows) stands_for.push_back(subject);
    for (EdgeId const e : graph.out(subject)) {
      Relation const& relation = graph.relation(e);
      Edge const edge = graph.edge(e);
      bool const is_slot = relation.relation_class == RelationClass::slot && !edge.negated;
      if (is_slot && graph.node(edge.object).kind == rows) stands_for.push_back(edge.object);
    }
    if (stands_for.empty()) continue;
    for (EdgeId const e : graph.out(subject)) {
      Edge const edge = graph.edge(e);
      if (edge.negated || graph.relation(e).relation_class != RelationClass::effect || graph.node(edge.object).kind != columns) continue;
      for (std::uint32_t const work : works.of(e)) {
        for (NodeId const row : stands_for) said.push_back({row, edge.object, work, edge.sign});
      }
    }
  }
  std::ranges::sort(said, {}, [](Said const& s) { return std::tuple{s.row, s.column, s.sign, s.work}; });
  said.erase(std::unique(said.begin(), said.end()), said.end());

  Coverage answer;
  for (Said const& each : said) {
    answer.rows.push_back(each.row);
    answer.columns.push_back(each.column);
  }
  auto const distinct = [](std::vector<NodeId>& nodes) {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  };
  distinct(answer.rows);
  distinct(answer.columns);
  auto const place = [](std::vector<NodeId> const& nodes, NodeId n) {
    return static_cast<std::size_t>(std::ranges::lower_bound(nodes, n) - nodes.begin());
  };
  for (Said const& each : said) {
    std::size_t const row = place(answer.rows, each.row), column = place(answer.columns, each.column);
    if (answer.cells.empty() || answer.cells.back().row != row || answer.cells.back().column != column)
      answer.cells.push_back({row, column});
    CoverageCell& cell = answer.cells.back();
    ++(each.sign > 0 ? cell.raises : each.sign < 0 ? cell.lowers : cell.undirected);
  }
  return answer;
}

}  // namespace mechgraph
