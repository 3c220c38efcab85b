// What the columns of a table look like.
#include "read/column_model.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/border_weight.hpp"

namespace mechgraph {
namespace {

constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t longest_cell = 400;  // atoms
constexpr std::size_t longest_value = 6;   // atoms of a cell whose whole words are remembered
constexpr double hopeless = -6.5;          // borders below this weight are not tried
// How much each kind of evidence counts, and how many sightings are imagined that say nothing; all found by trying.
constexpr double border_share = 1.3;
constexpr double end_share = 0.4;
constexpr double inner_share = 0.6;
constexpr double word_share = 0.5;
constexpr double loose_share = 0.5;
constexpr double crossing_share = 1.5;
constexpr double imagined_cells = 4;
constexpr double imagined_lengths = 2;
constexpr double imagined_atoms = 6;
constexpr double most_odds = 3;
constexpr double bare_initial = 3;     // against a cell "L.": it belongs to the name before or behind it
constexpr double promised_number = 1;  // that a cell is a number where its header promises one
constexpr double promised_start = 3;   // that a cell begins with the first word of its header
constexpr double missing_alone = 3;    // that a missing value fills its cell
// What it costs that a column has no cell, between two others and at the end of a row; and with traces of all blank cells, anywhere.
constexpr double absent_inside = -7;
constexpr double absent_behind = -6;
constexpr double absent_with_traces = -10;

constexpr std::size_t index(Shape shape) { return static_cast<std::size_t>(shape); }
constexpr std::size_t end_class(Atom const& atom) { return index(atom.shape) * trail_count + static_cast<std::size_t>(atom.trail); }

// Log odds of what a column shows against what the whole text shows, with `weight` imagined sightings that say nothing.
double odds(double seen, double total, double usual, double weight) { return std::log((seen + weight * usual) / (total + weight) / usual); }

}  // namespace

ColumnModel::ColumnModel(CutText const& text, std::span<ColumnHint const> hints)
    : text_(text),
      hints_(hints),
      n_(hints.size()),
      size_(text.atoms.size()),
      absent_(text.traces ? absent_with_traces : absent_inside),
      section_rate_(text.traces ? -4 : -3) {
  number_words();
  count_background();
  find_known_cells();
  find_promised_starts();
  find_limits();
  starts_of_rows_.assign(n_, 0);
  for (std::size_t c = 1; c < n_; ++c) starts_of_rows_[c] = -3.0 - 0.4 * static_cast<double>(c);
  usual_lengths_.fill(1.0 / static_cast<double>(buckets));
  columns_.assign(n_, Column{});
  expect_promised();
  prepare();
}

void ColumnModel::start_rows_anywhere() {
  for (std::size_t c = 1; c < n_; ++c) starts_of_rows_[c] = -0.5 - 0.2 * static_cast<double>(c);
}

std::size_t ColumnModel::bucket_of(std::size_t words) {
  constexpr std::array<std::size_t, buckets - 1> last{1, 2, 3, 4, 6, 9, 14, 22, 35, 60};
  return static_cast<std::size_t>(std::ranges::lower_bound(last, words) - last.begin());
}

double ColumnModel::smooth(std::array<double, buckets> const& counts, std::size_t b) {
  double sum = 0.6 * counts[b];
  sum += 0.2 * (b > 0 ? counts[b - 1] : counts[b]);
  return sum + 0.2 * (b + 1 < buckets ? counts[b + 1] : counts[b]);
}

void ColumnModel::number_words() {
  tsl::robin_map<std::string, std::uint32_t> numbers;
  word_.reserve(size_);
  hash_.assign(size_ + 1, 0);
  for (std::size_t i = 0; i < size_; ++i) {
    std::string folded{text_.atoms[i].text};
    std::ranges::transform(folded, folded.begin(), ascii_lower);
    while (!folded.empty() && (folded.back() == ',' || folded.back() == ';')) folded.pop_back();
    auto const number = static_cast<std::uint32_t>(numbers.size() + 1);
    word_.push_back(numbers.emplace(std::move(folded), number).first->second);
    hash_[i + 1] = hash_[i] * prime + word_.back();
  }
  powers_.assign(longest_value + 1, 1);
  for (std::size_t i = 1; i <= longest_value; ++i) powers_[i] = powers_[i - 1] * prime;
  word_total_.assign(numbers.size() + 1, 0);
  for (std::uint32_t const word : word_) ++word_total_[word];
}

void ColumnModel::count_background() {
  usual_.fill(1.0 / 2);
  usual_ends_.fill(0.05);
  double total = 0;
  double total_ends = 0;
  for (Atom const& atom : text_.atoms) {
    usual_[index(atom.shape)] += 1;
    usual_ends_[end_class(atom)] += 1;
  }
  for (double const value : usual_) total += value;
  for (double const value : usual_ends_) total_ends += value;
  for (double& value : usual_) value /= total;
  for (double& value : usual_ends_) value /= total_ends;
}

// The known words that begin at each atom, for the columns that promise such.
void ColumnModel::find_known_cells() {
  known_.assign(n_, {});
  for (std::size_t c = 0; c < n_; ++c) {
    if (!hints_[c].known_cell) continue;
    known_[c].assign(size_, 0);
    for (std::size_t i = 0; i < size_; ++i) {
      if (!may_begin(i)) continue;
      // To the end of the cell's line at most.
      std::size_t last = i;
      while (last + 1 < size_ && last < i + 12 && !text_.gaps[last + 1].row) ++last;
      char const* const begin = text_.atoms[i].text.data();
      std::string_view const rest{begin, static_cast<std::size_t>(text_.atoms[last].text.data() + text_.atoms[last].text.size() - begin)};
      std::size_t const bytes = hints_[c].known_cell(rest);
      std::size_t end = i;
      while (bytes != 0 && end <= last && text_.atoms[end].text.data() + text_.atoms[end].text.size() <= begin + bytes) ++end;
      known_[c][i] = static_cast<std::uint32_t>(end > i ? end : 0);
    }
  }
}

// The atoms that are the first word of each header.
void ColumnModel::find_promised_starts() {
  promised_.assign(n_, {});
  for (std::size_t c = 0; c < n_; ++c) {
    if (hints_[c].first_word.empty()) continue;
    promised_[c].assign(size_, false);
    for (std::size_t i = 0; i < size_; ++i) promised_[c][i] = equal_in_any_case(text_.atoms[i].text, hints_[c].first_word);
  }
}

// Where a cell that begins at each atom ends at the latest, and the weight of a border in front of each atom.
void ColumnModel::find_limits() {
  limit_.assign(size_ + 1, 0);
  std::size_t next = size_;
  for (std::size_t i = size_; i-- > 0;) {
    limit_[i] = std::min(next, i + longest_cell);  // raised below to the first possible end
    if (text_.gaps[i].must) next = i;
  }
  border_.assign(size_ + 1, 0);
  row_border_.assign(size_ + 1, 0);
  crossing_.assign(size_ + 1, 0);
  for (std::size_t i = 1; i < size_; ++i) {
    Gap const& gap = text_.gaps[i];
    border_[i] = gap.must ? 0 : border_share * border_weight(text_.atoms[i - 1], text_.atoms[i]);
    row_border_[i] =
        gap.must ? (gap.cell && gap.row && !hints_[0].references ? loose_share * loose_weight(text_.atoms[i - 1], text_.atoms[i]) : 0)
                 : row_weight(text_.atoms[i - 1], text_.atoms[i]);
    crossing_[i] = gap.must ? 0 : gap.row ? line_crossing_ : gap.blanks > 0 ? -5 : 0;
  }
  next_end_.assign(size_ + 1, static_cast<std::uint32_t>(size_));
  std::size_t end = size_;
  for (std::size_t i = size_; i-- > 0;) {
    next_end_[i] = static_cast<std::uint32_t>(end);  // the first possible border behind gap i
    Gap const& gap = text_.gaps[i];
    limit_[i] = std::max<std::size_t>(limit_[i], next_end_[i]);
    if (gap.must || gap.row || (gap.cell && border_[i] > hopeless) || (gap.cell && gap.blanks > 0)) end = i;
  }
}

// What headers promise counts as a few cells that were seen.
void ColumnModel::expect_promised() {
  for (std::size_t c = 0; c < n_; ++c) {
    Column& column = columns_[c];
    if (hints_[c].numbers) {
      column.starts[index(Shape::integer)] = 1;
      column.starts[index(Shape::number)] = 1;
      column.cells = 2;
    }
    if (!hints_[c].references) continue;
    column.starts[index(Shape::reference)] = 3;
    column.starts[index(Shape::citation)] = 3;
    column.cells = 6;
  }
}

void ColumnModel::learn(std::vector<CutRow> const& rows) {
  columns_.assign(n_, Column{});
  expect_promised();
  word_counts_.clear();
  values_.clear();
  assigned_.assign(size_, static_cast<std::uint32_t>(n_));
  cell_end_.assign(size_, 0);
  cell_column_.assign(size_, 0);
  double sections = 0;
  double counted = 0;
  std::vector<double> starts(n_, 0);
  for (CutRow const& row : rows) {
    if (row.section) {
      if (text_.atoms[row.first].shape != Shape::empty) ++sections;
      continue;
    }
    ++counted;
    bool first = true;
    for (std::size_t c = 0; c < n_; ++c) {
      CutCell const& cell = row.cells[c];
      if (cell.kind != CutCell::Kind::absent && first) {
        ++starts[c];
        first = false;
      }
      if (cell.kind == CutCell::Kind::blank) ++columns_[c].blank;
      if (cell.kind == CutCell::Kind::words) learn_cell(c, cell);
    }
  }
  double lengths = 0;
  std::array<double, buckets> all{};
  for (Column const& column : columns_) {
    for (std::size_t b = 0; b < buckets; ++b) all[b] += column.lengths[b];
    lengths += column.cells;
  }
  for (std::size_t b = 0; b < buckets; ++b) {
    usual_lengths_[b] = (smooth(all, b) + 1) / (lengths + static_cast<double>(buckets));
  }
  learn_lines(rows);
  section_rate_ = std::log((sections + 0.05) / (sections + counted + 1)) - 1.5;
  for (std::size_t s = 1; s < n_; ++s) {
    starts_of_rows_[s] =
        std::max(std::log((starts[s] + 0.1 / static_cast<double>(s)) / (counted + 1)), -3.0 - 0.4 * static_cast<double>(s)) - 0.5;
  }
  prepare();
}

// How often rows go on over the end of a line.
void ColumnModel::learn_lines(std::vector<CutRow> const& rows) {
  double lines = 0;
  double crossed = 0;
  std::size_t next_row = 0;
  for (std::size_t i = 1; i < size_; ++i) {
    if (!text_.gaps[i].row || text_.gaps[i].must) continue;
    ++lines;
    while (next_row < rows.size() && rows[next_row].first < i) ++next_row;
    if (next_row == rows.size() || rows[next_row].first != i) ++crossed;
  }
  line_crossing_ = std::max(crossing_share * std::log((crossed + 0.2) / (lines + 1)), -6.0);
  for (std::size_t i = 1; i < size_; ++i) {
    if (text_.gaps[i].row && !text_.gaps[i].must) crossing_[i] = line_crossing_;
  }
}

void ColumnModel::learn_cell(std::size_t c, CutCell const& cell) {
  Column& column = columns_[c];
  column.starts[index(text_.atoms[cell.first].shape)] += 1;
  column.ends[end_class(text_.atoms[cell.last - 1])] += 1;
  column.lengths[bucket_of(cell.last - cell.first)] += 1;
  column.cells += 1;
  for (std::uint32_t i = cell.first; i < cell.last; ++i) {
    column.words += 1;
    column.inner[index(text_.atoms[i].shape)] += 1;
    column.inner_atoms += 1;
    word_counts_[word_[i] * static_cast<std::uint64_t>(n_) + c] += 1;
    assigned_[i] = static_cast<std::uint32_t>(c);
  }
  if (cell.last - cell.first <= longest_value) values_[value_key(c, cell.first, cell.last)] += 1;
  cell_end_[cell.first] = cell.last;
  cell_column_[cell.first] = static_cast<std::uint32_t>(c);
}

// Turns the counts into scores.
void ColumnModel::prepare() {
  starts_.assign(n_, {});
  ends_scores_.assign(n_, {});
  lengths_.assign(n_, {});
  inner_.assign(n_, std::vector<double>(size_ + 1, 0));
  for (std::size_t c = 0; c < n_; ++c) {
    Column const& column = columns_[c];
    std::array<double, shape_count> inner{};
    double const lengths = column.cells;
    for (std::size_t s = 0; s < shape_count; ++s) {
      starts_[c][s] = std::clamp(odds(column.starts[s], column.cells, usual_[s], imagined_cells), -most_odds, most_odds);
      inner[s] = std::clamp(odds(column.inner[s], column.inner_atoms, usual_[s], imagined_atoms), -2.0, 2.0);
    }
    for (std::size_t s = 0; s < end_classes; ++s) {
      ends_scores_[c][s] =
          end_share * std::clamp(odds(column.ends[s], column.cells, usual_ends_[s], imagined_cells), -most_odds, most_odds);
    }
    for (std::size_t b = 0; b < buckets; ++b) {
      double const flat = usual_lengths_[b];
      lengths_[c][b] = odds(smooth(column.lengths, b), lengths, flat, imagined_lengths);
    }
    for (std::size_t i = 0; i < size_; ++i) {
      double score = inner_share * inner[index(text_.atoms[i].shape)] + word_score(c, i) + crossing_[i];
      inner_[c][i + 1] = inner_[c][i] + score;
    }
  }
}

// How much a word speaks for a column: where it stands elsewhere in the table.
double ColumnModel::word_score(std::size_t c, std::size_t i) const {
  double const total = word_total_[word_[i]];
  if (total < 2 || assigned_.empty() || total > 0.2 * static_cast<double>(size_) + 8) return 0;
  auto const found = word_counts_.find(word_[i] * static_cast<std::uint64_t>(n_) + c);
  double here = found == word_counts_.end() ? 0 : found->second;
  if (assigned_[i] == c) here -= 1;
  double const share = columns_[c].words / static_cast<double>(size_);
  return word_share * std::clamp(std::log((here + share) / (total - 1 + 1) / std::max(share, 1e-3)), -2.0, 3.0);
}

std::uint64_t ColumnModel::value_key(std::size_t c, std::size_t first, std::size_t last) const {
  std::uint64_t const hash = hash_[last] - hash_[first] * powers_[last - first];
  return (hash * 64 + c) * 8 + (last - first);
}

// A whole value that stands in the column elsewhere too.
double ColumnModel::value_score(std::size_t c, std::size_t first, std::size_t last) const {
  std::size_t const words = last - first;
  if (words > longest_value || values_.empty()) return 0;
  auto const found = values_.find(value_key(c, first, last));
  if (found == values_.end()) return 0;
  double seen = found->second;
  if (cell_end_[first] == last && cell_column_[first] == c) seen -= 1;
  return seen > 0 ? std::min(3.5, (words > 1 ? 1.5 : 0.8) + 0.7 * std::log(seen)) : 0;
}

double ColumnModel::cell_score(std::size_t c, std::size_t first, std::size_t last) const {
  Atom const& begin = text_.atoms[first];
  Atom const& end = text_.atoms[last - 1];
  double score = starts_[c][index(begin.shape)] + ends_scores_[c][end_class(end)] + inner_[c][last] - inner_[c][first] - crossing_[first];
  std::size_t const words = last - first;
  score += lengths_[c][bucket_of(words)];
  score += value_score(c, first, last);
  if (begin.shape == Shape::reference && !hints_[c].references && !text_.traces) score -= 4;
  if (words == 1 && begin.shape == Shape::initial && begin.trail == Trail::stop) score -= bare_initial;
  if (hints_[c].numbers && (begin.shape == Shape::integer || begin.shape == Shape::number)) score += promised_number;
  if (!promised_[c].empty() && promised_[c][first]) score += promised_start;
  if (begin.shape == Shape::missing) score += words == 1 ? missing_alone : -missing_alone;
  if (!known_[c].empty()) {
    if (known_[c][first] == last) {
      score += 7;
    } else if (known_[c][first] != 0 && known_[c][first] < last) {
      score += 1;
    } else {
      score -= 1;
    }
  }
  return score;
}

// Columns that stay without words between two cells, in front of the first one, or behind the last one.
double ColumnModel::skip_score(std::size_t from, std::size_t to, std::size_t blanks, double absent) const {
  std::size_t const skipped = to - from;
  if (blanks == 0) return skipped == 0 ? 0 : absent * static_cast<double>(skipped);
  if (blanks != skipped) return -5.0 - 2.0 * static_cast<double>(blanks > skipped ? blanks - skipped : skipped - blanks);
  double score = 0;
  for (std::size_t c = from; c < to; ++c) score += blank_score(c);
  return score;
}

double ColumnModel::blank_score(std::size_t c) const {
  double const share = (columns_[c].blank + 0.3) / (columns_[c].cells + columns_[c].blank + 1.0);
  return 0.5 * std::log(share);
}

double ColumnModel::step_score(std::size_t atom, std::size_t from, std::size_t to) const {
  return border_[atom] + skip_score(from, to, text_.gaps[atom].blanks, absent_);
}

double ColumnModel::row_start(std::size_t at, std::size_t c) const {
  double const border = at == 0 ? 0 : row_border_[at];
  std::size_t const leading = text_.gaps[at].leading;
  if (leading == 0 && at == 0 && c > 0) return border - 40;  // nothing above could reach down
  if (leading == 0) return border + starts_of_rows_[c];
  return border + skip_score(0, c, leading, 0);
}

double ColumnModel::row_end(std::size_t at, std::size_t c) const {
  return skip_score(c + 1, n_, text_.gaps[at].blanks, text_.traces ? absent_ : absent_behind);
}

double ColumnModel::section_score(std::size_t first, std::size_t last) const {
  Atom const& begin = text_.atoms[first];
  Atom const& end = text_.atoms[last - 1];
  double const border = first == 0 ? 0 : row_border_[first];
  if (begin.shape == Shape::empty && last == first + 1) return border;  // a row without words
  double score = border + section_rate_;
  if (begin.shape == Shape::lower || begin.shape == Shape::integer || begin.shape == Shape::number || begin.shape == Shape::bullet)
    score -= 2;
  if (end.shape == Shape::reference || end.shape == Shape::citation) score -= 3;
  if (end.trail == Trail::stop) score -= 1.5;
  if (end.trail == Trail::list && end.text.ends_with(':')) score += 1;
  std::size_t const words = last - first;
  if (words > 6) score -= 0.5 * static_cast<double>(std::min<std::size_t>(words - 6, 24));
  for (std::size_t i = first + 1; i < last; ++i) {
    if (text_.gaps[i].row) score -= 3;
    if (text_.gaps[i].must) score -= 8;
  }
  return score;
}

std::size_t ColumnModel::section_limit(std::size_t first) const {
  std::size_t const near = std::min(size_, first + 30);
  return limit_[first] > near && text_.gaps[limit_[first]].must ? limit_[first] : near;
}

double ColumnModel::row_score(CutRow const& row) const {
  if (row.section) return section_score(row.first, row.last);
  double score = 0;
  std::optional<std::size_t> before;
  for (std::size_t c = 0; c < n_; ++c) {
    CutCell const& cell = row.cells[c];
    if (cell.kind != CutCell::Kind::words) continue;
    if (before) {
      score += step_score(cell.first, *before + 1, c);
    } else {
      score += row_start(cell.first, c);
    }
    score += cell_score(c, cell.first, cell.last);
    before = c;
  }
  return score + row_end(row.last, *before);
}

double ColumnModel::honest_score(std::vector<CutRow> const& rows) const {
  double total = 0;
  for (CutRow const& row : rows) {
    total += row_score(row);
    if (row.section) continue;
    for (std::size_t c = 0; c < n_; ++c) {
      CutCell const& cell = row.cells[c];
      if (cell.kind == CutCell::Kind::words) total += honest_cell(c, cell) - learned_cell(c, cell);
    }
  }
  for (Column const& column : columns_) {  // a column without words is none
    if (column.cells < 0.5) total -= 20 + static_cast<double>(rows.size());
    if (column.starts[index(Shape::empty)] > 0.9 * column.cells) total -= 10 + 5 * column.cells;
  }
  return total;
}

double ColumnModel::learned_cell(std::size_t c, CutCell const& cell) const {
  double score = starts_[c][index(text_.atoms[cell.first].shape)] + ends_scores_[c][end_class(text_.atoms[cell.last - 1])] +
                 lengths_[c][bucket_of(cell.last - cell.first)];
  for (std::uint32_t i = cell.first; i < cell.last; ++i)
    score += inner_share * std::clamp(odds(columns_[c].inner[index(text_.atoms[i].shape)], columns_[c].inner_atoms,
                                           usual_[index(text_.atoms[i].shape)], imagined_atoms),
                                      -2.0, 2.0);
  return score;
}

double ColumnModel::honest_cell(std::size_t c, CutCell const& cell) const {
  Column const& column = columns_[c];
  std::size_t const start = index(text_.atoms[cell.first].shape);
  std::size_t const end = end_class(text_.atoms[cell.last - 1]);
  std::size_t const bucket = bucket_of(cell.last - cell.first);
  std::array<double, buckets> lengths = column.lengths;
  lengths[bucket] -= 1;
  double score = std::clamp(odds(column.starts[start] - 1, column.cells - 1, usual_[start], imagined_cells), -most_odds, most_odds);
  score += end_share * std::clamp(odds(column.ends[end] - 1, column.cells - 1, usual_ends_[end], imagined_cells), -most_odds, most_odds);
  score += odds(smooth(lengths, bucket), column.cells - 1, usual_lengths_[bucket], imagined_lengths);
  std::array<double, shape_count> own{};
  for (std::uint32_t i = cell.first; i < cell.last; ++i) own[index(text_.atoms[i].shape)] += 1;
  double const others = column.inner_atoms - static_cast<double>(cell.last - cell.first);
  for (std::size_t s = 0; s < shape_count; ++s) {
    if (own[s] > 0)
      score += own[s] * inner_share * std::clamp(odds(column.inner[s] - own[s], others, usual_[s], imagined_atoms), -2.0, 2.0);
  }
  return score;
}

}  // namespace mechgraph
