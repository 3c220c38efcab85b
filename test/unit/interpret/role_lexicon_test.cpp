#include "interpret/role_lexicon.hpp"

#include <boost/test/unit_test.hpp>

namespace mechgraph {

BOOST_AUTO_TEST_SUITE(role_lexicon)

BOOST_AUTO_TEST_CASE(longest_form_of_the_role_begins_the_text) {
  auto const length = longest_form(std::make_shared<Lexicon const>(Ontology::builtin()));
  BOOST_TEST(length(Role::source, "Adipose tissue Rat EVs reduced fibrosis") == std::string_view("Adipose tissue").size());
  BOOST_TEST(length(Role::model, "Rat EVs reduced fibrosis") == std::string_view("Rat").size());
  BOOST_TEST(length(Role::intervention, "MSCs-extracellular vesicles Reduced fibrosis") ==
             std::string_view("MSCs-extracellular vesicles").size());
  BOOST_TEST(length(Role::model, "mouse/rat EVs") == std::string_view("mouse/rat").size());
}

BOOST_AUTO_TEST_CASE(a_form_of_another_role_or_none_gives_zero) {
  auto const length = longest_form(std::make_shared<Lexicon const>(Ontology::builtin()));
  BOOST_TEST(length(Role::source, "Rat EVs") == 0U);
  BOOST_TEST(length(Role::result, "Rat EVs") == 0U);
  BOOST_TEST(length(Role::source, "") == 0U);
  BOOST_TEST(length(Role::model, "Ratio of something") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
