// What the ontology knows of a builder's nodes.
#pragma once

#include "graph/tables.hpp"

namespace mechgraph {

// Adds a node for each qualifier that names one, types, labels and attributes of the ontology's terms, their ancestors with the edges to
// them, and judges which types are foreign. Linear in the tables and in what is added.
void add_what_is_known(GraphBuilder::Tables& tables);

}  // namespace mechgraph
