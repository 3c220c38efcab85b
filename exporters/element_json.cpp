// What the formats of JSON that hold elements (nodes, then edges) say of each.
#include "exporters/element_json.hpp"

#include "exporters/node_text.hpp"

namespace mechgraph {

void node_members(JsonWriter& json, Graph const& graph, NodeId id) {
  Node const node = graph.node(id);
  json.key("kind").value(name(node.kind));
  json.member("type", node.type);
  json.member("identifier", known_identifier(graph, id));
  if (int const valence = graph.valence(id); valence != 0) json.key("valence").value(valence);
  if (node.flags == 0) return;
  json.key("flags").begin_array();
  each_flag(node, [&](std::string_view flag) { json.value(flag); });
  json.end_array();
}

void edge_members(JsonWriter& json, Graph const& graph, EdgeId id, EdgeSummary const& summary) {
  Edge const edge = graph.edge(id);
  json.key("sign").value(edge.sign);
  json.key("negated").value(edge.negated);
  json.key("basis").value(name(graph.basis(id)));
  json.key("weight").value(summary.weight);
  json.key("witness_count").value(summary.witnesses);
  if (!summary.references.empty()) text_array(json.key("references"), summary.references);
  if (!summary.words.empty()) text_array(json.key("words"), summary.words);
}

}  // namespace mechgraph
