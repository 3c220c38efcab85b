// Nodes, documents and witnesses as JSON: the vocabulary that jsonl lines and the "witnesses" of GraphML share. docs/formats.md lists it.
#pragma once

#include <string_view>
#include <vector>

#include "exporters/json.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// Members of a node: key, id, label, kind, type; flags where it has some; for an Intervention also derivative, source and modifiers.
// `with_attributes` adds every attribute as name → values. `words` name the node in a cell: the member text, where they are not the label.
void node_object(JsonWriter& json, Graph const& graph, NodeId id, bool with_attributes, std::string_view words = {});

// Attributes as {"name":["value",...],...}.
void attributes_object(JsonWriter& json, Graph const& graph, NodeId node);
void attributes_object(JsonWriter& json, Graph const& graph, EdgeId edge);

// The members doi, pmid, pmcid, title, journal, year and licence of a document, those that it has; the caller opens and closes the object.
void document_members(JsonWriter& json, DocumentView const& document);

// {"reference":"107","pmid":"…","doi":"…","pmcid":"…"}: what a reference stands for.
void cited_object(JsonWriter& json, std::string_view reference, CitedWork const& work);

// "cited" of a witness: the works that its references stand for, and the publications that it cites themselves, these without "reference".
// A reference of another document is named whole. No member where nothing is known.
void cited_member(JsonWriter& json, Graph const& graph, WitnessId id);

// "reference" (as printed, joined by ","), "cited" and "basis" of a witness.
void source_members(JsonWriter& json, Graph const& graph, WitnessId id, WitnessView const& witness, bool with_cited = true);

// "context", "evidence", "trigger", "rule", "confidence", "flags", "mentions", "references" and "qualifiers" of a witness. Offsets count
// code points of the cell. The nodes of qualifiers are only ids; where `described` is given they are whole, with attributes where it does
// not have them yet, and it has them then.
void reading_members(JsonWriter& json, Graph const& graph, WitnessId id, WitnessView const& witness,
                     std::vector<bool>* described = nullptr);

// A witness whole, for formats that hang it on its edge: record, document (an id of documents_array), table, and what source_members and
// reading_members give.
void witness_object(JsonWriter& json, Graph const& graph, WitnessId id);
// All witnesses of an edge, in order.
void witnesses_array(JsonWriter& json, Graph const& graph, EdgeId edge);
// All documents with the captions of their tables: [{"id",…,"tables":[{"name","caption"}]}]. Linear in the records.
void documents_array(JsonWriter& json, Graph const& graph);

// The number by which a reference is printed in its document: "107" of "DOI:10.1186/x#107"; empty for the identifier of a publication.
std::string_view printed_reference(std::string_view reference);

}  // namespace mechgraph
