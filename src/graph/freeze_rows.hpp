// Rows of a builder, sorted, told apart and grouped by their owners.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "graph/column.hpp"
#include "graph/flat_column.hpp"
#include "graph/sort_rows.hpp"

namespace mechgraph {

using Numbers = std::vector<std::uint32_t>;

// What something is sorted by: that of a row without its number.
inline SortRow key(std::uint64_t high, std::uint32_t low) { return {high, low, 0}; }
inline std::uint64_t pair_key(std::uint32_t first, std::uint32_t second) { return std::uint64_t{first} << 32U | second; }

// Rows [0, count) in the order of their keys.
template <class KeyOfRow>
std::vector<SortRow> sorted_rows(std::size_t count, KeyOfRow key_of) {
  std::vector<SortRow> rows(count);
  for (std::uint32_t row = 0; row < count; ++row) {
    rows[row] = key_of(row);
    rows[row].row = row;
  }
  sort_rows(rows);
  return rows;
}

// Keeps the first row of each key; gives where each row went.
inline Numbers take_distinct(std::vector<SortRow>& rows) {
  Numbers place(rows.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || !rows[i].same_key(rows[kept - 1])) rows[kept++] = rows[i];
    place[rows[i].row] = static_cast<std::uint32_t>(kept - 1);
  }
  rows.resize(kept);
  return place;
}

template <class T>
void release(std::vector<T>& values) {
  values = std::vector<T>{};
}

// A column of what each of the ordered rows has.
template <class ValueOfRow>
auto column(std::vector<SortRow> const& rows, ValueOfRow value_of) {
  Column<decltype(value_of(0U))> values;
  for (SortRow const& row : rows) values.push_back(value_of(row.row));
  values.seal();
  return values;
}

template <class... Columns>
void seal(Columns&... columns) {
  (columns.seal(), ...);
}

// For ascending owners of rows: the begin column of `owners` owners.
template <class OwnerOfRow>
Numbers begins(std::size_t owners, std::size_t rows, OwnerOfRow owner) {
  Numbers begin(owners + 1, 0);
  for (std::size_t row = 0; row < rows; ++row) ++begin[owner(row) + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  return begin;
}

// Rows in ascending order under their owners (a counting sort): begin column and row numbers.
template <class Id, class OwnerOfRow>
void index_rows(std::size_t owners, std::size_t rows, OwnerOfRow owner, Column<std::uint32_t>& begin, FlatColumn<Id>& members) {
  Numbers next = begins(owners, rows, owner);
  std::vector<Id> ordered(rows);
  begin = Column<std::uint32_t>{next};
  for (std::size_t row = 0; row < rows; ++row) ordered[next[owner(row)]++] = at_index<Id>(row);
  members = std::move(ordered);
}

// Rows by their owners. Rows that came owner by owner, as most do, need no list, and where each owner has one, nothing.
class Groups {
 public:
  Groups(std::size_t owners, Column<std::uint32_t> const& owner) : one_each_(owners == owner.size()) {
    bool in_order = true;
    for (std::size_t row = 0; row < owner.size() && (in_order || one_each_); ++row) {
      one_each_ = one_each_ && owner[row] == row;
      in_order = in_order && (row == 0 || owner[row - 1] <= owner[row]);
    }
    if (one_each_) return;
    begin_ = begins(owners, owner.size(), [&](std::size_t row) { return owner[row]; });
    if (in_order) return;
    Numbers next(begin_.begin(), begin_.end() - 1);
    rows_.resize(owner.size());
    for (std::size_t row = 0; row < owner.size(); ++row) rows_[next[owner[row]]++] = static_cast<std::uint32_t>(row);
  }

  template <class Take>
  void for_each(std::uint32_t owner, Take take) const {
    if (one_each_) return take(owner);
    for (std::uint32_t i = begin_[owner]; i < begin_[owner + 1]; ++i) take(rows_.empty() ? i : rows_[i]);
  }
  // A row of the owner, or of one behind it, or as many as there are rows.
  [[nodiscard]] std::uint32_t first(std::uint32_t owner) const {
    if (one_each_) return owner;
    std::uint32_t const i = begin_[owner];
    return i < rows_.size() ? rows_[i] : i;
  }

 private:
  bool one_each_;
  Numbers begin_;
  Numbers rows_;  // empty: their own numbers
};

}  // namespace mechgraph
