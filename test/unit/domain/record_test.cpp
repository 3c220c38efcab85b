// Names of documents and tables.
#include "domain/record.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_document_is_named_by_its_best_identifier) {
  Document document{"10.1186/s13287-022-02825-z", "35526075", "PMC9077964", "A title"};
  BOOST_TEST(document_id(document, "caption", "content") == "DOI:10.1186/s13287-022-02825-z");
  document.doi.clear();
  BOOST_TEST(document_id(document, "caption", "content") == "PMID:35526075");
  document.pmid.clear();
  BOOST_TEST(document_id(document, "caption", "content") == "PMCID:PMC9077964");
}

// The digests were made with libxxhash alone: the high and the low half of XXH3-128 in hex.
BOOST_AUTO_TEST_CASE(a_document_without_identifiers_is_named_by_title_and_caption_else_by_its_content) {
  BOOST_TEST(document_id({"", "", "", "A title"}, "A caption", "content") == "MECHGRAPH:D58a4c784aa0b622723803715adb5fc70");
  BOOST_TEST(document_id({"", "", "", "A title"}, "A caption", "other") == document_id({"", "", "", "A title"}, "A caption", "content"));
  BOOST_TEST(document_id({}, "", "content") == "MECHGRAPH:D917e1274274fc195b27a2d2388d9568c");
  BOOST_TEST(document_id({}, "", "other") != document_id({}, "", "content"));
  BOOST_TEST(document_id({"", "", "", "A title"}, "", "") != document_id({}, "A title", ""));
}

BOOST_AUTO_TEST_CASE(a_work_is_known_by_its_curie) {
  BOOST_TEST((work_named("PMID:123") == Work{"", "123", ""}));
  BOOST_TEST((work_named("doi:10.1/AB:c") == Work{"10.1/ab:c", "", ""}));
  BOOST_TEST((work_named("PMC:7") == Work{"", "", "PMC7"}));
  BOOST_TEST((work_named("PMCID:PMC7") == Work{"", "", "PMC7"}));
  for (std::string_view const other : {"ISBN:1", "PMID:", "PMID", "", ":1", "https://doi.org/10.1/a"})
    BOOST_TEST(!work_named(other).is_known());
}

BOOST_AUTO_TEST_CASE(a_work_is_named_by_its_best_identifier) {
  BOOST_TEST(work_id({"10.1/a", "123", "PMC7"}) == "PMID:123");
  BOOST_TEST(work_id({"10.1/a", "", "PMC7"}) == "DOI:10.1/a");
  BOOST_TEST(work_id({"", "", "PMC7"}) == "PMCID:PMC7");
  BOOST_TEST(work_id({}) == "");
}

BOOST_AUTO_TEST_CASE(a_table_is_named_by_its_label_else_by_its_number) {
  RecordTable table;
  table.index = 2;
  BOOST_TEST(table_name(table) == "#2");
  table.label = "Table 3";
  BOOST_TEST(table_name(table) == "Table 3");
}
