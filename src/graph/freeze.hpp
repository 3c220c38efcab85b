// A builder's tables → the columns of a graph.
#pragma once

#include <memory>

#include "graph/columns.hpp"
#include "graph/tables.hpp"

namespace mechgraph {

// Adds what the ontology knows of the nodes, ranks, sorts and indexes. O(n log n).
std::unique_ptr<Graph::Columns const> freeze_columns(GraphBuilder::Tables tables);

}  // namespace mechgraph
