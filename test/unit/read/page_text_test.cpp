// Lines below a table.
#include "read/page_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

namespace {

std::string legend(std::string_view line) { return std::string{legend_of_line(line).value_or("none")}; }

}  // namespace

BOOST_AUTO_TEST_CASE(numbered_notes_lose_their_number) {
  BOOST_TEST(legend("  1. Silica (SMGO), Conditioned medium (CM)") == "Silica (SMGO), Conditioned medium (CM)");
  BOOST_TEST(legend("12) p < 0.05") == "p < 0.05");
}

BOOST_AUTO_TEST_CASE(notes_are_told_by_their_first_word_or_sign) {
  for (std::string_view const line : {"Abbreviations: ALF, acute liver failure", "ABBREVIATIONS", "Notes: x", "Note. y", "Footnotes",
                                      "* p < 0.05", "\u2020 in vitro", "List of abbreviations: x"}) {
    BOOST_TEST(legend(line) == line);
  }
}

BOOST_AUTO_TEST_CASE(a_list_of_abbreviations_is_a_legend) {
  BOOST_TEST(legend("ALF acute liver failure, MSC mesenchymal stem cell, EV extracellular vesicle") ==
             "ALF acute liver failure, MSC mesenchymal stem cell, EV extracellular vesicle");
  BOOST_TEST(legend("ALF: acute liver failure; TNF-\u03B1 = tumor necrosis factor") ==
             "ALF: acute liver failure; TNF-\u03B1 = tumor necrosis factor");
}

BOOST_AUTO_TEST_CASE(other_lines_are_no_legend) {
  for (std::string_view const line : {"Bone marrow Mice MSCs-exosome Reduced ALF, improved survival", "ALF acute liver failure",
                                      "Back to article page", "1.5 mg of it", "", "1. ", "Placenta, Rat", "2019. x"}) {
    BOOST_TEST(legend(line) == "none");
  }
}
