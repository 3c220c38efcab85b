// What witnesses stand in, numbered.
#include "exporters/evidence_rows.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(documents_tables_records_and_cells_are_numbered_once_each) {
  Graph const graph = sample_graph();
  std::size_t documents = 0, tables = 0, records = 0, cells = 0, witnesses = 0;
  each_evidence_row(graph, [&](EvidenceRow const& row) {
    documents += row.new_document ? 1U : 0U;
    tables += row.new_table ? 1U : 0U;
    records += row.new_record ? 1U : 0U;
    cells += row.new_cell ? 1U : 0U;
    ++witnesses;
    BOOST_TEST(row.table_number + 1U == tables);
    BOOST_TEST(row.record_number + 1U == records);
    BOOST_TEST(row.record_number == index(row.witness.record));
    BOOST_TEST(row.cell_number + 1U == cells);
  });
  BOOST_TEST(witnesses == graph.witness_count());
  BOOST_TEST(documents == graph.document_count());
  BOOST_TEST(tables == 2U);
  BOOST_TEST(records == graph.record_count());
  BOOST_TEST(cells == 6U);
}

BOOST_AUTO_TEST_CASE(words_are_counted_in_code_points) {
  auto const words = words_in_cell("\u03B2: NLRP3", {4, 9});
  BOOST_REQUIRE(words.has_value());
  BOOST_TEST(words->words == "NLRP3");
  BOOST_TEST(words->start == 3U);
  BOOST_TEST(words->end == 8U);
  BOOST_TEST(!words_in_cell("NLRP3", {2, 2}).has_value());
}
