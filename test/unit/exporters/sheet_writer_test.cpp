// Cells that a spreadsheet takes for what they are.
#include "exporters/sheet_writer.hpp"

#include <boost/test/unit_test.hpp>
#include <vector>

using namespace mechgraph;

namespace {

// The row without the header.
std::string row_of(std::string_view text) {
  std::string out;
  SheetWriter sheet{Sink::to_string(out), "a"};
  sheet.text(text);
  sheet.end_row();
  sheet.close();
  return out.substr(out.find('\n') + 1);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_sheet_begins_with_the_mark_that_excel_wants) {
  std::string out;
  SheetWriter sheet{Sink::to_string(out), "a,b"};
  sheet.text("\u03B2");
  sheet.number(-1);
  sheet.end_row();
  sheet.close();
  BOOST_TEST(out == "\uFEFFa,b\n\"\u03B2\",-1\n");
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_formula_is_text) {
  for (std::string_view const text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", " =1", "\n=1", "\uFF1D1", "\u00A0@x"}) {
    BOOST_TEST(looks_like_formula(text));
    BOOST_TEST(row_of(text) == "\"'" + std::string{text} + "\"\n");
  }
  for (std::string_view const text : {"a=1", "1-2", "(-)", "", " ", "TNF-\u03B1", "'=1"}) BOOST_TEST(!looks_like_formula(text));
}

BOOST_AUTO_TEST_CASE(quotes_are_doubled_and_commas_and_line_breaks_stay_in_the_cell) {
  BOOST_TEST(row_of("a\"b,c\nd") == "\"a\"\"b,c\nd\"\n");
}

BOOST_AUTO_TEST_CASE(a_text_is_cut_to_what_a_cell_holds) {
  std::string const row = row_of(std::string(40'000, 'x'));
  BOOST_TEST(row == "\"" + std::string(SheetWriter::cell_limit, 'x') + "\u2026\"\n");
}

BOOST_AUTO_TEST_CASE(a_list_is_joined_and_watched_as_a_whole) {
  std::string out;
  SheetWriter sheet{Sink::to_string(out), "a"};
  sheet.list(std::vector<std::string_view>{"=x", "", "y"});
  sheet.end_row();
  sheet.close();
  BOOST_TEST(out == "\uFEFFa\n\"'=x; y\"\n");
}
