// Names of nodes: labels, identifiers, synonyms, and what is near to them.
#include "query/terms.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "ontology/fold.hpp"
#include "ontology/outside_terms.hpp"
#include "query/paths.hpp"
#include "query/spelling.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t shortest_part = 3;   // bytes: fewer letters stand inside every second name
constexpr std::size_t longest_near = 256;  // bytes

// Calls take(node, name) with every name of every node, node by node.
template <class Take>
void each_name(Graph const& graph, Take const& take) {
  Ontology const& ontology = graph.ontology();
  std::vector<std::vector<std::string_view>> forms(ontology.terms().size());
  for (Synonym const& synonym : ontology.synonyms()) {
    if (!synonym.inverse) forms[index(synonym.term)].push_back(synonym.form);  // the other names mean the opposite
  }
  for (NodeId const n : graph.nodes()) {
    Node const node = graph.node(n);
    take(n, node.id);
    if (!node.label.empty()) take(n, node.label);
    for (auto const& [name, value] : graph.attributes(n)) {
      if (name == attribute::key || name == attribute::identifier || name == attribute::ontology_label || name == attribute::xref ||
          name == attribute::synonym)
        take(n, value);
    }
    auto const term = ontology.find_id(node.id);
    if (!term || ontology.term(*term).id != node.id) continue;
    if (index(*term) < forms.size()) {
      for (std::string_view const form : forms[index(*term)]) take(n, form);
    } else {
      for (std::string_view const form : ontology.outside()->names_of(*term)) take(n, form);
    }
  }
}

std::optional<NameMatch> match_of(std::string_view name, std::string_view words, std::string_view folded_words) {
  if (name == words) return NameMatch::exact;
  std::string const folded = folded_form(name);
  auto const at = folded.find(folded_words);
  if (at == std::string::npos) return std::nullopt;
  if (folded.size() == folded_words.size()) return NameMatch::folded;
  if (at == 0) return NameMatch::beginning;
  return folded_words.size() >= shortest_part ? std::optional{NameMatch::part} : std::nullopt;
}

struct NearName {
  std::size_t distance = 0;
  std::string_view text;
  NodeId node{};
  auto operator<=>(NearName const&) const = default;
};

// Each name once for each node, nearest first.
std::vector<NearName> near_names(Graph const& graph, std::string_view words) {
  std::vector<NearName> found;
  std::string const wanted = folded_form(words);
  if (wanted.empty() || wanted.size() > longest_near) return found;
  std::size_t const most = std::max<std::size_t>(1, wanted.size() / 4);
  each_name(graph, [&](NodeId node, std::string_view name) {
    if (name.size() > 2 * longest_near) return;
    if (auto const far = spelling_distance(folded_form(name), wanted, most)) found.push_back({*far, name, node});
  });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

std::string_view name(NameMatch match) noexcept {
  switch (match) {
    case NameMatch::exact: return "exact";
    case NameMatch::folded: return "folded";
    case NameMatch::beginning: return "beginning";
    case NameMatch::part: return "part";
    case NameMatch::near: return "near";
  }
  return {};
}

std::vector<NamedNode> find_terms(Graph const& graph, std::string_view words) {
  std::vector<NamedNode> found;
  std::string const folded = folded_form(words);
  if (folded.empty()) return found;
  each_name(graph, [&](NodeId node, std::string_view name) {
    auto const match = match_of(name, words, folded);
    if (!match) return;
    if (found.empty() || found.back().node != node) {
      found.push_back({node, *match, name});
    } else if (*match < found.back().match) {
      found.back() = {node, *match, name};
    }
  });
  if (found.empty()) {
    std::vector<bool> seen(graph.node_count());
    for (NearName const& near : near_names(graph, words)) {
      if (!seen[index(near.node)]) found.push_back({near.node, NameMatch::near, near.text});
      seen[index(near.node)] = true;
    }
    return found;
  }
  std::ranges::stable_sort(found, {}, &NamedNode::match);
  return found;
}

std::vector<std::string_view> near_terms(Graph const& graph, std::string_view words, std::size_t k) {
  std::vector<std::string_view> texts;
  for (NearName const& near : near_names(graph, words)) {
    if (texts.size() == k) break;
    if (std::ranges::find(texts, near.text) == texts.end()) texts.push_back(near.text);
  }
  return texts;
}

std::vector<NodeId> with_descendants(Graph const& graph, std::vector<NodeId> nodes) {
  std::vector<bool> seen(graph.node_count());
  for (NodeId const n : nodes) seen[index(n)] = true;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (EdgeId const e : graph.in(nodes[i])) {
      Relation const& relation = graph.relation(e);
      NodeId const below = graph.edge(e).subject;
      if (relation.relation_class != RelationClass::hierarchy || relation.symmetric || graph.edge(e).negated) continue;
      if (!seen[index(below)]) nodes.push_back(below);
      seen[index(below)] = true;
    }
  }
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

std::vector<NodeId> resolve_ends(Graph const& graph, std::string_view words) {
  std::vector<NodeId> ends;
  auto const kind = kind_named(words);
  if (kind || graph.ontology().find_type(words)) {
    for (NodeId const n : graph.nodes()) {
      Node const node = graph.node(n);
      if (kind ? node.kind == *kind : node.type == words) ends.push_back(n);
    }
    if (!ends.empty()) return ends;
  }
  if (auto const node = graph.find(words)) return with_descendants(graph, {*node});
  auto const found = find_terms(graph, words);
  if (found.empty() || found.front().match > NameMatch::folded) return {};
  for (NamedNode const& named : found) {
    if (named.match == found.front().match) ends.push_back(named.node);
  }
  return with_descendants(graph, std::move(ends));
}

}  // namespace mechgraph
