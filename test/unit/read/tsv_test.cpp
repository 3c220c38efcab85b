// Tables whose cells are parted by tabs.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

constexpr std::string_view plain =
    "Source\tModel\tResult\n"
    "Bone marrow\tMice\tReduced ALF [107]\n"
    "Placenta\tRat\tImproved survival\n";

std::string refusal(std::string_view text, ReadOptions const& options = test_options()) {
  return failure([&] { read_text("t.tsv", text, options); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_become_records_with_roles_references_and_places) {
  Reading const reading = read_text("t.tsv", plain);
  BOOST_TEST(reading.reader == "tsv");
  BOOST_REQUIRE(reading.tables.size() == 1U);
  RecordTable const& table = reading.tables.front();
  BOOST_TEST((table.headers == std::vector<std::string>{"Source", "Model", "Result"}));
  BOOST_TEST((table.roles == std::vector<Role>{Role::source, Role::model, Role::result}));
  BOOST_REQUIRE(table.records.size() == 2U);
  BOOST_TEST(table.records[0].id == "1");
  BOOST_TEST(table.records[1].id == "2");
  BOOST_TEST(shown(table.records[0]) == "source=Bone marrow|model=Mice|result=Reduced ALF[107]");
  BOOST_TEST((table.records[1].caret == Caret{0, 3, 0}));
  BOOST_TEST((table.records[1].cells[2].caret == Caret{0, 3, 13}));
  BOOST_TEST(table.records[1].cells[2].column == 2U);
  BOOST_TEST(printed(reading.diagnostics) == "");
}

BOOST_AUTO_TEST_CASE(line_ends_of_other_systems_and_a_byte_order_mark_change_nothing) {
  Reading const reading = read_text("t.tsv", "\xEF\xBB\xBFSource\tResult\r\nPlacenta\tImproved survival\r\n\r\n");
  BOOST_REQUIRE(reading.tables.size() == 1U);
  BOOST_REQUIRE(reading.tables[0].records.size() == 1U);
  BOOST_TEST(shown(reading.tables[0].records[0]) == "source=Placenta|result=Improved survival");
}

BOOST_AUTO_TEST_CASE(key_lines_above_the_header_carry_the_document) {
  Reading const reading =
      read_text("t.tsv",
                "# a comment\n#doi: https://doi.org/10.1/ABC\n# PMID: 123\n#title: A, title: with a colon\n#table: Table 2\n"
                "#caption: What was seen\n#legend: EV, extracellular vesicle\n\nSource\tResult\nPlacenta\tImproved survival\n");
  RecordTable const& table = reading.tables.at(0);
  BOOST_TEST(table.document.doi == "10.1/abc");
  BOOST_TEST(table.document.pmid == "123");
  BOOST_TEST(table.document.title == "A, title: with a colon");
  BOOST_TEST(table.label == "Table 2");
  BOOST_TEST(table.caption == "What was seen");
  BOOST_TEST((table.legends == std::vector<std::string>{"EV, extracellular vesicle"}));
  BOOST_TEST(table.records.at(0).caret.line == 10U);
}

BOOST_AUTO_TEST_CASE(what_the_file_says_wins_over_the_options) {
  ReadOptions options = test_options();
  options.document = {"10.1/OPTION", "99", "", "Option title"};
  options.table = "Table 9";
  options.legends = {"Option legend"};
  Reading const reading =
      read_text("t.tsv", "#doi: 10.1/file\n#legend: File legend\nSource\tResult\nPlacenta\tImproved survival\n", options);
  RecordTable const& table = reading.tables.at(0);
  BOOST_TEST(table.document.doi == "10.1/file");
  BOOST_TEST(table.document.pmid == "99");
  BOOST_TEST(table.document.title == "Option title");
  BOOST_TEST(table.label == "Table 9");
  BOOST_TEST((table.legends == std::vector<std::string>{"File legend"}));
}

BOOST_AUTO_TEST_CASE(columns_carry_the_document_and_an_empty_one_means_as_above) {
  Reading const reading = read_text("t.tsv",
                                    "doi\ttable\tSource\tResult\n"
                                    "10.1/a\tTable 1\tPlacenta\tR1\n"
                                    "\t\tPlacenta\tR2\n"
                                    "\tTable 2\tPlacenta\tR3\n"
                                    "10.1/b\t\tPlacenta\tR4\n"
                                    "10.1/a\tTable 1\tPlacenta\tR5\n");
  std::string seen;
  for (RecordTable const& table : reading.tables) {
    BOOST_TEST((table.headers == std::vector<std::string>{"Source", "Result"}));
    for (Record const& record : table.records) {
      seen +=
          table.document.doi + " " + table_name(table) + " " + std::string{record.id} + " " + std::string{record.cells.back().text} + "\n";
    }
  }
  BOOST_TEST(seen == "10.1/a Table 1 1 R1\n10.1/a Table 1 2 R2\n10.1/a Table 2 1 R3\n10.1/b #1 1 R4\n10.1/a Table 1 3 R5\n");
}

BOOST_AUTO_TEST_CASE(an_id_column_names_the_records) {
  Reading const reading = read_text("t.tsv", "#\tNo.\tResult\nx\tA7\tImproved survival\ny\t\tReduced ALF\n");
  BOOST_TEST(reading.tables.at(0).records.at(0).id == "A7");
  BOOST_TEST(reading.tables.at(0).records.at(1).id == "2");
  BOOST_TEST(reading.tables.at(0).headers.at(0) == "#");
}

BOOST_AUTO_TEST_CASE(a_row_with_its_first_cell_alone_is_a_section) {
  Reading const reading = read_text("t.tsv", "Source\tModel\tResult\nIn vivo\t\t\nPlacenta\tRat\tR1\nIn vitro\t\t\nPlacenta\tRat\tR2\n");
  auto const& records = reading.tables.at(0).records;
  BOOST_REQUIRE(records.size() == 2U);
  BOOST_TEST(records[0].section == "In vivo");
  BOOST_TEST(records[1].section == "In vitro");
  BOOST_TEST(records[1].id == "2");
}

BOOST_AUTO_TEST_CASE(rows_with_too_few_or_too_many_cells_are_left_out_and_reported) {
  Reading const reading = read_text("t.tsv",
                                    "Source\tModel\tResult\n"
                                    "Placenta\tRat\n"
                                    "Placenta\tRat\tR2\t\t\n"
                                    "Placenta\tRat\tR3\tmore\n"
                                    "Placenta\tRat\tR4\n");
  RecordTable const& table = reading.tables.at(0);
  BOOST_REQUIRE(table.records.size() == 2U);
  BOOST_TEST(table.records[0].id == "2");
  BOOST_TEST(table.records[1].id == "4");
  BOOST_TEST((table.skipped == std::vector<std::string>{"Placenta\tRat", "Placenta\tRat\tR3\tmore"}));
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.tsv:2:1: error: expected 3 cells, found 2; give every row a cell for each header; the row is left out\n"
             "t.tsv:4:17: error: expected 3 cells, found 4; give every row a cell for each header; the row is left out\n");
}

BOOST_AUTO_TEST_CASE(a_cell_in_quotes_as_a_whole_is_what_stands_between_them) {
  Reading const reading =
      read_text("t.tsv", "Source\tModel\tResult\n\"Placenta\"\t\"a\"b\"\t\"the \"\"best\"\" survival\" \n\"\t\"\"\t5\" pipe\n");
  auto const& records = reading.tables.at(0).records;
  BOOST_TEST(shown(records.at(0)) == "source=Placenta|model=\"a\"b\"|result=\"the \"\"best\"\" survival\"");
  BOOST_TEST(shown(records.at(1)) == "source=\"|result=5\" pipe");
  Reading const doubled = read_text("t.tsv", "Source\tResult\nPlacenta\t\"the \"\"best\"\" survival\"\n");
  BOOST_TEST(shown(doubled.tables.at(0).records.at(0)) == "source=Placenta|result=the \"best\" survival");
  BOOST_TEST((doubled.tables.at(0).records.at(0).cells.at(1).caret == Caret{0, 2, 10}));
}

BOOST_AUTO_TEST_CASE(a_legend_below_the_rows_is_a_legend) {
  Reading const reading = read_text("t.tsv", std::string{plain} + "Abbreviations: ALF, acute liver failure\n");
  BOOST_TEST((reading.tables.at(0).legends == std::vector<std::string>{"Abbreviations: ALF, acute liver failure"}));
  BOOST_TEST(printed(reading.diagnostics) == "");
}

BOOST_AUTO_TEST_CASE(a_reference_column_gives_references_and_keeps_its_words) {
  Reading const reading = read_text("t.tsv", "Ref\tResult\n[12, 14]\tImproved survival\nLi, 2019\tImproved survival\n");
  BOOST_TEST(shown(reading.tables.at(0).records.at(0)) == "reference=[12, 14][12,14]|result=Improved survival");
  BOOST_TEST(shown(reading.tables.at(0).records.at(1)) == "reference=Li, 2019[Li, 2019]|result=Improved survival");
}

BOOST_AUTO_TEST_CASE(columns_without_a_known_role_are_kept_and_noted) {
  Reading const reading = read_text("t.tsv", "Source\tCountry\tResult\tYear\nPlacenta\tIran\tImproved survival\t2020\n");
  BOOST_TEST(shown(reading.tables.at(0).records.at(0)) == "source=Placenta|other=Iran|result=Improved survival|other=2020");
  BOOST_TEST(
      printed(reading.diagnostics) ==
      "t.tsv:1:8: note: columns without a known role, kept but not read: \"Country\", \"Year\"; give one with --columns ROLE=\"HEADER\"\n");
}

BOOST_AUTO_TEST_CASE(a_table_without_a_column_for_results_is_refused_and_its_headers_are_listed) {
  BOOST_TEST(
      refusal("Source\tTherapeutic effects\nPlacenta\tImproved survival\n") ==
      "t.tsv:1:1: error: no column is known to hold results; the headers are \"Source\", \"Therapeutic effects\"; say which one does: "
      "--columns result=\"HEADER\"");
}

BOOST_AUTO_TEST_CASE(the_user_can_give_a_column_its_role) {
  ReadOptions options = test_options();
  options.columns = {{Role::result, "Therapeutic effects"}};
  Reading const reading = read_text("t.tsv", "Source\tTherapeutic effects\tResult\nPlacenta\tImproved survival\tp < 0.05\n", options);
  BOOST_TEST(shown(reading.tables.at(0).records.at(0)) == "source=Placenta|result=Improved survival|other=p < 0.05");
}

BOOST_AUTO_TEST_CASE(a_role_for_a_column_that_is_not_there_is_refused) {
  ReadOptions options = test_options();
  options.columns = {{Role::result, "Effects"}};
  BOOST_TEST(refusal(plain, options) ==
             "--columns: error: there is no column \"Effects\"; the headers are \"Source\", \"Model\", \"Result\"");
}

BOOST_AUTO_TEST_CASE(a_table_without_usable_rows_is_refused) {
  BOOST_TEST(refusal("Source\tResult\n") == "t.tsv:1: error: there are no rows below the header; check that the table is whole");
  BOOST_TEST(refusal("Source\tModel\tResult\nonly one\n") ==
             "t.tsv: error: its only row could not be used; correct what is said of each row");
  BOOST_TEST(refusal("Source\tModel\tResult\none\ntwo\n") ==
             "t.tsv: error: none of its 2 rows could be used; correct what is said of each row");
  BOOST_TEST(refusal("# only a comment\n") == "t.tsv: error: there is no header line; give a line with the names of the columns first");
}

BOOST_AUTO_TEST_CASE(a_file_of_one_long_line_without_tabs_costs_one_look) {
  std::string text = "Source\tResult\n";
  for (int i = 0; i < 100'000; ++i) text += "no tab here\n";
  text += "Placenta\tImproved survival\n";
  Reading const reading = read_text("t.tsv", text);
  std::size_t skipped = 0;
  for (RecordTable const& part : reading.tables) skipped += part.skipped.size();
  BOOST_TEST(skipped == 100'000U);
  BOOST_TEST(reading.tables.back().records.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_long_table_comes_in_parts_that_go_on_where_the_one_before_stopped) {
  std::string text = "Source\tModel\tResult\nKidney\t\t\n";
  for (int i = 0; i < 20'000; ++i) text += "Placenta\tRat\tResult " + std::to_string(i) + "\n";
  Reading const reading = read_text("t.tsv", text);
  BOOST_REQUIRE(reading.tables.size() == 13U);
  std::size_t row = 0;
  for (RecordTable const& part : reading.tables) {
    BOOST_TEST(part.continues == (row != 0));
    BOOST_TEST(document_id(part) == document_id(reading.tables.front()));
    BOOST_TEST(part.headers.size() == 3U);
    for (Record const& record : part.records) {
      BOOST_REQUIRE(record.id == std::to_string(row + 1));
      BOOST_REQUIRE(record.section == "Kidney");
      BOOST_REQUIRE(record.caret.line == row + 3);
      BOOST_REQUIRE(record.cells.back().text == "Result " + std::to_string(row));
      ++row;
    }
  }
  BOOST_TEST(row == 20'000U);
}

BOOST_AUTO_TEST_CASE(a_legend_far_below_the_first_rows_is_reported) {
  std::string text = "Source\tResult\n";
  for (int i = 0; i < 9'000; ++i) text += "Placenta\tImproved survival\n";
  Reading const reading = read_text("t.tsv", text + "Abbreviations: ALF: acute liver failure\n");
  BOOST_TEST(
      printed(reading.diagnostics) ==
      "t.tsv:9002:1: warning: this legend of a long table is not used for its first 8192 rows; put it above the header: #legend: ...\n");
}

BOOST_AUTO_TEST_CASE(two_rows_with_one_id_stay_two_records) {
  Reading const reading = read_text("t.tsv", "No.\tSource\tResult\n4\tRat\ta\n4\tRat\tb\n5\tRat\tc\n\tRat\td\n4\tRat\te\n");
  std::string ids;
  for (Record const& record : reading.tables.at(0).records) ids += std::string{record.id} + "|";
  BOOST_TEST(ids == "4|4 (2)|5|4 (3)|4 (4)|");
  BOOST_TEST(printed(reading.diagnostics) == "t.tsv:3:1: note: 3 rows have the id of a row above; told apart as in \"4 (2)\"\n");
}
