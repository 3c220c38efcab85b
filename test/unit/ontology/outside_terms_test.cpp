// Terms of a vocabulary beside the own ones.
#include "ontology/outside_terms.hpp"

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"
#include "ontology/ontology.hpp"
#include "unit/vocab/small_files.hpp"

namespace mechgraph {
namespace {

constexpr char const* cells =
    "format-version: 1.2\nontology: cells\ndefault-namespace: biological_process\n\n"
    "[Term]\nid: GO:9000001\nname: zebra death\nxref: MESH:D9\nis_a: GO:0006915\n\n"  // below an own term
    "[Term]\nid: GO:0006915\nname: apoptotic process\nis_a: GO:0012501\n\n"           // an own term
    "[Term]\nid: GO:0012501\nname: programmed cell death\nis_a: GO:0008219\n\n"
    "[Term]\nid: GO:0008219\nname: cell death\n\n"
    "[Term]\nid: ODD:1\nname: of no type\n";

std::shared_ptr<Ontology const> with_cells() { return Ontology::from_tables({}, vocabulary_of({{"cells.obo", cells}})); }

BOOST_AUTO_TEST_CASE(outside_terms_are_found_by_identifier_and_look_like_own_ones) {
  auto const ontology = with_cells();
  auto const zebra = ontology->find_id("GO:9000001");
  BOOST_REQUIRE(zebra.has_value());
  Term const& term = ontology->term(*zebra);
  BOOST_TEST(term.id == "GO:9000001");
  BOOST_TEST(term.label == "zebra death");
  BOOST_TEST(term.key.empty());
  BOOST_TEST((term.match == Match::exact));
  BOOST_TEST(term.xrefs.size() == 1);
  BOOST_TEST((ontology->kind(*zebra) == Kind::outcome));
  BOOST_TEST(&ontology->term(*zebra) == &term);  // made once
}

BOOST_AUTO_TEST_CASE(own_terms_stay_own_and_are_parents_of_outside_ones) {
  auto const ontology = with_cells();
  auto const apoptosis = ontology->find_id("GO:0006915");
  BOOST_TEST(ontology->term(*apoptosis).key == "apoptosis");
  auto const parents = ontology->parents(*ontology->find_id("GO:9000001"));
  BOOST_REQUIRE(parents.size() == 1);
  BOOST_TEST((parents[0].term == *apoptosis));
}

BOOST_AUTO_TEST_CASE(an_own_term_without_parents_has_those_of_the_vocabulary) {
  auto const ontology = with_cells();
  for (char const* id : {"GO:0006915", "GO:0012501", "GO:0008219"}) {
    auto const term = ontology->find_id(id);
    BOOST_REQUIRE(term.has_value());
    bool const own = !ontology->term(*term).key.empty();
    if (!own || !ontology->own_parents(*term).empty()) continue;
    for (Parent const& parent : ontology->parents(*term)) BOOST_TEST(ontology->term(parent.term).id != id);
  }
}

BOOST_AUTO_TEST_CASE(no_parent_of_the_vocabulary_closes_a_ring_with_our_hierarchy) {
  // Ours: child is_a parent. The vocabulary: parent is_a other, other is_a child.
  std::map<std::string, std::string> const tables{
      {"terms",
       "key\ttype\tpreferred_label\tshort_label\tcurie\tmatch\tvalence\txrefs\tverified_in\tnote\n"
       "child\tProcess\tchild\t\tGO:1\texact\t0\t\tGO\t\nparent\tProcess\tparent\t\tGO:2\texact\t0\t\tGO\t\n"},
      {"synonyms", "form\tkey\tinverse\nchild\tchild\t0\n"},
      {"hierarchy", "child\trelation\tparent\tsource\nchild\tis_a\tparent\tours\n"},
      {"ambiguous", "form\tcandidates\tfallback\trule\n"}};
  auto const ring = vocabulary_of({{"ring.obo",
                                    "format-version: 1.2\ndefault-namespace: biological_process\n\n[Term]\nid: GO:1\nname: child\n\n"
                                    "[Term]\nid: GO:2\nname: parent\nis_a: GO:3\n\n[Term]\nid: GO:3\nname: other\nis_a: GO:1\n"}});
  auto const ontology = Ontology::from_tables(tables, ring);
  BOOST_TEST(ontology->parents(*ontology->find_key("parent")).empty());
  BOOST_TEST(ontology->parents(*ontology->find_key("child")).size() == 1);
}

BOOST_AUTO_TEST_CASE(terms_without_a_type_are_no_nodes_of_ours) { BOOST_TEST(!with_cells()->find_id("ODD:1").has_value()); }

BOOST_AUTO_TEST_CASE(a_vocabulary_of_another_ontology_is_refused) {
  std::string bytes = compiled({{"cells.obo", cells}});
  std::size_t const at = bytes.find("Process");
  bytes.replace(at, 7, "Protest");
  try {
    Ontology::from_tables({}, Vocabulary::from_bytes(bytes, "x.vocab"));
    BOOST_ERROR("not refused");
  } catch (Error const& error) {
    BOOST_TEST(error.what() == std::string("was made with the type 'Protest', which the ontology lacks"));
    BOOST_TEST(error.hint() == "import it again with this ontology");
  }
}

}  // namespace
}  // namespace mechgraph
