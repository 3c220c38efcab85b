// Text tables without anything between their cells.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(every_row_is_marked) {
  Reading const reading = read_text("t.txt",
                                    "Table 7 Plants\n\nSourcesDoseResultRef\nDried leafLow doseLess pain[1]\nFresh rootHigh doseLonger "
                                    "life[2]\nOld barkHigh doseLess pain[3]\nYoung leafLow doseLess stress[4]\n");
  BOOST_TEST(reading.reader == "joined");
  BOOST_REQUIRE(reading.tables.at(0).records.size() == 4U);
  for (Record const& record : reading.tables[0].records) BOOST_TEST(record.doubt == "nothing stands between its cells");
  BOOST_TEST(shown(reading.tables[0].records[1]) == "source=Fresh root|dose=High dose|result=Longer life|reference=[2][2]");
}
