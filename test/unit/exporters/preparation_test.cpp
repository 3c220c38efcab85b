// The parts of an Intervention.
#include "exporters/preparation.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_composition_has_a_derivative_sources_and_modifiers) {
  auto const parts = preparation_parts("GO:0070062|UBERON:0002371;UBERON:0002331|enriched_with=GO:1;pretreated_with=NCBIGene:7124");
  BOOST_TEST(parts.derivative == "GO:0070062");
  BOOST_REQUIRE(parts.sources.size() == 2U);
  BOOST_TEST(parts.sources[1] == "UBERON:0002331");
  BOOST_REQUIRE(parts.modifiers.size() == 2U);
  BOOST_TEST(parts.modifiers[1].relation == "pretreated_with");
  BOOST_TEST(parts.modifiers[1].id == "NCBIGene:7124");
}

BOOST_AUTO_TEST_CASE(no_source_and_no_modifier_are_nothing) {
  auto const parts = preparation_parts("GO:0070062|-|");
  BOOST_TEST(parts.derivative == "GO:0070062");
  BOOST_TEST(parts.sources.empty());
  BOOST_TEST(parts.modifiers.empty());
}

BOOST_AUTO_TEST_CASE(another_form_gives_what_can_be_told) {
  BOOST_TEST(preparation_parts("").derivative.empty());
  BOOST_TEST(preparation_parts("GO:1").derivative == "GO:1");
  BOOST_TEST(preparation_parts("GO:1|-|odd").modifiers.empty());
}
