// Words → rows of cells.
#include "read/cell_cutter.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "read/column_model.hpp"
#include "read/cut_search.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_started_anew = 20000;  // atoms: with more, one start finds what there is to find

bool same_rows(CutResult const& a, CutResult const& b) {
  if (a.rows.size() != b.rows.size()) return false;
  for (std::size_t i = 0; i < a.rows.size(); ++i) {
    CutRow const& x = a.rows[i];
    CutRow const& y = b.rows[i];
    if (x.first != y.first || x.section != y.section) return false;
    for (std::size_t c = 0; c < x.cells.size(); ++c) {
      if (x.cells[c].first != y.cells[c].first || x.cells[c].last != y.cells[c].last) return false;
    }
  }
  return true;
}

// Cells that are parted for certain, in the order in which they stand, as whole rows behind the first `skipped` of them.
std::vector<CutRow> whole_rows(ColumnModel const& model, std::size_t skipped) {
  constexpr std::size_t most_rows = 8;
  std::vector<CutRow> rows;
  std::size_t at = 0;
  for (; skipped > 0 && at < model.size(); --skipped) at = model.limit(at);
  while (rows.size() < most_rows && at < model.size()) {
    CutRow row;
    row.first = static_cast<std::uint32_t>(at);
    for (std::size_t c = 0; c < model.columns() && at < model.size(); ++c) {
      row.cells.push_back({CutCell::Kind::words, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(model.limit(at))});
      at = model.limit(at);
    }
    row.last = static_cast<std::uint32_t>(at);
    if (row.cells.size() == model.columns()) rows.push_back(std::move(row));
  }
  return rows;
}

// Each line that has enough of them, cut at the borders that look best.
std::vector<CutRow> strongest_rows(ColumnModel const& model) {
  constexpr double weakest = -1;
  CutText const& text = model.text();
  std::vector<CutRow> rows;
  for (std::size_t first = 0; first < model.size();) {
    std::size_t last = first + 1;
    while (last < model.size() && !text.gaps[last].row) ++last;
    std::vector<std::size_t> places;
    for (std::size_t i = first + 1; i < last; ++i) {
      if (text.gaps[i].cell && model.border(i) > weakest) places.push_back(i);
    }
    if (places.size() + 1 >= model.columns()) {
      std::ranges::stable_sort(places, std::greater{}, [&](std::size_t i) { return model.border(i); });
      places.resize(model.columns() - 1);
      std::ranges::sort(places);
      places.push_back(last);
      CutRow row{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), {}, false, 0};
      for (std::size_t begin = first; std::size_t const end : places) {
        row.cells.push_back({CutCell::Kind::words, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end;
      }
      rows.push_back(std::move(row));
    }
    first = last;
  }
  return rows;
}

// Cuts and learns in turns until the rows stay.
CutResult settle(ColumnModel model, int rounds) {
  CutResult result = best_rows(model);
  if (!ColumnModel::possible(result.score)) return result;
  for (int round = 0; round < rounds; ++round) {
    model.learn(result.rows);
    CutResult next = best_rows(model);
    bool const same = same_rows(next, result);
    result = std::move(next);
    if (same) break;
  }
  weigh_rows(model, result.rows);
  model.learn(result.rows);
  result.score = model.honest_score(result.rows);
  return result;
}

}  // namespace

CutResult cut_rows(CutText const& text, std::span<ColumnHint const> columns, int rounds) {
  if (text.atoms.empty() || columns.empty()) return {};
  ColumnModel const fresh{text, columns};
  CutResult best = settle(fresh, rounds);
  if (text.atoms.size() > most_started_anew) return best;
  auto const try_start = [&](auto const& prepare) {
    ColumnModel model = fresh;
    prepare(model);
    CutResult other = settle(std::move(model), rounds);
    if (other.score > best.score) best = std::move(other);
  };
  auto const is_loose = [](Gap const& gap) { return gap.must && gap.cell && gap.row; };
  if (std::ranges::any_of(text.gaps, is_loose)) {
    // Nothing says where rows begin.
    try_start([](ColumnModel& model) { model.learn(whole_rows(model, 0)); });
    try_start([](ColumnModel& model) { model.learn(whole_rows(model, 1)); });
  } else {
    try_start([](ColumnModel& model) { model.start_rows_anywhere(); });
    try_start([](ColumnModel& model) { model.learn(strongest_rows(model)); });
  }
  return best;
}

}  // namespace mechgraph
