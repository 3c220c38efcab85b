#include "ontology/fold.hpp"

#include <boost/test/unit_test.hpp>

namespace mechgraph {

BOOST_AUTO_TEST_SUITE(fold)

BOOST_AUTO_TEST_CASE(hyphens_inside_words_part_as_spaces_do) {
  BOOST_TEST(folded_form("T-cell") == "t cell");
  BOOST_TEST(folded_form("T\u2010cell\u2212x") == "t cell x");
  BOOST_TEST(folded_form("a - b") == "a - b");
  BOOST_TEST(folded_form("exosome -rich") == "exosome rich");
}

BOOST_AUTO_TEST_CASE(look_alikes_are_one) {
  BOOST_TEST(folded_form("TNF-ɑ") == folded_form("TNF-α"));
  BOOST_TEST(folded_form("IFN-ɣ ϒ") == folded_form("IFN-γ γ"));
  BOOST_TEST(folded_form("NF-ĸB") == folded_form("NF-κB"));
  BOOST_TEST(folded_form("5 µm") == folded_form("5 μm"));
  BOOST_TEST(folded_form("TGF-ß") == folded_form("TGF-β"));
  BOOST_TEST(folded_form("10⁶ CD4⁺ H₂O") == "106 cd4 + h2o");
}

BOOST_AUTO_TEST_CASE(text_is_composed_and_soft_hyphens_are_nothing) {
  BOOST_TEST(folded_form("nai\u0308ve") == folded_form("naïve"));
  BOOST_TEST(folded_form("apo\u00ADptosis") == "apoptosis");
}

BOOST_AUTO_TEST_CASE(apostrophes_inside_words_stay) { BOOST_TEST(folded_form("Crohn’s 'x'") == "crohn's ' x '"); }

BOOST_AUTO_TEST_CASE(tokens_know_their_place) {
  FoldedText const text("TNF-ɑ (x)");
  BOOST_REQUIRE_EQUAL(text.size(), 5U);
  BOOST_TEST(cut("TNF-ɑ (x)", text.span(0, 2)) == "TNF-ɑ");
  BOOST_TEST(text[1].hyphen);
  BOOST_TEST(!text[2].glued);
  BOOST_TEST(text[3].glued);
  BOOST_TEST(text.cased(0) == "TNF");
  BOOST_TEST(text.folded(0) == "tnf");
}

BOOST_AUTO_TEST_CASE(broken_bytes_do_no_harm) { BOOST_TEST(FoldedText("a\xff\xc3").size() > 0U); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
