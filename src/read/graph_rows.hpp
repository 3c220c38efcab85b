// Nodes, places and witnesses as our own JSON has them → rows of a part. docs/formats.md describes the members.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "domain/graph_part.hpp"
#include "read/json_members.hpp"

namespace mechgraph {

// The flag of a node by its name. Throws LineFault on an unknown one.
std::uint8_t node_flag(std::string_view name);

// Collects a part. Everything throws LineFault on what can not be; rollback() then takes back what has come since mark(). Texts are
// cleaned (base/text.hpp, clean_text), since escapes can bring in what the check of the input kept out.
class GraphRows {
 public:
  StringId text(std::string_view view);

  // The row of a node: the last one of its id where it says the same.
  std::uint32_t node(JsonObject const& described);
  // {"name":["value",...]}
  void attributes(JsonObject const& values, std::uint32_t owner, std::vector<GraphPart::Attribute>& rows);
  // The row of a record, with its document and table; those of the call before where they are the same.
  std::uint32_t record(GraphPart::Document const& document, std::string_view table, std::string_view caption, std::string_view id);
  // A document from its members id, doi, pmid, pmcid and title; `caption` tells apart those that have nothing else.
  GraphPart::Document document(JsonObject const& described, std::string_view caption);
  // Everything of a witness but its edge, from "basis" to "qualifiers", whose nodes are whole or only ids that stand elsewhere.
  // `document_id` qualifies references that are only printed.
  GraphPart::Witness witness(JsonObject const& line, std::uint32_t record_row, std::string_view document_id);

  void mark();
  void rollback();
  // The part so far; begins a new one.
  GraphPart hand_out();

  GraphPart part;
  std::uint64_t replaced = 0;  // code points that cleaning replaced

 private:
  void words(JsonObject const& line, std::uint32_t record_row, GraphPart::Witness& witness);
  void references(JsonObject const& line, std::string_view document_id, GraphPart::Witness& witness);
  void qualifiers(JsonObject const& line, GraphPart::Witness& witness);

  struct Mark {
    std::size_t nodes = 0, node_attributes = 0, edges = 0, edge_attributes = 0, witnesses = 0, citations = 0;
  };
  Mark mark_;
  tsl::robin_map<StringId, std::uint32_t> rows_;  // the last row of each node
};

}  // namespace mechgraph
