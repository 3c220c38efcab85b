// Tables whose cells are parted by a character: what the TSV and the CSV reader share.
#pragma once

#include <cstddef>
#include <string_view>

#include "read/reader.hpp"

namespace mechgraph {

// True when the text begins as JSON or XML does.
bool is_other_form(std::string_view head);

// The header line of a text: below comments and `#key: value` lines.
struct HeaderShape {
  char separator = '\t';  // tab when the line has one, else that of , ; | which gives the most cells
  std::size_t cells = 1;
};
HeaderShape header_shape(std::string_view head);

// Reads `#key: value` lines, a header line and rows. `tabs`: cells are parted by tabs and a line is a row; else by the header line's
// separator, and quotes hold cells together as RFC 4180 has it. Rows with too few or too many cells are left out and reported.
void read_delimited(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target, bool tabs);

}  // namespace mechgraph
