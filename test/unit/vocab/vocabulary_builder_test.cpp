// Compiling: one term of many files, the same bytes each time.
#include "vocab/vocabulary_builder.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/vocab/small_files.hpp"

namespace mechgraph {
namespace {

constexpr char const* first = "format-version: 1.2\nontology: first\n\n[Term]\nid: CL:1\nname: odd cell\nsynonym: \"ODC\" EXACT []\n";
constexpr char const* second =
    "format-version: 1.2\nontology: second\n\n[Term]\nid: CL:1\nname: strange cell\nxref: BTO:7\nis_a: CL:2\n\n[Term]\nid: CL:2\nname: "
    "cell of the second\n";

BOOST_AUTO_TEST_CASE(a_term_of_two_files_is_one_with_the_first_label) {
  auto const vocabulary = vocabulary_of({{"first.obo", first}, {"second.obo", second}});
  BOOST_TEST(vocabulary->term_count() == 2);
  auto const odd = *vocabulary->find_term("CL:1");
  BOOST_TEST(vocabulary->label(odd) == "odd cell");
  BOOST_TEST(vocabulary->senses_of(odd).size() == 3);
  BOOST_TEST(vocabulary->parents(odd).size() == 1);
  BOOST_TEST(vocabulary->xrefs(odd).size() == 1);
  BOOST_TEST(vocabulary->sources()[vocabulary->source(odd)].name == "first");
  BOOST_TEST(vocabulary->sources()[0].terms == 1);
  BOOST_TEST(vocabulary->sources()[1].terms == 1);
}

BOOST_AUTO_TEST_CASE(the_same_files_give_the_same_bytes) {
  BOOST_TEST(compiled({{"first.obo", first}, {"second.obo", second}}) == compiled({{"first.obo", first}, {"second.obo", second}}));
}

BOOST_AUTO_TEST_CASE(a_deep_hierarchy_needs_no_deep_stack) {
  std::string deep = "format-version: 1.2\n";
  constexpr int depth = 200'000;
  for (int i = 0; i < depth; ++i) {
    deep += "\n[Term]\nid: CL:" + std::to_string(i) + "\nname: cell\nis_a: CL:" + std::to_string(i + 1) + '\n';
  }
  VocabularyBuilder::Losses losses;
  auto const vocabulary = Vocabulary::from_bytes(compiled({{"deep.obo", deep}}, &losses), "deep.vocab");
  BOOST_TEST(vocabulary->term_count() == depth);
  BOOST_TEST(losses.dangling_parents == 1);
  BOOST_TEST(losses.cycles == 0);
}

}  // namespace
}  // namespace mechgraph
