// A reference list in a file of its own, whatever its form.
#include <boost/test/unit_test.hpp>

#include "unit/read/listing.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(the_xml_of_the_article_gives_its_list) {
  References const list =
      listed("a.txt",
             "<?xml version=\"1.0\"?>\n<article><body><p><xref ref-type=\"bibr\" rid=\"r2\">2</xref></p></body><back><ref-list>"
             "<ref id=\"r1\"><label>1.</label><element-citation><pub-id pub-id-type=\"pmid\">11</pub-id></element-citation></ref>"
             "<ref id=\"r2\"><element-citation><pub-id pub-id-type=\"doi\">10.1016/B</pub-id></element-citation></ref>"
             "</ref-list></back></article>");
  BOOST_TEST(works_of(list, "1") == "|11|");
  BOOST_TEST(works_of(list, "2") == "10.1016/b||");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_list_is_refused) {
  std::string const hint = "; give RIS, BibTeX, NBIB (MEDLINE), the article's XML, or tabs with columns such as number, doi and pmid";
  BOOST_TEST(list_failure("r.txt", "1. Li X. A title. 2019.\n") == "r.txt:1:1: error: this is no reference list that can be read" + hint);
  BOOST_TEST(list_failure("r.xml", "<article/>") == "r.xml: error: the article has no reference list" + hint);
  BOOST_TEST(list_failure("r.tsv", "no\tdoi\n") == "r.tsv: error: the reference list has no entry; check that the file is whole");
}

BOOST_AUTO_TEST_CASE(the_surname_of_an_author_is_found_in_every_order) {
  BOOST_TEST(surname_of("Li, Xia") == "Li");
  BOOST_TEST(surname_of("Xia Li") == "Li");
  BOOST_TEST(surname_of("Li X") == "Li");
  BOOST_TEST(surname_of("Ludwig van Beethoven") == "van Beethoven");
  BOOST_TEST(surname_of("de la Cruz") == "de la Cruz");
  BOOST_TEST(surname_of("{World Health Organization}") == "World Health Organization");
  BOOST_TEST(surname_of("WHO") == "WHO");
  BOOST_TEST(surname_of("") == "");
}
