// Leaving out each work in turn, in one pass: an edge goes with its only work, a node with the only work of all its edges.
#include "query/reliance.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "query/works.hpp"

namespace mechgraph {

Reliance reliance(Graph const& graph) {
  constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max(), several = nothing - 1;
  Works const works{graph};
  Reliance answer;
  answer.losses.resize(works.size());
  std::vector<std::uint32_t> holds(graph.node_count(), nothing);  // the one work that all edges of a node rest on
  for (EdgeId const e : graph.edges()) {
    auto const own = works.of(e);
    if (own.empty()) continue;
    Edge const edge = graph.edge(e);
    std::uint32_t const work = own.size() == 1 ? own.front() : several;
    for (NodeId const end : {edge.subject, edge.object}) {
      std::uint32_t& held = holds[index(end)];
      held = held == nothing || held == work ? work : several;
    }
    bool const is_claim = graph.relation(e).relation_class == RelationClass::effect && !edge.negated;
    if (is_claim) ++answer.claims;
    if (work == several) continue;
    answer.losses[work].edges.push_back(e);
    if (is_claim) {
      answer.single.push_back(e);
      ++answer.losses[work].claims;
    }
  }
  for (NodeId const n : graph.nodes()) {
    if (holds[index(n)] < several) answer.losses[holds[index(n)]].nodes.push_back(n);
  }
  for (std::size_t work = 0; work < works.size(); ++work) answer.losses[work].work = works.name(static_cast<std::uint32_t>(work));
  std::erase_if(answer.losses, [](Loss const& loss) { return loss.edges.empty(); });
  std::ranges::sort(answer.losses, [](Loss const& a, Loss const& b) {
    return std::tuple{b.claims, b.edges.size(), a.work} < std::tuple{a.claims, a.edges.size(), b.work};
  });
  return answer;
}

}  // namespace mechgraph
