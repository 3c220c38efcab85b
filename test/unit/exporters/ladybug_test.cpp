// The folder for LadybugDB and Kuzu.
#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"
#include "strict_csv.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(every_table_is_declared_and_copied_from_its_file) {
  FolderTexts const files = exported_folder(sample_graph(), "ladybug");
  std::string const& schema = files.at("schema.cypher");
  std::string const& copy = files.at("copy.cypher");
  std::size_t tables = 0;
  for (auto const& [file, text] : files) {
    if (!file.ends_with(".csv")) continue;
    ++tables;
    std::string const name = "`" + file.substr(0, file.size() - 4) + "`";
    BOOST_TEST(!line_with(schema, " TABLE " + name + "(").empty());
    BOOST_TEST(!line_with(copy, "COPY " + name + " FROM (LOAD FROM '" + file + "' (HEADER=true, ").empty());
  }
  BOOST_TEST(lines_of(schema).size() == tables);
  BOOST_TEST(lines_of(copy).size() == tables + 1);  // a comment
}

BOOST_AUTO_TEST_CASE(lists_are_split_while_they_are_copied_and_numbers_cast) {
  std::string const copy = line_with(exported_folder(sample_graph(), "ladybug").at("copy.cypher"), "COPY `decreases`");
  BOOST_TEST(copy.find("RETURN `from`, `to`, `edge_id`, `relation`, CAST(`sign` AS INT64), CAST(`negated` AS BOOL), `basis`, "
                       "CAST(`works` AS INT64), CAST(`witness_count` AS INT64), `step`, string_split(`references`, '\x1F'), ") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_relation_can_not_take_the_name_of_a_table) {
  PartMaker p;
  p.table("PMID:1", "", "", "#1", "");
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a");
  auto const b = p.node("X:2", Kind::mediator, "Gene", "b");
  auto const cell = p.cell("1", "result", "it");
  for (char const* const relation : {"NODE", "in_cell", "x`(); MATCH (n) DELETE n;//", "x.(); MATCH (n) DELETE n;//"})
    p.witness(p.edge(a, relation, b, 1), cell, "it");
  FolderTexts const files = exported_folder(p.graph(), "ladybug");
  for (char const* const file : {"NODE_2.csv", "in_cell_2.csv", "x_____MATCH__n__DELETE_n___.csv", "x_____MATCH__n__DELETE_n____2.csv"})
    BOOST_TEST(StrictCsv{files.at(file)}.size() == 1U);
  BOOST_TEST(files.at("schema.cypher").find("DELETE n") == std::string::npos);
}
