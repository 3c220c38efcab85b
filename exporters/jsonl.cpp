// JSON Lines: one witness a line, in the graph's order. docs/formats.md describes the line.
#include <string>
#include <vector>

#include "exporters/edge_text.hpp"
#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/node_text.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

class JsonLines {
 public:
  JsonLines(Graph const& graph, Sink& sink)
      : graph_(graph), sink_(sink), described_(graph.node_count()), edge_described_(graph.edge_count()) {}

  void write() {
    for (WitnessId const id : graph_.witnesses()) witness(id);
    for (EdgeId const id : graph_.edges()) {
      if (bare(id)) edge(id);
    }
    for (NodeId const id : graph_.nodes()) {
      if (alone(id)) node(id);
    }
  }

 private:
  void end(TextBuffer& text) {
    text += '\n';
    sink_.write(text);
  }

  // Attributes stand where the file first names the node: every line would repeat them.
  void end_object(JsonWriter& json, NodeId id, std::string_view words = {}) {
    node_object(json, graph_, id, !described_[index(id)], words);
    described_[index(id)] = true;
  }

  void witness(WitnessId id) {
    WitnessView const witness = graph_.witness(id);
    RecordView const record = graph_.record(witness.record);
    DocumentView const document = graph_.document(record.document);
    Edge const edge = graph_.edge(witness.edge);
    line_.clear();
    JsonWriter json{line_};
    json.begin_object();
    json.key("record").value(record.id);
    json.key("document").begin_object();
    document_members(json, document);
    json.member("table", record.table);
    json.member("id", document.id);
    json.member("caption", record.caption);
    json.end_object();
    source_members(json, graph_, id, witness);
    json.key("subject");
    end_object(json, edge.subject, cut(witness.cell, witness.subject));
    json.key("relation").value(graph_.relation(witness.edge).name);
    json.key("object");
    end_object(json, edge.object, cut(witness.cell, witness.object));
    json.key("sign").value(edge.sign);
    json.key("negated").value(edge.negated);
    reading_members(json, graph_, id, witness, &described_);
    if (!edge_described_[index(witness.edge)] && !graph_.attributes(witness.edge).empty()) {
      json.key("edge_attributes");
      attributes_object(json, graph_, witness.edge);
    }
    edge_described_[index(witness.edge)] = true;
    json.end_object();
    end(line_);
  }

  // An edge that no witness names and the ontology does not bring.
  [[nodiscard]] bool bare(EdgeId id) const {
    return graph_.witnesses(id).empty() && (!graph_.attributes(id).empty() || !from_ontology(graph_, id));
  }

  void edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    line_.clear();
    JsonWriter json{line_};
    json.begin_object();
    json.key("edge").begin_object();
    json.key("subject");
    end_object(json, edge.subject);
    json.key("relation").value(graph_.relation(id).name);
    json.key("object");
    end_object(json, edge.object);
    json.key("sign").value(edge.sign);
    json.key("negated").value(edge.negated);
    if (!graph_.attributes(id).empty()) {
      json.key("attributes");
      attributes_object(json, graph_, id);
    }
    json.end_object();
    json.end_object();
    end(line_);
  }

  // A node that no line has named and the ontology does not bring.
  [[nodiscard]] bool alone(NodeId id) const {
    Node const node = graph_.node(id);
    return !described_[index(id)] && !(node.has(NodeFlag::ancestor) && graph_.ontology().find_id(node.id));
  }

  void node(NodeId id) {
    line_.clear();
    JsonWriter json{line_};
    json.begin_object();
    json.key("node");
    end_object(json, id);
    json.end_object();
    end(line_);
  }

  Graph const& graph_;
  Sink& sink_;
  TextBuffer line_;
  std::vector<bool> described_;
  std::vector<bool> edge_described_;
};

void write_jsonl(Graph const& graph, ExportOptions const&, Sink& sink) { JsonLines{graph, sink}.write(); }

}  // namespace

extern Exporter const jsonl_exporter{"jsonl",
                                     ".jsonl",
                                     "JSON Lines, one witness a line: for scripts, and to read back without loss",
                                     {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                     write_jsonl,
                                     nullptr,
                                     true};

}  // namespace mechgraph
