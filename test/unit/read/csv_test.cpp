// Tables whose cells are parted by commas, semicolons or bars.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

std::vector<Record> const& records(Reading const& reading) { return reading.tables.at(0).records; }

}  // namespace

BOOST_AUTO_TEST_CASE(quotes_hold_separators_line_ends_and_doubled_quotes) {
  Reading const reading = read_text("t.csv",
                                    "Source,Model,Result\n"
                                    "\"Placenta, decidua\",\"\",\"the \"\"best\"\"\nsurvival [12]\"\n"
                                    "Placenta,Rat,\"ALF, reduced\"\n");
  BOOST_TEST(reading.reader == "csv");
  BOOST_TEST(shown(records(reading).at(0)) == "source=Placenta, decidua|result=the \"best\"\nsurvival[12]");
  BOOST_TEST(shown(records(reading).at(1)) == "source=Placenta|model=Rat|result=ALF, reduced");
  BOOST_TEST((records(reading)[0].cells[2].caret == Caret{0, 2, 24}));
  BOOST_TEST((records(reading)[1].caret == Caret{0, 4, 0}));
  BOOST_TEST((records(reading)[1].cells[2].caret == Caret{0, 4, 14}));
  BOOST_TEST(printed(reading.diagnostics) == "");
}

BOOST_AUTO_TEST_CASE(cells_behind_a_quoted_line_end_have_their_own_line) {
  Reading const reading = read_text("t.csv", "Source,Model,Result\n\"a\nb\",Rat,R1\n");
  BOOST_TEST((records(reading).at(0).cells.at(1).caret == Caret{0, 3, 3}));
}

BOOST_AUTO_TEST_CASE(the_separator_is_the_one_that_the_header_line_has_most_of) {
  for (std::string_view const text : {"Source;Model;Result\nPlacenta;Rat;a, b\n", "Source|Model|Result\nPlacenta|Rat|a, b\n",
                                      "\"Source\",Model,Result\nPlacenta,Rat,\"a, b\"\n"}) {
    BOOST_TEST(shown(records(read_text("t.csv", text)).at(0)) == "source=Placenta|model=Rat|result=a, b");
  }
}

BOOST_AUTO_TEST_CASE(key_lines_survive_a_spreadsheet) {
  Reading const reading = read_text("t.csv", "#doi: 10.1/a,,\n\"#title: Exosomes, a review\",,\nSource,Model,Result\nPlacenta,Rat,R1\n");
  BOOST_TEST(reading.tables.at(0).document.doi == "10.1/a");
  BOOST_TEST(reading.tables.at(0).document.title == "Exosomes, a review");
}

BOOST_AUTO_TEST_CASE(rows_with_unquoted_separators_are_left_out_and_reported) {
  Reading const reading = read_text("t.csv", "Source,Model,Result\nPlacenta,Rat,a, b\nPlacenta\nPlacenta,Rat,R3,,\n");
  BOOST_TEST(records(reading).size() == 1U);
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.csv:2:16: error: expected 3 cells, found 4; put cells that hold a separator in quotes; the row is left out\n"
             "t.csv:3:1: error: expected 3 cells, found 1; give every row a cell for each header; the row is left out\n");
}

BOOST_AUTO_TEST_CASE(text_behind_a_closing_quote_is_reported) {
  Reading const reading = read_text("t.csv", "Source,Result\n\"Placenta\" x,R1\nPlacenta,R2\n");
  BOOST_TEST(records(reading).size() == 1U);
  BOOST_TEST(records(reading)[0].id == "2");
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.csv:2:11: error: text behind a closing quote; double the quotes inside a cell that is in quotes; the row is left out\n");
}

BOOST_AUTO_TEST_CASE(a_quote_that_is_never_closed_costs_its_row_only) {
  Reading const reading = read_text("t.csv", "Source,Result\nPlacenta,\"R1\nPlacenta,R2\nPlacenta,R3\n");
  BOOST_REQUIRE(records(reading).size() == 2U);
  BOOST_TEST(shown(records(reading)[1]) == "source=Placenta|result=R3");
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.csv:2:10: error: the quote that opens here is never closed; double the quotes inside a cell that is in quotes; the row is "
             "left out\n");
}

BOOST_AUTO_TEST_CASE(a_quote_inside_an_unquoted_cell_is_a_quote) {
  BOOST_TEST(shown(records(read_text("t.csv", "Source,Result\nPlacenta,5\" tube\n")).at(0)) == "source=Placenta|result=5\" tube");
}

BOOST_AUTO_TEST_CASE(the_last_row_needs_no_line_end_and_an_open_comma_is_an_empty_cell) {
  BOOST_TEST(shown(records(read_text("t.csv", "Result,Source\nR1,")).at(0)) == "result=R1");
  BOOST_TEST(shown(records(read_text("t.csv", "Result,Source\nR1,\"\"")).at(0)) == "result=R1");
}

BOOST_AUTO_TEST_CASE(a_header_line_with_an_open_quote_is_refused) {
  BOOST_TEST(failure([] { read_text("t.csv", "Source,\"Result\nPlacenta,R1\n"); }) ==
             "t.csv:1:8: error: the quote that opens here is never closed; correct the header line");
}

BOOST_AUTO_TEST_CASE(quoted_cells_are_whole_wherever_a_block_ends) {
  std::string const cell = "first line\nsecond, with \"\"quotes\"\"";
  for (std::size_t before = 5; before < 60; before += 9) {
    std::string text = "Source,Result\n";
    while (text.size() + 40 + before < TextBlocks::block_size) text += "Placenta,Reduced necrosis\n";
    text += std::string(TextBlocks::block_size - before - text.size() - 1, 'x') + "\n" + "Placenta,\"" + cell + "\"\nPlacenta,last\n";
    MemorySource source{text};
    Diagnostics diagnostics;
    Input const input = open_text(source, "t.csv", "t.csv", {}, diagnostics);
    std::vector<std::string> results;
    ReadTarget const target{[&](RecordTable&& table) {
                              for (Record const& record : table.records) results.emplace_back(record.cells.back().text);
                            },
                            {}};
    reader_for(input).read(input, test_options(), diagnostics, target);
    BOOST_REQUIRE(results.size() > 2U);
    BOOST_TEST(results.back() == "last");
    BOOST_TEST(results[results.size() - 2] == "first line\nsecond, with \"quotes\"");
    BOOST_TEST(diagnostics.count(Severity::error) == 1U);  // the line of x
  }
}

BOOST_AUTO_TEST_CASE(a_quote_that_is_never_closed_costs_its_row_only_in_blocks_too) {
  std::string text = "Source,Result\nPlacenta,\"open\n";
  std::size_t rows = 0;
  for (; text.size() < 3 * TextBlocks::block_size; ++rows) text += "Placenta,Reduced necrosis\n";
  MemorySource source{text};
  Diagnostics diagnostics;
  Input const input = open_text(source, "t.csv", "t.csv", {}, diagnostics);
  std::size_t records = 0;
  reader_for(input).read(input, test_options(), diagnostics, {[&](RecordTable&& table) { records += table.records.size(); }, {}});
  BOOST_TEST(records == rows);
  BOOST_TEST(printed(diagnostics) ==
             "t.csv:2:10: error: the quote that opens here is never closed; double the quotes inside a cell that is in quotes; the row is "
             "left out\n");
}
