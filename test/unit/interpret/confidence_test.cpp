#include "interpret/confidence.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/reading.hpp"
#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

// The confidence of a statement between two terms, by their keys.
std::uint16_t score(std::string_view subject, std::string_view object, Basis basis, int sign, std::vector<Flag> const& flags) {
  auto const ontology = Ontology::builtin();
  Statement statement;
  statement.subject = *ontology->find_key(subject);
  statement.object = *ontology->find_key(object);
  statement.basis = basis;
  statement.sign = static_cast<std::int8_t>(sign);
  for (Flag const flag : flags) statement.flags.set(flag);
  return confidence(statement, *ontology, builtin_grammar());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(confidence_suite)

BOOST_AUTO_TEST_CASE(is_the_product_of_basis_doubts_and_grounding) {
  BOOST_TEST(score("nlrp3", "alf", Basis::stated, 1, {}) == 1000);
  BOOST_TEST(score("nlrp3", "alf", Basis::implied, 1, {}) == 600);
  BOOST_TEST(score("nlrp3", "alf", Basis::cargo, 1, {}) == 500);
  BOOST_TEST(score("nlrp3", "survival", Basis::stated, 1, {}) == 900);  // OBI's class is close
  BOOST_TEST(score("nlrp3", "alf", Basis::stated, 1, {Flag::coordination}) == 1000);
  BOOST_TEST(score("nlrp3", "alf", Basis::stated, 1, {Flag::axis_convention}) == 800);
  BOOST_TEST(score("nlrp3", "alf", Basis::implied, 1, {Flag::axis_convention, Flag::ellipsis}) == 384);
}

BOOST_AUTO_TEST_CASE(rounds_half_up) {
  // 1000 × 0.5 × 0.8³ × 0.9 = 230.4; 1000 × 0.6 × 0.8³ × 0.9 = 276.48; 1000 × 0.5 × 0.8² × 0.7 = 224
  BOOST_TEST(score("nlrp3", "survival", Basis::cargo, 1, {Flag::axis_convention, Flag::ellipsis, Flag::hedged}) == 230);
  BOOST_TEST(score("nlrp3", "survival", Basis::implied, 1, {Flag::axis_convention, Flag::ellipsis, Flag::hedged}) == 276);
}

BOOST_AUTO_TEST_CASE(a_doubtful_sign_caps_only_sign_zero) {
  BOOST_TEST(score("nlrp3", "alf", Basis::stated, 0, {Flag::ambiguous_trigger}) == 300);
  BOOST_TEST(score("nlrp3", "alf", Basis::stated, 1, {Flag::ambiguous_trigger}) == 800);
  BOOST_TEST(score("nlrp3", "alf", Basis::stated, 0, {Flag::no_direction}) == 1000);
}

BOOST_AUTO_TEST_CASE(the_factors_are_those_that_made_the_value) {
  auto const factors = [](std::uint16_t value, Basis basis, int sign, std::vector<Flag> const& of) {
    FlagSet flags;
    for (Flag const flag : of) flags.set(flag);
    return confidence_factors(value, basis, sign, flags, *Ontology::builtin());
  };
  BOOST_TEST(factors(1000, Basis::stated, 1, {Flag::coordination}) == "1");
  BOOST_TEST(factors(384, Basis::implied, 1, {Flag::axis_convention, Flag::ellipsis}) ==
             "0.6 implied × 0.8 axis_convention × 0.8 ellipsis");
  BOOST_TEST(factors(900, Basis::stated, 1, {}) == "1 × 0.9 close identifier");
  BOOST_TEST(factors(300, Basis::stated, 0, {Flag::ambiguous_trigger}) ==
             "1 × 0.8 ambiguous_trigger, at most 0.3 where the sign is in doubt");
  BOOST_TEST(factors(123, Basis::stated, 1, {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
