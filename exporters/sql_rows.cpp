// A graph as tables of a relational database: the rows.
#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "exporters/edge_text.hpp"
#include "exporters/evidence_rows.hpp"
#include "exporters/node_text.hpp"
#include "exporters/sql_tables.hpp"
#include "exporters/step_text.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

class SqlRows {
 public:
  SqlRows(Graph const& graph, std::array<RowWriter*, sql_table_count> const& tables) : graph_(graph), tables_(tables) {}

  void write() {
    for (Relation const& relation : graph_.relations()) write_relation(relation);
    for (NodeId const id : graph_.nodes()) write_node(id);
    for (EdgeId const id : graph_.edges()) write_edge(id);
    each_evidence_row(graph_, [this](EvidenceRow const& row) {
      write_places(row);
      write_witness(row);
    });
  }

 private:
  RowWriter& rows(SqlTableId table) { return *tables_[static_cast<std::size_t>(table)]; }

  void write_relation(Relation const& relation) {
    RowWriter& out = rows(SqlTableId::relations);
    out.text(relation.name);
    out.text(relation.inverse);
    out.text(name(relation.relation_class));
    out.number(relation.sign);
    for (bool const truth : {relation.symmetric, relation.transparent, relation.in_identity, relation.carries_cargo, relation.context_only})
      out.number(truth ? 1 : 0);
    out.end_row();
  }

  void write_node(NodeId id) {
    Node const node = graph_.node(id);
    RowWriter& out = rows(SqlTableId::nodes);
    out.text(node.id);
    out.text(name(node.kind));
    out.text(node.type);
    out.text(node.label);
    out.text(known_identifier(graph_, id));
    out.number(graph_.valence(id));
    for (NodeFlag const flag : {NodeFlag::unresolved, NodeFlag::foreign, NodeFlag::ancestor}) out.number(node.has(flag) ? 1 : 0);
    out.text(step_of(graph_, id));
    out.end_row();
    write_attributes(rows(SqlTableId::node_attributes), id, node.id);
  }

  template <class Id>
  void write_attributes(RowWriter& out, Id id, std::string_view owner) {
    for (auto const [name, value] : graph_.attributes(id)) {
      out.text(owner);
      out.text(name);
      out.text(value);
      out.end_row();
    }
  }

  void write_edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    std::string const content_id = graph_.content_id(id);
    summary_.gather(graph_, id);
    RowWriter& out = rows(SqlTableId::edges);
    out.text(content_id);
    out.text(graph_.node(edge.subject).id);
    out.text(graph_.relation(id).name);
    out.text(graph_.node(edge.object).id);
    out.number(edge.sign);
    out.number(edge.negated ? 1 : 0);
    out.text(name(graph_.basis(id)));
    out.number(static_cast<std::int64_t>(summary_.weight));
    out.number(static_cast<std::int64_t>(summary_.witnesses));
    out.text(step_of(graph_, id));
    out.end_row();
    write_attributes(rows(SqlTableId::edge_attributes), id, content_id);
  }

  void write_places(EvidenceRow const& row) {
    if (row.new_document) {
      DocumentView const document = graph_.document(row.record.document);
      RowWriter& out = rows(SqlTableId::documents);
      for (std::string_view const text :
           {document.id, document.doi, document.pmid, document.pmcid, document.title, document.journal, document.year, document.licence})
        out.text(text);
      out.end_row();
    }
    if (row.new_table) {
      RowWriter& out = rows(SqlTableId::document_tables);
      out.number(row.table_number);
      out.text(graph_.document(row.record.document).id);
      out.text(row.record.table);
      out.text(row.record.caption);
      out.end_row();
    }
    if (row.new_record) {
      RowWriter& out = rows(SqlTableId::records);
      out.number(row.record_number);
      out.number(row.table_number);
      out.text(row.record.id);
      out.end_row();
      write_record_edges(row);
    }
    if (row.new_cell) {
      RowWriter& out = rows(SqlTableId::cells);
      out.number(row.cell_number);
      out.number(row.record_number);
      out.text(row.witness.field);
      out.text(row.witness.cell);
      out.end_row();
    }
  }

  // The edges that a record says, and whether by cargo alone.
  void write_record_edges(EvidenceRow const& row) {
    said_.clear();
    for (WitnessId const id : graph_.witnesses(row.witness.record)) {
      WitnessView const witness = graph_.witness(id);
      said_.emplace_back(witness.edge, witness.basis == Basis::cargo);
    }
    std::sort(said_.begin(), said_.end());
    RowWriter& out = rows(SqlTableId::record_edges);
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (i > 0 && said_[i].first == said_[i - 1].first) continue;
      out.number(row.record_number);
      out.text(graph_.content_id(said_[i].first));
      out.number(said_[i].second ? 1 : 0);
      out.end_row();
    }
  }

  // What a reference stands for, once.
  void write_cited(std::string_view reference) {
    RowWriter& out = rows(SqlTableId::cited_works);
    for (CitedWork const& work : graph_.cited(reference)) {
      out.text(reference);
      out.text(work.id());
      for (std::string_view const text : {work.doi, work.pmid, work.pmcid}) out.text(text);
      out.end_row();
    }
  }

  void write_witness(EvidenceRow const& row) {
    WitnessView const& witness = row.witness;
    auto const number = static_cast<std::int64_t>(index(row.id));
    RowWriter& out = rows(SqlTableId::witnesses);
    out.number(number);
    out.text(graph_.content_id(witness.edge));
    out.number(row.cell_number);
    for (Span const span : {witness.text, witness.trigger, witness.subject, witness.object}) write_words_in_cell(out, witness.cell, span);
    out.text(witness.rule);
    out.per_mille(witness.confidence);
    out.text(name(witness.basis));
    out.end_row();

    for (std::size_t i = 0; i < flag_names.size(); ++i) {
      if (!witness.flags.has(static_cast<Flag>(i))) continue;
      RowWriter& flags = rows(SqlTableId::witness_flags);
      flags.number(number);
      flags.text(flag_names[i]);
      flags.end_row();
    }
    for (std::string_view const reference : graph_.references(row.id)) {
      RowWriter& references = rows(SqlTableId::witness_references);
      references.number(number);
      references.text(reference);
      references.text(printed_reference(reference));
      references.end_row();
      if (referred_.insert(reference).second) write_cited(reference);
    }
    for (QualifierView const& qualifier : graph_.qualifiers(row.id)) {
      RowWriter& qualifiers = rows(SqlTableId::qualifiers);
      qualifiers.number(number);
      qualifiers.text(qualifier.key);
      qualifiers.text(qualifier.node ? std::string_view{} : qualifier.value);
      qualifiers.text(qualifier.node ? qualifier.value : std::string_view{});
      qualifiers.end_row();
    }
  }

  Graph const& graph_;
  std::array<RowWriter*, sql_table_count> const& tables_;
  EdgeSummary summary_;
  std::vector<std::pair<EdgeId, bool>> said_;
  std::unordered_set<std::string_view> referred_;
};

}  // namespace

void write_sql_rows(Graph const& graph, std::array<RowWriter*, sql_table_count> const& tables) { SqlRows{graph, tables}.write(); }

}  // namespace mechgraph
