// Nodes, documents and witnesses as JSON.
#include "exporters/witness_json.hpp"

#include <optional>
#include <string>

#include "base/text.hpp"
#include "exporters/node_text.hpp"
#include "exporters/preparation.hpp"

namespace mechgraph {
namespace {

// A part of a preparation: a node of this graph, else a term of the ontology, else only its id (a selection may have left it out).
void part_object(JsonWriter& json, Graph const& graph, std::string_view id, std::string_view relation = {}) {
  std::string_view key;
  std::string_view label;
  if (auto const node = graph.find(id)) {
    key = graph.attribute(*node, attribute::key);
    label = graph.node(*node).label;
  } else if (auto const term = graph.ontology().find_id(id)) {
    key = graph.ontology().term(*term).key;
    label = graph.ontology().term(*term).label;
  }
  json.begin_object();
  json.member("relation", relation);
  json.member("key", key);
  json.member("id", id);
  json.member("label", label);
  json.end_object();
}

void preparation_members(JsonWriter& json, Graph const& graph, std::string_view composition) {
  PreparationParts const parts = preparation_parts(composition);
  json.key("derivative");
  part_object(json, graph, parts.derivative);
  if (!parts.sources.empty()) {
    json.key("source");
    part_object(json, graph, parts.sources.front());
  }
  if (parts.sources.size() > 1) {  // "source" stays one object for those who expect one
    json.key("sources").begin_array();
    for (std::string_view const source : parts.sources) part_object(json, graph, source);
    json.end_array();
  }
  json.key("modifiers").begin_array();
  for (auto const& modifier : parts.modifiers) part_object(json, graph, modifier.id, modifier.relation);
  json.end_array();
}

template <class Id>
void attribute_members(JsonWriter& json, Graph const& graph, Id id) {
  json.begin_object();
  std::string_view open;
  bool any = false;
  for (auto const [name, value] : graph.attributes(id)) {
    if (!any || name != open) {
      if (any) json.end_array();
      json.data_key(name).begin_array();
      open = name;
      any = true;
    }
    json.value(value);
  }
  if (any) json.end_array();
  json.end_object();
}

// The span in code points of the cell.
void span_members(JsonWriter& json, std::string_view cell, Span span) {
  std::size_t const start = count_code_points(cell.substr(0, span.begin));
  json.key("start").value(start);
  json.key("end").value(start + count_code_points(cut(cell, span)));
}

void words_object(JsonWriter& json, std::string_view cell, Span span) {
  json.begin_object();
  json.key("text").value(cut(cell, span));
  span_members(json, cell, span);
  json.end_object();
}

// A publication's identifier by its prefix: {"pmid":"123"}.
void publication_object(JsonWriter& json, std::string_view curie) {
  json.begin_object();
  std::size_t const colon = curie.find(':');
  std::string_view const prefix = curie.substr(0, colon);
  std::string_view const name = prefix == "PMID" ? "pmid" : prefix == "DOI" || prefix == "doi" ? "doi" : prefix == "PMCID" ? "pmcid" : "id";
  json.key(name).value(name == "id" || colon == std::string_view::npos ? curie : curie.substr(colon + 1));
  json.end_object();
}

}  // namespace

std::string_view printed_reference(std::string_view reference) {
  std::size_t const hash = reference.rfind('#');
  return hash == std::string_view::npos ? std::string_view{} : reference.substr(hash + 1);
}

void attributes_object(JsonWriter& json, Graph const& graph, NodeId node) { attribute_members(json, graph, node); }
void attributes_object(JsonWriter& json, Graph const& graph, EdgeId edge) { attribute_members(json, graph, edge); }

void node_object(JsonWriter& json, Graph const& graph, NodeId id, bool with_attributes, std::string_view words) {
  Node const node = graph.node(id);
  json.begin_object();
  json.member("key", graph.attribute(id, attribute::key));
  json.key("id").value(node.id);
  json.key("label").value(node.label);
  json.key("kind").value(name(node.kind));
  json.member("type", node.type);
  auto const composition = graph.attribute(id, attribute::composition);
  if (composition.empty() && words != node.label) json.member("text", words);
  if (!composition.empty()) {
    preparation_members(json, graph, composition);
  }
  if (node.flags != 0) {
    json.key("flags").begin_array();
    each_flag(node, [&](std::string_view flag) { json.value(flag); });
    json.end_array();
  }
  if (with_attributes && !graph.attributes(id).empty()) {
    json.key("attributes");
    attributes_object(json, graph, id);
  }
  json.end_object();
}

void document_members(JsonWriter& json, DocumentView const& document) {
  json.member("doi", document.doi);
  json.member("pmid", document.pmid);
  json.member("pmcid", document.pmcid);
  json.member("title", document.title);
  json.member("journal", document.journal);
  json.member("year", document.year);
  json.member("licence", document.licence);
}

void cited_object(JsonWriter& json, std::string_view reference, CitedWork const& work) {
  json.begin_object();
  json.key("reference").value(reference);
  json.member("pmid", work.pmid);
  json.member("doi", work.doi);
  json.member("pmcid", work.pmcid);
  json.end_object();
}

void cited_member(JsonWriter& json, Graph const& graph, WitnessId id) {
  bool is_open = false;
  auto const open = [&] {
    if (!is_open) json.key("cited").begin_array();
    is_open = true;
  };
  for (std::string_view const reference : graph.references(id)) {
    std::string_view const printed = printed_reference(reference);
    if (printed.empty()) {
      open();
      publication_object(json, reference);
      continue;
    }
    std::string_view const document = graph.id(graph.document_of(graph.record_of(id)));
    bool const is_own = reference.size() == document.size() + 1 + printed.size() && reference.starts_with(document);
    for (CitedWork const& work : graph.cited(reference)) {
      open();
      cited_object(json, is_own ? printed : reference, work);
    }
  }
  if (is_open) json.end_array();
}

void source_members(JsonWriter& json, Graph const& graph, WitnessId id, WitnessView const& witness, bool with_cited) {
  std::string printed;
  for (std::string_view const reference : graph.references(id)) {
    std::string_view const number = printed_reference(reference);
    if (!number.empty()) printed.append(printed.empty() ? "" : ",").append(number);
  }
  json.member("reference", printed);
  if (with_cited) cited_member(json, graph, id);
  json.key("basis").value(name(witness.basis));
}

void reading_members(JsonWriter& json, Graph const& graph, WitnessId id, WitnessView const& witness, std::vector<bool>* described) {
  auto const qualifiers = graph.qualifiers(id);
  json.key("context").begin_object();
  for (std::size_t i = 0; i < qualifiers.size();) {
    std::size_t end = i + 1;
    while (end < qualifiers.size() && qualifiers[end].key == qualifiers[i].key) ++end;
    json.data_key(qualifiers[i].key);
    bool const several = end - i > 1;
    if (several) json.begin_array();
    for (; i < end; ++i) {
      std::string_view const key = qualifiers[i].node ? graph.attribute(*qualifiers[i].node, attribute::key) : std::string_view{};
      json.value(key.empty() ? qualifiers[i].value : key);
    }
    if (several) json.end_array();
  }
  json.end_object();

  json.key("evidence").begin_object();
  json.key("field").value(witness.field);
  if (!witness.cell.empty()) {
    json.key("cell").value(witness.cell);
    json.key("text").value(witness.words());
    span_members(json, witness.cell, witness.text);
  }
  json.end_object();
  if (!witness.trigger.empty()) {
    json.key("trigger");
    words_object(json, witness.cell, witness.trigger);
  }
  json.member("rule", witness.rule);
  json.key("confidence").per_mille(witness.confidence);
  json.key("flags").begin_array();
  for (std::size_t i = 0; i < flag_names.size(); ++i) {
    if (witness.flags.has(static_cast<Flag>(i))) json.value(flag_names[i]);
  }
  json.end_array();
  if (!witness.subject.empty() || !witness.object.empty()) {
    json.key("mentions").begin_object();
    if (!witness.subject.empty()) {
      json.key("subject");
      words_object(json, witness.cell, witness.subject);
    }
    if (!witness.object.empty()) {
      json.key("object");
      words_object(json, witness.cell, witness.object);
    }
    json.end_object();
  }
  if (!graph.references(id).empty()) {
    json.key("references").begin_array();
    for (std::string_view const reference : graph.references(id)) json.value(reference);
    json.end_array();
  }
  if (!qualifiers.empty()) {
    json.key("qualifiers").begin_array();
    for (auto const& qualifier : qualifiers) {
      json.begin_object();
      json.key("key").value(qualifier.key);
      if (qualifier.node && described != nullptr) {
        json.key("node");
        node_object(json, graph, *qualifier.node, !(*described)[index(*qualifier.node)]);
        (*described)[index(*qualifier.node)] = true;
      } else {
        json.key(qualifier.node ? "node" : "text").value(qualifier.value);
      }
      json.end_object();
    }
    json.end_array();
  }
}

void witness_object(JsonWriter& json, Graph const& graph, WitnessId id) {
  WitnessView const witness = graph.witness(id);
  RecordView const record = graph.record(witness.record);
  json.begin_object();
  json.key("record").value(record.id);
  json.key("document").value(graph.id(record.document));
  json.key("table").value(record.table);
  source_members(json, graph, id, witness);
  reading_members(json, graph, id, witness);
  json.end_object();
}

void witnesses_array(JsonWriter& json, Graph const& graph, EdgeId edge) {
  json.begin_array();
  for (WitnessId const id : graph.witnesses(edge)) witness_object(json, graph, id);
  json.end_array();
}

void documents_array(JsonWriter& json, Graph const& graph) {
  json.begin_array();
  std::optional<DocumentId> open;
  std::string_view table;
  bool any_table = false;
  auto const close = [&] {
    if (!open) return;
    json.end_array();
    json.end_object();
  };
  for (RecordId const id : graph.records()) {  // in order of document and table
    RecordView const record = graph.record(id);
    if (open != record.document) {
      close();
      open = record.document;
      any_table = false;
      DocumentView const document = graph.document(record.document);
      json.begin_object();
      json.key("id").value(document.id);
      document_members(json, document);
      json.key("tables").begin_array();
    }
    if (any_table && record.table == table) continue;
    table = record.table;
    any_table = true;
    json.begin_object();
    json.key("name").value(table);
    json.member("caption", record.caption);
    json.end_object();
  }
  close();
  json.end_array();
}

}  // namespace mechgraph
