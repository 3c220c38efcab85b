// The search for the best rows.
#include "read/cut_search.hpp"

#include <algorithm>
#include <cmath>

namespace mechgraph {
namespace {

struct Step {
  double score = ColumnModel::never;
  std::uint32_t from = 0;    // atom where the cell begins
  std::int16_t column = -1;  // of the cell before it in the row; -1 = it begins the row
};

struct RowStep {
  double score = ColumnModel::never;
  std::uint32_t from = 0;    // where the row begins (section rows)
  std::int16_t column = -1;  // of its last cell; -1 = a section row
};

void mark_blanks(CutRow& row, std::size_t from, std::size_t to, std::size_t blanks) {
  for (std::size_t c = from; c < to; ++c) row.cells[c].kind = blanks > 0 ? CutCell::Kind::blank : CutCell::Kind::absent;
}

class Search {
 public:
  explicit Search(ColumnModel const& model) : model_(model), text_(model.text()), n_(model.columns()), size_(model.size()) {}

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
          double const score = cells[at * n_ + c].score + model_.row_end(at, c);
          if (score > rows[at].score) rows[at] = {score, 0, static_cast<std::int16_t>(c)};
        }
      }
      if (at == size_) break;
      bool const row = ColumnModel::possible(rows[at].score);
      bool any = row;
      for (std::size_t c = 0; c < n_; ++c) {
        entry[c] = row ? rows[at].score + model_.row_start(at, c) : ColumnModel::never;
        entry_from[c] = -1;
        if (!gap.cell) continue;
        for (std::size_t before = 0; before < c; ++before) {
          double const score = cells[at * n_ + before].score;
          if (!ColumnModel::possible(score)) continue;
          any = true;
          double const whole = score + model_.step_score(at, before + 1, c);
          if (whole > entry[c]) {
            entry[c] = whole;
            entry_from[c] = static_cast<std::int16_t>(before);
          }
        }
      }
      if (!any) continue;
      for (std::size_t end = model_.next_end(at); end <= model_.limit(at); end = model_.next_end(end)) {
        for (std::size_t c = 0; c < n_; ++c) {
          if (!ColumnModel::possible(entry[c])) continue;
          double const score = entry[c] + model_.cell_score(c, at, end);
          Step& step = cells[end * n_ + c];
          if (score > step.score) step = {score, static_cast<std::uint32_t>(at), entry_from[c]};
        }
        if (end == size_) break;
      }
      if (row && n_ > 1) {
        std::size_t const last = model_.section_limit(at);
        for (std::size_t end = at + 1; end <= last; ++end) {
          if (end != size_ && !text_.gaps[end].row) continue;
          double const score = rows[at].score + model_.section_score(at, end);
          if (score > rows[end].score) rows[end] = {score, static_cast<std::uint32_t>(at), -1};
        }
      }
    }
    return trace(cells, rows);
  }

 private:
  [[nodiscard]] CutResult trace(std::vector<Step> const& cells, std::vector<RowStep> const& rows) const {
    CutResult result;
    result.score = rows[size_].score;
    if (!ColumnModel::possible(rows[size_].score)) return line_by_line();
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
    result.score = ColumnModel::never;
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

  ColumnModel const& model_;
  CutText const& text_;
  std::size_t n_;
  std::size_t size_;
};

void add(double& sum, double value) {
  if (!ColumnModel::possible(value)) return;
  if (value > sum) std::swap(sum, value);
  double const difference = value - sum;
  if (difference > -30) sum += std::log1p(std::exp(difference));
}

class Weigher {
 public:
  explicit Weigher(ColumnModel const& model) : model_(model), text_(model.text()), n_(model.columns()), size_(model.size()) {}

  // The weight of each row among all readings of the text, by sums over all of them from the front and from the back.
  void weigh(std::vector<CutRow>& rows) {
    constexpr double cooling = 2.0;  // the scores of neighbouring words are not independent of each other
    auto const soft = [&](double score) { return score / cooling; };
    std::vector<double> front(size_ + 1, ColumnModel::never);
    std::vector<double> cells((size_ + 1) * n_, ColumnModel::never);
    std::vector<double> entry(n_);
    front[0] = 0;
    for (std::size_t at = 0; at <= size_; ++at) {
      Gap const& gap = text_.gaps[at];
      if (gap.row || at == size_) {
        for (std::size_t c = 0; c < n_; ++c) {
          if (ColumnModel::possible(cells[at * n_ + c])) add(front[at], cells[at * n_ + c] + soft(model_.row_end(at, c)));
        }
      }
      if (at == size_) break;
      bool const row = ColumnModel::possible(front[at]);
      bool any = row;
      for (std::size_t c = 0; c < n_; ++c) {
        entry[c] = row ? front[at] + soft(model_.row_start(at, c)) : ColumnModel::never;
        if (!gap.cell) continue;
        for (std::size_t before = 0; before < c; ++before) {
          double const score = cells[at * n_ + before];
          if (!ColumnModel::possible(score)) continue;
          any = true;
          add(entry[c], score + soft(model_.step_score(at, before + 1, c)));
        }
      }
      if (!any) continue;
      for (std::size_t end = model_.next_end(at); end <= model_.limit(at); end = model_.next_end(end)) {
        for (std::size_t c = 0; c < n_; ++c) {
          if (ColumnModel::possible(entry[c])) add(cells[end * n_ + c], entry[c] + soft(model_.cell_score(c, at, end)));
        }
        if (end == size_) break;
      }
      if (row && n_ > 1) {
        for (std::size_t end = at + 1; end <= model_.section_limit(at); ++end) {
          if (end != size_ && !text_.gaps[end].row) continue;
          add(front[end], front[at] + soft(model_.section_score(at, end)));
        }
      }
    }
    std::vector<double> back(size_ + 1, ColumnModel::never);
    std::vector<double> behind((size_ + 1) * n_, ColumnModel::never);  // of a cell that ended there
    std::vector<double> from(n_);
    back[size_] = 0;
    for (std::size_t at = size_ + 1; at-- > 0;) {
      Gap const& gap = text_.gaps[at];
      std::ranges::fill(from, ColumnModel::never);
      if (at < size_) {
        for (std::size_t end = model_.next_end(at); end <= model_.limit(at); end = model_.next_end(end)) {
          for (std::size_t c = 0; c < n_; ++c) {
            if (ColumnModel::possible(behind[end * n_ + c])) add(from[c], soft(model_.cell_score(c, at, end)) + behind[end * n_ + c]);
          }
          if (end == size_) break;
        }
        if (gap.row || at == 0) {
          for (std::size_t c = 0; c < n_; ++c) {
            if (ColumnModel::possible(from[c])) add(back[at], soft(model_.row_start(at, c)) + from[c]);
          }
          for (std::size_t end = at + 1; n_ > 1 && end <= model_.section_limit(at); ++end) {
            if (end != size_ && !text_.gaps[end].row) continue;
            if (ColumnModel::possible(back[end])) add(back[at], soft(model_.section_score(at, end)) + back[end]);
          }
        }
      }
      for (std::size_t c = 0; c < n_; ++c) {
        double& sum = behind[at * n_ + c];
        if ((gap.row || at == size_) && ColumnModel::possible(back[at])) add(sum, soft(model_.row_end(at, c)) + back[at]);
        if (!gap.cell || at == size_) continue;
        for (std::size_t next = c + 1; next < n_; ++next) {
          if (ColumnModel::possible(from[next])) add(sum, soft(model_.step_score(at, c + 1, next)) + from[next]);
        }
      }
    }
    for (CutRow& row : rows) {
      double const score = front[row.first] + soft(model_.row_score(row)) + back[row.last] - front[size_];
      row.certainty = std::clamp(std::exp(std::min(score, 0.0)), 0.0, 1.0);
    }
  }

 private:
  ColumnModel const& model_;
  CutText const& text_;
  std::size_t n_;
  std::size_t size_;
};

}  // namespace

CutResult best_rows(ColumnModel const& model) { return Search{model}.best(); }

void weigh_rows(ColumnModel const& model, std::vector<CutRow>& rows) { Weigher{model}.weigh(rows); }

}  // namespace mechgraph
