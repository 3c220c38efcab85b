// A text with tables → each table's own lines.
#include <boost/test/unit_test.hpp>

#include "read/page.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

struct Page {
  std::vector<PageTable> tables;
  Diagnostics diagnostics;
};

bool is_test_header(std::string_view line) { return line.starts_with("Sources "); }

// Each table: label, caption, title, legends, lines.
std::string shown(std::string_view text, PageRules rules = {}) {
  if (!rules.is_header) rules.is_header = is_test_header;
  Page page;
  Input const input = check_input("t.txt", text, InputLimits{}, page.diagnostics);
  std::string out;
  for (PageTable const& table : tables_of_page(input, rules, page.diagnostics)) {
    out += "{" + table.fields.label + "|" + table.fields.caption + "|" + table.fields.document.title + "|";
    for (std::string const& legend : table.fields.legends) out += "(" + legend + ")";
    out += "|";
    for (Line const& line : table.lines) out += "<" + std::string{line.text} + ">";
    out += "}";
  }
  return out + printed(page.diagnostics);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_label_begins_the_next_table_and_a_title_holds_until_another) {
  BOOST_TEST(
      shown(
          "From: A\nTable 1 One\nSources Result\na b\n\nTable 2 Two\nSources Result\nc d\nTable 3 Three\nFrom: B\nSources Result\ne f\n") ==
      "{Table 1|One|A||<Sources Result><a b>}{Table 2|Two|A||<Sources Result><c d>}{Table 3|Three|B||<Sources Result><e f>}");
}

BOOST_AUTO_TEST_CASE(legends_stand_in_front_or_behind) {
  BOOST_TEST(shown("Table 1 One\nAbbreviations: EV: vesicle\nSources Result\na b\nNote: all mice\n") ==
             "{Table 1|One||(Abbreviations: EV: vesicle)(Note: all mice)|<Sources Result><a b>}");
}

BOOST_AUTO_TEST_CASE(a_broken_caption_is_joined_and_other_lines_are_noted) {
  BOOST_TEST(shown("Table 1 One\nand two\nSources Result\na b\n") == "{Table 1|One and two|||<Sources Result><a b>}");
  BOOST_TEST(shown("Share this page\nTable 1 One\nSources Result\na b\n") ==
             "{Table 1|One|||<Sources Result><a b>}t.txt:1:1: note: a line above the table that is neither its label, its title nor its "
             "header: not "
             "read\n");
}

BOOST_AUTO_TEST_CASE(without_a_label_or_header_there_is_no_table) { BOOST_TEST(shown("a b\nc d\n").starts_with("t.txt:1:1: note: ")); }
