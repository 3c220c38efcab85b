// What the witnesses of an edge add up to.
#include "exporters/edge_text.hpp"

#include <algorithm>

namespace mechgraph {
namespace {

template <class Value>
void each_once(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

void EdgeSummary::gather(Graph const& graph, EdgeId edge) {
  references.clear();
  words.clear();
  records_.clear();
  works_.clear();
  auto const witnesses_of_edge = graph.witnesses(edge);
  witnesses = witnesses_of_edge.size();
  for (WitnessId const id : witnesses_of_edge) {
    auto const cited = graph.references(id);
    for (std::string_view const reference : cited) references.push_back(reference);
    if (cited.empty()) {
      records_.push_back(graph.record_of(id));
    } else {
      graph.append_works(works_, id);
    }
    if (graph.has_words(id)) words.push_back(graph.witness(id).words());
  }
  if (witnesses > 1) {  // those of one witness are so already
    each_once(references);
    each_once(records_);
    each_once(works_);
    each_once(words);
  }
  weight = std::max<std::size_t>(1, works_.size() + records_.size());
}

namespace {

void append_context(std::vector<std::string>& out, Graph const& graph, WitnessId id) {
  for (QualifierView const& qualifier : graph.qualifiers(id)) {
    std::string_view const label = qualifier.node ? graph.node(*qualifier.node).label : std::string_view{};
    out.push_back(std::string{qualifier.key}.append(": ").append(label.empty() ? qualifier.value : label));
  }
}

}  // namespace

std::vector<std::string> context_of(Graph const& graph, WitnessId id) {
  std::vector<std::string> texts;
  append_context(texts, graph, id);
  each_once(texts);
  return texts;
}

std::vector<std::string> context_of(Graph const& graph, EdgeId id) {
  std::vector<std::string> texts;
  for (WitnessId const witness : graph.witnesses(id)) append_context(texts, graph, witness);
  each_once(texts);
  return texts;
}

bool from_ontology(Graph const& graph, EdgeId id) {
  Edge const edge = graph.edge(id);
  if (graph.relation(id).relation_class != RelationClass::hierarchy || edge.sign != 0 || edge.negated) return false;
  Ontology const& ontology = graph.ontology();
  auto const child = ontology.find_id(graph.node(edge.subject).id);
  auto const parent = ontology.find_id(graph.node(edge.object).id);
  auto const relation = ontology.find_relation(graph.relation(id).name);
  if (!child || !parent || !relation) return false;
  return std::ranges::any_of(ontology.parents(*child), [&](Parent const& p) { return p.term == *parent && p.relation == *relation; });
}

}  // namespace mechgraph
