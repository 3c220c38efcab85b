// What describes a table.
#include "read/fields.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

namespace {

std::string set(Role role, std::string_view value) {
  Fields fields;
  set_field(fields, role, value);
  return std::string{field(fields, role)};
}

std::string labelled(std::string_view line) {
  Fields fields;
  if (!set_label_from_line(fields, line, {})) return "no";
  return fields.label + " | " + fields.caption;
}

}  // namespace

BOOST_AUTO_TEST_CASE(identifiers_lose_their_resolvers_and_prefixes) {
  for (std::string_view const text : {"10.1186/S13287-022", "https://doi.org/10.1186/s13287-022", "http://dx.doi.org/10.1186/s13287-022",
                                      "doi:10.1186/s13287-022", "DOI: 10.1186/s13287-022", " doi.org/10.1186/s13287-022 "}) {
    BOOST_TEST(set(Role::doi, text) == "10.1186/s13287-022");
  }
  for (std::string_view const text : {"35526075", "PMID:35526075", "PMID: 35526075", "pmid 35526075"})
    BOOST_TEST(set(Role::pmid, text) == "35526075");
  for (std::string_view const text : {"PMC9077964", "9077964", "PMCID: PMC9077964", "pmc9077964"}) {
    BOOST_TEST(set(Role::pmcid, text) == "PMC9077964");
  }
}

BOOST_AUTO_TEST_CASE(an_empty_value_changes_nothing_and_legends_add_up) {
  Fields fields;
  set_field(fields, Role::title, "A title");
  set_field(fields, Role::title, "  ");
  set_field(fields, Role::legend, "one");
  set_field(fields, Role::legend, "two");
  set_field(fields, Role::legend, "");
  set_field(fields, Role::model, "Rat");
  BOOST_TEST(fields.document.title == "A title");
  BOOST_TEST((fields.legends == std::vector<std::string>{"one", "two"}));
}

BOOST_AUTO_TEST_CASE(key_lines_name_a_field_of_the_document) {
  Fields fields;
  BOOST_TEST((set_field_from_line(fields, "#Title : On exosomes: a review") == Role::title));
  BOOST_TEST(fields.document.title == "On exosomes: a review");
  BOOST_TEST(!set_field_from_line(fields, "#model: Rat"));
  BOOST_TEST(!set_field_from_line(fields, "# a comment"));
  BOOST_TEST(!set_field_from_line(fields, "a very long line of words that has a colon: here"));
}

BOOST_AUTO_TEST_CASE(labels_are_told_from_other_lines) {
  BOOST_TEST(labelled("Table 3 Caption (x)") == "Table 3 | Caption (x)");
  BOOST_TEST(labelled("Table 3") == "Table 3 | ");
  BOOST_TEST(labelled("TABLE IV: Caption") == "Table IV | Caption");
  BOOST_TEST(labelled("Table 2a. Caption") == "Table 2a | Caption");
  BOOST_TEST(labelled("table S1 | Caption") == "Table S1 | Caption");
  BOOST_TEST(labelled("Table 1.2 Caption") == "Table 1.2 | Caption");
  for (std::string_view const line :
       {"Tables 1 and 2", "Table of contents", "Table", "Table 3D-printed scaffolds", "The Table 3 shows", "Table Variables"}) {
    BOOST_TEST(labelled(line) == "no");
  }
}

BOOST_AUTO_TEST_CASE(filling_keeps_what_is_there) {
  Fields special;
  special.document.doi = "10.1/a";
  special.legends = {"special"};
  Fields general;
  general.document = {"10.1/b", "7", "PMC7", "General"};
  general.label = "Table 1";
  general.legends = {"general"};
  fill(special, general);
  BOOST_TEST(special.document.doi == "10.1/a");
  BOOST_TEST(special.document.pmid == "7");
  BOOST_TEST(special.document.title == "General");
  BOOST_TEST(special.label == "Table 1");
  BOOST_TEST((special.legends == std::vector<std::string>{"special"}));
}
