// Counting a graph.
#include "query/summary.hpp"

#include <array>
#include <map>
#include <set>

namespace mechgraph {
namespace {

using Counts = std::map<std::string_view, std::size_t>;

SummarySection section(std::string_view title, Counts const& counts) { return {title, {counts.begin(), counts.end()}}; }

std::string_view sign_name(std::int8_t sign) { return sign > 0 ? "+" : sign < 0 ? "-" : "0"; }

std::string_view amount_name(std::size_t witnesses) {
  constexpr std::array<std::string_view, 4> few{"0", "1", "2", "3"};
  return witnesses < few.size() ? few[witnesses] : witnesses < 10 ? "4-9" : "10 and more";
}

// An effect of ours, or an edge of another graph that has a sign.
bool is_effect(Graph const& graph, EdgeId edge) {
  RelationClass const of = graph.relation(edge).relation_class;
  return of == RelationClass::effect || (of == RelationClass::foreign && graph.edge(edge).sign != 0);
}

}  // namespace

std::vector<SummarySection> summarise(Graph const& graph) {
  SummarySection kinds{"nodes by kind", {}};
  for (Kind const kind : all_kinds) kinds.rows.emplace_back(name(kind), 0);
  Counts types;
  std::size_t unresolved = 0, ancestors = 0;
  for (NodeId const n : graph.nodes()) {
    Node const node = graph.node(n);
    ++kinds.rows[static_cast<std::size_t>(node.kind)].second;
    ++types[node.type];
    if (node.has(NodeFlag::unresolved)) ++unresolved;
    if (node.has(NodeFlag::ancestor)) ++ancestors;
  }

  Counts relations, signs, amounts;
  std::size_t denials = 0;
  for (EdgeId const e : graph.edges()) {
    Relation const& relation = graph.relation(e);
    Edge const edge = graph.edge(e);
    ++relations[relation.name];
    if (is_effect(graph, e)) ++signs[sign_name(edge.sign)];
    ++amounts[amount_name(graph.witnesses(e).size())];
    if (edge.negated) ++denials;
  }

  Counts bases, fields, recorded, documents, flags;
  for (RecordId const r : graph.records()) {
    std::set<std::string_view> own;
    for (WitnessId const w : graph.witnesses(r)) {
      WitnessView const witness = graph.witness(w);
      if (is_effect(graph, witness.edge)) ++bases[name(witness.basis)];
      ++fields[witness.field];
      own.insert(witness.field);
      ++documents[graph.document(graph.record(r).document).id];
      for (std::size_t i = 0; i < flag_names.size(); ++i) {
        if (witness.flags.has(static_cast<Flag>(i))) ++flags[flag_names[i]];
      }
    }
    for (std::string_view const field : own) ++recorded[field];
  }

  std::vector<SummarySection> sections;
  sections.push_back({"graph",
                      {{"nodes", graph.node_count()},
                       {"edges", graph.edge_count()},
                       {"witnesses", graph.witness_count()},
                       {"records", graph.record_count()},
                       {"documents", graph.document_count()},
                       {"unresolved_nodes", unresolved},
                       {"ancestor_nodes", ancestors},
                       {"denials", denials}}});
  sections.push_back(std::move(kinds));
  sections.push_back(section("nodes by type", types));
  sections.push_back(section("edges by relation", relations));
  sections.push_back(section("effects by sign", signs));
  sections.push_back(section("edges by number of witnesses", amounts));
  sections.push_back(section("witnesses of effects by basis", bases));
  sections.push_back(section("witnesses by column", fields));
  sections.push_back(section("records by column", recorded));
  sections.push_back(section("witnesses by document", documents));
  sections.push_back(section("witnesses by flag", flags));
  return sections;
}

}  // namespace mechgraph
