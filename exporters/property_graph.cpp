// A graph as nodes and relationships with properties.
#include "exporters/property_graph.hpp"

#include <algorithm>

#include "exporters/node_text.hpp"
#include "exporters/step_text.hpp"

namespace mechgraph {
namespace {

enum Table : std::size_t { node_table, document_table, table_table, record_table, cell_table, witness_table };
enum Link : std::size_t { in_document, in_table, in_record, in_cell, qualified_by };

using enum PropertyType;

std::vector<Property> own_node_properties() {
  return {{"kind", text}, {"type", text}, {"label", text}, {"identifier", list}, {"valence", integer}, {"flags", list}, {"step", text}};
}

std::vector<Property> own_edge_properties() {
  return {{"edge_id", text},  {"relation", text},         {"sign", integer}, {"negated", truth},   {"basis", text},
          {"works", integer}, {"witness_count", integer}, {"step", text},    {"references", list}, {"words", list}};
}

std::vector<Property> witness_properties() {
  std::vector<Property> properties{{"edge_id", text}};
  for (std::string const part : {"words", "trigger", "subject", "object"}) {
    properties.push_back({part == "words" ? part : part + "_words", text});
    properties.push_back({part + "_start", integer});
    properties.push_back({part + "_end", integer});
  }
  properties.insert(properties.end(), {{"rule", text},
                                       {"confidence", real},
                                       {"basis", text},
                                       {"flags", list},
                                       {"references", list},
                                       {"cited", list},
                                       {"context_names", list},
                                       {"context_values", list}});
  return properties;
}

std::vector<std::string_view> names_of(std::vector<Property> const& properties) {
  std::vector<std::string_view> names{"id", "node_id", "from", "to"};
  for (Property const& property : properties) names.push_back(property.name);
  return names;
}

std::vector<Property> joined(std::vector<Property> properties, PropertyColumns const& columns) {
  for (std::string const& name : columns.names()) properties.push_back({name, list});
  return properties;
}

// The attributes of a node without those that have a property of their own.
std::vector<NamedValue> other_attributes(Graph const& graph, NodeId id) {
  std::vector<NamedValue> attributes;
  for (NamedValue const named : graph.attributes(id)) {
    bool const is_valence = named.name == attribute::valence && graph.valence(id) != 0 && (named.value == "1" || named.value == "-1");
    if (named.name != attribute::identifier && !is_valence) attributes.push_back(named);
  }
  return attributes;
}

}  // namespace

PropertyGraph::PropertyGraph(Graph const& graph, bool labelled)
    : graph_(graph),
      labelled_(labelled),
      node_columns_(names_of(own_node_properties())),
      edge_columns_(names_of(own_edge_properties())),
      links_{{{"IN_DOCUMENT", table_table, document_table, {}},
              {"IN_TABLE", record_table, table_table, {}},
              {"IN_RECORD", cell_table, record_table, {}},
              {"IN_CELL", witness_table, cell_table, {}},
              {"QUALIFIED_BY", witness_table, node_table, {{"name", text}}}}} {
  for (NodeId const id : graph.nodes()) node_columns_.count(other_attributes(graph, id));
  for (EdgeId const id : graph.edges()) edge_columns_.count(graph.attributes(id));
  node_columns_.settle();
  edge_columns_.settle();
  edge_properties_ = joined(own_edge_properties(), edge_columns_);
  tables_ = {{{"Node", "node_id", false, joined(own_node_properties(), node_columns_)},
              {"Document",
               "document_id",
               false,
               {{"doi", text}, {"pmid", text}, {"pmcid", text}, {"title", text}, {"journal", text}, {"year", text}, {"licence", text}}},
              {"DocumentTable", "id", true, {{"name", text}, {"caption", text}}},
              {"Record", "id", true, {{"record", text}}},
              {"Cell", "id", true, {{"field", text}, {"content", text}}},
              {"Witness", "id", true, witness_properties()}}};
}

void PropertyGraph::write(Files const& files, LinkFiles const& links) {
  for (NodeId const id : graph_.nodes()) write_node(*files[node_table], id);
  each_evidence_row(graph_, [&](EvidenceRow const& row) {
    write_places(row, files, links);
    write_witness(row, *files[witness_table], *links[qualified_by]);
    write_link(*links[in_cell], in_cell, static_cast<std::int64_t>(index(row.id)), row.cell_number);
  });
}

void PropertyGraph::write_node(CsvWriter& out, NodeId id) {
  Node const node = graph_.node(id);
  std::string kind{name(node.kind)};
  out.text(node.id);
  if (labelled_) {
    if (kind.front() >= 'a' && kind.front() <= 'z') kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
    values_ = {"Node", kind};
    if (node.type != kind && node.type != "Node") values_.push_back(node.type);
    out.list(values_);
  }
  out.text(name(node.kind));
  out.text(node.type);
  out.text(node.label);
  values_.clear();
  for (NamedValue const named : graph_.attributes(id)) {
    if (named.name == attribute::identifier) values_.push_back(named.value);
  }
  if (values_.empty()) values_.push_back(known_identifier(graph_, id));
  out.list(values_);
  out.number(graph_.valence(id));
  values_.clear();
  each_flag(node, [&](std::string_view flag) { values_.push_back(flag); });
  out.list(values_);
  out.text(step_of(graph_, id));
  node_columns_.write(out, other_attributes(graph_, id));
  out.end_row();
}

void PropertyGraph::write_edge(CsvWriter& out, EdgeId id) {
  Edge const edge = graph_.edge(id);
  std::string_view const relation = graph_.relation(id).name;
  summary_.gather(graph_, id);
  out.text(graph_.id(edge.subject));
  out.text(graph_.id(edge.object));
  label(out, relation.empty() ? std::string_view{"_"} : relation);
  out.text(graph_.content_id(id, room_));
  out.text(relation);
  out.number(edge.sign);
  out.text(edge.negated ? "true" : "false");
  out.text(name(graph_.basis(id)));
  out.number(static_cast<std::int64_t>(summary_.weight));
  out.number(static_cast<std::int64_t>(summary_.witnesses));
  out.text(step_of(graph_, id));
  out.list(summary_.references);
  out.list(summary_.words);
  edge_columns_.write(out, graph_.attributes(id));
  out.end_row();
}

void PropertyGraph::write_link(CsvWriter& out, std::size_t link, std::int64_t from, std::int64_t to) {
  out.number(from);
  out.number(to);
  label(out, links_[link].type);
  out.end_row();
}

void PropertyGraph::write_places(EvidenceRow const& row, Files const& files, LinkFiles const& links) {
  DocumentView const document = graph_.document(row.record.document);
  if (row.new_document) {
    CsvWriter& out = *files[document_table];
    out.text(document.id);
    label(out, tables_[document_table].label);
    for (std::string_view const words :
         {document.doi, document.pmid, document.pmcid, document.title, document.journal, document.year, document.licence})
      out.text(words);
    out.end_row();
  }
  if (row.new_table) {
    CsvWriter& out = *files[table_table];
    out.number(row.table_number);
    label(out, tables_[table_table].label);
    out.text(row.record.table);
    out.text(row.record.caption);
    out.end_row();
    CsvWriter& link = *links[in_document];
    link.number(row.table_number);
    link.text(document.id);
    label(link, links_[in_document].type);
    link.end_row();
  }
  if (row.new_record) {
    CsvWriter& out = *files[record_table];
    out.number(row.record_number);
    label(out, tables_[record_table].label);
    out.text(row.record.id);
    out.end_row();
    write_link(*links[in_table], in_table, row.record_number, row.table_number);
  }
  if (row.new_cell) {
    CsvWriter& out = *files[cell_table];
    out.number(row.cell_number);
    label(out, tables_[cell_table].label);
    out.text(row.witness.field);
    out.text(row.witness.cell);
    out.end_row();
    write_link(*links[in_record], in_record, row.cell_number, row.record_number);
  }
}

// Every identifier, as a CURIE, of the works that a witness's references stand for.
void PropertyGraph::write_cited(CsvWriter& out, WitnessId id) {
  std::vector<std::string> cited;
  for (std::string_view const reference : graph_.references(id)) {
    for (CitedWork const& work : graph_.cited(reference)) {
      if (!work.pmid.empty()) cited.push_back("PMID:" + std::string{work.pmid});
      if (!work.doi.empty()) cited.push_back("DOI:" + std::string{work.doi});
      if (!work.pmcid.empty()) cited.push_back("PMCID:" + std::string{work.pmcid});
    }
  }
  std::sort(cited.begin(), cited.end());
  cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
  out.list(cited);
}

void PropertyGraph::write_witness(EvidenceRow const& row, CsvWriter& out, CsvWriter& qualified) {
  WitnessView const& witness = row.witness;
  auto const number = static_cast<std::int64_t>(index(row.id));
  out.number(number);
  label(out, tables_[witness_table].label);
  out.text(graph_.content_id(witness.edge, room_));
  for (Span const span : {witness.text, witness.trigger, witness.subject, witness.object}) write_words_in_cell(out, witness.cell, span);
  out.text(witness.rule);
  out.per_mille(witness.confidence);
  out.text(name(witness.basis));
  values_.clear();
  for (std::size_t i = 0; witness.flags != FlagSet{} && i < flag_names.size(); ++i) {
    if (witness.flags.has(static_cast<Flag>(i))) values_.push_back(flag_names[i]);
  }
  out.list(values_);
  out.list(graph_.references(row.id));
  write_cited(out, row.id);
  values_.clear();
  names_.clear();
  for (QualifierView const& qualifier : graph_.qualifiers(row.id)) {
    if (qualifier.node) {
      qualified.number(number);
      qualified.text(qualifier.value);
      label(qualified, links_[qualified_by].type);
      qualified.text(qualifier.key);
      qualified.end_row();
    } else if (!qualifier.key.empty() && !qualifier.value.empty()) {  // the two lists stay side by side
      names_.push_back(qualifier.key);
      values_.push_back(qualifier.value);
    }
  }
  out.list(names_);
  out.list(values_);
  out.end_row();
}

}  // namespace mechgraph
