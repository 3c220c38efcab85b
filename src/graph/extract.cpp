// Copies the wanted rows of a graph into a part.
#include "graph/extract.hpp"

#include <vector>

#include <tsl/robin_set.h>

#include "graph/columns.hpp"

namespace mechgraph {
namespace {

constexpr std::uint32_t none = Graph::Columns::none;

class Extractor {
 public:
  Extractor(Graph const& graph, Extraction const& wanted)
      : g_(graph), nodes_(graph.node_count(), none), records_(graph.record_count(), none), wanted_(wanted) {}

  GraphPart run() {
    for (NodeId const n : g_.nodes()) {
      if (!wanted_.node || wanted_.node(n)) take(n, g_.node(n).flags);
    }
    std::vector<bool> takes(g_.witness_count(), true);
    if (wanted_.witness) {
      for (WitnessId const w : g_.witnesses()) takes[index(w)] = wanted_.witness(w);
    }
    std::vector<std::uint32_t> edges(g_.edge_count(), none);
    std::vector<bool> taken = taken_nodes();
    for (EdgeId const e : g_.edges()) {
      Edge const edge = g_.edge(e);
      if (!taken[index(edge.subject)] || !taken[index(edge.object)] || (wanted_.edge && !wanted_.edge(e))) continue;
      auto const all = g_.witnesses(e);
      if (!all.empty() && std::ranges::none_of(all, [&](WitnessId w) { return takes[index(w)]; })) continue;
      edges[index(e)] = static_cast<std::uint32_t>(part_.edges.size());
      part_.edges.push_back({nodes_[index(edge.subject)], nodes_[index(edge.object)], text(g_.relation(e).name), edge.sign, edge.negated});
      for (auto const& [name, value] : g_.attributes(e)) part_.edge_attributes.push_back({edges[index(e)], text(name), text(value)});
    }
    std::vector<std::uint32_t> documents(g_.document_count(), none);
    for (WitnessId const w : g_.witnesses()) {
      WitnessView const witness = g_.witness(w);
      if (takes[index(w)] && edges[index(witness.edge)] != none) take(w, witness, edges[index(witness.edge)], documents);
    }
    return std::move(part_);
  }

 private:
  StringId text(std::string_view view) { return part_.strings.intern(view); }

  std::uint32_t take(NodeId n, std::uint8_t flags) {
    std::uint32_t& row = nodes_[index(n)];
    if (row != none) return row;
    row = static_cast<std::uint32_t>(part_.nodes.size());
    Node const node = g_.node(n);
    part_.nodes.push_back({text(node.id), node.kind, text(node.type), text(node.label), flags});
    for (auto const& [name, value] : g_.attributes(n)) part_.node_attributes.push_back({row, text(name), text(value)});
    return row;
  }

  [[nodiscard]] std::vector<bool> taken_nodes() const {
    std::vector<bool> taken;
    for (std::uint32_t const row : nodes_) taken.push_back(row != none);
    return taken;
  }

  void take(WitnessId w, WitnessView const& witness, std::uint32_t edge, std::vector<std::uint32_t>& documents) {
    std::uint32_t& record = records_[index(witness.record)];
    if (record == none) {
      RecordView const view = g_.record(witness.record);
      std::uint32_t& document = documents[index(view.document)];
      if (document == none) {
        document = static_cast<std::uint32_t>(part_.documents.size());
        DocumentView const d = g_.document(view.document);
        part_.documents.push_back(
            {text(d.id), text(d.doi), text(d.pmid), text(d.pmcid), text(d.title), text(d.journal), text(d.year), text(d.licence)});
      }
      part_.tables.push_back({document, text(view.table), text(view.caption)});  // once a record: the builder merges them
      part_.records.push_back({static_cast<std::uint32_t>(part_.tables.size() - 1), text(view.id)});
      record = static_cast<std::uint32_t>(part_.records.size() - 1);
    }
    part_.cells.push_back({record, text(witness.field), text(witness.cell)});  // once a witness, likewise
    GraphPart::Witness row;
    row.edge = edge;
    row.cell = static_cast<std::uint32_t>(part_.cells.size() - 1);
    row.text = witness.text;
    row.trigger = witness.trigger;
    row.subject = witness.subject;
    row.object = witness.object;
    row.rule = text(witness.rule);
    row.confidence = witness.confidence;
    row.basis = witness.basis;
    row.flags = witness.flags;
    for (QualifierView const& q : g_.qualifiers(w)) {
      if (q.node) take(*q.node, static_cast<std::uint8_t>(g_.node(*q.node).flags | static_cast<std::uint8_t>(NodeFlag::ancestor)));
      row.qualifiers.push_back({text(q.key), text(q.value), q.node.has_value()});
    }
    for (std::string_view const reference : g_.references(w)) row.references.push_back(reference_of(reference));
    part_.witnesses.push_back(std::move(row));
  }

  // With what it stands for, once.
  StringId reference_of(std::string_view reference) {
    StringId const id = text(reference);
    if (!references_.insert(id).second) return id;
    for (CitedWork const& work : g_.cited(reference)) {
      part_.citations.push_back({id, text(work.doi), text(work.pmid), text(work.pmcid)});
    }
    return id;
  }

  Graph const& g_;
  GraphPart part_;
  std::vector<std::uint32_t> nodes_, records_;  // the graph's number → the part's
  tsl::robin_set<StringId> references_;
  Extraction const& wanted_;
};

}  // namespace

GraphPart extract(Graph const& graph, Extraction const& wanted) { return Extractor{graph, wanted}.run(); }

}  // namespace mechgraph
