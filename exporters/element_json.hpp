// What the formats of JSON that hold elements (nodes, then edges) say of each.
#pragma once

#include <string_view>
#include <vector>

#include "exporters/edge_text.hpp"
#include "exporters/json.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// "kind", "type", "identifier" (what others know it by), "valence" and "flags" of a node; what it does not have is left out.
void node_members(JsonWriter& json, Graph const& graph, NodeId id);

// "sign", "negated", "basis", "weight", "witness_count", "references" and "words" of an edge; `summary` holds it already.
void edge_members(JsonWriter& json, Graph const& graph, EdgeId id, EdgeSummary const& summary);

// An array of texts.
template <class Values>
void text_array(JsonWriter& json, Values const& values) {
  json.begin_array();
  for (std::string_view const value : values) json.value(value);
  json.end_array();
}

}  // namespace mechgraph
