#include "interpret/grammar.hpp"

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"

namespace mechgraph {
namespace {

// The message of the error that a table of this text gives, with its place and hint.
std::string refusal(std::string const& table, std::string const& text) {
  try {
    auto const ontology = Ontology::from_tables({{table, text}});
    Grammar const grammar{*ontology};
  } catch (Error const& error) {
    return error.place() + ": " + error.what() + "; " + error.hint();
  }
  return "accepted";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammar)

BOOST_AUTO_TEST_CASE(a_form_may_be_several_parts_of_speech) {
  Grammar const grammar{*Ontology::builtin()};
  FoldedText const text("Increases");
  auto const found = grammar.triggers.longest(text, 0);
  BOOST_REQUIRE(found);
  BOOST_TEST(found.value->is(PartOfSpeech::present));
  BOOST_TEST(!found.value->is(PartOfSpeech::gerund));
  BOOST_TEST((found.value->effect == Effect::up));
}

BOOST_AUTO_TEST_CASE(relations_of_effects_follow_basis_and_sign) {
  auto const ontology = Ontology::builtin();
  Grammar const grammar{*ontology};
  for (Basis const basis : {Basis::stated, Basis::implied, Basis::cargo}) {
    for (int const sign : {-1, 0, 1}) {
      Relation const& relation = ontology->relation(grammar.effect(basis, sign));
      BOOST_TEST((relation.relation_class == RelationClass::effect));
      BOOST_TEST(relation.sign == sign);
    }
  }
  BOOST_TEST((grammar.effect(Basis::stated, 1) != grammar.effect(Basis::implied, 1)));
  BOOST_TEST((grammar.effect(Basis::cargo, 1) == grammar.effect(Basis::implied, 1)));
}

BOOST_AUTO_TEST_CASE(wrong_rows_are_refused_with_their_place) {
  BOOST_TEST(refusal("links", "form\tdirection\nvia\tsideways\n") ==
             "links.tsv:2: unknown direction 'sideways'; use one of forward, backward");
  BOOST_TEST(refusal("compositions", "form\tplace\trelation\nrich\tbefore\tmade_of\n") ==
             "compositions.tsv:2: unknown relation 'made_of'; add it to relations.tsv or correct it");
  BOOST_TEST(refusal("type_roles", "type\tqualifier\trepresses\nCellar\tcell\t0\n") ==
             "type_roles.tsv:2: unknown type 'Cellar'; use a type of types.tsv");
  BOOST_TEST(
      refusal(
          "triggers",
          "lemma\teffect\tpresent\tpast\tgerund\tnoun\tadjective\tarrow\tprefix\taspect\tnote\na\tup\tx\t\t\t\t\t\t\t\t\nb\tdown\tx\t\t\t\t"
          "\t\t\t\t\n") == "triggers.tsv:3: 'x' has two effects; keep it in one row");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
