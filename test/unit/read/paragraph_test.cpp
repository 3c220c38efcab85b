// Text tables with a cell a paragraph.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

std::string rows(Reading const& reading) {
  std::string out;
  for (RecordTable const& table : reading.tables) {
    for (Record const& record : table.records) out += std::string{record.id} + ": " + shown(record) + "\n";
  }
  return out;
}

std::string paragraphs(std::initializer_list<std::string_view> cells) {
  std::string text = "Table 5 Plants\n\nFrom: A review\n\n";
  for (std::string_view const cell : cells) text += std::string{cell} + "\n\n";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_are_found_among_paragraphs) {
  Reading const reading =
      read_text("t.txt", paragraphs({"Sources", "Dose", "Result", "Ref", "Leaf", "10", "Less pain", "[1]", "Root", "20",
                                     "Less pain\nLonger life", "[2, 3]", "Bark", "\u00A0", "Less pain", "[4]", "Note: all in rats."}));
  BOOST_TEST(reading.reader == "paragraph");
  BOOST_TEST(reading.tables.at(0).document.title == "A review");
  BOOST_TEST(rows(reading) ==
             "1: source=Leaf|dose=10|result=Less pain|reference=[1][1]\n2: source=Root|dose=20|result=Less pain\nLonger "
             "life|reference=[2, 3][2,3]\n3: source=Bark|result=Less pain|reference=[4][4]\n");
  BOOST_TEST((reading.tables.at(0).legends == std::vector<std::string>{"Note: all in rats."}));
}

BOOST_AUTO_TEST_CASE(cells_that_reach_down_leave_no_paragraph) {
  Reading const reading =
      read_text("t.txt", paragraphs({"Sources", "Dose", "Result",    "Ref", "Leaf", "10", "Less pain", "[1]", "20", "Less pain", "[2]",
                                     "Root",    "10",   "Less pain", "[3]", "Bark", "20", "Less pain", "[4]", "30", "Less pain", "[5]"}));
  BOOST_TEST(rows(reading) ==
             "1: source=Leaf|dose=10|result=Less pain|reference=[1][1]\n2: source=Leaf|dose=20|result=Less pain|reference=[2][2]\n3: "
             "source=Root|dose=10|result=Less pain|reference=[3][3]\n4: source=Bark|dose=20|result=Less pain|reference=[4][4]\n5: "
             "source=Bark|dose=30|result=Less pain|reference=[5][5]\n");
}
