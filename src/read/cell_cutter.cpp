// Words → rows of cells.
#include "read/cell_cutter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include <tsl/robin_map.h>

#include "base/text.hpp"
#include "read/ascii.hpp"

namespace mechgraph {
namespace {

constexpr double never = -1e30;
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
// What it costs that a column has no cell, between two others and at the end of a row.
constexpr double absent_inside = -7;
constexpr double absent_behind = -6;
constexpr std::size_t buckets = 11;  // of cell lengths

// Log odds of a border between two neighbours, by what they look like: a logistic regression over 18,000 places between the words of tables
// of 30 articles. Rows: the atom before; columns: the one behind, both in the order of Shape.
constexpr std::array<std::array<double, shape_count>, shape_count> border_odds{{
    {-0.4, -2.6, -4.6, 0.1, 0.1, -0.5, 0.1, 0.9, 2.2, 0.4, -3.6, -3.1, -1.1, 1.0, -0.1},         // empty
    {-0.9, -3.5, -5.5, 0.9, -0.5, -1.0, -1.6, 1.3, 3.1, 2.8, -5.0, -4.3, -0.9, 2.0, -0.5},       // lower
    {-4.5, -6.8, -8.0, -5.1, -5.3, -5.5, -5.0, -5.1, -1.8, -3.7, -7.6, -7.2, -5.2, -3.1, -4.3},  // function
    {-1.0, -3.6, -5.7, -0.3, -1.1, -0.8, -0.9, 0.0, 1.9, -1.8, -5.2, -4.0, -1.8, 2.3, 1.7},      // capital
    {0.6, -3.6, -4.3, 1.3, 3.6, 0.2, 1.0, 1.9, 3.2, 1.3, -1.9, -2.1, -0.1, 2.0, 2.5},            // initial
    {0.1, -2.2, -4.3, 1.4, 0.4, 0.5, 1.4, 1.7, 3.9, 3.4, -3.5, -4.0, 3.3, 1.5, -0.8},            // acronym
    {1.2, -1.2, -3.7, 3.6, 3.4, 0.9, 4.1, 4.1, 4.2, 2.0, -4.1, -2.0, 0.5, -0.0, 2.7},            // integer
    {1.5, -1.6, -3.5, 0.8, 2.4, 1.1, 4.0, 3.6, 4.9, 1.7, -2.3, -2.7, 0.8, 2.9, 3.5},             // number
    {-0.4, -2.6, -4.6, 0.0, 0.1, -0.5, 0.0, 0.9, 2.2, 0.3, -3.6, -3.1, -1.1, 1.0, -0.1},         // reference
    {1.4, -1.1, -2.8, 4.0, 3.6, 2.2, 1.7, 0.9, 4.0, 2.2, -1.8, -1.3, 0.7, 2.8, 1.7},             // citation
    {-0.1, -0.7, -4.7, 1.0, 0.5, 1.7, 2.8, -0.0, 3.4, 3.6, -3.9, -3.2, -3.1, 1.3, -1.9},         // paren
    {-4.0, -6.8, -8.0, -5.9, -3.4, -5.4, -4.8, -3.5, 0.3, -3.2, -7.1, -6.6, -4.7, -2.6, -3.6},   // symbol
    {-4.8, -7.1, -8.0, -5.6, -4.2, -5.3, -4.3, -3.5, -2.1, -4.0, -7.9, -7.5, -5.5, -3.4, -4.4},  // arrow
    {-3.9, -6.1, -8.0, -4.6, -3.3, -4.7, -3.4, -2.6, -1.2, -5.1, -7.1, -6.6, -4.6, -2.5, -3.6},  // bullet
    {-1.0, -5.3, -5.1, -2.0, -0.4, -3.0, 0.7, 3.0, 2.5, -0.2, -4.1, -3.7, -1.7, 0.4, 1.5},       // missing
}};
constexpr std::array<double, trail_count> trail_odds{0.3, -5.2, -0.9, -2.3};

constexpr std::size_t index(Shape shape) { return static_cast<std::size_t>(shape); }
constexpr std::size_t end_class(Atom const& atom) { return index(atom.shape) * trail_count + static_cast<std::size_t>(atom.trail); }
constexpr std::size_t end_classes = shape_count * trail_count;

std::size_t bucket_of(std::size_t words) {
  constexpr std::array<std::size_t, buckets - 1> last{1, 2, 3, 4, 6, 9, 14, 22, 35, 60};
  return static_cast<std::size_t>(std::ranges::lower_bound(last, words) - last.begin());
}

// What is known of one column so far.
struct Column {
  std::array<double, shape_count> starts{};
  std::array<double, end_classes> ends{};
  std::array<double, shape_count> inner{};
  std::array<double, buckets> lengths{};
  double cells = 0;
  double inner_atoms = 0;
  double words = 0;
  double blank = 0;
};

// Log odds of what a column shows against what the whole text shows, with `weight` imagined sightings that say nothing.
double odds(double seen, double total, double usual, double weight) { return std::log((seen + weight * usual) / (total + weight) / usual); }

double row_weight(Atom const& before, Atom const& behind) {
  double weight = 0.5;
  if (before.trail == Trail::list || before.trail == Trail::open) weight -= 2.5;
  if (before.shape == Shape::function || before.shape == Shape::symbol || before.shape == Shape::arrow) weight -= 3;
  if (before.shape == Shape::reference || before.shape == Shape::citation) weight += 1.5;
  if (behind.depth > 0) weight -= 6;
  switch (behind.shape) {
    case Shape::lower: weight -= 1.5; break;
    case Shape::function: weight -= 4; break;
    case Shape::bullet: weight -= 2.5; break;
    case Shape::arrow: weight -= 1; break;
    case Shape::paren: weight -= 2; break;
    case Shape::reference: weight -= 3; break;
    default: break;
  }
  return weight;
}

// How much the look of two cells speaks for a row that begins between them.
double loose_weight(Atom const& before, Atom const& behind) {
  double weight = 0;
  if (before.shape == Shape::reference || before.shape == Shape::citation) weight += 1.5;
  switch (behind.shape) {
    case Shape::empty:
    case Shape::missing:
    case Shape::integer:
    case Shape::number: weight -= 1; break;
    case Shape::reference:
    case Shape::citation:
    case Shape::lower: weight -= 1.5; break;
    default: weight += 0.5; break;
  }
  return weight;
}

struct Step {
  double score = never;
  std::uint32_t from = 0;    // atom where the cell begins
  std::int16_t column = -1;  // of the cell before it in the row; -1 = it begins the row
};

struct RowStep {
  double score = never;
  std::uint32_t from = 0;    // where the row begins (section rows)
  std::int16_t column = -1;  // of its last cell; -1 = a section row
};

class Cutter {
 public:
  Cutter(CutText const& text, std::span<ColumnHint const> hints) : text_(text), hints_(hints), n_(hints.size()), size_(text.atoms.size()) {
    number_words();
    count_background();
    find_known_cells();
    find_limits();
    starts_of_rows_.assign(n_, 0);
    for (std::size_t s = 0; s < n_; ++s) starts_of_rows_[s] = s == 0 ? 0.0 : -3.0 - 0.4 * static_cast<double>(s);
    usual_lengths_.fill(1.0 / static_cast<double>(buckets));
    columns_.assign(n_, Column{});
    first_guess();
    prepare();
  }

  // `skipped`: the first guess takes the cells behind that many as whole rows.
  CutResult cut(int rounds, std::optional<std::size_t> skipped = std::nullopt) {
    if (skipped) {
      learn(whole_rows(*skipped));
      prepare();
    }
    CutResult result = best();
    if (result.score < never / 2) return result;
    for (int round = 0; round < rounds; ++round) {
      learn(result.rows);
      prepare();
      CutResult next = best();
      bool const same = same_rows(next, result);
      result = std::move(next);
      if (same) break;
    }
    weigh(result.rows);
    learn(result.rows);
    prepare();
    result.score = honest_score(result.rows);
    for (Column const& column : columns_) {  // a column without words is none
      if (column.starts[index(Shape::empty)] > 0.9 * column.cells) result.score -= 10 + 5 * column.cells;
    }
    return result;
  }

  [[nodiscard]] std::vector<CutRow> whole_rows(std::size_t skipped) const {
    constexpr std::size_t most_rows = 8;
    std::vector<CutRow> rows;
    std::size_t at = 0;
    for (; skipped > 0 && at < size_; --skipped) at = limit_[at];
    while (rows.size() < most_rows && at < size_) {
      CutRow row;
      row.first = static_cast<std::uint32_t>(at);
      for (std::size_t c = 0; c < n_ && at < size_; ++c) {
        row.cells.push_back({CutCell::Kind::words, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(limit_[at])});
        at = limit_[at];
      }
      row.last = static_cast<std::uint32_t>(at);
      if (row.cells.size() == n_) rows.push_back(std::move(row));
    }
    return rows;
  }

  // The score of a reading where no cell speaks for itself: each is judged by what the others taught. Fair between numbers of columns.
  [[nodiscard]] double honest_score(std::vector<CutRow> const& rows) const {
    double total = 0;
    for (CutRow const& row : rows) {
      total += score_of(row);
      if (row.section) continue;
      for (std::size_t c = 0; c < n_; ++c) {
        CutCell const& cell = row.cells[c];
        if (cell.kind == CutCell::Kind::words) total += honest_cell(c, cell) - learned_cell(c, cell);
      }
    }
    return total;
  }

  [[nodiscard]] double learned_cell(std::size_t c, CutCell const& cell) const {
    double score = starts_[c][index(text_.atoms[cell.first].shape)] + ends_scores_[c][end_class(text_.atoms[cell.last - 1])] +
                   lengths_[c][bucket_of(cell.last - cell.first)];
    for (std::uint32_t i = cell.first; i < cell.last; ++i)
      score += inner_share * std::clamp(odds(columns_[c].inner[index(text_.atoms[i].shape)], columns_[c].inner_atoms,
                                             usual_[index(text_.atoms[i].shape)], imagined_atoms),
                                        -2.0, 2.0);
    return score;
  }

  [[nodiscard]] double honest_cell(std::size_t c, CutCell const& cell) const {
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

 private:
  void number_words() {
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

  void count_background() {
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
  void find_known_cells() {
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

  [[nodiscard]] bool may_begin(std::size_t i) const { return i == 0 || text_.gaps[i].cell || text_.gaps[i].row; }

  // Where a cell that begins at each atom ends at the latest, and the weight of a border in front of each atom.
  void find_limits() {
    limit_.assign(size_ + 1, 0);
    std::size_t next = size_;
    for (std::size_t i = size_; i-- > 0;) {
      limit_[i] = std::min(next, i + longest_cell);  // raised below to the first possible end
      if (text_.gaps[i].must) next = i;
    }
    border_.assign(size_ + 1, 0);
    row_border_.assign(size_ + 1, 0);
    crossing_.assign(size_ + 1, 0);
    ends_.clear();
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

  void first_guess() {
    for (std::size_t c = 0; c < n_; ++c) {
      if (!hints_[c].references) continue;
      Column& column = columns_[c];
      column.starts[index(Shape::reference)] = 3;
      column.starts[index(Shape::citation)] = 3;
      column.cells = 6;
    }
  }

  // Turns the counts into scores.
  void prepare() {
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

  static double smooth(std::array<double, buckets> const& counts, std::size_t b) {
    double sum = 0.6 * counts[b];
    sum += 0.2 * (b > 0 ? counts[b - 1] : counts[b]);
    return sum + 0.2 * (b + 1 < buckets ? counts[b + 1] : counts[b]);
  }

  // How much a word speaks for a column: where it stands elsewhere in the table.
  [[nodiscard]] double word_score(std::size_t c, std::size_t i) const {
    double const total = word_total_[word_[i]];
    if (total < 2 || assigned_.empty() || total > 0.2 * static_cast<double>(size_) + 8) return 0;
    auto const found = word_counts_.find(word_[i] * static_cast<std::uint64_t>(n_) + c);
    double here = found == word_counts_.end() ? 0 : found->second;
    if (assigned_[i] == c) here -= 1;
    double const share = columns_[c].words / static_cast<double>(size_);
    return word_share * std::clamp(std::log((here + share) / (total - 1 + 1) / std::max(share, 1e-3)), -2.0, 3.0);
  }

  [[nodiscard]] std::uint64_t value_key(std::size_t c, std::size_t first, std::size_t last) const {
    std::uint64_t const hash = hash_[last] - hash_[first] * powers_[last - first];
    return (hash * 64 + c) * 8 + (last - first);
  }

  [[nodiscard]] double cell_score(std::size_t c, std::size_t first, std::size_t last) const {
    Atom const& begin = text_.atoms[first];
    Atom const& end = text_.atoms[last - 1];
    double score = starts_[c][index(begin.shape)] + ends_scores_[c][end_class(end)] + inner_[c][last] - inner_[c][first] - crossing_[first];
    std::size_t const words = last - first;
    score += lengths_[c][bucket_of(words)];
    if (words <= longest_value && !values_.empty()) {
      auto const found = values_.find(value_key(c, first, last));
      if (found != values_.end()) {
        double seen = found->second;
        if (cell_end_[first] == last && cell_column_[first] == c) seen -= 1;
        if (seen > 0) score += std::min(3.5, (words > 1 ? 1.5 : 0.8) + 0.7 * std::log(seen));
      }
    }
    if (begin.shape == Shape::reference && !hints_[c].references && !text_.traces) score -= 4;
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
  [[nodiscard]] double skip_score(std::size_t from, std::size_t to, std::size_t blanks, double absent) const {
    std::size_t const skipped = to - from;
    if (blanks == 0) return skipped == 0 ? 0 : absent * static_cast<double>(skipped);
    if (blanks != skipped) return -5.0 - 2.0 * static_cast<double>(blanks > skipped ? blanks - skipped : skipped - blanks);
    double score = 0;
    for (std::size_t c = from; c < to; ++c) score += blank_score(c);
    return score;
  }

  [[nodiscard]] double blank_score(std::size_t c) const {
    double const share = (columns_[c].blank + 0.3) / (columns_[c].cells + columns_[c].blank + 1.0);
    return 0.5 * std::log(share);
  }

  [[nodiscard]] double row_start(std::size_t at, std::size_t c) const {
    double const border = at == 0 ? 0 : row_border_[at];
    std::size_t const leading = text_.gaps[at].leading;
    if (leading == 0 && at == 0 && c > 0) return border - 40;  // nothing above could reach down
    if (leading == 0) return border + starts_of_rows_[c];
    return border + skip_score(0, c, leading, 0);
  }

  [[nodiscard]] double row_end(std::size_t at, std::size_t c) const {
    return skip_score(c + 1, n_, text_.gaps[at].blanks, text_.traces ? absent_ : absent_behind);
  }

  [[nodiscard]] double section_score(std::size_t first, std::size_t last) const {
    Atom const& begin = text_.atoms[first];
    Atom const& end = text_.atoms[last - 1];
    if (begin.shape == Shape::empty && last == first + 1) return 0;  // a row without words
    double score = section_rate_;
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

  [[nodiscard]] std::size_t section_limit(std::size_t first) const {
    std::size_t const near = std::min(size_, first + 30);
    return limit_[first] > near && text_.gaps[limit_[first]].must ? limit_[first] : near;
  }

  CutResult best() {
    std::vector<Step> cells((size_ + 1) * n_);
    std::vector<RowStep> rows(size_ + 1);
    rows[0].score = 0;
    std::vector<double> entry(n_);
    std::vector<std::int16_t> entry_from(n_);
    for (std::size_t at = 0; at <= size_; ++at) {
      Gap const& gap = text_.gaps[at];
      if (gap.row || at == size_) {
        for (std::size_t c = 0; c < n_; ++c) {
          double const score = cells[at * n_ + c].score + row_end(at, c);
          if (score > rows[at].score) rows[at] = {score, 0, static_cast<std::int16_t>(c)};
        }
      }
      if (at == size_) break;
      bool const row = rows[at].score > never / 2;
      bool any = row;
      for (std::size_t c = 0; c < n_; ++c) {
        entry[c] = row ? rows[at].score + row_start(at, c) : never;
        entry_from[c] = -1;
        if (!gap.cell) continue;
        for (std::size_t before = 0; before < c; ++before) {
          double const score = cells[at * n_ + before].score;
          if (score < never / 2) continue;
          any = true;
          double const whole = score + border_[at] + skip_score(before + 1, c, gap.blanks, absent_);
          if (whole > entry[c]) {
            entry[c] = whole;
            entry_from[c] = static_cast<std::int16_t>(before);
          }
        }
      }
      if (!any) continue;
      for (std::size_t end = next_end_[at]; end <= limit_[at]; end = next_end_[end]) {
        for (std::size_t c = 0; c < n_; ++c) {
          if (entry[c] < never / 2) continue;
          double const score = entry[c] + cell_score(c, at, end);
          Step& step = cells[end * n_ + c];
          if (score > step.score) step = {score, static_cast<std::uint32_t>(at), entry_from[c]};
        }
        if (end == size_) break;
      }
      if (row && n_ > 1) {
        std::size_t const last = section_limit(at);
        for (std::size_t end = at + 1; end <= last; ++end) {
          if (end != size_ && !text_.gaps[end].row) continue;
          double const score = rows[at].score + (at == 0 ? 0 : row_border_[at]) + section_score(at, end);
          if (score > rows[end].score) rows[end] = {score, static_cast<std::uint32_t>(at), -1};
        }
      }
    }
    return trace(cells, rows);
  }

  [[nodiscard]] CutResult trace(std::vector<Step> const& cells, std::vector<RowStep> const& rows) const {
    CutResult result;
    result.score = rows[size_].score;
    if (rows[size_].score < never / 2) return line_by_line();
    std::size_t at = size_;
    while (at > 0) {
      RowStep const& row = rows[at];
      CutRow cut;
      cut.last = static_cast<std::uint32_t>(at);
      cut.cells.assign(n_, CutCell{});
      if (row.column < 0) {
        cut.section = true;
        cut.cells[0] = {CutCell::Kind::words, row.from, cut.last};
        at = row.from;
      } else {
        auto column = static_cast<std::size_t>(row.column);
        mark_blanks(cut, column + 1, n_, text_.gaps[at].blanks);
        while (true) {
          Step const& step = cells[at * n_ + column];
          cut.cells[column] = {CutCell::Kind::words, step.from, static_cast<std::uint32_t>(at)};
          at = step.from;
          if (step.column < 0) {
            mark_blanks(cut, 0, column, text_.gaps[at].leading);
            break;
          }
          mark_blanks(cut, static_cast<std::size_t>(step.column) + 1, column, text_.gaps[at].blanks);
          column = static_cast<std::size_t>(step.column);
        }
      }
      cut.first = static_cast<std::uint32_t>(at);
      result.rows.push_back(std::move(cut));
    }
    std::ranges::reverse(result.rows);
    return result;
  }

  // Where there is no reading at all: a row from each place where one may end to the next, in one piece.
  [[nodiscard]] CutResult line_by_line() const {
    CutResult result;
    result.score = never;
    std::size_t first = 0;
    for (std::size_t at = 1; at <= size_; ++at) {
      if (at != size_ && !text_.gaps[at].row) continue;
      CutRow row{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at), std::vector<CutCell>(n_), false, 0};
      row.cells[0] = {CutCell::Kind::words, row.first, row.last};
      result.rows.push_back(std::move(row));
      first = at;
    }
    return result;
  }

  static void mark_blanks(CutRow& row, std::size_t from, std::size_t to, std::size_t blanks) {
    for (std::size_t c = from; c < to; ++c) row.cells[c].kind = blanks > 0 ? CutCell::Kind::blank : CutCell::Kind::absent;
  }

  static bool same_rows(CutResult const& a, CutResult const& b) {
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

  void learn(std::vector<CutRow> const& rows) {
    columns_.assign(n_, Column{});
    first_guess();
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
    section_rate_ = std::log((sections + 0.05) / (sections + counted + 1)) - 1.5;
    for (std::size_t s = 1; s < n_; ++s) {
      starts_of_rows_[s] =
          std::max(std::log((starts[s] + 0.1 / static_cast<double>(s)) / (counted + 1)), -3.0 - 0.4 * static_cast<double>(s)) - 0.5;
    }
  }

  void learn_cell(std::size_t c, CutCell const& cell) {
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

  static void add(double& sum, double value) {
    if (value < never / 2) return;
    if (value > sum) std::swap(sum, value);
    double const difference = value - sum;
    if (difference > -30) sum += std::log1p(std::exp(difference));
  }

  // The weight of each row among all readings of the text, by sums over all of them from the front and from the back.
  void weigh(std::vector<CutRow>& rows) {
    constexpr double cooling = 2.0;  // the scores of neighbouring words are not independent of each other
    auto const soft = [&](double score) { return score / cooling; };
    std::vector<double> front(size_ + 1, never);
    std::vector<double> cells((size_ + 1) * n_, never);
    std::vector<double> entry(n_);
    front[0] = 0;
    for (std::size_t at = 0; at <= size_; ++at) {
      Gap const& gap = text_.gaps[at];
      if (gap.row || at == size_) {
        for (std::size_t c = 0; c < n_; ++c) {
          if (cells[at * n_ + c] > never / 2) add(front[at], cells[at * n_ + c] + soft(row_end(at, c)));
        }
      }
      if (at == size_) break;
      bool const row = front[at] > never / 2;
      bool any = row;
      for (std::size_t c = 0; c < n_; ++c) {
        entry[c] = row ? front[at] + soft(row_start(at, c)) : never;
        if (!gap.cell) continue;
        for (std::size_t before = 0; before < c; ++before) {
          double const score = cells[at * n_ + before];
          if (score < never / 2) continue;
          any = true;
          add(entry[c], score + soft(border_[at] + skip_score(before + 1, c, gap.blanks, absent_)));
        }
      }
      if (!any) continue;
      for (std::size_t end = next_end_[at]; end <= limit_[at]; end = next_end_[end]) {
        for (std::size_t c = 0; c < n_; ++c) {
          if (entry[c] > never / 2) add(cells[end * n_ + c], entry[c] + soft(cell_score(c, at, end)));
        }
        if (end == size_) break;
      }
      if (row && n_ > 1) {
        for (std::size_t end = at + 1; end <= section_limit(at); ++end) {
          if (end != size_ && !text_.gaps[end].row) continue;
          add(front[end], front[at] + soft((at == 0 ? 0 : row_border_[at]) + section_score(at, end)));
        }
      }
    }
    std::vector<double> back(size_ + 1, never);
    std::vector<double> behind((size_ + 1) * n_, never);  // of a cell that ended there
    std::vector<double> from(n_);
    back[size_] = 0;
    for (std::size_t at = size_ + 1; at-- > 0;) {
      Gap const& gap = text_.gaps[at];
      std::ranges::fill(from, never);
      if (at < size_) {
        for (std::size_t end = next_end_[at]; end <= limit_[at]; end = next_end_[end]) {
          for (std::size_t c = 0; c < n_; ++c) {
            if (behind[end * n_ + c] > never / 2) add(from[c], soft(cell_score(c, at, end)) + behind[end * n_ + c]);
          }
          if (end == size_) break;
        }
        if (gap.row || at == 0) {
          for (std::size_t c = 0; c < n_; ++c) {
            if (from[c] > never / 2) add(back[at], soft(row_start(at, c)) + from[c]);
          }
          for (std::size_t end = at + 1; n_ > 1 && end <= section_limit(at); ++end) {
            if (end != size_ && !text_.gaps[end].row) continue;
            if (back[end] > never / 2) add(back[at], soft((at == 0 ? 0 : row_border_[at]) + section_score(at, end)) + back[end]);
          }
        }
      }
      for (std::size_t c = 0; c < n_; ++c) {
        double& sum = behind[at * n_ + c];
        if ((gap.row || at == size_) && back[at] > never / 2) add(sum, soft(row_end(at, c)) + back[at]);
        if (!gap.cell || at == size_) continue;
        for (std::size_t next = c + 1; next < n_; ++next) {
          if (from[next] > never / 2) add(sum, soft(border_[at] + skip_score(c + 1, next, gap.blanks, absent_)) + from[next]);
        }
      }
    }
    for (CutRow& row : rows) {
      double const score = front[row.first] + soft(score_of(row)) + back[row.last] - front[size_];
      row.certainty = std::clamp(std::exp(std::min(score, 0.0)), 0.0, 1.0);
    }
  }

  [[nodiscard]] double score_of(CutRow const& row) const {
    if (row.section) return (row.first == 0 ? 0 : row_border_[row.first]) + section_score(row.first, row.last);
    double score = 0;
    std::optional<std::size_t> before;
    for (std::size_t c = 0; c < n_; ++c) {
      CutCell const& cell = row.cells[c];
      if (cell.kind != CutCell::Kind::words) continue;
      if (before) {
        score += border_[cell.first] + skip_score(*before + 1, c, text_.gaps[cell.first].blanks, absent_);
      } else {
        score += row_start(cell.first, c);
      }
      score += cell_score(c, cell.first, cell.last);
      before = c;
    }
    return score + row_end(row.last, *before);
  }

  static constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;

  CutText const& text_;
  std::span<ColumnHint const> hints_;
  std::size_t n_;
  std::size_t size_;
  std::vector<std::uint32_t> word_;
  std::vector<double> word_total_;
  std::vector<std::uint64_t> hash_;
  std::vector<std::uint64_t> powers_;
  std::array<double, shape_count> usual_{};
  std::array<double, end_classes> usual_ends_{};
  std::vector<std::vector<std::uint32_t>> known_;
  std::vector<std::size_t> limit_;
  std::vector<double> border_;
  std::vector<double> row_border_;
  std::vector<double> crossing_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> next_end_;
  std::vector<Column> columns_;
  std::vector<std::array<double, shape_count>> starts_;
  std::vector<std::array<double, end_classes>> ends_scores_;
  std::vector<std::array<double, buckets>> lengths_;
  std::vector<std::vector<double>> inner_;
  std::vector<double> starts_of_rows_;
  double absent_ = text_.traces ? -10 : absent_inside;
  double section_rate_ = text_.traces ? -8.0 : -3.0;
  double line_crossing_ = -3;
  std::array<double, buckets> usual_lengths_{};
  tsl::robin_map<std::uint64_t, double> word_counts_;
  tsl::robin_map<std::uint64_t, double> values_;
  std::vector<std::uint32_t> assigned_;
  std::vector<std::uint32_t> cell_end_;
  std::vector<std::uint32_t> cell_column_;
};

}  // namespace

double border_weight(Atom const& before, Atom const& behind) {
  double weight = border_odds[index(before.shape)][index(behind.shape)] + trail_odds[static_cast<std::size_t>(before.trail)];
  if (behind.depth > 0) weight -= 5;
  return weight;
}

CutResult cut_rows(CutText const& text, std::span<ColumnHint const> columns, int rounds) {
  if (text.atoms.empty() || columns.empty()) return {};
  auto const is_loose = [](Gap const& gap) { return gap.must && gap.cell && gap.row; };
  if (!std::ranges::any_of(text.gaps, is_loose)) return Cutter{text, columns}.cut(rounds);
  // Nothing says where rows begin: several first guesses, of which the most regular table wins.
  CutResult best = Cutter{text, columns}.cut(rounds);
  for (std::size_t skipped = 0; skipped < 2; ++skipped) {
    CutResult result = Cutter{text, columns}.cut(rounds, skipped);
    if (result.score > best.score) best = std::move(result);
  }
  return best;
}

}  // namespace mechgraph
