// What a cell says, rule by rule, on sentences of this project's own; who acts and by which way have files of their own.
#include "interpret/statements.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/reading.hpp"

namespace mechgraph {

BOOST_AUTO_TEST_SUITE(statements)

BOOST_AUTO_TEST_CASE(one_verb_spreads_over_its_list_and_a_new_verb_restarts_it) {
  check(
      "Decreased ALT, AST, and improved liver regeneration",
      {"exosome decreases alt_level -1 stated", "exosome decreases ast_level -1 stated", "exosome increases liver_regeneration +1 stated"});
}

BOOST_AUTO_TEST_CASE(passive_verb_takes_what_stands_before_it_and_by_names_the_agent) {
  check("Apoptosis was markedly reduced by conditioned medium", {"conditioned_medium decreases apoptosis -1 stated derivative_mismatch"});
}

BOOST_AUTO_TEST_CASE(passive_verb_takes_a_whole_list) {
  check("IL-6 and TNF-α levels were decreased", {"exosome decreases il6 -1 stated", "exosome decreases tnf -1 stated"});
}

BOOST_AUTO_TEST_CASE(intransitive_verb_takes_what_stands_before_it) {
  check("Serum creatinine decreased", {"exosome decreases creatinine_level -1 stated"});
}

BOOST_AUTO_TEST_CASE(postposed_noun_keeps_its_object_from_the_next_verb) {
  check("Renal function improvement, reduced mortality",
        {"exosome decreases mortality -1 stated", "exosome increases renal_function +1 stated"});
}

BOOST_AUTO_TEST_CASE(adjective_before_its_object) { check("Higher VEGF levels", {"exosome increases vegfa +1 stated"}); }

BOOST_AUTO_TEST_CASE(arrow_before_reaches_to_the_next_arrow) {
  check("↑ IL-10, VEGF; ↓ TNF-α",
        {"exosome decreases tnf -1 stated", "exosome increases il10 +1 stated", "exosome increases vegfa +1 stated"});
}

BOOST_AUTO_TEST_CASE(arrow_after_reaches_back_over_its_list) {
  check("ALT, AST ↓; IL-10 ↑",
        {"exosome decreases alt_level -1 stated", "exosome decreases ast_level -1 stated", "exosome increases il10 +1 stated"});
}

BOOST_AUTO_TEST_CASE(noun_with_of_takes_a_list) {
  check("Inhibition of NLRP3 in macrophages and caspase-1", {"exosome decreases casp1 -1 stated", "exosome decreases nlrp3 -1 stated"});
}

BOOST_AUTO_TEST_CASE(noun_with_another_preposition) { check("Suppression in TNF-α", {"exosome decreases tnf -1 stated"}); }

BOOST_AUTO_TEST_CASE(gerund_before_its_object) { check("Alleviating renal fibrosis", {"exosome decreases renal_fibrosis -1 stated"}); }

BOOST_AUTO_TEST_CASE(trigger_on_a_trigger_turns_the_sign) {
  check("Inhibited the downregulation of IL-10", {"exosome increases il10 +1 stated"});
}

BOOST_AUTO_TEST_CASE(noun_behind_an_object_multiplies_with_the_verb_before) {
  check("Dampened NLRP3 activation", {"exosome decreases nlrp3 -1 stated"});
}

BOOST_AUTO_TEST_CASE(noun_behind_an_object_multiplies_with_the_verb_after) {
  check("NLRP3 activation was reduced", {"exosome decreases nlrp3 -1 stated"});
}

BOOST_AUTO_TEST_CASE(inverse_form_turns_the_sign) {
  check("Reduced cardiac dysfunction", {"exosome increases cardiac_function +1 stated"});
}

BOOST_AUTO_TEST_CASE(evaluative_word_on_an_inverse_form) {
  check("Improved cardiac dysfunction", {"exosome increases cardiac_function +1 stated"});
}

BOOST_AUTO_TEST_CASE(evaluative_word_without_valence_reads_upward_and_says_so) {
  check("Improved autophagy", {"exosome increases autophagy +1 stated evaluative_trigger"});
}

BOOST_AUTO_TEST_CASE(worse_is_the_other_way_round) { check("Worsened renal function", {"exosome decreases renal_function -1 stated"}); }

BOOST_AUTO_TEST_CASE(reversed_ratio_turns_the_sign) { check("Lowered Th17/Treg ratio", {"exosome increases treg_th17_ratio +1 stated"}); }

BOOST_AUTO_TEST_CASE(doubtful_word_gives_no_sign) {
  check("Reserve of IL-10 expression", {"exosome affects il10 0 stated ambiguous_trigger"});
}

BOOST_AUTO_TEST_CASE(word_without_direction_gives_no_sign) {
  check("Regulation of macrophage polarization", {"exosome affects macrophage_polarization 0 stated no_direction"});
}

BOOST_AUTO_TEST_CASE(negation_denies) {
  check("Conditioned medium did not reduce ALT levels", {"conditioned_medium decreases alt_level -1 stated negated derivative_mismatch"});
}

BOOST_AUTO_TEST_CASE(no_effect_on_denies_any_effect) { check("No effect on survival", {"exosome affects survival 0 stated negated"}); }

BOOST_AUTO_TEST_CASE(hedge_is_kept) { check("Exosomes may improve wound healing", {"exosome increases wound_healing +1 stated hedged"}); }

BOOST_AUTO_TEST_CASE(bare_nominal_went_up) { check("M2 polarization", {"exosome increases m2_polarization +1 stated bare_nominal"}); }

BOOST_AUTO_TEST_CASE(unknown_object_is_kept_as_words) {
  check("Reduced xyzzy plugh", {"exosome decreases 'xyzzy plugh' -1 stated unresolved_object"});
}

BOOST_AUTO_TEST_CASE(pretreatment_is_identity_and_never_acts) {
  check("LPS pretreated exosomes reduced inflammation",
        {"exosome[pretreated_with=lps] decreases inflammation -1 stated", "exosome[pretreated_with=lps] pretreated_with lps 0 stated"});
}

BOOST_AUTO_TEST_CASE(several_modifiers_of_one_preparation) {
  check("IFN-γ and TNF-α primed MSC-exosomes reduced IL-6",
        {"exosome[pretreated_with=ifng;pretreated_with=tnf] decreases il6 -1 stated",
         "exosome[pretreated_with=ifng;pretreated_with=tnf] pretreated_with ifng 0 stated",
         "exosome[pretreated_with=ifng;pretreated_with=tnf] pretreated_with tnf 0 stated"});
}

BOOST_AUTO_TEST_CASE(name_with_its_own_composition_word) {
  check("Hypoxia preconditioned exosomes reduced TGF-β", {"exosome[pretreated_with=hypoxia] decreases tgfb1 -1 stated",
                                                          "exosome[pretreated_with=hypoxia] pretreated_with hypoxia 0 stated"});
}

BOOST_AUTO_TEST_CASE(carried_in_is_carried) {
  check("miR-21-5p in exosomes suppressed PTEN",
        {"exosome carries mir_21_5p 0 stated", "exosome decreases pten -1 stated", "mir_21_5p decreases pten -1 stated"});
}

BOOST_AUTO_TEST_CASE(comparison_has_no_sign_and_implies_the_better_effect) {
  check("EVs were superior to MSCs in terms of wound healing",
        {"extracellular_vesicle increases wound_healing +1 implied", "extracellular_vesicle superior_to msc 0 stated"});
}

BOOST_AUTO_TEST_CASE(comparison_the_other_way) {
  check("EVs were inferior to MSCs in terms of wound healing", {"msc increases wound_healing +1 implied derivative_mismatch",
                                                                "msc superior_to extracellular_vesicle 0 stated derivative_mismatch"});
}

BOOST_AUTO_TEST_CASE(source_in_the_text_wins_over_the_column) {
  check("Placenta MSC-derived exosomes reduced fibrosis", {"exosome[source=placenta] decreases fibrosis -1 stated"});
}

BOOST_AUTO_TEST_CASE(source_after_the_derivative) {
  check("Exosomes from placenta reduced fibrosis", {"exosome[source=placenta] decreases fibrosis -1 stated"});
}

BOOST_AUTO_TEST_CASE(coreference_composes_cell_and_process) {
  check("Enhanced hepatocyte proliferation and inhibition of their apoptosis",
        {"exosome decreases hepatocyte_apoptosis -1 stated coreference", "exosome increases hepatocyte_proliferation +1 stated"});
}

BOOST_AUTO_TEST_CASE(nothing_is_understood_here) { check("The weather was fine", {}); }

BOOST_AUTO_TEST_CASE(bound_prefix_carries_the_sign_unless_it_is_part_of_an_object) {
  check("Anti-fibrotic and pro-angiogenic effects",
        {"exosome decreases fibrosis -1 stated bound_prefix", "exosome increases angiogenesis +1 stated bound_prefix"});
  check("Reduced pro-angiogenic IL-6", {"exosome decreases il6 -1 stated"});
}

BOOST_AUTO_TEST_CASE(inducer_behind_a_hyphen_is_context_only) {
  check("Exosomes limited LPS-induced inflammation", {"exosome decreases inflammation -1 stated"});
}

BOOST_AUTO_TEST_CASE(what_was_done_to_the_producer_belongs_to_the_preparation) {
  check("Exosomes from hypoxia-preconditioned MSCs reduced fibrosis",
        {"exosome[pretreated_with=hypoxia] decreases fibrosis -1 stated",
         "exosome[pretreated_with=hypoxia] pretreated_with hypoxia 0 stated"});
}

BOOST_AUTO_TEST_CASE(heading_before_or_after_a_colon_carries_its_sign) {
  check("Increased: IL-10; Decreased: IL-6", {"exosome decreases il6 -1 stated", "exosome increases il10 +1 stated"});
  check("IL-6, TNF-α: decreased", {"exosome decreases il6 -1 stated", "exosome decreases tnf -1 stated"});
}

BOOST_AUTO_TEST_CASE(arrow_that_hangs_on_a_word_belongs_to_it) {
  check("HSC activation↓ IL-10↑", {"exosome decreases hsc_activation -1 stated", "exosome increases il10 +1 stated"});
}

BOOST_AUTO_TEST_CASE(unaffected_is_a_denial) { check("IL-10 was unaffected", {"exosome affects il10 0 stated negated"}); }

BOOST_AUTO_TEST_CASE(every_witness_has_words_that_are_part_of_its_cell) {
  RecordTable const table = result_row("GPX1 enriched exosomes reduced fibrosis by inhibition of TGF-β1, thereby improving renal function");
  std::size_t seen = 0;
  auto const records = interpreter().interpret(table);
  for (Statement const& statement : records.front().statements) {
    Words const& words = statement.words;
    BOOST_TEST(!words.text.empty());
    for (Span const span : {words.text, words.trigger, words.subject, words.object}) BOOST_TEST(span.end <= words.cell.size());
    for (Span const inner : {words.trigger, words.object}) {
      if (!inner.empty()) BOOST_TEST((words.text.begin <= inner.begin && inner.end <= words.text.end));
    }
    ++seen;
  }
  BOOST_TEST(seen > 8U);
}

BOOST_AUTO_TEST_CASE(words_and_trigger_are_the_least_that_says_it) {
  RecordTable const table = result_row("Attenuation of fibrosis and reduced IL-6");
  auto const records = interpreter().interpret(table);
  Statement const& first = records.front().statements[0];
  Statement const& second = records.front().statements[1];
  BOOST_TEST(cut(first.words.cell, first.words.text) == "Attenuation of fibrosis");
  BOOST_TEST(cut(first.words.cell, first.words.trigger) == "Attenuation");
  BOOST_TEST(cut(second.words.cell, second.words.text) == "reduced IL-6");
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_kept) {
  RecordTable const table = result_row("Reduced fibrosis. The weather was fine; more research is needed");
  auto const records = interpreter().interpret(table);
  Lines rest;
  for (Words const& words : records.front().remainder) rest.emplace_back(cut(words.cell, words.text));
  Lines const expected{"The weather was fine", "more research is needed"};
  BOOST_CHECK_EQUAL_COLLECTIONS(rest.begin(), rest.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(context_holds_place_manner_modifiers_and_the_row) {
  RecordTable const table = result_row("Marked suppression of intracellular NLRP3 expression in macrophages by LPS pretreated exosomes");
  auto const ontology = Ontology::builtin();
  Lines context;
  auto const records = interpreter().interpret(table);
  for (Statement const& statement : records.front().statements) {
    if (statement.rule != "nominal_of") continue;
    for (Qualifier const& qualifier : statement.context) {
      auto const* term = std::get_if<TermId>(&qualifier.value);
      context.push_back(std::string(qualifier.key) + "=" +
                        (term != nullptr ? ontology->term(*term).key : std::get<std::string>(qualifier.value)));
    }
  }
  std::sort(context.begin(), context.end());
  Lines const expected{"aspect=expression", "cell_type=macrophage", "location=intracellular",
                       "magnitude=marked",  "organism=mouse",       "pretreated_with=lps"};
  BOOST_CHECK_EQUAL_COLLECTIONS(context.begin(), context.end(), expected.begin(), expected.end());
}

// The slot edges of a row, as lines.
Lines slots(RecordTable const& table) {
  auto const ontology = Ontology::builtin();
  Lines lines;
  auto const records = interpreter().interpret(table);
  for (Statement const& statement : records.front().statements) {
    if (ontology->relation(statement.relation).relation_class == RelationClass::slot) {
      lines.push_back(printed(statement, *ontology) + " " + std::string(name(statement.words.field)));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

BOOST_AUTO_TEST_CASE(slot_edges_belong_to_the_preparation_that_acts_and_the_disease_is_the_nearest) {
  RecordTable table = one_row({{Role::source, "Bone marrow"},
                               {Role::model, "Rat"},
                               {Role::intervention, "MSC-exosome"},
                               {Role::result, "LPS pretreated exosomes reduced IL-6"}},
                              {}, "Vesicles in liver failure, especially acute liver failure (ALF)");
  Lines const expected{"exosome[pretreated_with=lps] derives_from bone_marrow 0 stated source",
                       "exosome[pretreated_with=lps] instance_of exosome 0 stated result",
                       "exosome[pretreated_with=lps] studied_in alf 0 stated disease_from_caption caption",
                       "exosome[pretreated_with=lps] tested_in rat 0 stated model"};
  Lines const found = slots(table);
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(comparator_has_only_its_derivative_and_source) {
  RecordTable const table = result_row("EVs were superior to placenta MSCs in terms of wound healing");
  Lines const expected{"extracellular_vesicle derives_from bone_marrow 0 stated source",
                       "extracellular_vesicle instance_of extracellular_vesicle 0 stated result",
                       "extracellular_vesicle tested_in mouse 0 stated model", "msc[source=placenta] derives_from placenta 0 stated result",
                       "msc[source=placenta] instance_of msc 0 stated result"};
  Lines const found = slots(table);
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(every_rule_of_the_table_makes_a_statement_of_its_example) {
  auto const ontology = Ontology::builtin();
  DataTable const& rules = ontology->table("rules");
  std::vector<std::string> unseen;
  for (std::size_t row = 0; row < rules.rows(); ++row) {
    std::string const rule(rules.cell(row, "rule"));
    std::string const example(rules.cell(row, "example"));
    if (example.empty()) continue;  // the rules of columns have their own tests above
    bool found = false;
    RecordTable const table = result_row(example);
    auto const records = interpreter().interpret(table);
    for (Statement const& statement : records.front().statements) {
      found = found || statement.rule == rule;
      bool listed = false;
      for (std::size_t other = 0; other < rules.rows(); ++other) listed = listed || rules.cell(other, "rule") == statement.rule;
      BOOST_TEST(listed, "rule '" << statement.rule << "' is not in rules.tsv");
    }
    if (!found) unseen.push_back(rule);
  }
  BOOST_TEST(unseen.empty(), "the example of '" << (unseen.empty() ? "" : unseen.front()) << "' does not use its rule");
}

BOOST_AUTO_TEST_CASE(what_something_is_protected_from_falls) {
  check("Protected intestinal epithelial cells from hypoxia-induced apoptosis", {"exosome decreases apoptosis -1 stated"});
  check("Protected renal function", {"exosome increases renal_function +1 stated"});
}

BOOST_AUTO_TEST_CASE(what_cells_shift_to_rises) {
  check("Shifted macrophages toward M2 polarization", {"exosome increases m2_polarization +1 stated"});
}

BOOST_AUTO_TEST_CASE(numbers_of_cells_are_processes) {
  check("Tregs ↑", {"exosome increases treg_differentiation +1 stated"});
  check("Reduced IL-6 in macrophages", {"exosome decreases il6 -1 stated"});
}

BOOST_AUTO_TEST_CASE(members_of_a_list_that_no_term_covers_are_kept) {
  check("Reduced IL-6, xyzzy and TNF-α",
        {"exosome decreases 'xyzzy' -1 stated unresolved_object", "exosome decreases il6 -1 stated", "exosome decreases tnf -1 stated"});
}

BOOST_AUTO_TEST_CASE(a_verb_acts_on_how_its_object_was_before) {
  check("Rescued the impaired angiogenesis", {"exosome increases angiogenesis +1 stated"});
  check("Attenuated the elevated IL-6", {"exosome decreases il6 -1 stated"});
  check("Prevented the reduced VEGF expression", {"exosome increases vegfa +1 stated"});
}

BOOST_AUTO_TEST_CASE(a_list_may_be_one_of_examples) {
  check("Reduced the expression of pro-fibrotic genes including α-SMA and TIMP1",
        {"exosome decreases acta2 -1 stated", "exosome decreases timp1 -1 stated"});
}

BOOST_AUTO_TEST_CASE(what_changes_is_the_noun_before_of) {
  check("Enhanced the sensitivity of tumor cells to cisplatin",
        {"exosome increases 'sensitivity of tumor cells' +1 stated unresolved_object"});
  check("Reduced the severity of colitis", {"exosome decreases colitis -1 stated"});
}

BOOST_AUTO_TEST_CASE(an_adjective_and_effect_name_no_object) { check("Reversed the immunosuppressive effect", {}); }

BOOST_AUTO_TEST_CASE(a_comparison_may_say_in_what) {
  check("Exosomes were superior to MSCs in reducing infarct size",
        {"exosome decreases infarct_size -1 stated", "exosome superior_to msc 0 stated"});
}

BOOST_AUTO_TEST_CASE(cells_are_driven_towards_what_rises) {
  check("Drove macrophages towards an M2 phenotype", {"exosome increases m2_polarization +1 stated"});
}

BOOST_AUTO_TEST_CASE(a_bracket_without_names_does_not_end_a_list) {
  check("Lowered mortality (from 80% to 35%), IL-6 and TNF-α",
        {"exosome decreases il6 -1 stated", "exosome decreases mortality -1 stated", "exosome decreases tnf -1 stated"});
}

BOOST_AUTO_TEST_CASE(no_significant_effect_is_a_denial) {
  check("No significant effect on proteinuria", {"exosome affects proteinuria 0 stated negated"});
}

BOOST_AUTO_TEST_CASE(an_exception_is_denied) {
  check("Promoted proliferation but not angiogenesis",
        {"exosome increases angiogenesis +1 stated negated", "exosome increases proliferation +1 stated"});
}

BOOST_AUTO_TEST_CASE(a_question_says_nothing) { check("To examine whether exosomes reduce fibrosis", {}); }

BOOST_AUTO_TEST_CASE(the_sequence_of_a_primer_says_nothing) { check("forward AGCTTGCATCGA, reverse TTGACCGATACG", {}); }

BOOST_AUTO_TEST_CASE(degradation_is_a_fall) { check("IL-6 inhibited the degradation of TNF-α", {"il6 increases tnf +1 stated"}); }

BOOST_AUTO_TEST_CASE(a_list_ends_before_the_subject_of_the_next_verb) {
  check("By phosphorylating AKT, VEGF promotes angiogenesis",
        {"akt_family contributes_to angiogenesis +1 implied", "vegfa increases akt_family +1 stated",
         "vegfa increases angiogenesis +1 stated"});
}

BOOST_AUTO_TEST_CASE(a_protective_effect_eases_what_is_bad) {
  check("Protective effect on kidney injury", {"exosome decreases 'kidney injury' -1 stated"});
  check("Protective effect against apoptosis", {"exosome decreases apoptosis -1 stated"});
  check("Therapeutic effects of exosomes on sepsis", {"exosome decreases sepsis -1 stated"});
  check("Knockdown of miR-146a abrogated the protective effect of exosomes on sepsis",
        {"mir_146a_5p decreases sepsis -1 stated loss_of_function"});
}

BOOST_AUTO_TEST_CASE(cells_that_came_in_are_counted_as_cells) {
  check("Fewer infiltrating neutrophils", {"exosome decreases neutrophil_infiltration -1 stated"});
}

BOOST_AUTO_TEST_CASE(an_arrow_in_brackets_hangs_on_the_list_before_it) {
  check("IL-1β, TNF-α (↓); IL-10 (↑)",
        {"exosome decreases il1b -1 stated", "exosome decreases tnf -1 stated", "exosome increases il10 +1 stated"});
}

BOOST_AUTO_TEST_CASE(a_measure_between_an_object_and_its_verb_says_only_how_much) {
  check("VEGF: 2.3-fold higher than PBS", {"exosome increases vegfa +1 stated"});
}

BOOST_AUTO_TEST_CASE(a_name_belongs_to_both_numbers) {
  check("Decreased collagen I and III", {"exosome decreases col1a1 -1 stated", "exosome decreases col3a1 -1 stated"});
  check("MMP-2/9 activity decreased", {"exosome decreases mmp2 -1 stated", "exosome decreases mmp9 -1 stated"});
  check("IL-1β and -6 decreased", {"exosome decreases il1b -1 stated", "exosome decreases il6 -1 stated"});
}

BOOST_AUTO_TEST_CASE(polarized_cells_become_what_they_are_polarized_to) {
  check("Polarized macrophages from M1 to M2", {"exosome increases m2_polarization +1 stated"});
  check("Macrophages were polarized to the M2 phenotype", {"exosome increases m2_polarization +1 stated"});
}

BOOST_AUTO_TEST_CASE(who_is_no_preparation_is_no_comparator) { check("Superior to untreated rats", {}); }

BOOST_AUTO_TEST_CASE(what_was_done_to_the_cells_was_done_to_what_they_made) {
  check("Microvesicles of HGF-transfected MSCs enhanced angiogenesis",
        {"hgf contributes_to angiogenesis +1 cargo", "microvesicle[engineered_with=hgf] engineered_with hgf 0 stated",
         "microvesicle[engineered_with=hgf] increases angiogenesis +1 stated derivative_mismatch"});
  check("Exosomes from IL-1β-stimulated MSCs reduced apoptosis",
        {"exosome[pretreated_with=il1b] decreases apoptosis -1 stated", "exosome[pretreated_with=il1b] pretreated_with il1b 0 stated"});
}

BOOST_AUTO_TEST_CASE(what_went_up_rose) { check("Treg/Th17 ratio went up", {"exosome increases treg_th17_ratio +1 stated"}); }

BOOST_AUTO_TEST_CASE(an_arrow_behind_unknown_words_is_theirs) {
  check("Tear film ↑", {"exosome increases 'Tear film' +1 stated unresolved_object"});
}

BOOST_AUTO_TEST_CASE(nitric_oxide_denies_nothing) {
  check("Exosomes showed NO significant effect on proteinuria", {"exosome affects proteinuria 0 stated negated"});
  check("eNOS and NO were upregulated", {"exosome increases 'NO' +1 stated unresolved_object", "exosome increases nos3 +1 stated"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
