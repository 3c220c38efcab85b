// What a graph holds, counted.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// Counts under one title. Names are owned by the graph or static; rows are in order of kinds, else of bytes, and leave out what is not
// there (kinds stay).
struct SummarySection {
  std::string_view title;
  std::vector<std::pair<std::string_view, std::size_t>> rows;
};

// Sections: "graph" (sizes, unresolved and ancestor nodes, denials), "nodes by kind", "nodes by type", "edges by relation", "effects by
// sign", "edges by number of witnesses", "witnesses of effects by basis", "witnesses by column", "records by column" (in how many records a
// column says something), "witnesses by document", "witnesses by flag". Linear in the graph.
std::vector<SummarySection> summarise(Graph const& graph);

}  // namespace mechgraph
