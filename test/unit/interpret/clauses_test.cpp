#include "interpret/clauses.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

struct Taken : TakenApart {
  explicit Taken(std::string words)
      : TakenApart(std::move(words)), found(find_clauses(reading, preparations, builtin_lexicon(), builtin_grammar())) {}
  Clauses found;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(clauses)

BOOST_AUTO_TEST_CASE(backward_link_joins_the_nearest_outcome_to_a_run_of_mechanisms) {
  Taken const taken("Improved survival, reduced fibrosis by inhibiting NLRP3 and promoting autophagy");
  BOOST_REQUIRE_EQUAL(taken.found.clauses.size(), 4U);
  BOOST_REQUIRE_EQUAL(taken.found.links.size(), 1U);
  MechanismLink const& link = taken.found.links.front();
  BOOST_TEST(link.outcome == (std::vector<std::size_t>{1}), boost::test_tools::per_element());
  BOOST_TEST(link.mechanism == (std::vector<std::size_t>{2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(forward_link_joins_all_mechanisms_of_its_sentence) {
  Taken const taken("Reduced IL-6; suppressed NLRP3 and inhibited caspase-1, thereby improving survival");
  BOOST_REQUIRE_EQUAL(taken.found.links.size(), 1U);
  MechanismLink const& link = taken.found.links.front();
  BOOST_TEST(link.mechanism == (std::vector<std::size_t>{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(link.outcome == (std::vector<std::size_t>{3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(by_names_the_agent_of_all_clauses_before_it_in_its_sentence) {
  Taken const taken("Reduced IL-6. Suppression of NLRP3 and reduction of fibrosis by conditioned medium");
  BOOST_REQUIRE_EQUAL(taken.found.clauses.size(), 3U);
  BOOST_TEST(taken.found.clauses[0].agents.empty());
  BOOST_TEST(taken.found.clauses[1].agents.size() == 1U);
  BOOST_TEST(taken.found.clauses[2].agents.size() == 1U);
}

BOOST_AUTO_TEST_CASE(no_trigger_no_clause) {
  BOOST_TEST(Taken("Fibrosis and IL-6 in mice").found.clauses.empty());
  BOOST_TEST(Taken("").found.clauses.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
