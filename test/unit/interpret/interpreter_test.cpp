#include "interpret/interpreter.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/reading.hpp"

namespace mechgraph {

BOOST_AUTO_TEST_SUITE(interpreter_suite)

BOOST_AUTO_TEST_CASE(legend_reaches_every_row_and_a_row_only_itself) {
  RecordTable table = result_row("Reduced QF", {"renal fibrosis (QF)"});
  Record second = table.records.front();
  second.id = "2";
  second.cells.back().text = table.text.store("Increased autophagy (QA) and QF");
  Record third = table.records.front();
  third.id = "3";
  third.cells.back().text = table.text.store("Reduced QA");
  table.records.push_back(second);
  table.records.push_back(third);
  auto const lines = said(table);
  std::vector<std::string> const expected{"exosome decreases 'QA' -1 stated unresolved_object",
                                          "exosome decreases renal_fibrosis -1 stated", "exosome increases autophagy +1 stated",
                                          "exosome increases renal_fibrosis +1 stated"};
  BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(mentions_come_cell_by_cell) {
  RecordTable const table = result_row("Reduced fibrosis and IL-6");
  std::vector<std::string> lines;
  auto const mentions = interpreter().mentions(table);
  for (CellMention const& found : mentions.at(0)) {
    lines.push_back(std::string(name(found.cell->role)) + ":" + std::string(cut(found.cell->text, found.mention.span)));
  }
  std::vector<std::string> const expected{"source:Bone marrow", "model:Mice", "intervention:MSC-exosome", "result:fibrosis", "result:IL-6"};
  BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(references_are_those_of_the_cell_else_of_the_row) {
  RecordTable table = result_row("Reduced fibrosis");
  table.records.front().cells.back().references = {"12"};
  auto const records = interpreter().interpret(table);
  for (Statement const& statement : records.front().statements) {
    BOOST_REQUIRE_EQUAL(statement.references.size(), 1U);
    BOOST_TEST(statement.references.front() == "12");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
