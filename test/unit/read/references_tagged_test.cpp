// RIS and NBIB.
#include <boost/test/unit_test.hpp>

#include "unit/read/listing.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(ris_is_numbered_by_order_where_it_has_no_numbers) {
  References const list =
      listed("refs.ris",
             "\nTY  - JOUR\nAU  - Li, Xia\nAU  - Wu, B\nPY  - 2019/03//\nDO  - https://doi.org/10.1016/A\nAB  - Text that\n"
             "goes on, doi:10.9/none\nER  - \n\nTY  - JOUR\nA1  - M\u00FCller, A\nY1  - 2020\nUR  - https://pubmed.ncbi.nlm.nih.gov/12/\n"
             "C2  - PMC13\nER  -\nTY  - BOOK\nER  - ");
  BOOST_TEST(list.size() == 3U);
  BOOST_TEST(works_of(list, "1") == "10.1016/a||");
  BOOST_TEST(works_of(list, "2") == "|12|PMC13");
  BOOST_TEST(works_of(list, "3") == "");
  BOOST_TEST(works_of(list, "4") == "-");
  BOOST_TEST(works_of(list, "Li and Wu, 2019") == "10.1016/a||");
  BOOST_TEST(works_of(list, "Muller et al. (2020)") == "|12|PMC13");
}

BOOST_AUTO_TEST_CASE(numbers_of_the_file_win_over_its_order) {
  References const list = listed("refs", "TY  - JOUR\nID  - 107\nAN  - 11\nER  - \nTY  - JOUR\nID  - 12\nN1  - PMID: 13\nER  - \n");
  BOOST_TEST(works_of(list, "107") == "|11|");
  BOOST_TEST(works_of(list, "12") == "|13|");
  BOOST_TEST(works_of(list, "1") == "-");
}

BOOST_AUTO_TEST_CASE(what_is_no_ris_is_refused_at_its_place) {
  BOOST_TEST(list_failure("r.ris", "TY  - JOUR\nDO  - 10.1016/a\n") ==
             "r.ris:1: error: the reference that begins here has no end; the file is cut off: get it again");
  BOOST_TEST(list_failure("r.ris", "TY  - JOUR\nTY  - JOUR\n") ==
             "r.ris:2:1: error: a reference begins, but that of line 1 has no end; end it with \"ER  - \"");
  BOOST_TEST(list_failure("r.ris", "TY  - JOUR\nER  - \nDO  - 10.1016/a\n") ==
             "r.ris:3:1: error: \"DO\" outside of all references; each begins with \"TY  - \"");
  BOOST_TEST(list_failure("r.ris", "TY  - JOUR\nER  - \nwords\n") ==
             "r.ris:3:1: error: text outside of all references; each begins with \"TY  - \" and ends with \"ER  - \"");
  BOOST_TEST(list_failure("r.ris", "TY  - JOUR\nDO  - unknown\nER  - \n") == "r.ris:2:1: error: \"unknown\" is no DOI; it begins with 10.");
}

BOOST_AUTO_TEST_CASE(nbib_is_numbered_by_order) {
  References const list = listed(
      "refs.nbib",
      "PMID- 11\nOWN - NLM\nTI  - A title that\n      goes on\nLID - 10.1016/A [doi]\nAID - S0-1 [pii]\nPMC - PMC14\nDP  - 2019 Mar\n"
      "FAU - Li, Xia\nAU  - Li X\n\nPMID- 12\nCN  - WHO\nDP  - 2006\n");
  BOOST_TEST(list.size() == 2U);
  BOOST_TEST(works_of(list, "1") == "10.1016/a|11|PMC14");
  BOOST_TEST(works_of(list, "WHO and FAO, 2006") == "|12|");
  BOOST_TEST(works_of(list, "Li, 2019") == "10.1016/a|11|PMC14");
}

BOOST_AUTO_TEST_CASE(what_is_no_nbib_is_refused_at_its_place) {
  BOOST_TEST(list_failure("r.nbib", "PMID- x\nTI  - T\n") == "r.nbib:2:1: error: \"x\" is no PMID; it is a number");
  BOOST_TEST(list_failure("r.nbib", "PMID- 1\nwords\n") ==
             "r.nbib:2:1: error: neither a tag nor the rest of one; a line that goes on begins with six blanks");
}
