#include "ontology/form_table.hpp"

#include <map>
#include <random>

#include <boost/test/unit_test.hpp>

namespace mechgraph {

BOOST_AUTO_TEST_SUITE(form_table)

BOOST_AUTO_TEST_CASE(the_longest_form_wins) {
  FormTable<int> table;
  table.add("T cell", 1);
  table.add("T-cell activation", 2);
  FoldedText const text("T cells, t CELL Activation");
  BOOST_TEST(!table.longest(text, 0));
  auto const found = table.longest(text, 3);
  BOOST_REQUIRE(found);
  BOOST_TEST(*found.value == 2);
  BOOST_TEST(found.tokens == 3U);
}

BOOST_AUTO_TEST_CASE(a_best_value_wins_over_a_good_one_that_came_first) {
  FormTable<int> table;
  table.add("cat", 1);
  table.add("cat", 2);
  FoldedText const text("CAT");
  auto const fit = [](int best) { return [best](int value, std::size_t) { return value == best ? Fit::best : Fit::good; }; };
  BOOST_TEST(*table.longest_fit(text, 0, fit(2)).value == 2);
  BOOST_TEST(*table.longest_fit(text, 0, fit(3)).value == 1);
  BOOST_TEST(!table.longest(text, 0, [](int, std::size_t) { return false; }));
}

BOOST_AUTO_TEST_CASE(an_ending_belongs_to_the_last_token) {
  FormTable<int> table;
  table.add(FoldedText("stem cell"), 1, "s");
  table.add(FoldedText("exosome"), 2, "s");
  BOOST_TEST(*table.longest(FoldedText("stem cells"), 0).value == 1);
  BOOST_TEST(!table.longest(FoldedText("stem cell"), 0));
  BOOST_TEST(*table.longest(FoldedText("Exosomes"), 0).value == 2);
}

// Against a plain map of joined tokens.
BOOST_AUTO_TEST_CASE(finds_what_a_plain_search_finds) {
  std::mt19937 random(7);
  auto const words = [&](std::size_t most) {
    std::string text;
    for (std::size_t i = 0, n = 1 + random() % most; i < n; ++i)
      text.append(i == 0 ? "" : " ").append(1, static_cast<char>('a' + random() % 4));
    return text;
  };
  FormTable<int> table;
  std::map<std::string, int> plain;
  for (int i = 0; i < 60; ++i) {
    std::string const form = words(5);
    if (plain.emplace(form, i).second) table.add(form, i);
  }
  for (int round = 0; round < 200; ++round) {
    std::string const printed = words(12);
    FoldedText const text(printed);
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::string joined;
      std::size_t tokens = 0;
      int value = -1;
      for (std::size_t i = at; i < text.size(); ++i) {
        joined.append(i == at ? "" : " ").append(text.folded(i));
        if (auto const found = plain.find(joined); found != plain.end()) {
          tokens = i + 1 - at;
          value = found->second;
        }
      }
      auto const found = table.longest(text, at);
      BOOST_TEST(found.tokens == tokens);
      BOOST_TEST((found ? *found.value : -1) == value);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
