#include "ontology/lookup.hpp"

#include <boost/test/unit_test.hpp>

namespace mechgraph {
namespace {

Lexicon const& lexicon() {
  static Lexicon const instance{Ontology::builtin()};
  return instance;
}

std::string key(std::string_view text) {
  auto const found = lexicon().whole(text);
  return found ? lexicon().ontology().term(found->term).key : std::string{};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lookup)

BOOST_AUTO_TEST_CASE(case_decides_between_forms_that_differ_by_case_only) {
  BOOST_TEST(key("CCl4") == "ccl4");
  BOOST_TEST(key("Akt1") == "akt1");
  BOOST_TEST(key("Akt") == "akt_family");
}

BOOST_AUTO_TEST_CASE(short_capitals_match_as_printed_only) {
  BOOST_TEST(key("ALT") == "alt_level");
  BOOST_TEST(key("alt") == "");
  BOOST_TEST(key("met") == "");
}

BOOST_AUTO_TEST_CASE(gene_symbols_also_match_in_mouse_style) {
  BOOST_TEST(key("Tnf") == "tnf");
  BOOST_TEST(key("Cat") == "");
}

BOOST_AUTO_TEST_CASE(ambiguous_form_without_a_default_matches_nothing) { BOOST_TEST(key("AMSC") == ""); }

BOOST_AUTO_TEST_CASE(plural_of_a_form_is_found_and_marked) {
  auto const found = lexicon().whole("keratinocyte proliferations");
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST((found->match == FormMatch::plural));
}

BOOST_AUTO_TEST_CASE(inverse_forms_are_marked) {
  auto const found = lexicon().whole("Th1/Th2 ratio");
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->inverse);
  BOOST_TEST(!lexicon().whole("Th2/Th1 ratio")->inverse);
}

BOOST_AUTO_TEST_CASE(forms_of_a_term_are_its_synonyms) {
  TermId const term = *lexicon().ontology().find_key("oxidative_stress");
  auto const forms = lexicon().forms_of(term);
  BOOST_TEST((std::find(forms.begin(), forms.end(), "oxidative damage") != forms.end()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
