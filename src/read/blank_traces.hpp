// Tables of marks ("X") whose blank cells have all left their space.
#pragma once

#include <cstddef>
#include <span>

#include "read/row_sheet.hpp"
#include "read/sheet.hpp"

namespace mechgraph {

// The number of columns where most lines below the first end in as many cells that are a mark or blank, each parted by one space from the
// one before ("Walking pain  X    X": a name, then six cells); 0 = the text is no such table. Linear.
std::size_t traced_columns(std::span<Line const> lines);

// Headers and rows of such a table. A line above the rows that has a field for each of their cells gives the headers, other lines there are
// kept as legends. Every row is in doubt, since nothing but blanks tells of its columns.
void add_traced_rows(Sheet& sheet, std::span<Line const> lines, std::size_t columns, LinePlaces const& places);

}  // namespace mechgraph
