#include "interpret/statement_builder.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/reading.hpp"
#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

struct Fixture {
  RecordTable table = result_row("GPX1 enriched exosomes reduced fibrosis");
  Record const& record = table.records.front();
  Ontology const& ontology = builtin_lexicon().ontology();
  StatementBuilder builder{record, first_row(table), ontology, builtin_grammar()};
  TermId term(std::string_view key) const { return *ontology.find_key(key); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(statement_builder, Fixture)

BOOST_AUTO_TEST_CASE(equal_preparations_have_one_number) {
  std::size_t const column = builder.columns().front();
  BOOST_TEST(builder.place(builder.placed(column)) == column);
  PlacedPreparation other = builder.placed(column);
  other.preparation.source.clear();
  BOOST_TEST(builder.place(other) != column);
}

BOOST_AUTO_TEST_CASE(subject_from_the_column_is_flagged) {
  BOOST_TEST(builder.column_subjects().front().flags.has(Flag::subject_from_column));
  BOOST_TEST(!builder.subject_of(builder.columns().front(), Span{0, 4}).flags.has(Flag::subject_from_column));
}

BOOST_AUTO_TEST_CASE(cargo_suggests_what_its_preparation_does_unless_the_row_says_more) {
  std::size_t const column = builder.columns().front();
  builder.begin(Role::result, record.cells.back().text, {});
  Entity const preparation = builder.placed(column).preparation;
  RelationId const decreases = builtin_grammar().effect(Basis::stated, -1);
  builder.add(preparation, decreases, term("fibrosis"), -1, Basis::stated, "verb");
  builder.add(preparation, decreases, term("apoptosis"), -1, Basis::stated, "verb").negated = true;
  builder.add(preparation, decreases, term("inflammation"), -1, Basis::stated, "verb");
  builder.add(term("gpx1"), decreases, term("inflammation"), -1, Basis::stated, "verb");
  builder.add_cargo({column, term("gpx1"), record.cells.back().text, {}});
  builder.add_cargo({column, term("gpx1"), record.cells.back().text, {}});
  RecordStatements const said = std::move(builder).finish();
  std::vector<std::string> cargo;
  for (Statement const& statement : said.statements) {
    if (statement.basis == Basis::cargo) cargo.push_back(printed(statement, ontology));
  }
  BOOST_REQUIRE_EQUAL(cargo.size(), 1U);
  BOOST_TEST(cargo.front() == "gpx1 counteracts fibrosis -1 cargo");
}

BOOST_AUTO_TEST_CASE(column_keeps_its_slots_only_where_nothing_else_acts) {
  RecordStatements const said = std::move(builder).finish();
  std::size_t slots = 0;
  for (Statement const& statement : said.statements) {
    if (ontology.relation(statement.relation).relation_class == RelationClass::slot) ++slots;
  }
  BOOST_TEST(slots == 3U);  // derivative, source, model
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
