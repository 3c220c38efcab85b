// Which brackets at a cell's end are citations.
#include "read/citations.hpp"

#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

namespace {

std::string joined(CellReferences const& references) {
  std::string out;
  for (std::string_view const reference : references) out += (out.empty() ? "" : " ") + std::string{reference};
  return out;
}

// "text | references"
std::string cut(std::string_view text) {
  Arena arena;
  CitedText const cited = cut_citations(text, arena);
  return std::string{cited.text} + " | " + joined(cited.references);
}

std::string column(std::string_view text) {
  Arena arena;
  return joined(references_of(text, arena));
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_in_square_brackets_are_citations) {
  BOOST_TEST(cut("reduced apoptosis [105]") == "reduced apoptosis | 105");
  BOOST_TEST(cut("reduced apoptosis[105].") == "reduced apoptosis | 105");
  BOOST_TEST(cut("ALF [107, 110;112]") == "ALF | 107 110 112");
  BOOST_TEST(cut("miR-21 [1] [2], [3]") == "miR-21 | 1 2 3");
}

BOOST_AUTO_TEST_CASE(ranges_are_written_out) {
  BOOST_TEST(cut("ALF [107\u2013110]") == "ALF | 107 108 109 110");
  BOOST_TEST(cut("ALF [12-14,20]") == "ALF | 12 13 14 20");
  BOOST_TEST(cut("ALF [9 \u2212 10]") == "ALF | 9 10");
}

BOOST_AUTO_TEST_CASE(long_and_falling_ranges_stay_as_printed) {
  BOOST_TEST(cut("ALF [5-300]") == "ALF | 5-300");
  BOOST_TEST(cut("ALF [107-10]") == "ALF | 107-10");
  BOOST_TEST(joined(references_of("1-100", *std::make_unique<Arena>())).ends_with("99 100"));
  BOOST_TEST(cut("ALF [1-101]") == "ALF | 1-101");
}

BOOST_AUTO_TEST_CASE(a_word_for_reference_makes_parentheses_a_citation) {
  BOOST_TEST(cut("reduced ALF (ref 12)") == "reduced ALF | 12");
  BOOST_TEST(cut("reduced ALF (Refs. 12\u201314)") == "reduced ALF | 12 13 14");
  BOOST_TEST(cut("reduced ALF [ref. 2001]") == "reduced ALF | 2001");
}

BOOST_AUTO_TEST_CASE(what_may_be_something_else_stays) {
  for (std::string_view const text :
       {"enabling hepatic stellate cell (HSC) loss (HSC)", "200 \u00B5g (100)", "T helper (17)", "reported in [2019]", "12 [8]",
        "45.2 [5-10]", "CD-[4]", "dose [0.5]", "dose [0]", "day [007]", "[105]", "apoptosis [a]", "apoptosis []", "apoptosis [1,]",
        "apoptosis [10000]", "apoptosis 105]", "IL-6 (12)", "loss]", ""}) {
    BOOST_TEST(cut(text) == std::string{text} + " | ");
  }
}

BOOST_AUTO_TEST_CASE(a_citation_inside_a_cell_stays) {
  BOOST_TEST(cut("reduced ALF [105] and apoptosis") == "reduced ALF [105] and apoptosis | ");
  BOOST_TEST(cut("reduced ALF [105]; apoptosis (HSC) [107]") == "reduced ALF [105]; apoptosis (HSC) | 107");
}

BOOST_AUTO_TEST_CASE(brackets_that_blow_up_are_no_citation) {
  std::string many = "ALF [1-100";
  for (int i = 0; i < 10; ++i) many += ",1-100";
  many += "]";
  BOOST_TEST(cut(many) == many + " | ");
}

BOOST_AUTO_TEST_CASE(a_reference_column_gives_its_numbers_else_its_words) {
  BOOST_TEST(column("105") == "105");
  BOOST_TEST(column("[105]") == "105");
  BOOST_TEST(column("(105, 107-108)") == "105 107 108");
  BOOST_TEST(column("Li et al. [23]; Smith [24, 25]") == "23 24 25");
  BOOST_TEST(column("Li et al., 2019") == "Li et al., 2019");
  BOOST_TEST(column("  ") == "");
  BOOST_TEST(column("[[[[ 7]") == "7");
}
