// The headers that fit both their line and the rows.
#include <boost/test/unit_test.hpp>

#include <string>

#include "read/header_choice.hpp"
#include "read/row_sheet.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

// The headers of a line over rows, parted by '|'; "!" behind them where they are certain.
std::string chosen(std::string_view line, std::vector<std::string> const& rows, std::size_t usual = 0) {
  CutText text;
  for (std::string const& row : rows) {
    std::uint16_t depth = 0;
    bool first = true;
    for (Atom const& atom : atoms_of_line(row, depth)) {
      Gap gap;
      (first ? gap.row : gap.cell) = true;
      first = false;
      text.atoms.push_back(atom);
      text.gaps.push_back(gap);
    }
  }
  close_text(text);
  ReadOptions const options = test_options();
  HeaderChoice const choice = choose_headers(line, text, usual, options);
  std::string out;
  for (std::string_view const header : choice.headers) out += std::string{out.empty() ? "" : "|"} + std::string{header};
  return out + (choice.certain ? "!" : "");
}

std::vector<std::string> const doses{"Mice 12 4.1 [3]", "Rats 14 5.2 [4]", "Pigs 9 4.4 [5]", "Dogs 22 7.9 [6]", "Cats 31 8.8 [7]"};

}  // namespace

BOOST_AUTO_TEST_CASE(the_rows_decide_how_many_headers_a_line_holds) {
  BOOST_TEST(chosen("Animal Age (weeks) Dose Ref", doses) == "Animal|Age (weeks)|Dose|Ref");
}

BOOST_AUTO_TEST_CASE(the_usual_number_of_pieces_is_taken_where_the_rows_are_regular) {
  BOOST_TEST(chosen("Animal Age (weeks) Dose Ref", doses, 4) == "Animal|Age (weeks)|Dose|Ref");
}

BOOST_AUTO_TEST_CASE(what_begins_with_a_digit_and_has_no_letters_belongs_to_the_header_before_it) {
  BOOST_TEST(chosen("Primer Sequence 5'-3'", {"AzoA2 aaaGGATCC", "AzoA3 caatggac", "AzoA6 gcaatgcc", "AzoA7 gtttggac"}) ==
             "Primer|Sequence 5'-3'");
}

BOOST_AUTO_TEST_CASE(a_line_of_one_word_gives_no_headers) { BOOST_TEST(chosen("Animal", doses) == ""); }
