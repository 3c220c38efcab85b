// A folder for relational databases: a CSV file for each table, the schema, and scripts that load it all.
#include <memory>
#include <string>
#include <vector>

#include "exporters/csv_writer.hpp"
#include "exporters/exporter.hpp"
#include "exporters/sql_tables.hpp"

namespace mechgraph {
namespace {

void write_file(FolderSink& folder, std::string_view name, std::string_view text) {
  Sink sink = folder.file(name);
  sink.write(text);
  sink.close();
}

std::string header_of(SqlTable const& table) {
  std::string header;
  for (SqlColumn const& column : table.columns) header.append(header.empty() ? "" : ",").append(column.name);
  return header;
}

std::string for_postgresql() {
  std::string sql =
      "-- Loads this folder into an empty PostgreSQL database: cd FOLDER && createdb mechanisms && psql -d mechanisms -f postgresql.sql\n"
      "\\set ON_ERROR_STOP on\n"
      "\\encoding UTF8\n"
      "BEGIN;\n"
      "\\ir schema.sql\n";
  for (SqlTable const& table : sql_tables()) {
    sql.append("\\copy ").append(table.name).append(" FROM '").append(table.name).append(".csv' WITH (FORMAT csv, HEADER true)\n");
  }
  return sql + "\\ir views.sql\nCOMMIT;\nANALYZE;\n";
}

// SQLite's import knows no missing values: they are made of the empty texts that it reads instead.
std::string for_sqlite() {
  std::string sql =
      "-- Loads this folder into an SQLite database: cd FOLDER && sqlite3 mechanisms.db < sqlite.sql\n"
      ".bail on\n"
      "PRAGMA foreign_keys = OFF;\n"
      ".read schema.sql\n";
  std::string missing;
  for (SqlTable const& table : sql_tables()) {
    sql.append(".import --csv --skip 1 ").append(table.name).append(".csv ").append(table.name).append("\n");
    std::string set;
    for (SqlColumn const& column : table.columns) {
      if (column.type.find("NOT NULL") != std::string_view::npos) continue;
      set.append(set.empty() ? "" : ", ").append(column.name).append(" = nullif(").append(column.name).append(", '')");
    }
    if (!set.empty()) missing.append("UPDATE ").append(table.name).append(" SET ").append(set).append(";\n");
  }
  return sql + "BEGIN;\n" + missing + "COMMIT;\n.read views.sql\nANALYZE;\n";
}

std::string for_duckdb() {
  std::string sql =
      "-- Loads this folder into a DuckDB database: cd FOLDER && duckdb mechanisms.duckdb < duckdb.sql\n"
      ".read schema.sql\n";
  for (SqlTable const& table : sql_tables()) {
    sql.append("COPY ").append(table.name).append(" FROM '").append(table.name);
    sql.append(
        ".csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '\"', ESCAPE '\"', NULLSTR '', AUTO_DETECT false, PARALLEL false, "
        "MAX_LINE_SIZE 1000000000);\n");
  }
  return sql + ".read views.sql\n";
}

void write_sql(Graph const& graph, ExportOptions const&, FolderSink& folder) {
  std::vector<std::unique_ptr<CsvWriter>> files;
  std::array<RowWriter*, sql_table_count> tables{};
  for (SqlTable const& table : sql_tables()) {
    files.push_back(std::make_unique<CsvWriter>(folder.file(std::string{table.name} + ".csv"), header_of(table)));
    tables[files.size() - 1] = files.back().get();
  }
  write_sql_rows(graph, tables);
  for (auto const& file : files) file->close();

  write_file(folder, "schema.sql", sql_schema());
  write_file(folder, "views.sql", std::string{sql_indexes()} + sql_views());
  write_file(folder, "postgresql.sql", for_postgresql());
  write_file(folder, "sqlite.sql", for_sqlite());
  write_file(folder, "duckdb.sql", for_duckdb());
}

}  // namespace

extern Exporter const sql_exporter{"sql",
                                   ".sql",
                                   "a folder of CSV with scripts that load it into PostgreSQL, SQLite or DuckDB",
                                   {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                   nullptr,
                                   write_sql};

}  // namespace mechgraph
