// Identifiers in one spelling.
#include "vocab/curies.hpp"

#include <boost/test/unit_test.hpp>

namespace mechgraph {
namespace {

BOOST_AUTO_TEST_CASE(iris_become_curies_by_their_prefix) {
  Ontology const& ontology = *Ontology::builtin();
  BOOST_TEST(curie_of(ontology, "http://purl.obolibrary.org/obo/CL_0000182") == "CL:0000182");
  BOOST_TEST(curie_of(ontology, "https://identifiers.org/hgnc/5") == "HGNC:5");
  BOOST_TEST(curie_of(ontology, "http://purl.obolibrary.org/obo/STRANGE_12") == "STRANGE:12");
  BOOST_TEST(curie_of(ontology, "http://purl.obolibrary.org/obo/ro.owl") == "");
  BOOST_TEST(curie_of(ontology, "http://example.org/x") == "");
}

BOOST_AUTO_TEST_CASE(curies_have_their_prefix_as_we_spell_it) {
  Ontology const& ontology = *Ontology::builtin();
  BOOST_TEST(curie_of(ontology, "mesh:D006501") == "MESH:D006501");
  BOOST_TEST(curie_of(ontology, " GO:0006915 ") == "GO:0006915");
  BOOST_TEST(curie_of(ontology, "doi:10.1000/x") == "doi:10.1000/x");
  BOOST_TEST(curie_of(ontology, "Other:1") == "Other:1");
  BOOST_TEST(curie_of(ontology, "no identifier: words") == "");
  BOOST_TEST(curie_of(ontology, ":x") == "");
  BOOST_TEST(curie_of(ontology, "x:") == "");
}

}  // namespace
}  // namespace mechgraph
