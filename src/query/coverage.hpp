// Which things meet which, in how many works: a matrix of two kinds.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

struct CoverageCell {
  std::size_t row = 0, column = 0;                     // in Coverage::rows and columns
  std::size_t raises = 0, lowers = 0, undirected = 0;  // distinct works that say so
};

struct Coverage {
  std::vector<NodeId> rows, columns;  // that meet at least one of the others; in the graph's order
  std::vector<CoverageCell> cells;    // those that are not empty, by row, then column
};

// A row meets a column when an effect that is not denied leads to the column's node from the row's, or from a preparation that the row's
// node is the source or derivative of. Works are those of Graph::works. O(n log n) in the works of effects.
Coverage coverage(Graph const& graph, Kind rows, Kind columns);

}  // namespace mechgraph
