// Sheets that are readable alone.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"
#include "strict_csv.hpp"

using namespace mechgraph;

namespace {

std::string sheet(std::string_view name) { return exported_folder(sample_graph(), "csv").at(std::string{name}).substr(3); }

// The first row whose column has the text.
std::size_t row_with(StrictCsv const& rows, std::string_view column, std::string_view text) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows.at(row, column) == text) return row;
  }
  BOOST_FAIL("no row with " << text);
  return 0;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_node_is_a_row_with_its_attributes) {
  std::string const text = sheet("nodes.csv");
  StrictCsv const nodes{text};
  std::size_t const drug = row_with(nodes, "id", "DrugBank:DB 1");
  BOOST_TEST(nodes.at(drug, "label") == "a drug");
  BOOST_TEST(nodes.at(drug, "flags") == "foreign");
  BOOST_TEST(nodes.at(drug, "edges_out") == "1");
  BOOST_TEST(nodes.at(drug, "synonym") == "one|two; three\\");
  BOOST_TEST(nodes.at(row_with(nodes, "label", "acute liver failure"), "valence") == "-1");
}

BOOST_AUTO_TEST_CASE(an_edge_is_a_row_with_the_names_of_its_ends) {
  std::string const text = sheet("edges.csv");
  StrictCsv const edges{text};
  std::size_t const less = row_with(edges, "relation", "decreases");
  BOOST_TEST(edges.at(less, "subject") == "TNF-pretreated exosome (bone marrow)");
  BOOST_TEST(edges.at(less, "object") == "NLRP3");
  BOOST_TEST(edges.at(less, "sign") == "-1");
  BOOST_TEST(!edges.cell(less, "sign").quoted);
  BOOST_TEST(edges.at(less, "references") == "DOI:10.1000/x(1)#107; DOI:10.1000/x(1)#108");
  BOOST_TEST(edges.at(less, "context") == "cell_type: macrophage; magnitude: marked");
  BOOST_TEST(edges.at(row_with(edges, "relation", "increases"), "object") == "NLRP3");
  BOOST_TEST(edges.at(row_with(edges, "relation", "affects"), "negated") == "yes");
  BOOST_TEST(edges.at(row_with(edges, "score", "0.5"), "subject") == "a drug");
}

BOOST_AUTO_TEST_CASE(a_witness_is_a_row_with_its_words_and_where_they_stand) {
  std::string const text = sheet("witnesses.csv");
  StrictCsv const witnesses{text};
  std::size_t const row = row_with(witnesses, "words", "Suppression of NLRP3");
  BOOST_TEST(witnesses.at(row, "trigger") == "Suppression");
  BOOST_TEST(witnesses.at(row, "cited") == "PMID:77");
  BOOST_TEST(witnesses.at(row, "document") == "DOI:10.1000/x(1)");
  BOOST_TEST(witnesses.at(row, "title") == "A review");
  BOOST_TEST(witnesses.at(row, "table") == "Table 3");
  BOOST_TEST(witnesses.at(row, "record") == "4");
  BOOST_TEST(witnesses.at(row, "confidence") == "0.64");
  BOOST_TEST(witnesses.at(row, "flags") == "ambiguous_trigger; coordination");
}
