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
  std::vector<decltype(value_of(0U))> values;
  values.reserve(rows.size());
  for (SortRow const& row : rows) values.push_back(value_of(row.row));
  return values;
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
void index_rows(std::size_t owners, std::size_t rows, OwnerOfRow owner, Column<std::uint32_t>& begin, Column<Id>& members) {
  Numbers next = begins(owners, rows, owner);
  std::vector<Id> ordered(rows);
  begin = Numbers{next};
  for (std::size_t row = 0; row < rows; ++row) ordered[next[owner(row)]++] = at_index<Id>(row);
  members = std::move(ordered);
}

// Rows by their owners. Rows that came owner by owner, as most do, need no list.
class Groups {
 public:
  template <class OwnerOfRow>
  Groups(std::size_t owners, std::size_t rows, OwnerOfRow owner) : begin_(begins(owners, rows, owner)) {
    bool in_order = true;
    for (std::size_t row = 1; row < rows && in_order; ++row) in_order = owner(row - 1) <= owner(row);
    if (in_order) return;
    Numbers next(begin_.begin(), begin_.end() - 1);
    rows_.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) rows_[next[owner(row)]++] = static_cast<std::uint32_t>(row);
  }

  template <class Take>
  void for_each(std::uint32_t owner, Take take) const {
    for (std::uint32_t i = begin_[owner]; i < begin_[owner + 1]; ++i) take(rows_.empty() ? i : rows_[i]);
  }
  void prefetch(std::uint32_t owner) const { __builtin_prefetch(&begin_[owner]); }
  // A row of the owner, or of one behind it.
  [[nodiscard]] std::uint32_t first(std::uint32_t owner) const {
    std::uint32_t const i = begin_[owner];
    return i < rows_.size() ? rows_[i] : i;
  }

 private:
  Numbers begin_;
  Numbers rows_;  // empty: their own numbers
};

}  // namespace mechgraph
