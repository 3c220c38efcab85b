// Tables cut into cells → RecordTables.
#include <boost/test/unit_test.hpp>

#include "read/sheet.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

Sheet sheet_of(std::string_view label, std::vector<std::string_view> const& headers) {
  Sheet sheet;
  sheet.fields.label = label;
  for (std::string_view const header : headers) sheet.headers.push_back({header, {0, 1, 0}});
  return sheet;
}

void add_row(Sheet& sheet, std::vector<std::string_view> const& cells, std::string doubt = {}) {
  SheetRow row;
  row.caret = {0, static_cast<std::uint32_t>(sheet.rows.size() + 2), 0};
  for (std::string_view const cell : cells) row.cells.push_back({cell, row.caret});
  row.line = cells.front();
  row.section = cells.size() < sheet.headers.size();
  row.doubt = std::move(doubt);
  sheet.rows.push_back(std::move(row));
}

struct Given {
  std::vector<RecordTable> tables;
  Diagnostics diagnostics;
};

void give(Given& given, std::vector<Sheet> sheets) {
  Input const input = check_input("t.txt", "text\n", InputLimits{}, given.diagnostics);
  give_sheets(std::move(sheets), input, test_options(), given.diagnostics,
              ReadTarget{[&](RecordTable&& table) { given.tables.push_back(std::move(table)); }, {}});
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_and_headings_in_doubt_are_handed_out_with_it_and_reported) {
  Sheet sheet = sheet_of("Table 1", {"Sources", "Model", "Result"});
  add_row(sheet, {"In mice"}, "the number of columns is not certain");
  add_row(sheet, {"Placenta", "Rat", "less ALF [3]"});
  add_row(sheet, {"Bone marrow", "Mice", "more"}, "its cells could be cut in other places");
  Given given;
  std::vector<Sheet> sheets;
  sheets.push_back(std::move(sheet));
  give(given, std::move(sheets));
  RecordTable const& table = given.tables.at(0);
  BOOST_TEST(table.sections.at(0).text == "In mice");
  BOOST_TEST(table.sections.at(0).doubt == "the number of columns is not certain");
  BOOST_TEST(shown(table.records.at(0)) == "source=Placenta|model=Rat|result=less ALF[3]");
  BOOST_TEST(table.records.at(0).doubt == "");
  BOOST_TEST(table.records.at(0).section == "In mice");
  BOOST_TEST(table.records.at(1).doubt == "its cells could be cut in other places");
  std::string const hint = "; check them with 'mechgraph records', or give the table as TSV or CSV\n";
  BOOST_TEST(printed(given.diagnostics) ==
             "t.txt:2:1: warning: the cells of this row are uncertain: the number of columns is not certain" + hint +
                 "t.txt:4:1: warning: the cells of this row are uncertain: its cells could be cut in other places" + hint);
}

BOOST_AUTO_TEST_CASE(a_sheet_without_results_is_left_out_where_another_has_some) {
  Sheet primers = sheet_of("Table 1", {"Primer", "Length"});
  add_row(primers, {"Actin", "20"});
  Sheet results = sheet_of("Table 2", {"Sources", "Result"});
  add_row(results, {"Placenta", "less ALF"});
  Given given;
  std::vector<Sheet> sheets;
  sheets.push_back(std::move(primers));
  sheets.push_back(std::move(results));
  give(given, std::move(sheets));
  BOOST_TEST_REQUIRE(given.tables.size() == 1U);
  BOOST_TEST(given.tables[0].label == "Table 2");
  BOOST_TEST(printed(given.diagnostics) ==
             "t.txt:1:1: note: Table 1: no column is known to hold results, the table is left out; say which one does: --columns "
             "result=\"HEADER\"\n");
}
