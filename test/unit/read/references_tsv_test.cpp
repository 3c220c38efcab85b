// A reference list as a table.
#include <boost/test/unit_test.hpp>

#include "unit/read/listing.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(columns_are_known_by_their_names) {
  References const list =
      listed("refs.tsv",
             "# from the article\nNo.\tTitle\tDOI\tPubMed ID\tPMCID\tAuthors\tYear\n107\tA\t10.1016/A\t11\t\tLi X; Wu B\t2019\n\n"
             "108\tB\t\t\tPMC12\n109\tC\n");
  BOOST_TEST(list.size() == 3U);
  BOOST_TEST(works_of(list, "107") == "10.1016/a|11|");
  BOOST_TEST(works_of(list, "Li et al., 2019") == "10.1016/a|11|");
  BOOST_TEST(works_of(list, "108") == "||PMC12");
  BOOST_TEST(works_of(list, "109") == "");
  BOOST_TEST(works_of(list, "1") == "-");
}

BOOST_AUTO_TEST_CASE(without_a_column_of_numbers_the_order_counts) {
  References const list = listed("refs", "pmid\n11\n12\n");
  BOOST_TEST(works_of(list, "2") == "|12|");
}

BOOST_AUTO_TEST_CASE(what_is_no_identifier_is_refused_at_its_place) {
  BOOST_TEST(list_failure("r.tsv", "no\tdoi\n1\tsoon\n") == "r.tsv:2:3: error: \"soon\" is no DOI; it begins with 10.");
  BOOST_TEST(list_failure("r.tsv", "no\tpmid\n1\t11\n2\t1 2\n") == "r.tsv:3:3: error: \"1 2\" is no PMID; it is a number");
  BOOST_TEST(list_failure("r.tsv", "no\tpmcid\n1\t7x\n") == "r.tsv:2:3: error: \"7x\" is no PMCID; it is PMC and a number");
  BOOST_TEST(list_failure("r.tsv", "no\tpmid\n1\t11\tx\n") == "r.tsv:2:6: error: 3 cells under 2 headers; part the cells with single tabs");
}
