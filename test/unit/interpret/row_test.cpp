#include "interpret/row.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/reading.hpp"
#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

std::string disease(Row const& row) {
  std::string text;
  for (Placed const& placed : row.diseases)
    text += printed(placed.thing, builtin_lexicon().ontology()) + " " + std::string(name(placed.words.field)) + ";";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(row)

BOOST_AUTO_TEST_CASE(columns_give_the_preparation) {
  Row const row = first_row(one_row({{Role::source, "Adipose tissue"},
                                     {Role::model, "Mice"},
                                     {Role::intervention, "LPS-pretreated MSC exosomes"},
                                     {Role::dose, "10 µg"}}));
  BOOST_REQUIRE_EQUAL(row.preparations.size(), 1U);
  BOOST_TEST(printed(Entity{row.preparations.front().preparation}, builtin_lexicon().ontology()) ==
             "exosome[source=adipose_tissue;pretreated_with=lps]");
  BOOST_REQUIRE_EQUAL(row.context.size(), 2U);
  BOOST_TEST(row.context[0].key == "dose");
  BOOST_TEST(row.context[1].key == "organism");
}

BOOST_AUTO_TEST_CASE(unknown_source_is_kept_as_words) {
  Row const row = first_row(one_row({{Role::source, "Moon dust"}, {Role::intervention, "EVs"}}));
  BOOST_TEST(printed(row.sources.front().thing, builtin_lexicon().ontology()) == "'Moon dust'");
}

BOOST_AUTO_TEST_CASE(nearest_disease_wins) {
  RecordTable table = one_row({{Role::model, "Mice"}, {Role::result, "Reduced IL-6"}}, {}, "Vesicles in acute kidney injury");
  table.document.title = "Acute lung injury";
  BOOST_TEST(disease(first_row(table)) == "aki caption;");
  table.records.front().section = "Sepsis";
  BOOST_TEST(disease(first_row(table)) == "sepsis section;");
  table.records.front().cells[0].text = table.text.store("Mice with stroke");
  BOOST_TEST(disease(first_row(table)).ends_with(" model;"));
  table.caption.clear();
  table.records.front().section = {};
  table.records.front().cells[0].text = table.text.store("Mice");
  BOOST_TEST(disease(first_row(table)) == "acute_lung_injury title;");
}

BOOST_AUTO_TEST_CASE(ancestor_of_a_named_disease_is_left_out) {
  RecordTable const table = one_row({{Role::result, "Reduced IL-6"}}, {}, "Liver failure, especially acute liver failure");
  BOOST_TEST(disease(first_row(table)) == "alf caption;");
}

BOOST_AUTO_TEST_CASE(references_are_those_of_the_reference_column_else_of_any_cell) {
  RecordTable table = one_row({{Role::result, "Reduced IL-6"}, {Role::reference, "x"}});
  table.records.front().cells[0].references = {"7"};
  BOOST_TEST(first_row(table).references.front() == "7");
  table.records.front().cells[1].references = {"9"};
  BOOST_REQUIRE_EQUAL(first_row(table).references.size(), 1U);
  BOOST_TEST(first_row(table).references.front() == "9");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
