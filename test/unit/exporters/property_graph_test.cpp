// A graph as nodes and relationships with properties.
#include "exporters/property_graph.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"
#include "strict_csv.hpp"

using namespace mechgraph;

namespace {

// The row of a file in which `column` is `value`.
std::size_t row_where(StrictCsv const& csv, std::string_view column, std::string_view value) {
  for (std::size_t row = 0; row < csv.size(); ++row) {
    if (csv.at(row, column) == value) return row;
  }
  BOOST_FAIL("no row where " << column << " is " << value);
  return 0;
}

std::string bars(std::string text) {
  for (char& c : text) {
    if (c == '\x1F') c = '|';
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(nodes_evidence_and_links_have_a_row_each) {
  Graph const graph = sample_graph();
  FolderTexts const files = exported_folder(graph, "ladybug");
  auto const rows = [&](std::string const& name) { return StrictCsv{files.at(name)}.size(); };
  BOOST_TEST(rows("Node.csv") == graph.node_count());
  BOOST_TEST(rows("Witness.csv") == graph.witness_count());
  BOOST_TEST(rows("IN_CELL.csv") == graph.witness_count());
  BOOST_TEST(rows("Record.csv") == graph.record_count());
  BOOST_TEST(rows("IN_TABLE.csv") == graph.record_count());
  BOOST_TEST(rows("Document.csv") == graph.document_count());
  BOOST_TEST(rows("IN_DOCUMENT.csv") == rows("DocumentTable.csv"));
  BOOST_TEST(rows("IN_RECORD.csv") == rows("Cell.csv"));
  BOOST_TEST(rows("QUALIFIED_BY.csv") == 1U);
}

BOOST_AUTO_TEST_CASE(a_node_has_its_attributes_as_lists) {
  StrictCsv const nodes{exported_folder(sample_graph(), "ladybug").at("Node.csv")};
  std::size_t const drug = row_where(nodes, "node_id", "DrugBank:DB 1");
  BOOST_TEST(nodes.at(drug, "type") == "biolink:Drug");
  BOOST_TEST(nodes.at(drug, "flags") == "foreign");
  BOOST_TEST(nodes.at(drug, "step") == "inner");
  BOOST_TEST(bars(nodes.at(drug, "synonym")) == "one|two|three\\");
  BOOST_TEST(nodes.at(drug, "in_stock") == "yes");
  BOOST_TEST(nodes.at(drug, "valence") == "0");
  std::size_t const given = row_where(nodes, "node_id", sample_intervention);
  BOOST_TEST(nodes.at(given, "identifier") == "");
  BOOST_TEST(nodes.at(given, "composition") == "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124");
}

BOOST_AUTO_TEST_CASE(an_edge_has_its_sign_and_its_witnesses_by_its_id) {
  FolderTexts const files = exported_folder(sample_graph(), "ladybug");
  StrictCsv const edges{files.at("decreases.csv")};
  BOOST_REQUIRE(edges.size() == 1U);
  BOOST_TEST(edges.at(0, "from") == sample_intervention);
  BOOST_TEST(edges.at(0, "to") == "NCBIGene:114548");
  BOOST_TEST(edges.at(0, "sign") == "-1");
  BOOST_TEST(edges.at(0, "negated") == "false");
  BOOST_TEST(edges.at(0, "step") == "effect");
  BOOST_TEST(edges.at(0, "works") == "2");
  BOOST_TEST(bars(edges.at(0, "references")) == "DOI:10.1000/x(1)#107|DOI:10.1000/x(1)#108");
  BOOST_TEST(edges.at(0, "words") == "Suppression of NLRP3");
  BOOST_TEST(StrictCsv{files.at("increases.csv")}.at(0, "sign") == "1");
  BOOST_TEST(StrictCsv{files.at("affects.csv")}.at(0, "negated") == "true");
  BOOST_TEST(StrictCsv{files.at("biolink_interacts_with.csv")}.at(0, "relation") == "biolink:interacts with");
  BOOST_TEST(StrictCsv{files.at("biolink_interacts_with.csv")}.at(0, "score") == "0.5");

  StrictCsv const witnesses{files.at("Witness.csv")};
  std::size_t const row = row_where(witnesses, "edge_id", edges.at(0, "edge_id"));
  BOOST_TEST(witnesses.at(row, "trigger_words") == "Suppression");
  BOOST_TEST(witnesses.at(row, "object_start") == "18");
  BOOST_TEST(witnesses.at(row, "confidence") == "0.64");
  BOOST_TEST(bars(witnesses.at(row, "flags")) == "ambiguous_trigger|coordination");
  BOOST_TEST(bars(witnesses.at(row, "cited")) == "DOI:10.5/b|PMID:77");
  BOOST_TEST(witnesses.at(row, "context_names") == "magnitude");
  BOOST_TEST(witnesses.at(row, "context_values") == "marked");
  StrictCsv const qualified{files.at("QUALIFIED_BY.csv")};
  BOOST_TEST(qualified.at(0, "from") == witnesses.at(row, "id"));
  BOOST_TEST(qualified.at(0, "to") == "CL:0000235");
  BOOST_TEST(qualified.at(0, "name") == "cell_type");
}
