// Who acts, on sentences of this project's own.
#include "interpret/clauses.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/reading.hpp"

namespace mechgraph {

BOOST_AUTO_TEST_SUITE(clause_agents)

BOOST_AUTO_TEST_CASE(verb_with_its_agent_before_it) {
  check("Exosomes promoted angiogenesis", {"exosome increases angiogenesis +1 stated"});
}

BOOST_AUTO_TEST_CASE(verb_takes_the_agent_of_the_verb_before_it) {
  check("Conditioned medium diminished oxidative stress and promoted autophagy",
        {"conditioned_medium decreases oxidative_stress -1 stated derivative_mismatch",
         "conditioned_medium increases autophagy +1 stated derivative_mismatch"});
}

BOOST_AUTO_TEST_CASE(carried_microrna_acts_itself_too) {
  check("Exosomal miR-21-5p suppressed PTEN",
        {"exosome carries mir_21_5p 0 stated", "exosome decreases pten -1 stated", "mir_21_5p decreases pten -1 stated"});
}

BOOST_AUTO_TEST_CASE(additive_acts_and_makes_a_combined_preparation) {
  check("Enhancing the hepatoprotective effects of the exosomes by melatonin, elicited through suppression of apoptosis",
        {"apoptosis counteracts hepatoprotection -1 implied", "exosome increases hepatoprotection +1 stated",
         "exosome[combined_with=melatonin] combined_with melatonin 0 implied",
         "exosome[combined_with=melatonin] decreases apoptosis -1 stated subject_attachment",
         "melatonin increases hepatoprotection +1 stated"});
}

BOOST_AUTO_TEST_CASE(text_wins_over_the_column) {
  check("Conditioned medium reduced fibrosis", {"conditioned_medium decreases fibrosis -1 stated derivative_mismatch"});
}

BOOST_AUTO_TEST_CASE(several_agents_are_marked) {
  check("Exosomes and conditioned medium reduced fibrosis",
        {"conditioned_medium decreases fibrosis -1 stated derivative_mismatch joint_agents",
         "exosome decreases fibrosis -1 stated joint_agents"});
}

BOOST_AUTO_TEST_CASE(preparation_at_the_head_of_the_sentence_acts_in_its_later_verbs) {
  check("Conditioned medium homed to the lung and lowered fibrosis",
        {"conditioned_medium decreases fibrosis -1 stated derivative_mismatch"});
}

BOOST_AUTO_TEST_CASE(compound_in_the_intervention_column_is_the_agent) {
  Lines const found = said(one_row({{Role::model, "Rat"}, {Role::intervention, "Curcumin"}, {Role::result, "Reduced fibrosis"}}));
  Lines const expected{"curcumin decreases fibrosis -1 stated"};
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(unknown_intervention_is_kept_as_words) {
  Lines const found = said(one_row({{Role::intervention, "Substance Q"}, {Role::result, "Reduced fibrosis"}}));
  Lines const expected{"'Substance Q' decreases fibrosis -1 stated unresolved_subject"};
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(loss_of_function_turns_the_sign) {
  check("TSG-6-deficient exosomes raised IL-6", {"tnfaip6 decreases il6 -1 stated loss_of_function"});
  check("Silencing of NLRP3 increased autophagy", {"nlrp3 decreases autophagy -1 stated loss_of_function"});
  check("VEGF overexpression increased angiogenesis", {"vegfa increases angiogenesis +1 stated"});
}

BOOST_AUTO_TEST_CASE(by_names_the_agent_of_its_own_clause) {
  check("Facilitated angiogenesis through activation of mTOR by miR-17-5p",
        {"exosome increases angiogenesis +1 stated", "mir_17_5p increases mtor +1 stated", "mtor contributes_to angiogenesis +1 implied"});
}

BOOST_AUTO_TEST_CASE(what_the_subject_of_a_verb_raises_or_lowers_acts) {
  check("Downregulation of TNF-α promoted angiogenesis",
        {"exosome decreases tnf -1 stated", "tnf decreases angiogenesis -1 stated loss_of_function"});
}

BOOST_AUTO_TEST_CASE(the_loss_of_a_function_reaches_over_its_list) {
  check("Silencing of NLRP3 and IL-6 reduced fibrosis",
        {"il6 increases fibrosis +1 stated loss_of_function", "nlrp3 increases fibrosis +1 stated loss_of_function"});
}

BOOST_AUTO_TEST_CASE(a_changed_form_of_a_gene_is_a_thing_of_its_own) {
  check("TNF-α mutants reduced fibrosis", {"'TNF-α mutants' decreases fibrosis -1 stated unresolved_subject"});
}

BOOST_AUTO_TEST_CASE(its_knockdown_turns_the_sign_of_the_agent_named_before) {
  check("NLRP3 promoted fibrosis and its knockdown reduced apoptosis",
        {"nlrp3 increases apoptosis +1 stated loss_of_function", "nlrp3 increases fibrosis +1 stated"});
}

BOOST_AUTO_TEST_CASE(what_set_an_object_off_is_no_agent) {
  check("Exosomes reduced fibrosis induced by LPS", {"exosome decreases fibrosis -1 stated"});
  check("Reduction of apoptosis induced by ischemia", {"exosome decreases apoptosis -1 stated"});
  check("Fibrosis induced by LPS was reduced by exosomes", {"exosome decreases fibrosis -1 stated"});
  check("Inhibited TNF-α and apoptosis induced by LPS in macrophages",
        {"exosome decreases apoptosis -1 stated", "exosome decreases tnf -1 stated"});
}

BOOST_AUTO_TEST_CASE(without_another_verb_the_participle_is_the_verb) {
  check("Angiogenesis induced by exosomes", {"exosome increases angiogenesis +1 stated"});
  check("Apoptosis was induced by LPS", {"lps increases apoptosis +1 stated"});
}

BOOST_AUTO_TEST_CASE(a_symbol_that_no_term_has_acts_before_a_verb_with_an_object) {
  check("QRX7 increased apoptosis", {"'QRX7' increases apoptosis +1 stated unresolved_subject"});
  check("QRX7 and ZFB-12 reduced IL-6",
        {"'QRX7' decreases il6 -1 stated unresolved_subject", "'ZFB-12' decreases il6 -1 stated unresolved_subject"});
  check("QRX7 knockdown reduced IL-6", {"'QRX7' increases il6 +1 stated loss_of_function unresolved_subject"});
  check("Apoptosis was reduced by QRX7", {"'QRX7' decreases apoptosis -1 stated unresolved_subject"});
}

BOOST_AUTO_TEST_CASE(who_is_taken_back_does_not_act) {
  check("VEGF, but not TNF-α, increased angiogenesis", {"vegfa increases angiogenesis +1 stated"});
  check("VEGF but not TNF-α increased angiogenesis", {"vegfa increases angiogenesis +1 stated"});
}

BOOST_AUTO_TEST_CASE(words_between_commas_do_not_part_an_agent_from_its_verb) {
  check("TSG-6, in septic mice, reduced IL-6", {"tnfaip6 decreases il6 -1 stated"});
}

BOOST_AUTO_TEST_CASE(a_role_in_doing_is_the_doing) {
  check("NLRP3 plays a key role in promoting pyroptosis", {"nlrp3 increases pyroptosis +1 stated"});
  check("Exosomes were effective in reducing apoptosis", {"exosome decreases apoptosis -1 stated"});
  check("VEGF is a potent inducer of angiogenesis", {"vegfa increases angiogenesis +1 stated"});
  check("TNF-α is a negative regulator of angiogenesis", {"tnf decreases angiogenesis -1 stated"});
}

BOOST_AUTO_TEST_CASE(what_a_carrier_brought_acts) {
  check("TSG-6 secreted by MSCs suppressed inflammation", {"tnfaip6 decreases inflammation -1 stated"});
}

BOOST_AUTO_TEST_CASE(by_names_who_did_the_verb_before_it_alone) {
  check("Inhibited apoptosis at sites which are typically phosphorylated by VEGF", {"exosome decreases apoptosis -1 stated"});
}

BOOST_AUTO_TEST_CASE(what_a_sentence_begins_with_as_raised_acts) {
  check("Elevated VEGF promoted angiogenesis", {"exosome increases vegfa +1 stated", "vegfa increases angiogenesis +1 stated"});
  check("Decreased TNF-α levels; promoted angiogenesis", {"exosome decreases tnf -1 stated", "exosome increases angiogenesis +1 stated"});
}

BOOST_AUTO_TEST_CASE(neither_denies_of_both_agents) {
  check("Neither exosomes nor conditioned medium reduced apoptosis",
        {"conditioned_medium decreases apoptosis -1 stated negated derivative_mismatch joint_agents",
         "exosome decreases apoptosis -1 stated negated joint_agents"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
