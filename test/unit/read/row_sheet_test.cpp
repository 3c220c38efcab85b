// Rows of atoms and their sheet: what headers promise, where lines stand.
#include <boost/test/unit_test.hpp>

#include "read/row_sheet.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

ColumnHint hint(std::string_view header) {
  SheetCell const cell{header, {}};
  static ReadOptions const options = test_options();  // a hint refers to them
  return hints_for(std::span{&cell, 1}, options).front();
}

}  // namespace

BOOST_AUTO_TEST_CASE(units_and_words_for_numbers_promise_numbers) {
  for (std::string_view const header : {"Excitation [nm]", "Age", "p-value", "Number of patients", "Mean age (years)", "Dose (mg/kg)"}) {
    BOOST_TEST(hint(header).numbers, header);
  }
  for (std::string_view const header : {"Model (animal)", "Agent", "Valued outcome", "Numbered list", "[nm]", ""}) {
    BOOST_TEST(!hint(header).numbers, header);
  }
}

BOOST_AUTO_TEST_CASE(a_header_of_several_words_promises_its_first_one) {
  BOOST_TEST(hint("Phase of clinical trial").first_word == "Phase");
  BOOST_TEST(hint("Phase").first_word == "");
  BOOST_TEST(hint("Use of it").first_word == "");
}

BOOST_AUTO_TEST_CASE(reference_columns_and_columns_of_known_words_are_told) {
  BOOST_TEST(hint("Ref").references);
  BOOST_TEST(hint("Author").references);
  BOOST_TEST(!hint("Result").references);
  BOOST_TEST(hint("Sources").known_cell("Bone marrow and more") == std::string_view{"Bone marrow"}.size());
  BOOST_TEST(!hint("Result").known_cell);
}

BOOST_AUTO_TEST_CASE(parts_of_lines_have_places) {
  std::string const text = "one two\nthree";
  std::string_view const view = text;
  std::vector<Line> const lines{{view.substr(0, 7), 4}, {view.substr(8), 5}};
  LinePlaces const places{2, lines};
  BOOST_TEST((places.caret(lines[0].text.substr(4)) == Caret{2, 4, 4}));
  BOOST_TEST((places.caret(lines[1].text) == Caret{2, 5, 0}));
  BOOST_TEST(places.line(lines[1].text.substr(2)) == "three");
}

BOOST_AUTO_TEST_CASE(an_empty_cell_is_an_atom_without_text) {
  CutText text;
  Gap gap;
  gap.cell = true;
  append_cell(text, "Bone\nmarrow", gap);
  append_cell(text, " ", gap);
  close_text(text);
  BOOST_TEST_REQUIRE(text.atoms.size() == 3U);
  BOOST_TEST((text.atoms[2].shape == Shape::empty));
  BOOST_TEST(text.gaps[0].cell);
  BOOST_TEST(!text.gaps[1].cell);
  BOOST_TEST((text.gaps[3].row && text.gaps[3].must));
}
