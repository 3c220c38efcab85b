// The folder for relational databases.
#include <boost/test/unit_test.hpp>
#include <string>

#include "exporters/sql_tables.hpp"

#include "sample_graph.hpp"
#include "sqlite_reader.hpp"
#include "strict_csv.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(every_table_is_a_file_that_every_script_loads) {
  FolderTexts const files = exported_folder(sample_graph(), "sql");
  BOOST_TEST(files.size() == sql_table_count + 5U);
  for (SqlTable const& table : sql_tables()) {
    std::string const name{table.name};
    StrictCsv const csv{files.at(name + ".csv")};
    std::vector<std::string> columns;
    for (SqlColumn const& column : table.columns) columns.emplace_back(column.name);
    BOOST_TEST(csv.header() == columns, boost::test_tools::per_element());
    BOOST_TEST(files.at("postgresql.sql").find("\\copy " + name + " FROM '" + name + ".csv' WITH (FORMAT csv, HEADER true)\n") !=
               std::string::npos);
    BOOST_TEST(files.at("sqlite.sql").find(".import --csv --skip 1 " + name + ".csv " + name + "\n") != std::string::npos);
    BOOST_TEST(files.at("duckdb.sql").find("COPY " + name + " FROM '" + name + ".csv' (FORMAT csv, HEADER true, ") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_files_hold_what_the_database_holds) {
  FolderTexts const files = exported_folder(sample_graph(), "sql");
  SqliteReader db{exported(sample_graph(), "sqlite")};
  for (SqlTable const& table : sql_tables()) {
    StrictCsv const csv{files.at(std::string{table.name} + ".csv")};
    auto const rows = db.ask("SELECT * FROM " + std::string{table.name});
    BOOST_REQUIRE(csv.size() == rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      std::string cells;
      for (SqlColumn const& column : table.columns) {
        CsvCell const& cell = csv.cell(row, column.name);
        if (cell.text != "1" || column.type.find("DOUBLE") == std::string_view::npos)
          cells += cell.text + "|";
        else
          cells += "1.0|";
        BOOST_TEST(cell.quoted == (!cell.text.empty() && column.type.find("TEXT") != std::string_view::npos));
      }
      BOOST_TEST(cells == rows[row] + "|");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_schema_and_the_views_are_sql) {
  FolderTexts const files = exported_folder(sample_graph(), "sql");
  SqliteReader db;
  db.run(files.at("schema.sql"));
  db.run(files.at("views.sql"));
  for (char const* const view : {"statements", "hops", "record_paths", "mechanism_paths"})
    BOOST_TEST(db.one("SELECT count(*) FROM " + std::string{view}) == "0");
}
