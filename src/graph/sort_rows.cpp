// Sorting rows by numbers: byte by byte from the front, in place; few rows by comparing.
#include "graph/sort_rows.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace mechgraph {
namespace {

constexpr std::size_t few = 256;
constexpr unsigned row_bytes = 16;

// Byte 0 is the highest of `high`, byte 15 the lowest of `row`.
std::size_t byte_of(SortRow const& row, unsigned byte) {
  if (byte < 8) return row.high >> (56 - 8 * byte) & 0xFFU;
  return byte < 12 ? row.low >> (88 - 8 * byte) & 0xFFU : row.row >> (120 - 8 * byte) & 0xFFU;
}

// `byte`: all rows are the same in the ones before it.
void sort_from(std::span<SortRow> rows, unsigned byte) {
  std::array<std::size_t, 257> begin;
  while (true) {
    if (rows.size() <= few || byte == row_bytes) return std::sort(rows.begin(), rows.end());
    begin.fill(0);
    for (SortRow const& row : rows) ++begin[byte_of(row, byte) + 1];
    if (begin[byte_of(rows.front(), byte) + 1] != rows.size()) break;
    ++byte;
  }
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::array<std::size_t, 256> next;
  std::copy(begin.begin(), begin.end() - 1, next.begin());
  for (std::size_t bucket = 0; bucket < next.size(); ++bucket) {
    while (next[bucket] < begin[bucket + 1]) {
      SortRow row = rows[next[bucket]];
      for (std::size_t to = byte_of(row, byte); to != bucket; to = byte_of(row, byte)) std::swap(row, rows[next[to]++]);
      rows[next[bucket]++] = row;
    }
  }
  for (std::size_t bucket = 0; bucket < next.size(); ++bucket) {
    std::span<SortRow> const part = rows.subspan(begin[bucket], begin[bucket + 1] - begin[bucket]);
    if (part.size() > 1) sort_from(part, byte + 1);
  }
}

}  // namespace

void sort_rows(std::span<SortRow> rows) {
  if (!std::is_sorted(rows.begin(), rows.end())) sort_from(rows, 0);
}

}  // namespace mechgraph
