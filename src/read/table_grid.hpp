// Cells that span rows and columns → a true grid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace mechgraph {

// A cell as the markup gives it. It goes into the first free slot of its row unless `column` says which.
struct SpannedCell {
  static constexpr std::uint32_t next_free = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t rows = 1;     // 0 = to the end of its group
  std::uint32_t columns = 1;  // 0 counts as 1
  std::uint32_t column = next_free;
};

// Rows that belong together (a head, a body, a foot): no cell reaches out of its group.
using RowGroup = std::vector<std::vector<SpannedCell>>;

// What lies in each slot of a table: the number of a cell, counted from 0 in reading order over all groups.
struct TableGrid {
  static constexpr std::uint32_t no_cell = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::size_t most_columns = 10'000;
  static constexpr std::size_t most_slots = 10'000'000;

  std::size_t columns = 0;
  std::vector<std::vector<std::uint32_t>> rows;  // each with `columns` slots
  std::size_t cut_cells = 0;                     // cells that were narrowed or left out because they reached behind most_columns
  bool too_large = false;                        // above a limit: there are no rows then
};

// Lays the cells out; short rows end in empty slots. Cost: linear in the slots, which are bounded.
TableGrid lay_out(std::span<RowGroup const> groups);

}  // namespace mechgraph
