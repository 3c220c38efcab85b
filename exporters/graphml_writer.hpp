// GraphML 1.1: typed columns for graph programs, and every witness whole as JSON.
#pragma once

#include <string_view>

#include "base/sink.hpp"
#include "exporters/edge_text.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// What a program's own GraphML has beside the columns: keys, and a <data> at each node and edge.
class GraphMlLooks {
 public:
  virtual ~GraphMlLooks() = default;
  // Attributes of the root, each with a blank before it.
  [[nodiscard]] virtual std::string_view namespaces() const = 0;
  virtual void declare(Sink& sink) = 0;
  virtual void node(Sink& sink, NodeId id) = 0;
  // `summary` holds the edge.
  virtual void edge(Sink& sink, EdgeId id, EdgeSummary const& summary) = 0;

 protected:
  GraphMlLooks() = default;
  GraphMlLooks(GraphMlLooks const&) = default;
  GraphMlLooks& operator=(GraphMlLooks const&) = default;
};

// Streams. `looks` may be nullptr: plain GraphML, which validates against the schema.
void write_graphml(Graph const& graph, Sink& sink, GraphMlLooks* looks);

}  // namespace mechgraph
