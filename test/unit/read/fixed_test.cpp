// Text tables at fixed places of the line.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

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

BOOST_AUTO_TEST_CASE(cells_wrap_inside_their_columns) {
  Reading const reading = read_text("t.txt",
                                    "Table 6 Plants\n"
                                    "Sources     Dose     Result            Ref\n"
                                    "\n"
                                    "Leaf        10       Less pain in      [1]\n"
                                    "powder               well-\n"
                                    "                     fed rats\n"
                                    "\n"
                                    "Root        20       Longer life       [2]\n"
                                    "\n"
                                    "Bark                 Less pain         [3]\n"
                                    "\n"
                                    "The text of the article goes on below the table, as it does in a PDF.\n");
  BOOST_TEST(reading.reader == "fixed");
  BOOST_TEST(rows(reading) ==
             "1: source=Leaf powder|dose=10|result=Less pain in well-fed rats|reference=[1][1]\n2: source=Root|dose=20|result=Longer "
             "life|reference=[2][2]\n3: source=Bark|result=Less pain|reference=[3][3]\n");
  BOOST_TEST(printed(reading.diagnostics) == "t.txt:12:1: note: a line below the table: not read\n");
}

BOOST_AUTO_TEST_CASE(wrapped_rows_without_blank_lines_are_marked) {
  Reading const reading = read_text("t.txt",
                                    "Table 6 Plants\n"
                                    "Sources     Dose     Result\n"
                                    "Leaf        10       Less pain in\n"
                                    "                     fed rats\n"
                                    "Root        20       Longer life\n"
                                    "Bark        20       Less pain\n");
  BOOST_TEST(rows(reading) ==
             "1?: source=Leaf|dose=10|result=Less pain in fed rats\n2?: source=Root|dose=20|result=Longer life\n3?: "
             "source=Bark|dose=20|result=Less pain\n");
}

BOOST_AUTO_TEST_CASE(long_cells_that_wrap_are_fixed_too_and_no_line_of_them_opens_a_legend) {
  Reading const reading = read_text("t.txt",
                                    "Table 1 x\n\n"
                                    "Source     Result                    Ref\n\n"
                                    "Leaf       Less pain in rats that    [1]\n"
                                    "           were fed with it for a\n"
                                    "           1. week, and with\n"
                                    "           nothing else in the other\n"
                                    "           weeks of the long trial\n\n"
                                    "Root       Longer life of the rats   [2]\n"
                                    "           that were fed with it,\n"
                                    "           not of the others\n\n"
                                    "Bark       Less pain in all rats     [3]\n"
                                    "           and in most of the mice\n");
  BOOST_TEST(reading.reader == "fixed");
  BOOST_TEST(rows(reading) ==
             "1: source=Leaf|result=Less pain in rats that were fed with it for a 1. week, and with nothing else in the other weeks of the "
             "long trial|reference=[1][1]\n"
             "2: source=Root|result=Longer life of the rats that were fed with it, not of the others|reference=[2][2]\n"
             "3: source=Bark|result=Less pain in all rats and in most of the mice|reference=[3][3]\n");
}
