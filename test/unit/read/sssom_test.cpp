// SSSOM mappings: what says the same, and what is refused.
#include "read/sssom.hpp"

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"

using namespace mechgraph;

namespace {

Input input(std::string bytes) { return {"m.tsv", 0, std::move(bytes), {}}; }

std::string refusal(std::string bytes) {
  try {
    static_cast<void>(read_sssom(input(std::move(bytes))));
  } catch (Error const& error) {
    return error.place() + ": " + error.what() + "; " + error.hint();
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(only_rows_that_say_the_same_are_pairs) {
  Input const file = input(
      "# curie_map:\n#   MESH: http://id.nlm.nih.gov/mesh/\n"
      "subject_id\tsubject_label\tpredicate_id\tobject_id\tpredicate_modifier\n"
      "MESH:D1\ta\tskos:exactMatch\tMONDO:1\t\n"
      "MESH:D2\tb\tskos:broadMatch\tMONDO:2\t\n"
      "MESH:D3\tc\towl:sameAs\tMONDO:3\tNot\n"
      "\n"
      "UniProtKB:P1\td\towl:equivalentClass\tNCBIGene:1\n");
  SameMappings const mappings = read_sssom(file);
  BOOST_TEST_REQUIRE(mappings.pairs.size() == 2U);
  BOOST_TEST(mappings.pairs[0].first == "MESH:D1");
  BOOST_TEST(mappings.pairs[0].second == "MONDO:1");
  BOOST_TEST(mappings.pairs[1].first == "UniProtKB:P1");
  BOOST_TEST(mappings.others == 2U);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_sssom_is_refused_with_what_it_lacks) {
  BOOST_TEST(refusal("a\tb\n") ==
             "m.tsv:1: has no column subject_id; SSSOM needs the columns subject_id, predicate_id and object_id, parted by tabs");
  BOOST_TEST(refusal("# only metadata\n") ==
             "m.tsv: holds no mappings; SSSOM needs the columns subject_id, predicate_id and object_id, parted by tabs");
  BOOST_TEST(refusal("subject_id\tpredicate_id\tobject_id\nMESH:D1\n") == "m.tsv:2: has 1 cells, and needs 3; ");
}
