// Sorting rows by numbers.
#pragma once

#include <cstdint>
#include <span>
#include <tuple>

namespace mechgraph {

// A row and what it is sorted by.
struct SortRow {
  std::uint64_t high = 0;
  std::uint32_t low = 0;
  std::uint32_t row = 0;

  [[nodiscard]] bool same_key(SortRow const& other) const { return high == other.high && low == other.low; }
  auto operator<=>(SortRow const&) const = default;
};

// By (high, low, row), in place. Linear in the rows times the bytes in which they differ, of which there are sixteen at most.
void sort_rows(std::span<SortRow> rows);

}  // namespace mechgraph
