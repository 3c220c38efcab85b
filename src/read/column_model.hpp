// What the columns of a table look like, learned from rows that were cut, and how well other cells and rows fit them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <tsl/robin_map.h>

#include "read/atoms.hpp"
#include "read/cell_cutter.hpp"

namespace mechgraph {

// Scores are log odds against what the whole text looks like: how cells begin and end, how long they are, which words and whole values come
// back. Text and hints must outlive the model. `n` columns; a cell is the atoms [first, last) in column c. Cost: linear in the atoms, times
// the columns, for the constructor, learn and start_rows_anywhere; a cell is judged in constant time.
class ColumnModel {
 public:
  static constexpr double never = -1e30;  // the score of what can not be
  static constexpr bool possible(double score) { return score > never / 2; }

  ColumnModel(CutText const& text, std::span<ColumnHint const> hints);

  // Forgets what was learned and learns from these rows.
  void learn(std::vector<CutRow> const& rows);
  // Rows may begin at any column for a small price, until the next learn.
  void start_rows_anywhere();

  [[nodiscard]] std::size_t columns() const { return n_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] CutText const& text() const { return text_; }
  // The last place where a cell or row that begins at this atom can end, and the first one behind it.
  [[nodiscard]] std::size_t limit(std::size_t atom) const { return limit_[atom]; }
  [[nodiscard]] std::size_t next_end(std::size_t atom) const { return next_end_[atom]; }
  [[nodiscard]] std::size_t section_limit(std::size_t first) const;
  // How much the look of the words speaks for a border between cells in front of this atom; for whole cells 0.
  [[nodiscard]] double border(std::size_t atom) const { return border_[atom]; }

  [[nodiscard]] double cell_score(std::size_t c, std::size_t first, std::size_t last) const;
  // A border between cells in front of the atom, with the columns [from, to) left out between them.
  [[nodiscard]] double step_score(std::size_t atom, std::size_t from, std::size_t to) const;
  // A row whose first cell is in column c, and one that ends in front of the atom with a last cell in column c.
  [[nodiscard]] double row_start(std::size_t atom, std::size_t c) const;
  [[nodiscard]] double row_end(std::size_t atom, std::size_t c) const;
  // A row of one cell over all columns, with the border in front of it.
  [[nodiscard]] double section_score(std::size_t first, std::size_t last) const;
  [[nodiscard]] double row_score(CutRow const& row) const;
  // The score of a reading where no cell speaks for itself: each is judged by what the others taught. Fair between numbers of columns. The
  // rows are those that were learned last.
  [[nodiscard]] double honest_score(std::vector<CutRow> const& rows) const;

 private:
  static constexpr std::size_t buckets = 11;  // of cell lengths
  static constexpr std::size_t end_classes = shape_count * trail_count;

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

  static std::size_t bucket_of(std::size_t words);
  static double smooth(std::array<double, buckets> const& counts, std::size_t b);
  void number_words();
  void count_background();
  void find_known_cells();
  void find_promised_starts();
  void find_limits();
  void expect_promised();
  void learn_cell(std::size_t c, CutCell const& cell);
  void learn_lines(std::vector<CutRow> const& rows);
  void prepare();
  [[nodiscard]] bool may_begin(std::size_t atom) const { return atom == 0 || text_.gaps[atom].cell || text_.gaps[atom].row; }
  [[nodiscard]] double word_score(std::size_t c, std::size_t atom) const;
  [[nodiscard]] std::uint64_t value_key(std::size_t c, std::size_t first, std::size_t last) const;
  [[nodiscard]] double value_score(std::size_t c, std::size_t first, std::size_t last) const;
  [[nodiscard]] double skip_score(std::size_t from, std::size_t to, std::size_t blanks, double absent) const;
  [[nodiscard]] double blank_score(std::size_t c) const;
  [[nodiscard]] double learned_cell(std::size_t c, CutCell const& cell) const;
  [[nodiscard]] double honest_cell(std::size_t c, CutCell const& cell) const;

  CutText const& text_;
  std::span<ColumnHint const> hints_;
  std::size_t n_;
  std::size_t size_;
  // Of the text.
  std::vector<std::uint32_t> word_;
  std::vector<double> word_total_;
  std::vector<std::uint64_t> hash_;
  std::vector<std::uint64_t> powers_;
  std::array<double, shape_count> usual_{};
  std::array<double, end_classes> usual_ends_{};
  std::vector<std::vector<std::uint32_t>> known_;
  std::vector<std::vector<bool>> promised_;  // by column; empty where its header promises no word
  std::vector<std::size_t> limit_;
  std::vector<std::uint32_t> next_end_;
  std::vector<double> border_;
  std::vector<double> row_border_;
  std::vector<double> crossing_;
  // Learned.
  std::vector<Column> columns_;
  std::array<double, buckets> usual_lengths_{};
  std::vector<double> starts_of_rows_;
  double absent_;
  double section_rate_;
  double line_crossing_ = -3;
  tsl::robin_map<std::uint64_t, double> word_counts_;
  tsl::robin_map<std::uint64_t, double> values_;
  std::vector<std::uint32_t> assigned_;  // the column of each atom
  std::vector<std::uint32_t> cell_end_;  // of the cell that begins at each atom
  std::vector<std::uint32_t> cell_column_;
  // What was learned, as scores.
  std::vector<std::array<double, shape_count>> starts_;
  std::vector<std::array<double, end_classes>> ends_scores_;
  std::vector<std::array<double, buckets>> lengths_;
  std::vector<std::vector<double>> inner_;
};

}  // namespace mechgraph
