// "Did you mean": the names that are nearest to a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mechgraph {

// Steps (insert, delete, change, swap neighbours; case for free) from one text to the other, in bytes; more than `limit` gives limit + 1.
// Costs the product of the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Those of `names` that are near to `word` (at most a third of it changed), nearest first, then in order of bytes; at most `count`.
std::vector<std::string> nearest(std::string_view word, std::span<std::string_view const> names, std::size_t count = 3);

// "did you mean a, b or c?", or nothing when no name is near.
std::string did_you_mean(std::string_view word, std::span<std::string_view const> names);

}  // namespace mechgraph
