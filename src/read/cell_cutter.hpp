// Words → rows of cells, where a text does not say where a cell ends: the columns' own habits decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/atoms.hpp"

namespace mechgraph {

// What may lie between two atoms. Gap i stands in front of atom i; one more stands behind the last.
struct Gap {
  bool cell = false;          // a border between two cells of a row may lie here
  bool row = false;           // a row may end here
  bool must = false;          // one of those two lies here for certain
  std::uint16_t blanks = 0;   // empty cells that the white space here tells of; where a row may end: behind the row above
  std::uint16_t leading = 0;  // where a row may end: empty cells in front of the row below
};

struct CutText {
  std::vector<Atom> atoms;
  std::vector<Gap> gaps;  // atoms.size() + 1; the last is the end of the text
  bool traces = false;    // blank cells always leave a trace: a row with fewer cells has lost those in front, which reach down from above
};

// What a header promises.
struct ColumnHint {
  bool references = false;
  bool numbers = false;                                          // "Age (years)", "p-value", "No. of patients"
  std::string first_word;                                        // of its header: cells may begin with it ("Phase of trial": "Phase 2")
  std::function<std::size_t(std::string_view text)> known_cell;  // bytes of the known words that begin the text; 0 = none; may be empty
};

struct CutCell {
  enum class Kind : std::uint8_t {
    words,
    blank,   // the text shows that there is an empty cell
    absent,  // there is no trace of it: a cell above reaches down, or it is empty
  };
  Kind kind = Kind::absent;
  std::uint32_t first = 0;  // atom
  std::uint32_t last = 0;   // one behind its last atom
};

struct CutRow {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<CutCell> cells;  // one for each column; a section row has its words in the first
  bool section = false;        // one cell over all columns
  double certainty = 0;        // 0 to 1: the weight of this reading of the row among all readings
};

struct CutResult {
  std::vector<CutRow> rows;
  double score = 0;  // higher is more plausible; comparable for the same text only
};

// The most likely rows under models of the columns that are learned from the text itself in a few rounds: how cells begin and end, their
// length, their words, whole values that come back. Several first guesses are tried, the most regular table wins. Cost: linear in the atoms
// (times columns, times the words of the longest cell, which is bounded). Deterministic. `rounds` of 0 takes the first guess.
CutResult cut_rows(CutText const& text, std::span<ColumnHint const> columns, int rounds = 6);

}  // namespace mechgraph
