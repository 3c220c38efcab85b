#include "interpret/compose.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

// "words=key" or "words='name' type" of every mention.
std::vector<std::string> found(std::string const& text) {
  Ontology const& ontology = *Ontology::builtin();
  std::vector<std::string> lines;
  for (PlacedMention const& placed : taken_apart(text).mentions) {
    std::string line = std::string(cut(text, placed.mention.span)) + "=";
    if (placed.mention.term) {
      line += ontology.term(*placed.mention.term).key;
    } else {
      line += "'" + placed.mention.name->words + "' " + ontology.type(placed.type).name;
    }
    lines.push_back(line);
  }
  return lines;
}

void check(std::string const& text, std::vector<std::string> const& expected) {
  auto const lines = found(text);
  BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compose)

BOOST_AUTO_TEST_CASE(a_process_takes_the_cell_type_before_it) {
  check("podocyte pyroptosis", {"podocyte pyroptosis='podocyte pyroptosis' Process"});
  check("tubular necrosis", {"tubular necrosis='tubular necrosis' Process"});
  check("the hepatocyte apoptotic process", {"hepatocyte apoptotic process=hepatocyte_apoptosis"});
}

BOOST_AUTO_TEST_CASE(a_tissue_before_a_process_of_the_lexicon_is_its_place) {
  check("renal inflammation", {"renal=kidney", "inflammation=inflammation"});
}

BOOST_AUTO_TEST_CASE(a_noun_takes_tissues_and_words_before_it) {
  check("retinal thickness", {"retinal thickness='retinal thickness' Measurement"});
  check("skin lesion score", {"skin lesion score='skin lesion score' Measurement"});
  check("reduced plaque area", {"plaque area='plaque area' Measurement"});
  check("the thickness", {});
}

BOOST_AUTO_TEST_CASE(words_that_carry_a_relation_are_no_part_of_a_name) {
  check("Exosomes reduced thickness", {"Exosomes=exosome"});
  check("impaired volume", {});
}

BOOST_AUTO_TEST_CASE(a_process_of_a_cell_type_may_follow) {
  check("apoptosis of smooth muscle cells", {"apoptosis of smooth muscle cells='smooth muscle cell apoptosis' Process"});
  check("apoptosis of the hepatocytes", {"apoptosis of the hepatocytes=hepatocyte_apoptosis"});
  check("autophagy of tenocytes", {"autophagy=autophagy", "tenocytes=tenocyte"});
}

BOOST_AUTO_TEST_CASE(micrornas_are_named_by_their_number) {
  check("miR-99999-3p", {"miR-99999-3p='miR-99999-3p' MicroRNA"});
  check("microRNA-9998b", {"microRNA-9998b='miR-9998b' MicroRNA"});
  check("miR", {});
  check("let-7z", {"let-7z='let-7z' MicroRNA"});
}

BOOST_AUTO_TEST_CASE(other_rnas_are_named_by_their_symbol) {
  check("circXYZ9", {"circXYZ9='circXYZ9' LncRNA"});
  check("circles", {});
  check("lncRNA XYZ9", {"lncRNA XYZ9='XYZ9' LncRNA"});
}

BOOST_AUTO_TEST_CASE(a_noun_belongs_to_both_cells_of_a_pair) {
  check("Neutrophil and macrophage infiltration",
        {"Neutrophil=neutrophil_infiltration", "macrophage infiltration=macrophage_infiltration"});
}

BOOST_AUTO_TEST_CASE(a_threshold_is_not_what_it_is_a_threshold_of) {
  check("pain threshold", {"pain threshold='pain threshold' Measurement"});
  check("collagen maturity", {"collagen maturity='collagen maturity' Measurement"});
}

BOOST_AUTO_TEST_CASE(a_symbol_that_goes_on_is_another_one) { check("MMP-99", {}); }

BOOST_AUTO_TEST_CASE(a_chain_of_molecules_is_one_pathway) {
  check("TXNIP/NLRP3 axis", {"TXNIP/NLRP3 axis='TXNIP/NLRP3 axis' Pathway"});
  check("PTEN/Akt pathway", {"PTEN/Akt pathway='PTEN/Akt pathway' Pathway"});
  check("PI3K/Akt/mTOR signaling pathway", {"PI3K/Akt/mTOR signaling pathway=pi3k_akt_mtor_pathway"});
}

BOOST_AUTO_TEST_CASE(what_sets_a_pathway_off_and_its_own_members_leave_it_the_pathway) {
  check("LPS/TLR4 signaling", {"LPS/TLR4 signaling=tlr4_pathway"});
  check("TGF-β1/Smad3 signalling", {"TGF-β1/Smad3 signalling=tgfb_pathway"});
}

BOOST_AUTO_TEST_CASE(a_ratio_of_symbols_is_one_measurement) { check("ICP/MAP ratio", {"ICP/MAP ratio='ICP/MAP ratio' Measurement"}); }

BOOST_AUTO_TEST_CASE(cells_of_two_processes_are_their_place) {
  check("proliferation and migration of chondrocytes",
        {"proliferation=proliferation", "migration=cell_migration", "chondrocytes=chondrocyte"});
}

BOOST_AUTO_TEST_CASE(a_microrna_and_its_target_stay_two) {
  check("miR-20a-5p/CXCL8 axis", {"miR-20a-5p=mir_20a_5p", "CXCL8=cxcl8"});
  check("miR-20a-5p/intracellular CXCL8 axis", {"miR-20a-5p=mir_20a_5p", "CXCL8=cxcl8"});
}

BOOST_AUTO_TEST_CASE(a_score_of_something_bad_is_bad) {
  auto const text = std::string("skin lesion score");
  auto const reading = taken_apart(text);
  BOOST_REQUIRE(reading.mentions.size() == 1U);
  BOOST_TEST(static_cast<int>(reading.mentions[0].mention.name->valence) == -1);
}

BOOST_AUTO_TEST_CASE(more_cells_are_more_of_the_process_that_makes_them) {
  auto const& lexicon = builtin_lexicon();
  auto const key = [&](char const* cell) {
    auto const [thing, type] = counted(*lexicon.ontology().find_key(cell), lexicon, builtin_grammar());
    if (auto const* term = std::get_if<TermId>(&thing)) return lexicon.ontology().term(*term).key;
    return "'" + std::get<Unresolved>(thing).words + "'";
  };
  BOOST_TEST(key("treg") == "treg_differentiation");
  BOOST_TEST(key("neutrophil") == "neutrophil_infiltration");
  BOOST_TEST(key("podocyte") == "'podocyte number'");
}

BOOST_AUTO_TEST_CASE(names_cost_time_linear_in_the_text) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "podocyte plaque area of / miR-";
  BOOST_TEST(!found(text).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
