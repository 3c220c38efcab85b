// Text tables with pipes.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

Reading read_pipe(std::string_view text) { return read_text("t.txt", text); }

std::string rows(Reading const& reading) {
  std::string out;
  for (RecordTable const& table : reading.tables) {
    for (Record const& record : table.records) {
      out += std::string{record.id} + (record.doubt.empty() ? ": " : "?: ") + shown(record) + "\n";
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_lie_between_pipes_and_may_be_broken_over_lines) {
  Reading const reading = read_pipe(
      "Table 2 Plants\nSources | Dose | Result | Ref |\n---|---|---|---|\nLeaf | 10 | Less pain\nLonger life | [1] |\nRoot |  | Less "
      "pain | [2] |\nRP: root powder.\n");
  BOOST_TEST(reading.reader == "pipe");
  BOOST_TEST(reading.tables.at(0).caption == "Plants");
  BOOST_TEST(rows(reading) ==
             "1: source=Leaf|dose=10|result=Less pain\nLonger life|reference=[1][1]\n2: source=Root|result=Less "
             "pain|reference=[2][2]\n");
  BOOST_TEST((reading.tables.at(0).legends == std::vector<std::string>{"RP: root powder."}));
}

BOOST_AUTO_TEST_CASE(a_row_with_fewer_cells_has_those_in_front_from_above) {
  Reading const reading = read_pipe(
      "Sources | Dose | Result | Ref |\n---|---|---|---|\nLeaf | 10 | Less pain | [1] |\n20 | Longer life | [2] |\n30 | Less pain | [3] "
      "||\nRoot | 10 | Less pain | [4] |\n");
  BOOST_TEST(rows(reading) ==
             "1: source=Leaf|dose=10|result=Less pain|reference=[1][1]\n2: source=Leaf|dose=20|result=Longer life|reference=[2][2]\n3: "
             "source=Leaf|dose=30|result=Less pain|reference=[3][3]\n4: source=Root|dose=10|result=Less pain|reference=[4][4]\n");
}

BOOST_AUTO_TEST_CASE(a_row_of_one_cell_is_a_section) {
  Reading const reading =
      read_pipe("Sources | Dose | Result |\n---|---|---|\nIn mice |\nLeaf | 10 | Less pain |\nRoot | 10 | Less pain |\n");
  BOOST_TEST(reading.tables.at(0).records.at(0).section == "In mice");
  BOOST_TEST(reading.tables.at(0).records.size() == 2U);
}

BOOST_AUTO_TEST_CASE(markdown_may_begin_in_a_line_and_escapes_pipes) {
  Reading const reading = read_pipe("See this: | Sources | Result |\n| :--- | ---: |\n| Leaf | a \\| b |\n| Root | c |\n\nAnd so on.\n");
  BOOST_TEST((reading.tables.at(0).headers == std::vector<std::string>{"Sources", "Result"}));
  BOOST_TEST(rows(reading) == "1: source=Leaf|result=a | b\n2: source=Root|result=c\n");
}

BOOST_AUTO_TEST_CASE(a_row_with_too_many_cells_is_marked) {
  Reading const reading = read_pipe("| Sources | Result |\n|---|---|\n| Leaf | a |\n| Root | b | c |\n");
  BOOST_TEST(rows(reading) == "1: source=Leaf|result=a\n2?: source=Root|result=b | c\n");
  BOOST_TEST(reading.tables.at(0).records.at(1).doubt == "it has more cells than the 2 headers");
}

BOOST_AUTO_TEST_CASE(a_million_pipes_are_read) {
  std::string text = "| Sources | Result |\n|---|---|\n| Leaf | a |\n| Root | ";
  text.append(1'000'000, '|');
  text += "\n";
  BOOST_TEST(read_pipe(text).tables.at(0).records.size() == 2U);
}
