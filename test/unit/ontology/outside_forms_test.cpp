// Which forms of a vocabulary are taken in text, and why.
#include "ontology/outside_forms.hpp"

#include <boost/test/unit_test.hpp>

#include "ontology/lookup.hpp"
#include "unit/vocab/small_files.hpp"

namespace mechgraph {
namespace {

// Genes with the traps of real ones: aliases that are words, shared, short, a family's stem; made-up identifiers.
constexpr char const* genes =
    "hgnc_id\tsymbol\tname\talias_symbol\tentrez_id\n"
    "HGNC:1\tZQA1\tzinc quark adapter 1\tgoat|ZAP9|QQ\t900001\n"
    "HGNC:2\tZQA2\tzinc quark adapter 2\tZAP9|zebrin\t900002\n"
    "HGNC:3\tZQA3\tzinc quark adapter 3\tZQA|ZXC\t900003\n"
    "HGNC:4\tCLOCK\tticking thing\t\t900004\n"
    "HGNC:5\tTNF\ttumor necrosis factor\tZTNFA\t7124\n";
constexpr char const* processes =
    "format-version: 1.2\ndefault-namespace: biological_process\n\n"
    "[Term]\nid: GO:9000001\nname: zebra cell activation\nis_a: GO:9000002\n\n"
    "[Term]\nid: GO:9000002\nname: zebra cell process\nsynonym: \"zebra life\" RELATED []\nis_a: GO:0006915\n\n"
    "[Term]\nid: GO:9000003\nname: inhibition of zebra walking\n\n"
    "[Term]\nid: GO:9000004\nname: zebra gallop\nis_obsolete: true\nreplaced_by: GO:9000001\n\n"
    "[Term]\nid: GO:9000005\nname: zebra nap\nis_obsolete: true\n\n"
    "[Term]\nid: GO:9000006\nname: ZQA1\n\n"
    "[Term]\nid: GO:9000007\nname: TNF production\n";

struct Layer {
  std::shared_ptr<Ontology const> ontology = Ontology::from_tables({}, vocabulary_of({{"genes.tsv", genes}, {"processes.obo", processes}}));
  Lexicon lexicon{ontology};

  // "ID (why)" of the whole form at the first place where the words stand in the text.
  std::string decided(std::string_view text, std::string_view words) const {
    FoldedText const folded(text);
    std::size_t const size = FoldedText(words).size();
    for (std::size_t at = 0; at + size <= folded.size(); ++at) {
      if (cut(text, folded.span(at, at + size)) != words) continue;
      auto const form = lexicon.outside_form(folded, at, size);
      if (!form) return "no form";
      std::string const id = is_taken(form->choice) ? ontology->term(form->term).id + ": " : "left: ";
      return id + std::string(meaning(form->choice));
    }
    return "not in the text";
  }

  std::string taken(std::string_view words) const {
    auto const found = lexicon.whole(words);
    return found ? ontology->term(found->term).id : "nothing";
  }
};

BOOST_FIXTURE_TEST_CASE(labels_and_synonyms_of_one_term_are_taken, Layer) {
  BOOST_TEST(decided("more ZQA2 here", "ZQA2") == "NCBIGene:900002: the label of one term only");
  BOOST_TEST(decided("zinc quark adapter 2", "zinc quark adapter 2") == "NCBIGene:900002: a synonym of one term only");
  BOOST_TEST(decided("Zinc-Quark adapter 2", "Zinc-Quark adapter 2") == "NCBIGene:900002: a synonym of one term only");
}

BOOST_FIXTURE_TEST_CASE(the_first_vocabulary_wins_where_two_have_the_label, Layer) {
  BOOST_TEST(decided("ZQA1", "ZQA1") == "NCBIGene:900001: the label of several terms: the vocabulary that was imported first wins");
}

BOOST_FIXTURE_TEST_CASE(english_words_are_never_taken, Layer) {
  BOOST_TEST(decided("the goat gene", "goat") == "left: an English word or a word of the grammar");
  BOOST_TEST(decided("CLOCK protein", "CLOCK") == "left: an English word or a word of the grammar");
}

BOOST_FIXTURE_TEST_CASE(the_case_of_symbols_counts, Layer) {
  BOOST_TEST(decided("zqa2", "zqa2") == "left: a symbol that is written in another case");
  BOOST_TEST(decided("Zqa2", "Zqa2") == "NCBIGene:900002: the label of one term only");
  BOOST_TEST(decided("ZEBRIN", "ZEBRIN") == "left: a symbol that is written in another case");
}

BOOST_FIXTURE_TEST_CASE(shared_aliases_need_a_reason_beside_them, Layer) {
  BOOST_TEST(decided("ZAP9 rose", "ZAP9") == "left: names several terms, and nothing beside it decides");
  BOOST_TEST(decided("ZAP9 protein", "ZAP9") == "left: names several terms, and nothing beside it decides");
  BOOST_TEST(decided("zinc quark adapter 2, also called ZAP9, rose", "ZAP9") ==
             "NCBIGene:900002: short or shared, but another name of the term stands beside it");
}

BOOST_FIXTURE_TEST_CASE(short_aliases_need_a_reason_beside_them, Layer) {
  BOOST_TEST(decided("ZXC rose", "ZXC") == "left: too short to be taken without a reason beside it");
  BOOST_TEST(decided("ZXC mRNA rose", "ZXC") == "NCBIGene:900003: short or shared, but a word beside it says that a gene is meant");
  BOOST_TEST(decided("expression of ZXC", "ZXC") == "NCBIGene:900003: short or shared, but a word beside it says that a gene is meant");
  BOOST_TEST(decided("ZQA3 (ZXC)", "ZXC") == "NCBIGene:900003: short or shared, but another name of the term stands beside it");
  std::string const far =
      "ZQA3" + std::string(" and so on", 10) + " and more and more and more and more and more and more and more and more ZXC";
  BOOST_TEST(decided(far, "ZXC") == "left: too short to be taken without a reason beside it");
}

BOOST_FIXTURE_TEST_CASE(the_stem_of_a_family_is_not_its_third_gene, Layer) {
  BOOST_TEST(decided("ZQA", "ZQA") == "left: too short to be taken without a reason beside it");
  auto const longer = Ontology::from_tables(
      {}, vocabulary_of({{"g.tsv", "hgnc_id\tsymbol\talias_symbol\nHGNC:1\tZQAB1\t\nHGNC:2\tZQAB2\t\nHGNC:9\tZQAB9\tZQAB\n"}}));
  Lexicon const names(longer);
  FoldedText const text("ZQAB");
  BOOST_TEST(std::string(meaning(names.outside_form(text, 0, 1)->choice)) == "what the names of several genes begin with");
}

BOOST_FIXTURE_TEST_CASE(names_that_hold_a_relation_are_left_but_an_activation_at_the_end_is_a_process, Layer) {
  BOOST_TEST(decided("inhibition of zebra walking", "inhibition of zebra walking") == "left: a word inside it carries a relation");
  BOOST_TEST(decided("zebra cell activation", "zebra cell activation") == "GO:9000001: the label of one term only");
}

BOOST_FIXTURE_TEST_CASE(obsolete_terms_follow_their_replacement, Layer) {
  BOOST_TEST(decided("zebra gallop", "zebra gallop") == "GO:9000001: the label of one term only");
  BOOST_TEST(decided("zebra nap", "zebra nap") == "left: obsolete without replacement, or of no type");
  BOOST_TEST(decided("zebra life", "zebra life") == "left: only a broader or a related name");
}

BOOST_FIXTURE_TEST_CASE(the_own_lexicon_comes_first_and_a_longer_form_before_it, Layer) {
  BOOST_TEST(taken("TNF") == "NCBIGene:7124");
  BOOST_TEST(taken("ZTNFA") == "NCBIGene:7124");
  BOOST_TEST(taken("HSC") == "CL:0000632");
  FoldedText const text("TNF production");
  BOOST_TEST(lexicon.longest(text, 0)->tokens == 1);  // a mediator and a word of the grammar
  FoldedText const plural("zebra cell activations");
  BOOST_TEST(lexicon.longest(plural, 0)->tokens == 3);
  BOOST_TEST((lexicon.longest(plural, 0)->match == FormMatch::plural));
  BOOST_TEST(lexicon.longest(plural, 0)->outside);
}

BOOST_FIXTURE_TEST_CASE(plurals_of_one_two_and_more_words_are_found, Layer) {
  auto const with_cells = Ontology::from_tables(
      {}, vocabulary_of({{"c.obo",
                          "format-version: 1.2\n\n[Term]\nid: CL:9000001\nname: zebrocyte\n\n[Term]\nid: CL:9000002\nname: "
                          "striped zebrocyte\n\n[Term]\nid: CL:9000003\nname: dark striped zebrocyte\n"}}));
  Lexicon const names(with_cells);
  for (std::string_view const words : {"zebrocytes", "striped zebrocytes", "dark striped zebrocytes"}) {
    auto const found = names.whole(words);
    BOOST_REQUIRE_MESSAGE(found.has_value(), words);
    BOOST_TEST((found->match == FormMatch::plural));
  }
}

BOOST_FIXTURE_TEST_CASE(letters_and_numbers_alone_are_never_taken, Layer) {
  auto const signs = Ontology::from_tables({}, vocabulary_of({{"g.tsv", "hgnc_id\tsymbol\talias_symbol\nHGNC:1\tZQAB1\tZ|14 3 3\n"}}));
  Lexicon const names(signs);
  FoldedText const text("ZQAB1 gene Z gene");
  BOOST_TEST(std::string(meaning(names.outside_form(text, 2, 1)->choice)) == "too short to be taken without a reason beside it");
  FoldedText const numbers("ZQAB1 gene 14-3-3 protein");
  BOOST_TEST(std::string(meaning(names.outside_form(numbers, 2, 3)->choice)) == "too short to be taken without a reason beside it");
}

BOOST_FIXTURE_TEST_CASE(only_terms_that_are_accepted_are_found, Layer) {
  FoldedText const text("ZQA2");
  auto const outcome = lexicon.longest_if(text, 0, [&](TermId term) { return ontology->kind(term) == Kind::outcome; });
  BOOST_TEST(!outcome.has_value());
  auto const mediator = lexicon.longest_if(text, 0, [&](TermId term) { return ontology->kind(term) == Kind::mediator; });
  BOOST_TEST(mediator.has_value());
}

BOOST_FIXTURE_TEST_CASE(a_form_that_ambiguous_decides_is_left, Layer) {
  auto const ruled = Ontology::from_tables({}, vocabulary_of({{"g.tsv", "hgnc_id\tsymbol\nHGNC:1\tCCL4\n"}}));
  Lexicon const names(ruled);
  FoldedText const text("CCL4");
  BOOST_TEST(std::string(meaning(names.outside_form(text, 0, 1)->choice)) == "ambiguous.tsv decides about this form");
  BOOST_TEST(!names.whole("CCL4").has_value());
}

}  // namespace
}  // namespace mechgraph
