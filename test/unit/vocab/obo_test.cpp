// OBO flat files.
#include <boost/test/unit_test.hpp>

#include "base/error.hpp"
#include "unit/vocab/small_files.hpp"

namespace mechgraph {
namespace {

std::string message_of(std::string const& bytes) {
  try {
    compiled({{"x.obo", bytes}});
  } catch (Error const& error) {
    return error.place().substr(error.place().rfind('/') + 1) + ": " + error.what() + " | " + error.hint();
  }
  return "no error";
}

BOOST_AUTO_TEST_CASE(terms_have_their_labels_synonyms_parents_and_references) {
  auto const vocabulary = vocabulary_of({{"small.obo", small_obo}});
  auto const turning = vocabulary->find_term("GO:1000001");
  BOOST_REQUIRE(turning.has_value());
  BOOST_TEST(vocabulary->label(*turning) == "widget turning");
  BOOST_TEST(vocabulary->types()[*vocabulary->type(*turning)] == "Process");
  std::vector<std::string> forms;
  for (VocabularySense const& sense : vocabulary->senses_of(*turning)) {
    forms.push_back(std::string(name(sense.scope)) + ": " + std::string(sense.printed));
  }
  std::sort(forms.begin(), forms.end());
  std::vector<std::string> const expected{"broad: motion", "exact: turning, of widgets", "label: widget turning",
                                          "narrow: widget rotation {fast}", "related: say \"turn\""};
  BOOST_TEST(forms == expected, boost::test_tools::per_element());
  auto const parents = vocabulary->parents(*turning);
  BOOST_REQUIRE(parents.size() == 2);
  BOOST_TEST(vocabulary->relations()[parents[0].first] == "is_a");
  BOOST_TEST(vocabulary->curie(parents[0].second) == "GO:1000002");
  BOOST_TEST(vocabulary->relations()[parents[1].first] == "part_of");
  BOOST_TEST(vocabulary->curie(parents[1].second) == "GO:1000003");
  BOOST_REQUIRE(vocabulary->xrefs(*turning).size() == 1);
  BOOST_TEST(vocabulary->xrefs(*turning)[0] == "MESH:D000001");
}

BOOST_AUTO_TEST_CASE(obsolete_terms_and_other_identifiers_lead_to_their_replacement) {
  auto const vocabulary = vocabulary_of({{"small.obo", small_obo}});
  auto const turning = vocabulary->find_term("GO:1000001");
  auto const gadget = vocabulary->find_term("GO:1000004");
  BOOST_TEST(vocabulary->obsolete(*gadget));
  BOOST_TEST((vocabulary->current(*gadget) == turning));
  BOOST_TEST((vocabulary->current(*vocabulary->find_term("GO:1000009")) == turning));
  BOOST_TEST(!vocabulary->current(*vocabulary->find_term("GO:1000005")).has_value());
}

BOOST_AUTO_TEST_CASE(the_head_says_version_and_licence) {
  auto const vocabulary = vocabulary_of({{"small.obo", small_obo}});
  auto const sources = vocabulary->sources();
  BOOST_REQUIRE(sources.size() == 1);
  BOOST_TEST(sources[0].name == "small");
  BOOST_TEST(sources[0].version == "2026-01-02");
  BOOST_TEST(sources[0].licence == "https://example.org/free");
  BOOST_TEST(sources[0].file == "small.obo");
  BOOST_TEST(sources[0].terms == 5);
  BOOST_TEST(sources[0].obsolete == 2);
  BOOST_TEST(sources[0].parents == 2);
}

BOOST_AUTO_TEST_CASE(what_can_not_be_kept_is_counted) {
  VocabularyBuilder::Losses losses;
  compiled({{"small.obo", small_obo}}, &losses);
  BOOST_TEST(losses.dangling_parents == 1);
  BOOST_TEST(losses.without_type == 0);
  compiled({{"ring.obo",
             "format-version: 1.2\n\n[Term]\nid: GO:1\nname: one\nis_a: GO:2\n\n[Term]\nid: GO:2\nname: two\nis_a: GO:1\n\n"
             "[Term]\nid: STRANGE:1\nname: odd thing\n\n[Term]\nid: CL:1\nname: !!\n"}},
           &losses);
  BOOST_TEST(losses.cycles == 1);
  BOOST_TEST(losses.without_type == 3);  // GO terms without a namespace, and a prefix that nobody knows
  BOOST_TEST(losses.unusable_forms == 1);
}

BOOST_AUTO_TEST_CASE(a_line_without_a_tag_is_a_finding) {
  Diagnostics findings;
  compiled({{"x.obo", "format-version: 1.2\n\n[Term]\nid: CL:1\nname: a cell\njust words\n"}}, nullptr, &findings);
  BOOST_REQUIRE(findings.sorted().size() == 1);
  BOOST_TEST(findings.sorted()[0].message == "a line without a tag is left out");
}

BOOST_AUTO_TEST_CASE(broken_files_say_where) {
  BOOST_TEST(message_of("format-version: 1.2\n\n[Term]\nname: nobody\n") ==
             "x.obo:3: a term without an identifier | each [Term] has a line such as id: GO:0006915");
  BOOST_TEST(message_of("format-version: 1.2\n\n[Term]\nid: CL:1\nsynonym: \"open\n") ==
             "x.obo:5: a synonym without quotes at both ends | it is written synonym: \"text\" EXACT []");
  BOOST_TEST(message_of("format-version: 1.2\n\n[Term]\nid: CL:1\nsynonym: \"open\\") ==
             "x.obo:5: a synonym without quotes at both ends | it is written synonym: \"text\" EXACT []");
  BOOST_TEST(message_of("format-version: 1.2\nontology: none\n") == "x.obo: declares no term | check that this is the whole file");
  BOOST_TEST(message_of("format-version: 1.2\n\n[Term]\nid: CL:1\nname: caf\xE9\n") ==
             "x.obo:5:10: byte 0xE9 is not text in UTF-8 | save the file as UTF-8");
}

}  // namespace
}  // namespace mechgraph
