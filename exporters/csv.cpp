// A folder of three sheets to open in a spreadsheet: nodes, edges, witnesses, each readable alone.
#include <string>
#include <vector>

#include "exporters/edge_text.hpp"
#include "exporters/exporter.hpp"
#include "exporters/node_text.hpp"
#include "exporters/property_columns.hpp"
#include "exporters/sheet_writer.hpp"

namespace mechgraph {
namespace {

std::string header_of(std::vector<std::string_view> const& own, PropertyColumns const& others) {
  std::string line;
  for (std::string_view const name : own) line.append(line.empty() ? "" : ",").append(name);
  for (std::string const& name : others.names()) line.append(",").append(name);
  return line;
}

std::vector<std::string_view> node_names() {
  return {"label", "kind", "type", "id", "identifier", "valence", "flags", "edges_out", "edges_in"};
}
std::vector<std::string_view> edge_names() {
  return {"subject",    "relation", "sign",    "negated",      "object",     "basis",       "works",     "witnesses",
          "references", "words",    "context", "subject_kind", "subject_id", "object_kind", "object_id", "edge_id"};
}
constexpr std::string_view witness_header =
    "subject,relation,sign,negated,object,basis,words,references,cited,context,document,title,table,record,field,cell,trigger,rule,"
    "confidence,flags,edge_id";

class Sheets {
 public:
  Sheets(Graph const& graph, FolderSink& folder) : graph_(graph), folder_(folder) {}

  void write() {
    write_nodes();
    write_edges();
    write_witnesses();
  }

 private:
  static bool has_own_column(std::string_view attribute) { return attribute == attribute::identifier || attribute == attribute::valence; }

  void write_nodes() {
    PropertyColumns others{node_names()};
    std::vector<NamedValue> rest;
    auto const gather = [&](NodeId id) {
      rest.clear();
      for (NamedValue const named : graph_.attributes(id)) {
        if (!has_own_column(named.name)) rest.push_back(named);
      }
    };
    for (NodeId const id : graph_.nodes()) {
      gather(id);
      others.count(rest);
    }
    others.settle();
    SheetWriter out{folder_.file("nodes.csv"), header_of(node_names(), others)};
    for (NodeId const id : graph_.nodes()) {
      Node const node = graph_.node(id);
      out.text(node.label);
      out.text(name(node.kind));
      out.text(node.type);
      out.text(node.id);
      out.text(known_identifier(graph_, id));
      if (int const valence = graph_.valence(id); valence != 0)
        out.number(valence);
      else
        out.missing();
      values_.clear();
      each_flag(node, [&](std::string_view flag) { values_.push_back(flag); });
      out.list(values_);
      out.number(static_cast<std::int64_t>(graph_.out(id).size()));
      out.number(static_cast<std::int64_t>(graph_.in(id).size()));
      gather(id);
      others.write(out, rest);
      out.end_row();
    }
    out.close();
  }

  // What both sheets of edges begin with.
  void ends(SheetWriter& out, EdgeId id) {
    Edge const edge = graph_.edge(id);
    out.text(graph_.node(edge.subject).label);
    out.text(graph_.relation(id).name);
    out.number(edge.sign);
    out.text(edge.negated ? "yes" : "");
    out.text(graph_.node(edge.object).label);
  }

  void write_edges() {
    PropertyColumns others{edge_names()};
    for (EdgeId const id : graph_.edges()) others.count(graph_.attributes(id));
    others.settle();
    SheetWriter out{folder_.file("edges.csv"), header_of(edge_names(), others)};
    EdgeSummary summary;
    for (EdgeId const id : graph_.edges()) {
      summary.gather(graph_, id);
      Edge const edge = graph_.edge(id);
      ends(out, id);
      out.text(name(graph_.basis(id)));
      out.number(static_cast<std::int64_t>(summary.weight));
      out.number(static_cast<std::int64_t>(summary.witnesses));
      out.list(summary.references);
      out.list(summary.words);
      texts_ = context_of(graph_, id);
      out.list(texts_);
      for (NodeId const end : {edge.subject, edge.object}) {
        out.text(name(graph_.node(end).kind));
        out.text(graph_.node(end).id);
      }
      out.text(graph_.content_id(id));
      others.write(out, graph_.attributes(id));
      out.end_row();
    }
    out.close();
  }

  void write_witnesses() {
    SheetWriter out{folder_.file("witnesses.csv"), witness_header};
    for (WitnessId const id : graph_.witnesses()) {
      WitnessView const witness = graph_.witness(id);
      RecordView const record = graph_.record(witness.record);
      DocumentView const document = graph_.document(record.document);
      ends(out, witness.edge);
      out.text(name(witness.basis));
      out.text(witness.words());
      out.list(graph_.references(id));
      texts_.clear();
      for (std::string_view const reference : graph_.references(id)) {
        for (CitedWork const& work : graph_.cited(reference)) texts_.push_back(work.id());
      }
      out.list(texts_);
      texts_ = context_of(graph_, id);
      out.list(texts_);
      out.text(document.id);
      out.text(document.title);
      out.text(record.table);
      out.text(record.id);
      out.text(witness.field);
      out.text(witness.cell);
      out.text(cut(witness.cell, witness.trigger));
      out.text(witness.rule);
      out.per_mille(witness.confidence);
      values_.clear();
      for (std::size_t i = 0; i < flag_names.size(); ++i) {
        if (witness.flags.has(static_cast<Flag>(i))) values_.push_back(flag_names[i]);
      }
      out.list(values_);
      out.text(graph_.content_id(witness.edge));
      out.end_row();
    }
    out.close();
  }

  Graph const& graph_;
  FolderSink& folder_;
  std::vector<std::string_view> values_;
  std::vector<std::string> texts_;
};

void write_csv(Graph const& graph, ExportOptions const&, FolderSink& folder) { Sheets{graph, folder}.write(); }

}  // namespace

extern Exporter const csv_exporter{"csv",
                                   ".csv",
                                   "a folder of sheets for Excel, LibreOffice and R: nodes, edges, witnesses",
                                   {Fidelity::joined, Fidelity::kept, Fidelity::kept, Fidelity::joined, Fidelity::kept, Fidelity::joined},
                                   nullptr,
                                   write_csv};

}  // namespace mechgraph
