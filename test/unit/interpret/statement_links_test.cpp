// By which way, on sentences of this project's own.
#include "interpret/statements.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/reading.hpp"

namespace mechgraph {

BOOST_AUTO_TEST_SUITE(statement_links)

BOOST_AUTO_TEST_CASE(mechanism_backward) {
  check("Exosomes reduced fibrosis via suppression of TGF-β1",
        {"exosome decreases fibrosis -1 stated", "exosome decreases tgfb1 -1 stated", "tgfb1 contributes_to fibrosis +1 implied"});
}

BOOST_AUTO_TEST_CASE(mechanism_forward) {
  check(
      "Suppressed NF-κB, thereby increasing survival",
      {"exosome decreases nfkb_complex -1 stated", "exosome increases survival +1 stated", "nfkb_complex counteracts survival -1 implied"});
}

BOOST_AUTO_TEST_CASE(mechanism_word_without_a_step_word) {
  check("Attenuated fibrosis via the Wnt signaling pathway",
        {"exosome affects wnt_pathway 0 implied mediator_sign_unknown", "exosome decreases fibrosis -1 stated",
         "wnt_pathway affects fibrosis 0 implied mediator_sign_unknown"});
}

BOOST_AUTO_TEST_CASE(implied_step_on_a_doubtful_word_depends_on_it) {
  check("Reduced fibrosis following reserve of CD154 expression",
        {"cd40lg affects fibrosis 0 implied depends_on_resolution", "exosome affects cd40lg 0 stated ambiguous_trigger",
         "exosome decreases fibrosis -1 stated"});
}

BOOST_AUTO_TEST_CASE(denied_step_implies_nothing) {
  check("Did not reduce NLRP3 and thereby improved survival",
        {"exosome decreases nlrp3 -1 stated negated", "exosome increases survival +1 stated"});
}

BOOST_AUTO_TEST_CASE(axis_of_a_carried_microrna) {
  check("Reduction of pyroptosis by exosomal miR-21-5p/PTEN axis",
        {"exosome carries mir_21_5p 0 stated", "exosome decreases pyroptosis -1 stated",
         "mir_21_5p decreases pten -1 implied axis_convention", "mir_21_5p decreases pyroptosis -1 stated",
         "pten contributes_to pyroptosis +1 implied axis_convention"});
}

BOOST_AUTO_TEST_CASE(other_axis_is_one_pathway) {
  check("Suppressed the TLR4/xyz axis", {"exosome decreases 'TLR4/xyz axis' -1 stated unresolved_object"});
}

BOOST_AUTO_TEST_CASE(loading_after_the_derivative_suggests_a_way) {
  check("Exosomes loaded with curcumin reduced inflammation",
        {"curcumin counteracts inflammation -1 cargo", "exosome[enriched_with=curcumin] decreases inflammation -1 stated",
         "exosome[enriched_with=curcumin] enriched_with curcumin 0 stated"});
}

BOOST_AUTO_TEST_CASE(enrichment_suggests_a_way) {
  check("HGF enriched exosomes reduced fibrosis",
        {"exosome[enriched_with=hgf] decreases fibrosis -1 stated", "exosome[enriched_with=hgf] enriched_with hgf 0 stated",
         "hgf counteracts fibrosis -1 cargo"});
}

BOOST_AUTO_TEST_CASE(cargo_column_is_carried_and_suggests_a_way) {
  Lines const found = said(one_row(
      {{Role::source, "Adipose tissue"}, {Role::intervention, "EVs"}, {Role::cargo, "miR-21-5p"}, {Role::result, "Reduced fibrosis"}}));
  Lines const expected{"extracellular_vesicle[source=adipose_tissue] carries mir_21_5p 0 stated column_header",
                       "extracellular_vesicle[source=adipose_tissue] decreases fibrosis -1 stated",
                       "mir_21_5p counteracts fibrosis -1 cargo"};
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(bare_pathway_in_a_mechanism_column_is_affected_without_a_direction) {
  Lines const found =
      said(one_row({{Role::source, "Bone marrow"}, {Role::intervention, "MSC-exosome"}, {Role::mechanism, "Wnt signaling pathway"}}));
  Lines const expected{"exosome affects wnt_pathway 0 implied mediator_sign_unknown"};
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(what_is_delivered_brings_the_effect_about) {
  check("Exosomes reduced fibrosis by transferring miR-145",
        {"exosome carries mir_145_5p 0 stated", "exosome decreases fibrosis -1 stated", "mir_145_5p counteracts fibrosis -1 implied"});
}

BOOST_AUTO_TEST_CASE(what_a_microrna_targets_falls) {
  check("miR-17-5p targeting SIRT1 reduced fibrosis",
        {"mir_17_5p decreases fibrosis -1 stated", "mir_17_5p decreases sirt1 -1 implied target_convention"});
}

BOOST_AUTO_TEST_CASE(what_mediates_a_process_contributes_to_it) {
  check("Triggered HIF-1α-mediated angiogenesis",
        {"exosome increases angiogenesis +1 stated", "hif1a contributes_to angiogenesis +1 implied"});
}

BOOST_AUTO_TEST_CASE(what_a_finding_is_shown_by_is_no_mechanism) {
  check("Reduced oxidative stress, as evidenced by lower MDA levels",
        {"exosome decreases mda -1 stated", "exosome decreases oxidative_stress -1 stated"});
}

BOOST_AUTO_TEST_CASE(a_mediated_effect_is_the_mediators_too) {
  check("Reduced fibrosis through miR-21-mediated inhibition of PTEN",
        {"exosome decreases fibrosis -1 stated", "exosome decreases pten -1 stated", "mir_21_5p counteracts pten -1 implied",
         "pten contributes_to fibrosis +1 implied"});
}

BOOST_AUTO_TEST_CASE(a_delivered_cargo_may_act_first) {
  check("Accelerated wound healing by delivering miR-145 and thereby inhibiting PTEN",
        {"exosome carries mir_145_5p 0 stated", "exosome decreases pten -1 stated", "exosome increases wound_healing +1 stated",
         "mir_145_5p contributes_to wound_healing +1 implied", "mir_145_5p counteracts pten -1 implied",
         "pten counteracts wound_healing -1 implied"});
}

BOOST_AUTO_TEST_CASE(a_mechanism_may_stand_before_what_it_brings_about) {
  check("By inhibiting NLRP3, exosomes reduced fibrosis",
        {"exosome decreases fibrosis -1 stated", "exosome decreases nlrp3 -1 stated", "nlrp3 contributes_to fibrosis +1 implied"});
}

BOOST_AUTO_TEST_CASE(leads_to_is_the_verb_where_the_outcome_has_no_other) {
  check("TNF-α leads to apoptosis", {"tnf increases apoptosis +1 stated"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
