// A user's words → nodes of a graph, or a message with near names.
#pragma once

#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

class Report;

// What --from and --to mean (query/paths.hpp: resolve_ends). Throws Error with near names when nothing is meant.
std::vector<NodeId> ends_of(Graph const& graph, std::string const& words);

// The same; "@FILE" stands for all of a file with such words one a line (lines that are empty or start with '#' are left out). Of a file,
// words that nothing is meant by are findings, and Error is thrown when all are.
std::vector<NodeId> many_ends_of(Graph const& graph, std::string const& words, Report& report);

// The nodes that the words name: those of the best match among exact and folded. Throws Error with near names when there are none.
std::vector<NodeId> nodes_named(Graph const& graph, std::string const& words);

}  // namespace mechgraph
