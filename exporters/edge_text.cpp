// What the witnesses of an edge add up to.
#include "exporters/edge_text.hpp"

#include <algorithm>

namespace mechgraph {

void EdgeSummary::gather(Graph const& graph, EdgeId edge) {
  references.clear();
  words.clear();
  records_.clear();
  works_.clear();
  auto const witnesses_of_edge = graph.witnesses(edge);
  witnesses = witnesses_of_edge.size();
  for (WitnessId const id : witnesses_of_edge) {
    WitnessView const witness = graph.witness(id);
    auto const cited = graph.references(id);
    for (std::string_view const reference : cited) references.push_back(reference);
    if (cited.empty()) {
      records_.push_back(witness.record);
    } else {
      for (std::string_view const work : graph.works(id)) works_.push_back(work);
    }
    if (!witness.words().empty()) words.push_back(witness.words());
  }
  std::sort(references.begin(), references.end());
  references.erase(std::unique(references.begin(), references.end()), references.end());
  std::sort(records_.begin(), records_.end());
  records_.erase(std::unique(records_.begin(), records_.end()), records_.end());
  std::sort(works_.begin(), works_.end());
  works_.erase(std::unique(works_.begin(), works_.end()), works_.end());
  weight = std::max<std::size_t>(1, works_.size() + records_.size());

  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

namespace {

void append_context(std::vector<std::string>& out, Graph const& graph, WitnessId id) {
  for (QualifierView const& qualifier : graph.qualifiers(id)) {
    std::string_view const label = qualifier.node ? graph.node(*qualifier.node).label : std::string_view{};
    out.push_back(std::string{qualifier.key}.append(": ").append(label.empty() ? qualifier.value : label));
  }
}

void sort_once(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

}  // namespace

std::vector<std::string> context_of(Graph const& graph, WitnessId id) {
  std::vector<std::string> texts;
  append_context(texts, graph, id);
  sort_once(texts);
  return texts;
}

std::vector<std::string> context_of(Graph const& graph, EdgeId id) {
  std::vector<std::string> texts;
  for (WitnessId const witness : graph.witnesses(id)) append_context(texts, graph, witness);
  sort_once(texts);
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
