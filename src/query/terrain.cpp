// What a path may do at each node and edge of a graph, and what a hop costs.
#include "query/terrain.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "graph/steps.hpp"

namespace mechgraph {
namespace {

std::uint32_t cost_of(double strength) {
  constexpr double least_strength = 1e-6;
  return static_cast<std::uint32_t>(std::lround(-1e6 * std::log(std::max(strength, least_strength))));
}

}  // namespace

Terrain::Terrain(Graph const& graph, PathRules const& rules)
    : graph_(graph),
      any_(rules.any),
      through_(rules.through),
      avoided_(rules.avoid.begin(), rules.avoid.end()),
      standing_(graph.node_count()),
      known_(graph.edge_count()) {
  for (Relation const& relation : graph_.relations()) {
    PathUse const by_itself = path_use(relation);
    auto use = static_cast<std::uint8_t>((by_itself.effect ? effect_bit : 0) | (by_itself.onward ? onward_bit : 0) |
                                         (by_itself.entry ? entry_bit : 0));
    if (rules.any) use = effect_bit;
    if (std::ranges::find(rules.relations, relation.name) != rules.relations.end()) use |= named_bit;
    uses_.push_back(use);
  }
}

Terrain::Standing Terrain::find_standing(NodeId id) const {
  if (is_avoided(id)) return Standing::avoided;
  Ontology const& ontology = graph_.ontology();
  Node const node = graph_.node(id);
  std::optional<TypeId> type;
  if (!node.type.empty()) {
    auto known = types_.find(node.type.data());
    if (known == types_.end()) known = types_.emplace(node.type.data(), ontology.find_type(node.type)).first;
    type = known->second;
  }
  bool is_inner = type ? ontology.type(*type).inner_step : node.kind == Kind::mediator;
  if (!through_.empty()) is_inner = std::ranges::find(through_, node.kind) != through_.end();
  if (type && ontology.type(*type).preparation && !any_) return Standing::preparation;
  return is_inner || any_ ? Standing::inner : Standing::end_only;
}

bool Terrain::is_signed(EdgeId edge) const {
  RelationClass const of = graph_.relation(edge).relation_class;
  return of == RelationClass::effect || of == RelationClass::foreign;
}

std::uint8_t Terrain::find_use(EdgeId id) const {
  Edge const edge = graph_.edge(id);
  bool const is_none = edge.negated || is_avoided(edge.subject) || is_avoided(edge.object);
  std::uint8_t const use = is_none ? std::uint8_t{0} : uses_[edge.relation];
  known_[index(id)] |= use_known | std::uint32_t{use} << use_shift;
  return use;
}

void Terrain::look_at_all() const {
  for (NodeId const n : graph_.nodes()) static_cast<void>(standing(n));
  for (EdgeId const e : graph_.edges()) {
    if (use_of(e) != 0) static_cast<void>(cost(e));
  }
}

namespace {

std::uint32_t cost_in(Graph const& graph, EdgeId edge) {
  auto const witnesses = graph.witnesses(edge);
  if (witnesses.size() == 1) {  // most edges: one work, or several that are equally sure
    double const doubt = 1.0 - std::min<double>(graph.confidence(witnesses.front()), 1000.0) / 1000.0;
    auto const works = static_cast<double>(graph.works(witnesses.front()).size());
    return cost_of(works == 1.0 ? 1.0 - doubt : 1.0 - std::pow(doubt, works));
  }
  std::vector<std::pair<std::string_view, std::uint16_t>> sure;  // confidence by work
  for (WitnessId const w : witnesses) {
    std::uint16_t const confidence = graph.confidence(w);
    for (std::string_view const work : graph.works(w)) sure.emplace_back(work, confidence);
  }
  std::ranges::sort(sure);
  double doubt = sure.empty() ? 0.0 : 1.0;
  for (std::size_t i = 0; i < sure.size(); ++i) {
    bool const is_best = i + 1 == sure.size() || sure[i + 1].first != sure[i].first;
    if (is_best) doubt *= 1.0 - std::min<double>(sure[i].second, 1000.0) / 1000.0;
  }
  return cost_of(1.0 - doubt);
}

}  // namespace

std::uint32_t Terrain::find_cost(EdgeId edge) const {
  std::uint32_t const cost = cost_in(graph_, edge);
  known_[index(edge)] |= cost_known | cost;
  return cost;
}

}  // namespace mechgraph
