// Stored text stays where it is.
#include "base/arena.hpp"

#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(an_arena_keeps_every_text_where_it_was_put) {
  Arena arena;
  std::vector<std::string_view> stored;
  for (int i = 0; i < 20'000; ++i) stored.push_back(arena.store("text " + std::to_string(i)));
  std::string const large(200'000, 'x');
  std::string_view const stored_large = arena.store(large);
  Arena const moved = std::move(arena);
  for (std::size_t i = 0; i < stored.size(); ++i) BOOST_REQUIRE(stored[i] == "text " + std::to_string(i));
  BOOST_TEST(stored_large == large);
}

BOOST_AUTO_TEST_CASE(an_arena_copies_what_it_is_given) {
  Arena arena;
  std::string text = "before";
  std::string_view const stored = arena.store(text);
  text = "behind";
  BOOST_TEST(stored == "before");
  BOOST_TEST(arena.store("").empty());
}
