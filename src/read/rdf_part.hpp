// RDF statements → a part of a graph.
#pragma once

#include "base/diagnostics.hpp"
#include "read/rdf_statements.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// What mechgraph wrote (docs/formats.md, nt) comes back whole. Of all other statements resources become nodes with their rdfs:label and
// rdf:type, object properties foreign edges, each with a witness without words in the document that its graph names (else one named by the
// content), literals attributes. What a graph has no place for is counted in the Diagnostics, what is broken in our own modelling is an
// error there and left out. O(n log n) in the statements.
void hand_out_rdf(RdfStatements statements, Input const& input, ReadOptions const& options, Diagnostics& diagnostics,
                  ReadTarget const& target);

}  // namespace mechgraph
