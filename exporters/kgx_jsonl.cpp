// KGX as JSON Lines: a folder with nodes.jsonl and edges.jsonl.
#include <string>
#include <vector>

#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/kgx_slots.hpp"

namespace mechgraph {
namespace {

void write_line(Sink& sink, TextBuffer& line, std::vector<KgxSlot> const& slots) {
  line.clear();
  JsonWriter json{line};
  json.begin_object();
  for (KgxSlot const& slot : slots) {
    json.data_key(slot.name);
    if (slot.form == KgxSlot::Form::list) {
      json.begin_array();
      for (std::string const& value : slot.values) json.value(value);
      json.end_array();
    } else if (slot.form == KgxSlot::Form::plain) {
      json.plain(slot.values.front());
    } else {
      json.value(slot.values.front());
    }
  }
  json.end_object();
  line += '\n';
  sink.write(line);
}

void write_kgx_jsonl(Graph const& graph, ExportOptions const&, FolderSink& folder) {
  KgxGraph kgx{graph};
  TextBuffer line;
  Sink nodes = folder.file("nodes.jsonl");
  for (NodeId const id : graph.nodes()) write_line(nodes, line, kgx.node(id));
  nodes.close();
  Sink edges = folder.file("edges.jsonl");
  for (EdgeId const id : graph.edges()) write_line(edges, line, kgx.edge(id));
  edges.close();
}

}  // namespace

extern Exporter const kgx_jsonl_exporter;
Exporter const kgx_jsonl_exporter{"kgx-jsonl",
                                  ".kgx-jsonl",
                                  "KGX as JSON Lines by Biolink 4.4.4: nodes.jsonl and edges.jsonl, text as it is",
                                  {Fidelity::joined, Fidelity::kept, Fidelity::kept, Fidelity::joined, Fidelity::kept, Fidelity::kept},
                                  nullptr,
                                  write_kgx_jsonl,
                                  false,
                                  kgx_warning};

}  // namespace mechgraph
