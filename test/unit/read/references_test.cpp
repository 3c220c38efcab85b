// What the entries of a reference list stand for.
#include "read/references.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

namespace {

Work pmid(std::string number) { return {"", std::move(number), ""}; }

// The PMIDs that a printed reference finds, joined by "+"; "-" when there is no such entry.
std::string found(References const& list, std::string_view printed) {
  ReferenceEntry const* const entry = list.find(printed);
  if (entry == nullptr) return "-";
  std::string text;
  for (Work const& work : entry->works) text += (text.empty() ? "" : "+") + work.pmid;
  return text;
}

References sample() {
  References list;
  list.name(list.add({"Li", "2019", {pmid("1")}}), "1.");
  list.name(list.add({"de la Cruz", "2020", {pmid("2"), pmid("3")}}), "[2]");
  list.name(list.add({"Wu", "2019a", {pmid("4")}}), "3");
  list.name(list.add({"Wu", "2019b", {pmid("5")}}), "4");
  list.name(list.add({"Kim", "2021", {}}), "Kim2021");
  return list;
}

RecordTable table_citing(CellReferences const& references) {
  RecordTable table;
  table.records.resize(1);
  table.records[0].cells.resize(2);
  for (Cell& cell : table.records[0].cells) cell.references = references;
  return table;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_entry_is_found_by_its_number_or_key) {
  References const list = sample();
  BOOST_TEST(found(list, "1") == "1");
  BOOST_TEST(found(list, "(2)") == "2+3");
  BOOST_TEST(found(list, "Kim2021") == "");
  BOOST_TEST(found(list, "5") == "-");
  BOOST_TEST(found(list, "") == "-");
  BOOST_TEST(found(list, "2019") == "-");
}

BOOST_AUTO_TEST_CASE(an_entry_is_found_by_its_first_author_and_year) {
  References const list = sample();
  BOOST_TEST(found(list, "Li et al., 2019") == "1");
  BOOST_TEST(found(list, "(LI and Wu, 2019)") == "1");
  BOOST_TEST(found(list, "Li X. et al. (2019)") == "1");
  BOOST_TEST(found(list, "De la Cruz & Li 2020") == "2+3");
  BOOST_TEST(found(list, "Wu et al., 2019b") == "5");
  BOOST_TEST(found(list, "Wu et al., 2019") == "-");
  BOOST_TEST(found(list, "Li et al., 2018") == "-");
  BOOST_TEST(found(list, "Li et al.") == "-");
}

BOOST_AUTO_TEST_CASE(the_first_of_two_entries_keeps_a_name) {
  References list;
  list.name(list.add({"", "", {pmid("1")}}), "7");
  list.name(list.add({"", "", {pmid("2")}}), "7");
  BOOST_TEST(found(list, "7") == "1");
}

BOOST_AUTO_TEST_CASE(the_references_of_a_table_are_looked_up_once_each) {
  RecordTable table = table_citing({"1", "2", "9", "Kim2021", "9"});
  table.citations = {{"1", {"10.1/known", "", ""}}};
  Resolved const resolved = resolve(table, sample());
  BOOST_TEST(resolved.works == 1U);
  BOOST_TEST(resolved.nameless == 1U);
  BOOST_TEST(resolved.unmatched == (std::vector<std::string>{"9"}), boost::test_tools::per_element());
  BOOST_TEST_REQUIRE(table.citations.size() == 3U);
  BOOST_TEST(table.citations[0].work.doi == "10.1/known");
  BOOST_TEST(table.citations[1].reference == "2");
  BOOST_TEST(table.citations[1].work.pmid == "2");
  BOOST_TEST(table.citations[2].work.pmid == "3");
}

BOOST_AUTO_TEST_CASE(identifiers_are_read_in_their_printed_forms) {
  Work work;
  BOOST_TEST(set_doi(work, "https://doi.org/10.1016%2FJ.Cell.2019"));
  BOOST_TEST(work.doi == "10.1016/j.cell.2019");
  BOOST_TEST(set_doi(work, "doi: 10.1002/(SICI)1097<1::AID>3.0"));
  BOOST_TEST(work.doi == "10.1002/(sici)1097<1::aid>3.0");
  BOOST_TEST(set_pmid(work, "PMID: 123"));
  BOOST_TEST(work.pmid == "123");
  BOOST_TEST(set_pmcid(work, "pmc77"));
  BOOST_TEST(work.pmcid == "PMC77");
  for (std::string_view const none : {"", "10.1", "10.1016/", "doi:", "11.1016/x", "10.1016/a b"}) BOOST_TEST(!set_doi(work, none));
  for (std::string_view const none : {"", "PMC7", "12a", "1234567890"}) BOOST_TEST(!set_pmid(work, none));
  for (std::string_view const none : {"", "PMC", "x7"}) BOOST_TEST(!set_pmcid(work, none));
  BOOST_TEST(work.doi == "10.1002/(sici)1097<1::aid>3.0");
}

BOOST_AUTO_TEST_CASE(an_identifier_in_running_text_is_found_where_it_is_marked) {
  BOOST_TEST(doi_in("Li X. Cell 10.5/2019; doi: 10.1016/J.cell.2019.") == "10.1016/j.cell.2019");
  BOOST_TEST(doi_in("see (https://doi.org/10.1016/x(1)2).") == "10.1016/x(1)2");
  BOOST_TEST(doi_in("(doi:10.1016/x)") == "10.1016/x");
  BOOST_TEST(doi_in("10.1016/x") == "");
  BOOST_TEST(pmid_in("PMC1; PubMed PMID: 123.") == "123");
  BOOST_TEST(pmid_in("PMID") == "");
}
