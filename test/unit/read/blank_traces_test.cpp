// Tables of marks whose blank cells have all left their space.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

constexpr std::string_view doubt = "nothing but blanks tells of its columns";

// Each row, its cells parted by '|', sections in brackets; '?' = in doubt.
std::string cut(std::string_view body) {
  ReadOptions options = test_options();
  options.every_table = true;
  Reading const reading = read_text("t.txt", "Table 1 A plan\n\nFrom: A trial\n\n" + std::string{body}, options);
  std::string out = reading.reader + "\n";
  for (RecordTable const& table : reading.tables) {
    for (std::string const& header : table.headers) out += "<" + header + ">";
    for (std::string const& legend : table.legends) out += " legend: " + legend;
    auto section = table.sections.begin();
    for (std::size_t row = 0; row < table.records.size(); ++row) {
      for (; section != table.sections.end() && section->before == row; ++section) {
        out += "\n[" + std::string{section->text} + "]" + (section->doubt == doubt ? "?" : "");
      }
      out += "\n";
      for (Cell const& cell : table.records[row].cells) out += std::string{cell.column == 0 ? "" : "|"} + std::string{cell.text};
      out += table.records[row].doubt == doubt ? "?" : "";
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(blanks_behind_marks_tell_the_columns) {
  BOOST_TEST(cut("Visit  Baseline Week 1 Week 2 End\n"
                 "Day  0 7 14 90\n"
                 "Before:\n"
                 "Consent X    \n"
                 "Blood test, fasting X  X  X\n"
                 "Weight  X   X\n"
                 "Call   X X \n") ==
             "flat\n<Day><><0><7><14><90> legend: Visit  Baseline Week 1 Week 2 End\n"
             "[Before:]?\nConsent|X||||?\nBlood test, fasting|X||X||X?\nWeight||X|||X?\nCall|||X|X|?");
}

BOOST_AUTO_TEST_CASE(without_a_line_of_headers_the_columns_stay_without_names) {
  BOOST_TEST(cut("Plan of visits\nConsent X   \nWeight  X  X\nSomething else of note\nCall   X X\n") ==
             "flat\n<Plan of visits><><><><>\nConsent|X|||?\nWeight||X||X?\n[Something else of note]?\nCall|||X|X?");
}

BOOST_AUTO_TEST_CASE(rows_with_different_numbers_of_marks_are_no_such_table) {
  std::string const text = cut("Sources Result\nPlacenta X   \nBone marrow X  X\nUmbilical cord X     \nPlacenta less ALF\n");
  BOOST_TEST(text.find("nothing but") == std::string::npos);
  BOOST_TEST(text.starts_with("flat\n<Sources><Result>\n"));
}
