// Interning, and lists that are nearly always short: against the plain containers, on random input.
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/short_list.hpp"
#include "base/string_pool.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(equal_texts_get_the_same_number_and_numbers_are_dense) {
  std::mt19937 random{7};
  StringPool pool;
  std::map<std::string, StringId> known{{"", StringId{0}}};
  for (unsigned i = 0; i < 20'000; ++i) {
    std::string text(random() % 20, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    StringId const id = pool.intern(text);
    auto const [place, is_new] = known.try_emplace(text, id);
    BOOST_REQUIRE(place->second == id);
    if (is_new) BOOST_REQUIRE(index(id) == known.size() - 1);
  }
  BOOST_TEST(pool.size() == known.size());
  for (auto const& [text, id] : known) BOOST_TEST(pool.view(id) == text);
}

BOOST_AUTO_TEST_CASE(an_added_text_has_its_own_number_that_interning_does_not_find) {
  StringPool pool;
  StringId const first = pool.intern("a"), added = pool.add("a");
  BOOST_TEST((first != added));
  BOOST_TEST(pool.view(added) == "a");
  for (unsigned i = 0; i < 1000; ++i) pool.intern(std::to_string(i));
  BOOST_TEST((pool.intern("a") == first));
}

BOOST_AUTO_TEST_CASE(a_short_list_is_a_vector) {
  std::mt19937 random{11};
  for (unsigned round = 0; round < 300; ++round) {
    ShortList<unsigned, 2> list;
    std::vector<unsigned> plain;
    for (auto i = random() % 9; i > 0; --i) {
      plain.push_back(static_cast<unsigned>(random() % 4));
      list.push_back(plain.back());
    }
    ShortList<unsigned, 2> const copy{list};
    ShortList<unsigned, 2> moved{std::move(list)};
    BOOST_TEST(std::vector<unsigned>(copy.begin(), copy.end()) == plain, boost::test_tools::per_element());
    moved.erase_if([](unsigned value) { return value == 1; });
    std::erase(plain, 1U);
    BOOST_TEST(std::vector<unsigned>(moved.begin(), moved.end()) == plain, boost::test_tools::per_element());
    list = moved;
    BOOST_TEST(list.size() == plain.size());
  }
}
