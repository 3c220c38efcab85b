// The fingerprint of minted identifiers.
#include "base/digest.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_digest_is_the_canonical_xxh3_128) {
  BOOST_TEST(digest("") == "99aa06d3014798d86001c324468d497f");  // the published value for no input
  BOOST_TEST(digest("GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124").size() == 32U);
  BOOST_TEST(digest("a") != digest("b"));
}
