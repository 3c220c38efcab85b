// Node-link JSON: what networkx and d3 read.
#include <string>

#include "exporters/edge_text.hpp"
#include "exporters/element_json.hpp"
#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

// A multigraph: the key tells opposite edges of one pair apart.
void write_json(Graph const& graph, ExportOptions const&, Sink& sink) {
  TextBuffer text;
  JsonWriter head{text};
  documents_array(head, graph);
  sink.print("{\"directed\":true,\"multigraph\":true,\"graph\":{\"documents\":", text, "},\"nodes\":[");
  JsonRows nodes{sink};
  for (NodeId const id : graph.nodes()) {
    nodes.add([&](JsonWriter& json) {
      json.begin_object();
      json.key("id").value(graph.node(id).id);
      json.key("label").value(graph.node(id).label);
      node_members(json, graph, id);
      if (!graph.attributes(id).empty()) {
        json.key("attributes");
        attributes_object(json, graph, id);
      }
      json.end_object();
    });
  }
  sink.write("\n],\"links\":[");
  JsonRows links{sink};
  EdgeSummary summary;
  for (EdgeId const id : graph.edges()) {
    links.add([&](JsonWriter& json) {
      Edge const edge = graph.edge(id);
      summary.gather(graph, id);
      json.begin_object();
      json.key("source").value(graph.node(edge.subject).id);
      json.key("target").value(graph.node(edge.object).id);
      json.key("key").value(graph.content_id(id));
      json.key("relation").value(graph.relation(id).name);
      edge_members(json, graph, id, summary);
      json.key("witnesses");
      witnesses_array(json, graph, id);
      if (!graph.attributes(id).empty()) {
        json.key("attributes");
        attributes_object(json, graph, id);
      }
      json.end_object();
    });
  }
  sink.write("\n]}\n");
}

}  // namespace

extern Exporter const json_exporter{"json",
                                    ".json",
                                    "node-link JSON: for networkx, d3 and scripts",
                                    {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                    write_json};

}  // namespace mechgraph
