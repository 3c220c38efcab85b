// The three forms of the sample say the same.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"
#include "unit/source_folder.hpp"

using namespace mechgraph;

namespace {

Reading read_sample(std::string const& file) {
  Reading reading;
  Input const input = open_input(source_folder() + "/samples/alf_table3/" + file, InputLimits{}, reading.diagnostics);
  ReadOptions options = test_options();
  options.document.doi = "10.1186/s13287-022-02825-z";
  Reader const& reader = reader_for(input);
  reading.reader = reader.name;
  reader.read(input, options, reading.diagnostics,
              ReadTarget{[&](RecordTable&& table) { reading.tables.push_back(std::move(table)); }, {}});
  BOOST_TEST(printed(reading.diagnostics) == "");
  BOOST_REQUIRE(reading.tables.size() == 1U);
  return reading;
}

// Everything but where it stood in the file.
void check_equal(RecordTable const& a, RecordTable const& b) {
  BOOST_TEST(a.document.doi == b.document.doi);
  BOOST_TEST(a.document.pmid == b.document.pmid);
  BOOST_TEST(a.document.pmcid == b.document.pmcid);
  BOOST_TEST(a.document.title == b.document.title);
  BOOST_TEST(a.index == b.index);
  BOOST_TEST(a.label == b.label);
  BOOST_TEST(a.caption == b.caption);
  BOOST_TEST(a.legends == b.legends, boost::test_tools::per_element());
  BOOST_TEST(a.headers == b.headers, boost::test_tools::per_element());
  BOOST_TEST((a.roles == b.roles));
  BOOST_TEST(a.skipped == b.skipped, boost::test_tools::per_element());
  BOOST_REQUIRE(a.records.size() == b.records.size());
  for (std::size_t r = 0; r < a.records.size(); ++r) {
    BOOST_TEST(a.records[r].id == b.records[r].id);
    BOOST_TEST(a.records[r].section == b.records[r].section);
    BOOST_REQUIRE(a.records[r].cells.size() == b.records[r].cells.size());
    for (std::size_t c = 0; c < a.records[r].cells.size(); ++c) {
      Cell const& x = a.records[r].cells[c];
      Cell const& y = b.records[r].cells[c];
      BOOST_TEST((x.role == y.role));
      BOOST_TEST(x.column == y.column);
      BOOST_TEST(x.text == y.text);
      BOOST_TEST(x.references == y.references, boost::test_tools::per_element());
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_sample_is_told_by_its_content_in_each_form) {
  BOOST_TEST(read_sample("table.txt").reader == "flat");
  BOOST_TEST(read_sample("table.tsv").reader == "tsv");
  BOOST_TEST(read_sample("table.csv").reader == "csv");
}

BOOST_AUTO_TEST_CASE(the_sample_as_copied_from_its_page_is_read_whole) {
  Reading const reading = read_sample("table.txt");
  RecordTable const& table = reading.tables.front();
  BOOST_TEST(table.document.title ==
             "Mesenchymal stromal cells (MSCs) and their exosome in acute liver failure (ALF): a comprehensive review");
  BOOST_TEST(table.label == "Table 3");
  BOOST_TEST(table.caption ==
             "Mesenchymal stromal cells (MSCs) derived molecules (e.g., exosome) in liver failure preclinical models, especially "
             "acute liver failure (ALF)");
  BOOST_REQUIRE(table.legends.size() == 1U);
  BOOST_TEST(table.legends.front().starts_with("Silica magnetic graphene oxide (SMGO), NLR"));
  BOOST_TEST(table.legends.front().ends_with("C-reactive protein (CRP)"));
  BOOST_REQUIRE(table.records.size() == 13U);
  BOOST_TEST(table.records[3].id == "4");
  BOOST_TEST(
      shown(table.records[3]) ==
      "source=Bone marrow|model=Mice|intervention=MSCs-exosome|result=Suppression of NLRP3 in macrophage and thereby reducing ALF by "
      "TNF-\u0251 pretreated exosome[107]");
  BOOST_TEST(shown(table.records[5])
                 .starts_with("source=Umbilical cord|model=Mice|intervention=MSCs-extracellular vesicles|result=Inhibition of T"));
  BOOST_TEST((table.records[3].cells[3].caret == Caret{0, 9, 30}));
}

BOOST_AUTO_TEST_CASE(the_three_forms_of_the_sample_give_equal_tables) {
  Reading const flat = read_sample("table.txt");
  Reading const tsv = read_sample("table.tsv");
  Reading const csv = read_sample("table.csv");
  check_equal(flat.tables.front(), tsv.tables.front());
  check_equal(tsv.tables.front(), csv.tables.front());
}
