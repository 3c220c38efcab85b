// Text copied from a page.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

Reading read_flat(std::string_view text, ReadOptions const& options = test_options()) { return read_text("t.txt", text, options, "flat"); }

std::string refusal(std::string_view text, ReadOptions const& options = test_options()) {
  return failure([&] { read_flat(text, options); });
}

std::string rows(Reading const& reading) {
  std::string out;
  for (RecordTable const& table : reading.tables) {
    for (Record const& record : table.records) out += std::string{record.id} + ": " + shown(record) + "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(label_caption_title_and_legends_are_found_around_the_rows) {
  Reading const reading = read_flat(
      "TABLE S2. What exosomes do\n\nFrom: A review of exosomes\ndoi: 10.1/A\n\nSources Result\nPlacenta less ALF [3]\n"
      "  1. Acute liver failure (ALF)\n  2. Extracellular vesicle (EV)\n");
  RecordTable const& table = reading.tables.at(0);
  BOOST_TEST(table.label == "Table S2");
  BOOST_TEST(table.caption == "What exosomes do");
  BOOST_TEST((table.caption_caret == Caret{0, 1, 10}));
  BOOST_TEST(table.document.title == "A review of exosomes");
  BOOST_TEST(table.document.doi == "10.1/a");
  BOOST_TEST((table.legends == std::vector<std::string>{"Acute liver failure (ALF)", "Extracellular vesicle (EV)"}));
  BOOST_TEST(rows(reading) == "1: source=Placenta|result=less ALF[3]\n");
  BOOST_TEST(printed(reading.diagnostics) == "");
}

BOOST_AUTO_TEST_CASE(a_caption_may_stand_below_its_label) {
  Reading const reading = read_flat("Table 4\nWhat exosomes do\nSources Result\nPlacenta less ALF\n");
  BOOST_TEST(reading.tables.at(0).label == "Table 4");
  BOOST_TEST(reading.tables.at(0).caption == "What exosomes do");
}

BOOST_AUTO_TEST_CASE(the_longest_form_of_each_column_is_cut_and_the_rest_is_the_result) {
  Reading const reading = read_flat(
      "Sources Model Intervention Result (ref)\n"
      "Bone marrow Mice MSCs-extracellular vesicles Mice lived longer [1\u20132]\n"
      "Bone marrow/Placenta Mice and Rat MSCs (human) MSCs-exosome was better\n");
  BOOST_TEST(rows(reading) ==
             "1: source=Bone marrow|model=Mice|intervention=MSCs-extracellular vesicles|result=Mice lived longer[1,2]\n"
             "2: source=Bone marrow/Placenta|model=Mice and Rat|intervention=MSCs (human)|result=MSCs-exosome was better\n");
}

BOOST_AUTO_TEST_CASE(headers_are_cut_so_that_the_whole_line_fits) {
  Reading const reading = read_flat("Cell source Animal model Result\nPlacenta Rat less ALF\n");
  BOOST_TEST((reading.tables.at(0).headers == std::vector<std::string>{"Cell source", "Animal model", "Result"}));
  Reading const remark = read_flat("Sources (tissue) Result (main)\nPlacenta less ALF\n");
  BOOST_TEST((remark.tables.at(0).headers == std::vector<std::string>{"Sources (tissue)", "Result (main)"}));
}

BOOST_AUTO_TEST_CASE(a_row_that_can_not_be_cut_is_reported_and_never_guessed) {
  Reading const reading = read_flat(
      "Sources Model Result\nPlacenta Rat less ALF\nTonsil Rat less ALF\nPlacenta Zebrafish less ALF\nPlacenta Rat\nPlacenta Rats "
      "less\nPlacenta Rat R6\n");
  BOOST_TEST(rows(reading) == "1: source=Placenta|model=Rat|result=less ALF\n6: source=Placenta|model=Rat|result=R6\n");
  BOOST_TEST(reading.tables.at(0).skipped.size() == 4U);
  BOOST_TEST(reading.tables.at(0).skipped.at(0) == "Tonsil Rat less ALF");
  std::string const hint = "give the table as TSV or CSV, or add the words to the ontology; the row is left out\n";
  BOOST_TEST(printed(reading.diagnostics) == "t.txt:3:1: error: no known source begins \"Tonsil Rat less ALF\"; " + hint +
                                                 "t.txt:4:10: error: no known model begins \"Zebrafish less ALF\"; " + hint +
                                                 "t.txt:5:1: error: the row ends before its cell for \"Result\"; " + hint +
                                                 "t.txt:6:10: error: no known model begins \"Rats less\"; " + hint);
}

BOOST_AUTO_TEST_CASE(a_reference_behind_the_result_is_cut_by_its_form) {
  Reading const reading = read_flat("No. Sources Result Ref\nA1 Placenta less ALF [3, 4]\nA2 Placenta less ALF 12\n");
  BOOST_TEST(rows(reading) ==
             "A1: id=A1|source=Placenta|result=less ALF|reference=[3, 4][3,4]\n"
             "A2: id=A2|source=Placenta|result=less ALF|reference=12[12]\n");
}

BOOST_AUTO_TEST_CASE(two_columns_of_free_words_can_not_be_told_apart) {
  BOOST_TEST(
      refusal("Sources Result Mechanism\nPlacenta less ALF NLRP3\n") ==
      "t.txt:1:16: error: the cells of \"Mechanism\" can not be told from those of \"Result\" without tabs; give the table as TSV or CSV");
}

BOOST_AUTO_TEST_CASE(a_copied_table_may_have_tabs) {
  Reading const reading =
      read_text("t.txt", "Table 3 What exosomes do\n\nSources\tMechanism\tResult\nTonsil\tNLRP3\tless ALF [3]\nTonsil\tNLRP3\n");
  BOOST_TEST(reading.reader == "flat");
  BOOST_TEST(rows(reading) == "1: source=Tonsil|mechanism=NLRP3|result=less ALF[3]\n");
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.txt:5:1: error: expected 3 cells, found 2; give every row a cell for each header; the row is left out\n");
}

BOOST_AUTO_TEST_CASE(several_tables_may_follow_each_other) {
  Reading const reading = read_flat(
      "From: A review\nTable 1 One\nSources Result\nPlacenta R1\nAbbreviations: A, b\nTable 2 Two\nSources Result\nPlacenta R2\nPlacenta "
      "R3\n");
  BOOST_REQUIRE(reading.tables.size() == 2U);
  BOOST_TEST(reading.tables[0].label == "Table 1");
  BOOST_TEST(reading.tables[0].legends.size() == 1U);
  BOOST_TEST(reading.tables[1].label == "Table 2");
  BOOST_TEST(reading.tables[1].caption == "Two");
  BOOST_TEST(reading.tables[1].document.title == "A review");
  BOOST_TEST(reading.tables[1].legends.empty());
  BOOST_TEST(reading.tables[1].index == 2U);
  BOOST_TEST(reading.tables[1].records.size() == 2U);
}

BOOST_AUTO_TEST_CASE(lines_that_belong_to_nothing_are_noted) {
  Reading const reading = read_flat("Open access\nSources Result\nPlacenta R1\nNote: x\nBack to article page\n");
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.txt:1:1: note: a line above the table that is neither its label, its title nor its header: not read\n"
             "t.txt:5:1: note: a line below the table's legend: not read\n");
}

BOOST_AUTO_TEST_CASE(a_header_line_that_can_not_be_cut_is_shown_as_far_as_it_goes) {
  BOOST_TEST(
      refusal("Table 3 x\nSources Model Therapeutic effects\nPlacenta Rat less ALF\n") ==
      "t.txt:2:15: error: the header line can not be cut: behind \"Sources\", \"Model\" no known column begins \"Therapeutic effects\"; "
      "name the columns: --columns result=\"HEADER\", or give the table as TSV or CSV");
  BOOST_TEST(
      refusal("some words\nmore words\n") ==
      "t.txt: error: there is no line with the headers of known columns; name the columns: --columns result=\"HEADER\", or give the table "
      "as TSV or CSV");
}

BOOST_AUTO_TEST_CASE(the_user_can_name_a_header_that_is_not_known) {
  ReadOptions options = test_options();
  options.columns = {{Role::result, "Therapeutic effects"}};
  BOOST_TEST(rows(read_flat("Sources Therapeutic effects\nPlacenta less ALF\n", options)) == "1: source=Placenta|result=less ALF\n");
}

BOOST_AUTO_TEST_CASE(without_a_lexicon_no_row_is_guessed) {
  ReadOptions options = test_options();
  options.longest_form = nullptr;
  BOOST_TEST(refusal("Sources Result\nPlacenta less ALF\n", options) ==
             "t.txt: error: its only row could not be used; correct what is said of each row");
}
