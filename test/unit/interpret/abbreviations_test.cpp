#include "interpret/abbreviations.hpp"

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"

namespace mechgraph {
namespace {

Lexicon const& lexicon() {
  static Lexicon const instance{Ontology::builtin()};
  return instance;
}

// The key that a short form stands for; empty for none.
std::string meaning(Abbreviations const& abbreviations, std::string_view text) {
  FoldedText const folded(text);
  auto const found = abbreviations.longest(folded, 0);
  return found && found->tokens == folded.size() ? lexicon().ontology().term(found->term).key : std::string{};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(abbreviations)

BOOST_AUTO_TEST_CASE(legend_gives_full_name_before_the_parenthesis) {
  Abbreviations abbreviations(lexicon());
  abbreviations.add_legend("  1. Extracellular vesicle (QV), interleukin 10 (XL-10 or XIL10), unknown thing (UT)");
  BOOST_TEST(meaning(abbreviations, "QV") == "extracellular_vesicle");
  BOOST_TEST(meaning(abbreviations, "XL-10") == "il10");
  BOOST_TEST(meaning(abbreviations, "XIL10") == "il10");
  BOOST_TEST(meaning(abbreviations, "UT") == "");
  BOOST_TEST(meaning(abbreviations, "qv") == "");
}

BOOST_AUTO_TEST_CASE(legend_gives_the_short_form_first) {
  Abbreviations abbreviations(lexicon());
  abbreviations.add_legend("QV: extracellular vesicle; XL-10 = interleukin 10");
  BOOST_TEST(meaning(abbreviations, "QV") == "extracellular_vesicle");
  BOOST_TEST(meaning(abbreviations, "XL-10") == "il10");
}

BOOST_AUTO_TEST_CASE(legend_decides_what_the_lexicon_would_not_guess) {
  Abbreviations abbreviations(lexicon());
  abbreviations.add_legend("Adipose tissue (AMSC)");
  BOOST_TEST(!lexicon().whole("AMSC").has_value());
  BOOST_TEST(meaning(abbreviations, "AMSC") == "adipose_tissue");
}

BOOST_AUTO_TEST_CASE(running_text_defines_after_the_longest_name) {
  Abbreviations abbreviations(lexicon());
  abbreviations.add_running_text("Vesicles improved acute liver failure (QLF) and wound healing (see below)");
  BOOST_TEST(meaning(abbreviations, "QLF") == "alf");
  BOOST_TEST(meaning(abbreviations, "see") == "");
}

BOOST_AUTO_TEST_CASE(outer_definitions_are_asked_first) {
  Abbreviations outer(lexicon());
  outer.add_legend("Extracellular vesicle (QV)");
  Abbreviations inner(lexicon(), &outer);
  inner.add_running_text("interleukin 10 (QV) and fibrosis (QF)");
  BOOST_TEST(meaning(inner, "QV") == "extracellular_vesicle");
  BOOST_TEST(meaning(inner, "QF") == "fibrosis");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
