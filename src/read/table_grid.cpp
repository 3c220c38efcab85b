// Cells that span rows and columns → a true grid.
#include "read/table_grid.hpp"

#include <algorithm>

namespace mechgraph {
namespace {

// A cell of a row above that reaches down into this column.
struct Held {
  std::uint32_t cell = TableGrid::no_cell;
  std::size_t rows = 0;  // that it still takes
};

class Layout {
 public:
  TableGrid lay_out(std::span<RowGroup const> groups) {
    for (RowGroup const& group : groups) {
      held_.clear();
      for (std::size_t row = 0; row < group.size(); ++row) {
        add_row(group[row], group.size() - row);
        if (slots_ > TableGrid::most_slots) return too_large();
      }
    }
    if (grid_.rows.size() * grid_.columns > TableGrid::most_slots) return too_large();
    for (auto& row : grid_.rows) row.resize(grid_.columns, TableGrid::no_cell);
    return std::move(grid_);
  }

 private:
  TableGrid too_large() {
    grid_.rows.clear();
    grid_.too_large = true;
    return std::move(grid_);
  }

  [[nodiscard]] bool is_held(std::size_t column) const { return column < held_.size() && held_[column].rows != 0; }

  void add_row(std::vector<SpannedCell> const& cells, std::size_t rows_left) {
    std::vector<std::uint32_t> slots;
    for (std::size_t column = 0; column < held_.size(); ++column) {
      if (!is_held(column)) continue;
      slots.resize(column + 1, TableGrid::no_cell);
      slots[column] = held_[column].cell;
      --held_[column].rows;
    }
    std::vector<std::uint32_t> const from_above = slots;
    auto const is_taken = [&](std::size_t column) { return column < from_above.size() && from_above[column] != TableGrid::no_cell; };
    std::size_t column = 0;
    for (SpannedCell const& cell : cells) {
      std::uint32_t const number = next_cell_++;
      if (cell.column != SpannedCell::next_free) column = cell.column;
      while (is_taken(column)) ++column;
      std::size_t const wanted = column + std::max<std::size_t>(cell.columns, 1);
      std::size_t const end = std::min(wanted, TableGrid::most_columns);
      if (end != wanted) ++grid_.cut_cells;
      std::size_t const rows = cell.rows == 0 ? rows_left : std::min<std::size_t>(cell.rows, rows_left);
      if (end > column && end > slots.size()) slots.resize(end, TableGrid::no_cell);
      if (rows > 1 && end > held_.size()) held_.resize(end);
      for (; column < end && !is_taken(column); ++column) {
        slots[column] = number;
        if (rows > 1) held_[column] = {number, rows - 1};
      }
    }
    slots_ += slots.size();
    grid_.columns = std::max(grid_.columns, slots.size());
    grid_.rows.push_back(std::move(slots));
  }

  TableGrid grid_;
  std::vector<Held> held_;
  std::uint32_t next_cell_ = 0;
  std::size_t slots_ = 0;
};

}  // namespace

TableGrid lay_out(std::span<RowGroup const> groups) { return Layout{}.lay_out(groups); }

}  // namespace mechgraph
