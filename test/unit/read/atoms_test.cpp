// The pieces of a line, and what they look like.
#include <boost/test/unit_test.hpp>

#include <string>

#include "read/atoms.hpp"

using namespace mechgraph;

namespace {

std::string shown(std::vector<Atom> const& atoms) {
  std::string out;
  for (Atom const& atom : atoms) out += (out.empty() ? "" : "|") + std::string{atom.text};
  return out;
}

std::string cut(std::string_view line) {
  std::uint16_t depth = 0;
  return shown(atoms_of_line(line, depth));
}

std::string cut_joined(std::string_view line) {
  std::uint16_t depth = 0;
  return shown(atoms_of_joined_line(line, depth));
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_with_their_spread_and_lists_of_references_stay_whole) {
  BOOST_TEST(cut("LVEF 41.1 \u00B1 9.5 5 (10) n = 3") == "LVEF|41.1 \u00B1 9.5|5 (10)|n = 3");
  BOOST_TEST(cut("less pain [12, 13]") == "less|pain|[12, 13]");
  BOOST_TEST(cut("rats Li et al., 2008; Kim and Ha, 2009") == "rats|Li et al., 2008; Kim and Ha, 2009");
}

BOOST_AUTO_TEST_CASE(joined_words_are_cut_where_one_seems_to_begin) {
  BOOST_TEST(cut_joined("miceReduced pain[12]Rat") == "mice|Reduced|pain|[12]|Rat");
}

BOOST_AUTO_TEST_CASE(parentheses_are_counted_over_lines) {
  std::uint16_t depth = 0;
  std::vector<Atom> const first = atoms_of_line("rats (fed with", depth);
  BOOST_TEST(depth == 1);
  BOOST_TEST(first.back().depth == 1);
  std::vector<Atom> const second = atoms_of_line("leaves) lived", depth);
  BOOST_TEST(second.front().depth == 1);
  BOOST_TEST(second.back().depth == 0);
  BOOST_TEST(depth == 0);
}

BOOST_AUTO_TEST_CASE(shapes_tell_words_numbers_and_signs_apart) {
  BOOST_TEST((shape_of("growth") == Shape::lower));
  BOOST_TEST((shape_of("of") == Shape::function));
  BOOST_TEST((shape_of("Reduced") == Shape::capital));
  BOOST_TEST((shape_of("L.") == Shape::initial));
  BOOST_TEST((shape_of("miR-9") == Shape::acronym));
  BOOST_TEST((shape_of("12") == Shape::integer));
  BOOST_TEST((shape_of("12%") == Shape::number));
  BOOST_TEST((shape_of("\u2191") == Shape::arrow));
  BOOST_TEST((shape_of("\u2022") == Shape::bullet));
  BOOST_TEST((shape_of("n.d.") == Shape::missing));
  BOOST_TEST((shape_of("(Willd.)") == Shape::paren));
}
