// The texts of a builder, and the sort beneath: against the plain containers, on random input.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "graph/sort_rows.hpp"
#include "graph/texts.hpp"

using namespace mechgraph;

namespace {

// Identifiers, words, and what lies between: long numbers, leading zeroes, beginnings of each other, bytes above 127 and zero bytes.
std::string random_text(std::mt19937& random) {
  static std::vector<std::string> const beginnings{
      "",        "E",    "PMID:", "PMID:1", "NCBIGene:", "DOI:10.1186/s13287-022-02825-z#",           "a b ", "EX:", "EX:1x",
      "EX:1x2-", "EX:/", "EX:;",  "\u03b2", "E\x01",     "long and long and long and long and long ", "R-"};
  std::string text = beginnings[random() % beginnings.size()];
  if (random() % 8 == 0) text.push_back('\0');
  switch (random() % 4) {
    case 0: text += std::to_string(random() % 2000); break;
    case 1: text += std::string(random() % 5, '0') + std::to_string(random() % 50); break;
    case 2: text += std::to_string(random()) + std::to_string(random() % 1000); break;
    default: break;
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(texts_come_back_and_stand_in_the_order_of_their_bytes) {
  std::mt19937 random{3};
  for (unsigned round = 0; round < 20; ++round) {
    Texts texts;
    std::map<std::string, StringId> known{{"", StringId{0}}};
    auto const check = [&](std::string const& text, StringId id) {
      auto const [place, is_new] = known.try_emplace(text, id);
      BOOST_REQUIRE(place->second == id);
      BOOST_REQUIRE(!is_new || index(id) == known.size() - 1);
    };
    for (unsigned part = 0; part < 5; ++part) {
      StringPool pool;
      for (auto i = random() % 2000; i > 0; --i) pool.intern(random_text(random));
      pool.add("E17");
      auto const numbers = texts.intern(pool);
      for (std::size_t i = 0; i < numbers.size(); ++i) check(std::string{pool.view(at_index<StringId>(i))}, numbers[i]);
      std::string const single = random_text(random);
      check(single, texts.intern(single));
    }
    BOOST_TEST(texts.size() == known.size());
    std::vector<bool> wanted;
    for (std::size_t i = 0; i < texts.size(); ++i) wanted.push_back(random() % 3 != 0);
    std::vector<StringId> expected;  // std::map holds them in that order
    for (auto const& [text, id] : known) {
      BOOST_TEST(texts.text(id) == text);
      if (wanted[index(id)]) expected.push_back(id);
    }
    BOOST_TEST((texts.ordered(wanted) == expected));
  }
}

BOOST_AUTO_TEST_CASE(more_prefixes_than_can_be_numbered_are_still_told_apart) {
  Texts texts;
  std::vector<StringId> ids;
  for (unsigned i = 0; i < 70'000; ++i) ids.push_back(texts.intern("P" + std::to_string(i) + "x:7"));
  for (unsigned i = 0; i < 70'000; i += 997) {
    BOOST_TEST(texts.text(ids[i]) == "P" + std::to_string(i) + "x:7");
    BOOST_TEST((texts.intern("P" + std::to_string(i) + "x:7") == ids[i]));
  }
  BOOST_TEST(texts.size() == 70'001U);
}

BOOST_AUTO_TEST_CASE(rows_are_sorted_as_comparing_would) {
  std::mt19937_64 random{5};
  for (unsigned round = 0; round < 60; ++round) {
    std::vector<SortRow> rows;
    unsigned const bits = 1 + round;  // few different keys, and many
    for (std::size_t i = random() % 3000; i > 0; --i) {
      rows.push_back(
          {random() >> (64 - bits), static_cast<std::uint32_t>(random() >> (32 + random() % 32)), static_cast<std::uint32_t>(i % 7)});
    }
    std::vector<SortRow> expected = rows;
    std::sort(expected.begin(), expected.end());
    sort_rows(rows);
    BOOST_REQUIRE((rows == expected));
  }
}
