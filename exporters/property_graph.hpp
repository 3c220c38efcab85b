// A graph as nodes and relationships with properties: what the formats neo4j and ladybug share.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/csv_writer.hpp"
#include "exporters/edge_text.hpp"
#include "exporters/evidence_rows.hpp"
#include "exporters/property_columns.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

enum class PropertyType { text, integer, real, truth, list };

struct Property {
  std::string name;
  PropertyType type = PropertyType::text;
};

// Nodes of one label. Their ids are texts for Node and Document, else numbers.
struct PropertyTable {
  std::string_view label;
  std::string_view id;  // the name of the id
  bool id_is_number = false;
  std::vector<Property> properties;
};

// Relationships of one type between nodes of two tables.
struct PropertyLink {
  std::string_view type;
  std::size_t from = 0, to = 0;  // in tables()
  std::vector<Property> properties;
};

// The nodes of the graph, and what witnesses stand in: (:Witness)-[:IN_CELL]->(:Cell)-[:IN_RECORD]->(:Record)-[:IN_TABLE]->
// (:DocumentTable)-[:IN_DOCUMENT]->(:Document), (:Witness)-[:QUALIFIED_BY]->(:Node). A relationship between nodes of the graph has its
// witnesses by its edge_id.
class PropertyGraph {
 public:
  static constexpr std::size_t table_count = 6, link_count = 5;
  using Files = std::array<CsvWriter*, table_count>;
  using LinkFiles = std::array<CsvWriter*, link_count>;

  // With `labelled`, each row has a cell more after its id or its two ends: the labels of the node or the type of the relationship.
  PropertyGraph(Graph const& graph, bool labelled);

  [[nodiscard]] std::array<PropertyTable, table_count> const& tables() const noexcept { return tables_; }
  [[nodiscard]] std::array<PropertyLink, link_count> const& links() const noexcept { return links_; }
  [[nodiscard]] std::vector<Property> const& edge_properties() const noexcept { return edge_properties_; }

  // All rows but those of edges, in one pass over nodes and witnesses. A row is the id and the properties, or the two ends and the
  // properties.
  void write(Files const& files, LinkFiles const& links);
  // One edge: its ends and its properties.
  void write_edge(CsvWriter& out, EdgeId id);

 private:
  void write_node(CsvWriter& out, NodeId id);
  void write_places(EvidenceRow const& row, Files const& files, LinkFiles const& links);
  void write_witness(EvidenceRow const& row, CsvWriter& out, CsvWriter& qualified_by);
  void write_cited(CsvWriter& out, WitnessId id);
  void write_link(CsvWriter& out, std::size_t link, std::int64_t from, std::int64_t to);
  void label(CsvWriter& out, std::string_view label) const {
    if (labelled_) out.text(label);
  }

  Graph const& graph_;
  bool labelled_;
  PropertyColumns node_columns_, edge_columns_;
  std::array<PropertyTable, table_count> tables_;
  std::array<PropertyLink, link_count> links_;
  std::vector<Property> edge_properties_;
  EdgeSummary summary_;
  TextBuffer room_;
  std::vector<std::string_view> values_, names_;
};

}  // namespace mechgraph
