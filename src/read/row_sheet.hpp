// Rows of atoms → rows of a sheet: what the layouts share that the cutter has to help.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "read/cell_cutter.hpp"
#include "read/sheet.hpp"

namespace mechgraph {

// The places of the lines of a text, so that any part of it can be given a caret.
class LinePlaces {
 public:
  LinePlaces(std::uint32_t input, std::span<Line const> lines) : input_(input), lines_(lines) {}
  // `part` lies in one of the lines. Cost: log of the lines.
  [[nodiscard]] Caret caret(std::string_view part) const;
  [[nodiscard]] std::string_view line(std::string_view part) const;

 private:
  [[nodiscard]] Line const* find(std::string_view part) const;

  std::uint32_t input_;
  std::span<Line const> lines_;
};

// What the headers promise of their columns.
std::vector<ColumnHint> hints_for(std::span<SheetCell const> headers, ReadOptions const& options);

// Appends the atoms of one cell, which may be broken over lines, behind `gap`. An empty cell is an atom without text.
void append_cell(CutText& text, std::string_view cell, Gap gap);

// Appends the last gap, which the cutter wants.
void close_text(CutText& text);

// Adds the rows to the sheet. `traces`: blank cells always leave a trace in this layout,
// so that a cell without one reaches down from above for certain; otherwise such a row is in doubt unless the cell begins it. Section rows
// behind the last row are legends.
void add_cut_rows(Sheet& sheet, CutText const& text, CutResult const& result, LinePlaces const& places, bool traces);

}  // namespace mechgraph
