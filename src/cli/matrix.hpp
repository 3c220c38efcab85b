// A coverage matrix for people, spreadsheets, programs and figures.
#pragma once

#include <string>

#include "query/coverage.hpp"

namespace mechgraph {

// At most 80 columns: blocks of numbered columns with their names below. A cell is "+2−1", "0" before what is undirected.
std::string matrix_text(Graph const& graph, Coverage const& coverage);
// A line for each cell: ids and labels of row and column, works that raise, lower, say no direction.
std::string matrix_tsv(Graph const& graph, Coverage const& coverage);
std::string matrix_json(Graph const& graph, Coverage const& coverage);
// A Graphviz table: cells coloured by what most works say, paler where works disagree, darker with more works.
std::string matrix_dot(Graph const& graph, Coverage const& coverage);

}  // namespace mechgraph
