// Turtle and TriG, by serd: text → statements.
#pragma once

#include <string_view>

#include "base/diagnostics.hpp"
#include "read/rdf_statements.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// Reads Turtle, or TriG where `graphs`, by the grammars of RDF 1.1. Throws Error with line and column on the first thing that is not, on
// brackets nested deeper than 1,000 (serd recurses) and on a prefix that is not declared: nothing of such a file is used. IRIs that stay
// relative, since the file has no @base, are taken as below https://w3id.org/mechgraph/relative/ and a digest of the content, and counted.
// Nothing is fetched. Linear.
RdfStatements read_rdf_turtle(Input const& input, bool graphs, Diagnostics& diagnostics);

// True where the first bytes that are no comment declare a prefix or a base, in Turtle's words or in SPARQL's.
bool is_turtle(std::string_view head);
// True where a brace stands outside strings, IRIs and comments: TriG.
bool has_graphs(std::string_view head);

}  // namespace mechgraph
