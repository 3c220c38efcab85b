// What a path may do at each node and edge of a graph, and what a hop costs.
#include "query/terrain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "graph/steps.hpp"

namespace mechgraph {
namespace {

constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();

std::uint32_t cost_of(double strength) {
  constexpr double least_strength = 1e-6;
  return static_cast<std::uint32_t>(std::lround(-1e6 * std::log(std::max(strength, least_strength))));
}

}  // namespace

Terrain::Terrain(Graph const& graph, PathRules const& rules) : graph_(graph), costs_(graph.edge_count(), unknown) {
  place_nodes(rules);
  place_edges(rules);
}

void Terrain::place_nodes(PathRules const& rules) {
  Ontology const& ontology = graph_.ontology();
  standing_.reserve(graph_.node_count());
  std::string_view last_name;
  std::optional<TypeId> type;
  for (NodeId const n : graph_.nodes()) {
    Node const node = graph_.node(n);
    if (node.type != last_name) type = ontology.find_type(node.type);
    last_name = node.type;
    bool is_inner = type ? ontology.type(*type).inner_step : node.kind == Kind::mediator;
    if (!rules.through.empty()) is_inner = std::ranges::find(rules.through, node.kind) != rules.through.end();
    bool const is_preparation = type && ontology.type(*type).preparation && !rules.any;
    standing_.push_back(is_preparation ? Standing::preparation : is_inner || rules.any ? Standing::inner : Standing::end_only);
  }
  for (NodeId const n : rules.avoid) standing_[index(n)] = Standing::avoided;
}

void Terrain::place_edges(PathRules const& rules) {
  std::vector<std::uint8_t> of_relation;
  for (Relation const& relation : graph_.relations()) {
    PathUse const by_itself = path_use(relation);
    auto use = static_cast<std::uint8_t>((by_itself.effect ? effect_bit : 0) | (by_itself.onward ? onward_bit : 0) |
                                         (by_itself.entry ? entry_bit : 0));
    if (rules.any) use = effect_bit;
    if (std::ranges::find(rules.relations, relation.name) != rules.relations.end()) use |= entry_bit;
    of_relation.push_back(use);
  }
  uses_.reserve(graph_.edge_count());
  for (NodeId const subject : graph_.nodes()) {
    for (EdgeId const e : graph_.out(subject)) {
      Edge const edge = graph_.edge(e);
      std::uint8_t use = edge.negated || is_avoided(subject) || is_avoided(edge.object) ? std::uint8_t{0} : of_relation[edge.relation];
      bool const is_named =
          !rules.relations.empty() && std::ranges::find(rules.relations, graph_.relation(e).name) != rules.relations.end();
      if (!is_preparation(subject) && !is_named) use &= static_cast<std::uint8_t>(~entry_bit);
      uses_.push_back(use);
    }
  }
}

bool Terrain::is_signed(EdgeId edge) const {
  RelationClass const of = graph_.relation(edge).relation_class;
  return of == RelationClass::effect || of == RelationClass::foreign;
}

std::uint32_t Terrain::cost(EdgeId edge) const {
  std::uint32_t& cost = costs_[index(edge)];
  if (cost != unknown) return cost;
  auto const witnesses = graph_.witnesses(edge);
  if (witnesses.size() == 1) {  // most edges: one work, or several that are equally sure
    double const doubt = 1.0 - std::min<double>(graph_.witness(witnesses.front()).confidence, 1000.0) / 1000.0;
    auto const works = static_cast<double>(graph_.works(witnesses.front()).size());
    return cost = cost_of(works == 1.0 ? 1.0 - doubt : 1.0 - std::pow(doubt, works));
  }
  std::vector<std::pair<std::string_view, std::uint16_t>> sure;  // confidence by work
  for (WitnessId const w : witnesses) {
    std::uint16_t const confidence = graph_.witness(w).confidence;
    for (std::string_view const work : graph_.works(w)) sure.emplace_back(work, confidence);
  }
  std::ranges::sort(sure);
  double doubt = sure.empty() ? 0.0 : 1.0;
  for (std::size_t i = 0; i < sure.size(); ++i) {
    bool const is_best = i + 1 == sure.size() || sure[i + 1].first != sure[i].first;
    if (is_best) doubt *= 1.0 - std::min<double>(sure[i].second, 1000.0) / 1000.0;
  }
  return cost = cost_of(1.0 - doubt);
}

}  // namespace mechgraph
