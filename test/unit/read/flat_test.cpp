// Text copied from a page.
#include <span>

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

BOOST_AUTO_TEST_CASE(a_row_that_known_words_do_not_cut_is_kept_and_marked) {
  Reading const reading = read_flat(
      "Sources Model Result\nPlacenta Rat less ALF\nTonsil Rat less ALF\nPlacenta Rat\nPlacenta Rat R6\nPlacenta Mice less ALF\n");
  BOOST_TEST(rows(reading) ==
             "1: source=Placenta|model=Rat|result=less ALF\n2: source=Tonsil|model=Rat|result=less ALF\n3: "
             "source=Placenta|model=Rat\n4: source=Placenta|model=Rat|result=R6\n5: source=Placenta|model=Mice|result=less ALF\n");
  std::vector<Record> const& records = reading.tables.at(0).records;
  BOOST_TEST(records.at(0).doubt == "");
  BOOST_TEST(records.at(1).doubt == "other rows begin with known words, this one does not");
  BOOST_TEST(records.at(2).doubt == "it has fewer cells than there are headers");
  std::string const hint = "; check them with 'mechgraph records', or give the table as TSV or CSV\n";
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.txt:3:1: warning: the cells of this row are uncertain: other rows begin with known words, this one does not" + hint +
                 "t.txt:4:1: warning: the cells of this row are uncertain: it has fewer cells than there are headers" + hint);
}

BOOST_AUTO_TEST_CASE(a_reference_behind_the_result_is_cut_by_its_form) {
  Reading const reading = read_flat("No. Sources Result Ref\nA1 Placenta less ALF [3, 4]\nA2 Placenta less ALF 12\n");
  BOOST_TEST(rows(reading) ==
             "A1: id=A1|source=Placenta|result=less ALF|reference=[3, 4][3,4]\n"
             "A2: id=A2|source=Placenta|result=less ALF|reference=12[12]\n");
}

BOOST_AUTO_TEST_CASE(one_row_of_free_words_is_never_certain) {
  Reading const reading = read_flat("Sources Result Mechanism\nPlacenta less ALF NLRP3\n");
  BOOST_TEST(rows(reading) == "1: source=Placenta|result=less ALF|mechanism=NLRP3\n");
  BOOST_TEST(reading.tables.at(0).records.at(0).doubt != "");
}

BOOST_AUTO_TEST_CASE(columns_are_learned_from_what_their_cells_look_like) {
  Reading const reading = read_flat(
      "Table 1 x\nCompound Plant part Observed effect Result Ref\n"
      "Rutin Leaf Lowered glucose in rats Less pain [1]\n"
      "Catechin Root bark Raised insulin Longer life [2]\n"
      "Kaempferol Leaf Lowered blood lipids Less pain [3]\n"
      "Luteolin Root bark Lowered glucose and insulin Less stress [4, 5]\n"
      "Apigenin Leaf Raised insulin in mice Longer life [6]\n");
  RecordTable const& table = reading.tables.at(0);
  BOOST_TEST((table.headers == std::vector<std::string>{"Compound", "Plant part", "Observed effect", "Result", "Ref"}));
  BOOST_REQUIRE(table.records.size() == 5U);
  BOOST_TEST(table.records[1].cells[1].text == "Root bark");
  BOOST_TEST(table.records[1].cells[2].text == "Raised insulin");
  BOOST_TEST(table.records[3].cells[3].text == "Less stress");
  BOOST_TEST(table.records[3].cells[4].text == "[4, 5]");
}

BOOST_AUTO_TEST_CASE(a_spanned_first_cell_reaches_down_and_a_blank_one_does_not) {
  Reading const reading = read_flat(
      "Table 1 x\nCompound Dose Result Ref\n"
      "Rutin 10 Less pain [1]\n"
      "20 Less pain [2]\n"
      " 30 Less pain [3]\n"
      "Catechin 10 Longer life [4]\n"
      "Luteolin 20 Less pain [5]\n");
  BOOST_TEST(rows(reading) ==
             "1: other=Rutin|dose=10|result=Less pain|reference=[1][1]\n2: other=Rutin|dose=20|result=Less pain|reference=[2][2]\n"
             "3: dose=30|result=Less pain|reference=[3][3]\n4: other=Catechin|dose=10|result=Longer life|reference=[4][4]\n"
             "5: other=Luteolin|dose=20|result=Less pain|reference=[5][5]\n");
}

BOOST_AUTO_TEST_CASE(a_copied_table_may_have_tabs) {
  Reading const reading =
      read_text("t.txt", "Table 3 What exosomes do\n\nSources\tMechanism\tResult\nTonsil\tNLRP3\tless ALF [3]\nTonsil\tNLRP3\n");
  BOOST_TEST(reading.reader == "flat");
  BOOST_TEST(rows(reading) == "1: source=Tonsil|mechanism=NLRP3|result=less ALF[3]\n2: source=Tonsil|mechanism=NLRP3\n");
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.txt:5:1: warning: the cells of this row are uncertain: expected 3 cells, found 2; check them with 'mechgraph records', or "
             "give the table as TSV or CSV\n");
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
      refusal("Sources Model Therapeutic effects\nPlacenta Rat less ALF\n") ==
      "t.txt:1:15: error: the header line can not be cut: behind \"Sources\", \"Model\" no known column begins \"Therapeutic effects\"; "
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

BOOST_AUTO_TEST_CASE(without_a_lexicon_no_row_is_certain) {
  ReadOptions options = test_options();
  options.longest_form = nullptr;
  Reading const reading = read_flat("Sources Result\nPlacenta less ALF\n", options);
  BOOST_TEST(reading.tables.at(0).records.at(0).doubt == "too few rows tell where one cell ends and the next begins");
}

BOOST_AUTO_TEST_CASE(a_table_without_roles_is_left_out_where_another_has_some) {
  Reading const reading = read_flat("Table 1 One\nPrimer Length\nP1 20\nTable 2 Two\nSources Result\nPlacenta R2\n");
  BOOST_REQUIRE(reading.tables.size() == 1U);
  BOOST_TEST(reading.tables[0].label == "Table 2");
  BOOST_TEST(printed(reading.diagnostics) ==
             "t.txt:2:1: note: Table 1: no column is known to hold results, the table is left out; say which one does: --columns "
             "result=\"HEADER\"\n");
}

BOOST_AUTO_TEST_CASE(a_header_that_promises_numbers_and_one_whose_word_comes_back_cut_their_cells) {
  ReadOptions options = test_options();
  options.every_table = true;
  Reading const reading = read_flat(
      "Table 1 Dyes\n\nFrom: A page\n\nHost Agent Excitation [nm] Phase of trial Ref\n"
      "Donkey Mouse IgG (H + L) Alexa 488 Phase 2 [3]\nDonkey Goat IgG (H + L) Alexa 594 Phase 1 [4]\n"
      "Goat Rabbit IgG (H + L) Dylight 488 Phase 2 [5]\nGoat Mouse IgG (H + L) Alexa 594 Phase 3 [6]\n"
      "Donkey Rat IgG (H + L) Dylight 594 Phase 2 [7]\n",
      options);
  std::string cells;
  for (Cell const& cell : std::span{reading.tables.at(0).records.at(0).cells}.last(3)) cells += "|" + std::string{cell.printed};
  BOOST_TEST(cells == "|488|Phase 2|[3]");
}
