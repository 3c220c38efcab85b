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
             "1?: source=Leaf|dose=10|result=Less pain in fed rats\n2: source=Root|dose=20|result=Longer life\n3: "
             "source=Bark|dose=20|result=Less pain\n");
}
