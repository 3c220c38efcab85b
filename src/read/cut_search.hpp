// The best way to cut a text into the rows of a table, given what its columns look like.
#pragma once

#include <vector>

#include "read/cell_cutter.hpp"
#include "read/column_model.hpp"

namespace mechgraph {

// The rows with the highest sum of scores; where no reading is possible, a row from each place where one may end to the next, in one piece.
// Cost: linear in the atoms, times the atoms of the longest cell and the square of the columns.
CutResult best_rows(ColumnModel const& model);

// Gives each row its certainty: its weight among all readings of the text, by sums over all of them from the front and from the back. The
// same cost as best_rows.
void weigh_rows(ColumnModel const& model, std::vector<CutRow>& rows);

}  // namespace mechgraph
