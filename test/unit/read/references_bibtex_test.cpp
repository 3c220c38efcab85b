// BibTeX.
#include <boost/test/unit_test.hpp>

#include "unit/read/listing.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(entries_are_found_by_key_by_order_and_by_author) {
  References const list = listed("refs.bib",
                                 "% a comment, a@b.c\n@string{j = \"Journal\"}\n@comment{@article{no,}}\n"
                                 "@Article{Mueller2019,\n  author = {M{\\\"u}ller, Anna and Li, X.},\n  title = \"On {\\\"a} \\{brace\",\n"
                                 "  journal = j # { of }, year = 2019,\n  DOI = {10.1016/A_b}\n}\n"
                                 "@book(who, author = {{World Health Organization}}, date = {2006-01}, note = {PMID: 12},)\n");
  BOOST_TEST(list.size() == 2U);
  BOOST_TEST(works_of(list, "Mueller2019") == "10.1016/a_b||");
  BOOST_TEST(works_of(list, "1") == "10.1016/a_b||");
  BOOST_TEST(works_of(list, "M\u00FCller et al., 2019") == "10.1016/a_b||");
  BOOST_TEST(works_of(list, "2") == "|12|");
  BOOST_TEST(works_of(list, "World Health Organization, 2006") == "|12|");
}

BOOST_AUTO_TEST_CASE(keys_that_are_numbers_are_the_numbers) {
  References const list =
      listed("refs.bib", "@article{107, pmid = 11}\n@article{12, pmcid = {PMC13}, url = {https://doi.org/10.1016/c}}\n");
  BOOST_TEST(works_of(list, "107") == "|11|");
  BOOST_TEST(works_of(list, "12") == "10.1016/c||PMC13");
  BOOST_TEST(works_of(list, "1") == "-");
}

BOOST_AUTO_TEST_CASE(what_is_no_bibtex_is_refused_at_its_place) {
  std::string const open = ": error: the entry that begins here is never closed; check its braces and quotes";
  BOOST_TEST(list_failure("r.bib", "@article{a,\n  title = {x\n") == "r.bib:1:1" + open);
  BOOST_TEST(list_failure("r.bib", "\n@article{a, title = \"x}\n") == "r.bib:2:1" + open);
  BOOST_TEST(list_failure("r.bib", "@string{a\n") == "r.bib:1:1" + open);
  BOOST_TEST(list_failure("r.bib", "@article{a") == "r.bib:1:1" + open);
  BOOST_TEST(list_failure("r.bib", "@article{a, title {x}}\n") ==
             "r.bib:1:19: error: \"{\" can not stand here in an entry; fields are NAME = {VALUE}, with commas between them");
  BOOST_TEST(list_failure("r.bib", "@article{a, title = , year = 1}\n") ==
             "r.bib:1:21: error: a field without a value; write NAME = {VALUE}");
  BOOST_TEST(list_failure("r.bib", "@article{a,\n doi = {soon}}\n") == "r.bib:2:7: error: \"soon\" is no DOI; it begins with 10.");
}
