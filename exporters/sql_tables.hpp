// A graph as tables of a relational database: what the formats sql and sqlite share.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "exporters/row_writer.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

struct SqlColumn {
  std::string_view name;
  std::string_view type;  // with its constraints
};

struct SqlTable {
  std::string_view name;
  std::span<SqlColumn const> columns;
};

// Where each table stands in sql_tables(): a table comes after those that it refers to.
enum class SqlTableId : std::size_t {
  relations,
  nodes,
  node_attributes,
  edges,
  edge_attributes,
  documents,
  document_tables,
  records,
  cells,
  witnesses,
  record_edges,
  witness_flags,
  witness_references,
  cited_works,
  qualifiers,
};
inline constexpr std::size_t sql_table_count = static_cast<std::size_t>(SqlTableId::qualifiers) + 1;

std::span<SqlTable const, sql_table_count> sql_tables();

// SQL that PostgreSQL, SQLite and DuckDB all take, each statement ended by ";" and a line feed. The tables; the indexes, to be made once
// the rows are in; the views: statements to read, hops that mechanism paths may take, and the paths themselves.
std::string sql_schema();
std::string_view sql_indexes();
std::string sql_views();

// Gives every row of the graph to the writer of its table, in one pass over nodes, edges and witnesses, each in the graph's order. docs/
// formats.md lists the columns.
void write_sql_rows(Graph const& graph, std::array<RowWriter*, sql_table_count> const& tables);

}  // namespace mechgraph
