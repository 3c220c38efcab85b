// A graph as tables of a relational database: their columns, indexes and views.
#include "exporters/sql_tables.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view key = "TEXT NOT NULL PRIMARY KEY";
constexpr std::string_view number_key = "INTEGER NOT NULL PRIMARY KEY";
constexpr std::string_view text = "TEXT";
constexpr std::string_view needed = "TEXT NOT NULL";
constexpr std::string_view number = "INTEGER";
constexpr std::string_view needed_number = "INTEGER NOT NULL";
constexpr std::string_view truth = "INTEGER NOT NULL";  // 0 or 1: SQLite has no other
constexpr std::string_view to_node = "TEXT NOT NULL REFERENCES nodes (id)";
constexpr std::string_view to_edge = "TEXT NOT NULL REFERENCES edges (id)";
constexpr std::string_view to_witness = "INTEGER NOT NULL REFERENCES witnesses (id)";

constexpr SqlColumn relations[] = {
    {"name", key},          {"inverse", text},      {"class", needed},        {"sign", needed_number}, {"mutual", truth},
    {"transparent", truth}, {"in_identity", truth}, {"carries_cargo", truth}, {"context_only", truth},
};
constexpr SqlColumn nodes[] = {
    {"id", key},           {"kind", needed},        {"type", text},
    {"label", text},       {"identifier", text},    {"valence", "INTEGER NOT NULL CHECK (valence IN (-1, 0, 1))"},
    {"unresolved", truth}, {"foreign_type", truth}, {"ancestor", truth},
    {"step", text},
};
constexpr SqlColumn node_attributes[] = {{"node_id", to_node}, {"name", text}, {"value", text}};
constexpr SqlColumn edges[] = {
    {"id", key},
    {"subject", to_node},
    {"relation", "TEXT NOT NULL REFERENCES relations (name)"},
    {"object", to_node},
    {"sign", "INTEGER NOT NULL CHECK (sign IN (-1, 0, 1))"},
    {"negated", truth},
    {"basis", needed},
    {"works", needed_number},
    {"witness_count", needed_number},
    {"step", text},
};
constexpr SqlColumn edge_attributes[] = {{"edge_id", to_edge}, {"name", text}, {"value", text}};
constexpr SqlColumn documents[] = {{"id", key},     {"doi", text},     {"pmid", text}, {"pmcid", text},
                                   {"title", text}, {"journal", text}, {"year", text}, {"licence", text}};
constexpr SqlColumn cited_works[] = {{"reference", needed}, {"work", needed}, {"doi", text}, {"pmid", text}, {"pmcid", text}};
constexpr SqlColumn document_tables[] = {
    {"id", number_key}, {"document_id", "TEXT NOT NULL REFERENCES documents (id)"}, {"name", text}, {"caption", text}};
constexpr SqlColumn records[] = {{"id", number_key}, {"table_id", "INTEGER NOT NULL REFERENCES document_tables (id)"}, {"record", text}};
constexpr SqlColumn cells[] = {
    {"id", number_key}, {"record_id", "INTEGER NOT NULL REFERENCES records (id)"}, {"field", text}, {"content", text}};
constexpr SqlColumn witnesses[] = {
    {"id", number_key},
    {"edge_id", to_edge},
    {"cell_id", "INTEGER NOT NULL REFERENCES cells (id)"},
    {"words", text},
    {"words_start", number},
    {"words_end", number},
    {"trigger_words", text},
    {"trigger_start", number},
    {"trigger_end", number},
    {"subject_words", text},
    {"subject_start", number},
    {"subject_end", number},
    {"object_words", text},
    {"object_start", number},
    {"object_end", number},
    {"rule", text},
    {"confidence", "DOUBLE PRECISION NOT NULL"},
    {"basis", needed},
};
constexpr SqlColumn record_edges[] = {{"record_id", "INTEGER NOT NULL REFERENCES records (id)"}, {"edge_id", to_edge}, {"by_cargo", truth}};
constexpr SqlColumn witness_flags[] = {{"witness_id", to_witness}, {"flag", needed}};
constexpr SqlColumn witness_references[] = {{"witness_id", to_witness}, {"reference", needed}, {"number", text}};
constexpr SqlColumn qualifiers[] = {{"witness_id", to_witness}, {"name", text}, {"value", text}, {"node_id", "TEXT REFERENCES nodes (id)"}};

// The search for paths. With `by_record`, all hops of a path are said by one record. A list of nodes is written as a line of CSV between
// commas, so that no identifier can look like two or like a part of another.
std::string path_view(bool by_record) {
  auto const only = [&](std::string_view words) { return by_record ? std::string{words} : std::string{}; };
  std::string_view const longest = by_record ? "6" : "4";
  std::string const quoted_object = "'\"' || replace(e.object, '\"', '\"\"') || '\",'";
  std::string sql = by_record ? "CREATE VIEW record_paths AS\n" : "CREATE VIEW mechanism_paths AS\n";
  sql += "WITH RECURSIVE walk (" + only("record_id, by_cargo, ") +
         "from_id, to_id, hops, sign, may_end, nodes, edges, mediators, labels) AS (\n"
         "  SELECT " +
         only("r.record_id, r.by_cargo, ") +
         "h.from_id, h.to_id, 1, h.sign, h.may_end,\n"
         "    ',\"' || replace(h.from_id, '\"', '\"\"') || '\",\"' || replace(h.to_id, '\"', '\"\"') || '\",',\n"
         "    h.edge_id, '', coalesce(a.label, a.id) || h.arrow || coalesce(b.label, b.id)\n"
         "  FROM hops h JOIN nodes a ON a.id = h.from_id JOIN nodes b ON b.id = h.to_id" +
         only(" JOIN record_edges r ON r.edge_id = h.edge_id") +
         "\n"
         "  UNION ALL\n"
         "  SELECT " +
         only("w.record_id, CASE WHEN r.by_cargo = 1 THEN 1 ELSE w.by_cargo END, ") +
         "w.from_id, e.object, w.hops + 1,\n"
         "    w.sign * CASE e.step WHEN 'effect' THEN e.sign ELSE 1 END, CASE e.step WHEN 'effect' THEN 1 ELSE 0 END,\n"
         "    w.nodes || " +
         quoted_object +
         ", w.edges || ',' || e.id,\n"
         "    w.mediators || CASE WHEN m.kind <> 'mediator' THEN '' WHEN w.mediators = '' THEN coalesce(m.label, m.id)\n"
         "                        ELSE ', ' || coalesce(m.label, m.id) END,\n"
         "    w.labels || CASE WHEN e.step <> 'effect' THEN ' \u2014' || e.relation || '\u2192 ' WHEN e.sign > 0 THEN ' \u2192 '\n"
         "                     WHEN e.sign < 0 THEN ' \u22A3 ' ELSE ' \u21E2 ' END || coalesce(o.label, o.id)\n"
         "  FROM walk w\n"
         "  JOIN nodes m ON m.id = w.to_id AND m.step IN ('inner', 'preparation')\n"
         "  JOIN edges e ON e.subject = w.to_id AND e.step IN ('effect', 'onward')\n"
         "  JOIN nodes o ON o.id = e.object AND coalesce(o.step, '') <> 'preparation'\n" +
         only("  JOIN record_edges r ON r.record_id = w.record_id AND r.edge_id = e.id\n") + "  WHERE w.hops < ";
  sql.append(longest).append(" AND replace(w.nodes, ',' || ").append(quoted_object).append(", '') = w.nodes\n)\nSELECT ");
  sql += only("record_id, CASE by_cargo WHEN 1 THEN 'suggested' ELSE 'asserted' END AS support, ") +
         "from_id, to_id, hops, sign, mediators, labels, nodes, edges FROM walk WHERE may_end = 1;\n";
  return sql;
}

}  // namespace

std::span<SqlTable const, sql_table_count> sql_tables() {
  static constexpr SqlTable tables[] = {
      {"relations", relations},
      {"nodes", nodes},
      {"node_attributes", node_attributes},
      {"edges", edges},
      {"edge_attributes", edge_attributes},
      {"documents", documents},
      {"document_tables", document_tables},
      {"records", records},
      {"cells", cells},
      {"witnesses", witnesses},
      {"record_edges", record_edges},
      {"witness_flags", witness_flags},
      {"witness_references", witness_references},
      {"cited_works", cited_works},
      {"qualifiers", qualifiers},
  };
  return tables;
}

std::string sql_schema() {
  std::string sql;
  for (SqlTable const& table : sql_tables()) {
    sql.append("CREATE TABLE ").append(table.name).append(" (");
    bool first = true;
    for (SqlColumn const& column : table.columns) {
      sql.append(first ? "\n  " : ",\n  ").append(column.name).append(" ").append(column.type);
      first = false;
    }
    sql += "\n);\n";
  }
  return sql;
}

std::string_view sql_indexes() {
  return "CREATE INDEX node_label ON nodes (label);\n"
         "CREATE INDEX node_attribute_owner ON node_attributes (node_id, name);\n"
         "CREATE INDEX edge_subject ON edges (subject, relation);\n"
         "CREATE INDEX edge_object ON edges (object, relation);\n"
         "CREATE INDEX edge_attribute_owner ON edge_attributes (edge_id, name);\n"
         "CREATE INDEX record_table ON records (table_id);\n"
         "CREATE INDEX cell_record ON cells (record_id);\n"
         "CREATE INDEX witness_edge ON witnesses (edge_id);\n"
         "CREATE INDEX witness_cell ON witnesses (cell_id);\n"
         "CREATE UNIQUE INDEX record_edge_record ON record_edges (record_id, edge_id);\n"
         "CREATE INDEX record_edge_edge ON record_edges (edge_id);\n"
         "CREATE INDEX witness_flag_owner ON witness_flags (witness_id);\n"
         "CREATE INDEX witness_reference_owner ON witness_references (witness_id);\n"
         "CREATE INDEX witness_reference_text ON witness_references (reference);\n"
         "CREATE INDEX cited_work_reference ON cited_works (reference);\n"
         "CREATE INDEX qualifier_owner ON qualifiers (witness_id);\n";
}

std::string sql_views() {
  return "CREATE VIEW statements AS\n"
         "SELECT w.id AS witness_id, e.id AS edge_id, s.id AS subject_id, s.label AS subject, e.relation, e.sign, e.negated,\n"
         "  o.id AS object_id, o.label AS object, w.basis, w.confidence, w.words, c.field, r.record, t.name AS document_table,\n"
         "  t.document_id, w.rule, c.record_id\n"
         "FROM witnesses w JOIN edges e ON e.id = w.edge_id JOIN nodes s ON s.id = e.subject JOIN nodes o ON o.id = e.object\n"
         "JOIN cells c ON c.id = w.cell_id JOIN records r ON r.id = c.record_id JOIN document_tables t ON t.id = r.table_id;\n"
         "CREATE VIEW hops AS\n"
         "SELECT e.subject AS from_id, e.object AS to_id, e.id AS edge_id,\n"
         "  CASE e.step WHEN 'effect' THEN e.sign ELSE 1 END AS sign, CASE e.step WHEN 'effect' THEN 1 ELSE 0 END AS may_end,\n"
         "  0 AS reversed, CASE WHEN e.step <> 'effect' THEN ' \u2014' || e.relation || '\u2192 ' WHEN e.sign > 0 THEN ' \u2192 '\n"
         "                      WHEN e.sign < 0 THEN ' \u22A3 ' ELSE ' \u21E2 ' END AS arrow\n"
         "FROM edges e JOIN nodes o ON o.id = e.object\n"
         "WHERE e.step IN ('effect', 'onward') AND coalesce(o.step, '') <> 'preparation' AND e.subject <> e.object\n"
         "UNION ALL\n"
         "SELECT e.object, e.subject, e.id, 1, 0, 1, ' \u2190 ' FROM edges e JOIN nodes o ON o.id = e.object\n"
         "WHERE e.step IN ('entry', 'onward') AND coalesce(o.step, '') <> 'preparation';\n" +
         path_view(true) + path_view(false);
}

}  // namespace mechgraph
