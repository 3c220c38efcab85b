#include "interpret/phrases.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

struct Taken : TakenApart {
  explicit Taken(std::string words)
      : TakenApart(std::move(words)),
        functions(find_changed_functions(reading, preparations, builtin_grammar())),
        phrases(reading, preparations, functions, builtin_lexicon(), builtin_grammar()) {}
  std::vector<ChangedFunction> functions;
  Phrases phrases;
};

// The words of the objects to the right of an item.
std::vector<std::string> right(std::string const& text, std::size_t from) {
  Taken const taken(text);
  std::vector<ClauseObject> objects;
  std::optional<std::size_t> genitive;
  Span word;
  taken.phrases.objects_right(from, std::vector<bool>(taken.reading.items.size(), false), objects, genitive, word);
  std::vector<std::string> words;
  for (ClauseObject const& object : objects) words.emplace_back(cut(text, object.words));
  if (genitive) words.push_back("of " + std::string(cut(text, taken.preparations[*genitive].span(taken.reading))));
  return words;
}

void check(std::vector<std::string> const& found, std::vector<std::string> const& expected) {
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phrases)

BOOST_AUTO_TEST_CASE(objects_to_the_right_are_a_list_up_to_the_next_trigger) {
  check(right("reduced IL-6, TNF-α and fibrosis and promoted autophagy", 1), {"IL-6", "TNF-α", "fibrosis"});
  check(right("reduced the expression of intracellular IL-6 in macrophages", 1), {"IL-6"});
  check(right("reduced IL-6. Fibrosis", 1), {"IL-6"});
  check(right("reduced by exosomes", 1), {});
}

BOOST_AUTO_TEST_CASE(what_has_an_effect_is_its_genitive) {
  check(right("promoting the hepatoprotective effects of the conditioned medium", 1),
        {"hepatoprotective effects", "of conditioned medium"});
  check(right("reduced fibrosis of exosomes", 1), {"fibrosis"});
}

BOOST_AUTO_TEST_CASE(objects_to_the_left_are_a_list_back_to_what_is_used) {
  std::string const text = "IL-6 and TNF-α levels were decreased";
  Taken const taken(text);
  std::vector<ClauseObject> objects;
  std::vector<bool> used(taken.reading.items.size(), false);
  std::size_t const trigger = taken.reading.items.size() - 2;
  BOOST_TEST(taken.phrases.objects_left(trigger, used, objects) == 0U);
  BOOST_REQUIRE_EQUAL(objects.size(), 2U);
  BOOST_TEST(cut(text, objects[0].words) == "IL-6");
  BOOST_TEST(!objects[0].coordinated);
  BOOST_TEST(objects[1].coordinated);
  objects.clear();
  used[0] = true;
  taken.phrases.objects_left(trigger, used, objects);
  BOOST_TEST(objects.size() == 1U);
}

BOOST_AUTO_TEST_CASE(plain_words_stop_at_what_has_a_meaning) {
  std::string const text = "reduced the xyzzy plugh levels in mice";
  Taken const taken(text);
  auto const words = taken.phrases.plain_words_right(1);
  BOOST_REQUIRE(words.has_value());
  BOOST_TEST(cut(text, Span{taken.reading.items[words->first].span.begin, taken.reading.items[words->second - 1].span.end}) ==
             "xyzzy plugh");
}

BOOST_AUTO_TEST_CASE(manner_is_what_stands_right_before_a_trigger) {
  Taken const taken("Exosomes did not significantly reduce fibrosis");
  std::size_t trigger = 0;
  while (taken.reading.items[trigger].kind != ItemKind::trigger) ++trigger;
  auto const manner = taken.phrases.manner(trigger);
  BOOST_TEST(manner.negated);
  BOOST_REQUIRE_EQUAL(manner.context.size(), 1U);
  BOOST_TEST(std::get<std::string>(manner.context.front().value) == "significantly");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
