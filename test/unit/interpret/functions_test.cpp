#include "interpret/functions.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

// "words: molecule turn" of every molecule whose function is changed, with "in" and the preparation.
std::vector<std::string> found(std::string const& text) {
  TakenApart taken(text);
  std::vector<std::string> lines;
  for (ChangedFunction const& one : find_changed_functions(taken.reading, taken.preparations, builtin_grammar())) {
    auto const& items = taken.reading.items;
    std::string line(cut(text, Span{items[one.first].span.begin, items[one.last - 1].span.end}));
    line += ": " + std::string(cut(text, items[one.item].span)) + (one.turn < 0 ? " -" : " +");
    if (one.preparation) line += " in " + std::string(cut(text, taken.preparations[*one.preparation].span(taken.reading)));
    lines.push_back(line);
  }
  return lines;
}

void check(std::string const& text, std::vector<std::string> const& expected) {
  auto const lines = found(text);
  BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(functions)

BOOST_AUTO_TEST_CASE(a_preparation_may_lack_a_molecule) {
  check("TSG-6-deficient exosomes worsened lung injury", {"TSG-6-deficient: TSG-6 - in exosomes"});
  check("MSCs lacking TSG-6 failed", {"lacking TSG-6: TSG-6 - in MSCs"});
  check("VEGF-silenced EVs", {"VEGF-silenced: VEGF - in EVs"});
}

BOOST_AUTO_TEST_CASE(a_molecule_acts_through_the_loss_or_gain_of_it) {
  check("TLR4 inhibitor reduced fibrosis", {"TLR4 inhibitor: TLR4 -"});
  check("Silencing of NLRP3 abolished the protection", {"Silencing of NLRP3: NLRP3 -"});
  check("VEGF overexpression restored angiogenesis", {"VEGF overexpression: VEGF +"});
  check("Antibody against VEGF weakened angiogenesis", {"Antibody against VEGF: VEGF -"});
}

BOOST_AUTO_TEST_CASE(a_loss_that_nothing_comes_of_is_an_effect_of_its_own) {
  check("Silencing of NLRP3", {});
  check("Depletion of NLRP3 and fibrosis", {});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
