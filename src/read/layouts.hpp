// The layouts of text tables: each cuts an input into sheets.
#pragma once

#include "read/sheet.hpp"

namespace mechgraph {

// Cells parted by single spaces, or by tabs, a row a line or more.
std::vector<Sheet> flat_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics);

// Cells parted by pipes, Markdown too; cells and headers may be broken over lines.
std::vector<Sheet> pipe_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics);

// A cell a paragraph: blank lines between them.
std::vector<Sheet> paragraph_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics);

// Cells at fixed places of the line, which may wrap; body text may follow.
std::vector<Sheet> fixed_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics);

// Cells with nothing between them: each row is in doubt.
std::vector<Sheet> joined_sheets(Input const& input, ReadOptions const& options, Diagnostics& diagnostics);

}  // namespace mechgraph
