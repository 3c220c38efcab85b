// The headers of a table whose columns nothing parts: those that fit both their line and the rows below it.
#pragma once

#include <string_view>
#include <vector>

#include "read/cell_cutter.hpp"
#include "read/reader.hpp"

namespace mechgraph {

struct HeaderChoice {
  std::vector<std::string_view> headers;  // empty: the line can not be cut
  bool certain = false;                   // their number: the rows are regular, and no other number fits nearly as well
};

// Tries the best ways to cut the line on the rows (the first 4,000 words of them, so that the cost is bounded) and takes the one with the
// highest score of both. `usual` headers are taken where the line can be cut so: the pieces that nearly all rows have; 0 = no such number.
HeaderChoice choose_headers(std::string_view line, CutText const& rows, std::size_t usual, ReadOptions const& options);

}  // namespace mechgraph
