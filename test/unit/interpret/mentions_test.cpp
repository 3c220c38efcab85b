#include "interpret/mentions.hpp"

#include <boost/test/unit_test.hpp>

namespace mechgraph {
namespace {

// "words=key/match" of every mention.
std::vector<std::string> found(std::string const& text, std::string_view legend = {}) {
  static auto const ontology = Ontology::builtin();
  static Lexicon const lexicon{ontology};
  static Grammar const grammar{*ontology};
  Abbreviations abbreviations(lexicon);
  if (!legend.empty()) abbreviations.add_legend(legend);
  std::vector<std::string> lines;
  for (PlacedMention const& placed : find_mentions(FoldedText(text), text, lexicon, abbreviations, grammar)) {
    Mention const& mention = placed.mention;
    lines.push_back(std::string(cut(text, mention.span)) + "=" +
                    (mention.term ? ontology->term(*mention.term).key : '"' + mention.name->words + '"') + "/" +
                    std::string(name(mention.match)) + (mention.inverse ? "/inverse" : "") + (mention.ambiguous ? "/ambiguous" : ""));
  }
  return lines;
}

void check(std::string const& text, std::vector<std::string> const& expected, std::string_view legend = {}) {
  auto const lines = found(text, legend);
  BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mentions)

BOOST_AUTO_TEST_CASE(longest_match_wins_and_none_is_nested) {
  check("human umbilical vein endothelial cells", {"human umbilical vein endothelial cells=huvec/synonym/ambiguous"});
  check("NLRP3 inflammasome and NLRP3", {"NLRP3 inflammasome=nlrp3_inflammasome/exact", "NLRP3=nlrp3/exact/ambiguous"});
}

BOOST_AUTO_TEST_CASE(letters_and_digits_are_not_cut) {
  check("NLRP3b XNLRP3 NLRP34", {});
  check("(NLRP3),", {"NLRP3=nlrp3/exact/ambiguous"});
}

BOOST_AUTO_TEST_CASE(look_alikes_hyphens_and_case_are_folded) {
  check("TNF-ɑ", {"TNF-ɑ=tnf/synonym"});
  check("tnf‐α", {"tnf‐α=tnf/folded"});
  check("Oxidative Stress", {"Oxidative Stress=oxidative_stress/folded"});
}

BOOST_AUTO_TEST_CASE(short_forms_with_capitals_match_as_printed) {
  check("ALT alt CAT cat", {"ALT=alt_level/exact/ambiguous", "CAT=cat/exact/ambiguous"});
  check("Tnf and Il6 and Cat", {"Tnf=tnf/folded", "Il6=il6/folded"});
}

BOOST_AUTO_TEST_CASE(defining_parenthesis_belongs_to_its_name) {
  check("hepatic stellate cell (HSC) and acute liver failure (ALF)",
        {"hepatic stellate cell (HSC)=hepatic_stellate_cell/synonym", "acute liver failure (ALF)=alf/exact"});
}

BOOST_AUTO_TEST_CASE(table_definition_beats_the_default_of_an_ambiguous_form) {
  check("HSC", {"HSC=hepatic_stellate_cell/synonym/ambiguous"});
  check("HSC", {"HSC=hematopoietic_stem_cell/abbreviation"}, "hematopoietic stem cell (HSC)");
}

BOOST_AUTO_TEST_CASE(their_process_is_that_of_the_cell_named_before) {
  check("hepatocyte proliferation and their apoptosis",
        {"hepatocyte proliferation=hepatocyte_proliferation/exact", "their apoptosis=hepatocyte_apoptosis/coreference"});
  check("fibrosis and their apoptosis", {"fibrosis=fibrosis/exact", "apoptosis=apoptosis/exact"});
}

BOOST_AUTO_TEST_CASE(inverse_forms_are_marked) { check("cardiac dysfunction", {"cardiac dysfunction=cardiac_function/synonym/inverse"}); }

BOOST_AUTO_TEST_CASE(named_agent_takes_the_word_that_would_make_a_name) {
  check("primed MSCs", {"primed MSCs=preconditioned_msc/synonym"});
  check("LPS primed MSCs", {"LPS=lps/exact", "MSCs=msc/synonym"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
