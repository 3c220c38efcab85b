// The headers that fit both their line and the rows.
#include "read/header_choice.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "read/border_weight.hpp"
#include "read/header_cut.hpp"
#include "read/row_sheet.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_tried = 10;
constexpr std::size_t most_atoms = 4000;
constexpr double far_behind = 12;  // of a cut of the line behind the best one
// More columns always fit the rows a little better: each has its price. A logistic regression over the choices in 36 tables found these.
constexpr double line_share = 1.7;
constexpr double price = 4;
constexpr double clear_margin = 5;

CutText first_rows(CutText const& text) {
  if (text.atoms.size() <= most_atoms) return text;
  std::size_t end = most_atoms;
  while (end < text.atoms.size() && !text.gaps[end].row) ++end;
  CutText first;
  first.traces = text.traces;
  first.atoms.assign(text.atoms.begin(), text.atoms.begin() + static_cast<std::ptrdiff_t>(end));
  first.gaps.assign(text.gaps.begin(), text.gaps.begin() + static_cast<std::ptrdiff_t>(end + 1));
  first.gaps.back().must = true;
  return first;
}

// Few rows are headings, nearly all others have all cells, each column has words in half of the rows, and the cells hold few places that
// look like borders.
bool is_regular(CutText const& text, CutResult const& cut, std::size_t columns) {
  constexpr double likely_border = 1.5;
  std::size_t rows = 0;
  std::size_t sections = 0;
  std::size_t complete = 0;
  std::size_t missed = 0;
  std::vector<std::size_t> filled(columns);
  for (CutRow const& row : cut.rows) {
    if (row.section) {
      ++sections;
      continue;
    }
    ++rows;
    if (std::ranges::find(row.cells, CutCell::Kind::absent, &CutCell::kind) == row.cells.end()) ++complete;
    for (std::size_t c = 0; c < columns; ++c) {
      CutCell const& cell = row.cells[c];
      if (cell.kind != CutCell::Kind::words) continue;
      ++filled[c];
      for (std::uint32_t i = cell.first + 1; i < cell.last; ++i) {
        if (border_weight(text.atoms[i - 1], text.atoms[i]) > likely_border) ++missed;
      }
    }
  }
  return 3 * sections <= rows && 10 * complete >= 9 * rows && 2 * *std::ranges::min_element(filled) >= rows && missed < rows;
}

}  // namespace

HeaderChoice choose_headers(std::string_view line, CutText const& rows, std::size_t usual, ReadOptions const& options) {
  constexpr std::size_t fewest_certain = 3;
  std::vector<HeaderGuess> guesses = header_guesses(line, options);
  if (guesses.empty()) return {};
  std::ranges::stable_sort(guesses, std::greater{}, &HeaderGuess::score);
  auto const cut_by = [&](HeaderGuess const& guess, CutText const& text) {
    std::vector<SheetCell> headers;
    for (std::string_view const header : guess.headers) headers.push_back({header, {}});
    return cut_rows(text, hints_for(headers, options), 3);
  };
  CutText const text = first_rows(rows);
  auto const as_usual = std::ranges::find(guesses, usual, [](HeaderGuess const& guess) { return guess.headers.size(); });
  if (as_usual != guesses.end() && is_regular(text, cut_by(*as_usual, text), usual)) return {as_usual->headers, false};
  while (guesses.size() > most_tried || guesses.back().score < guesses.front().score - far_behind) guesses.pop_back();
  double const lines = 1 + static_cast<double>(std::ranges::count(text.gaps, true, &Gap::row));
  double const scale = std::pow(lines, 0.75);
  HeaderChoice choice;
  double best_score = std::numeric_limits<double>::lowest();
  double second_score = best_score;
  for (HeaderGuess const& guess : guesses) {
    CutResult const cut = cut_by(guess, text);
    double const score = cut.score / scale + line_share * guess.score - price * static_cast<double>(guess.headers.size());
    if (score <= best_score) {
      second_score = std::max(second_score, score);
      continue;
    }
    second_score = best_score;
    best_score = score;
    choice = {guess.headers, guess.headers.size() >= fewest_certain && is_regular(text, cut, guess.headers.size())};
  }
  choice.certain = choice.certain && second_score < best_score - clear_margin;
  return choice;
}

}  // namespace mechgraph
