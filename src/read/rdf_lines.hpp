// N-Triples and N-Quads: lines → statements.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "read/rdf_statements.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// Why a line is no statement, and where: a byte of the line.
struct RdfFault {
  std::string what;
  std::size_t at = 0;
};

// Parses one line by the grammar of RDF 1.1; `quads` allows a graph. Blank lines and comments give nothing. Throws RdfFault. Linear.
void read_rdf_line(std::string_view line, std::uint32_t number, bool quads, RdfStatements& statements);

// All lines, for readers `in_blocks`: one that is no statement is an error in the Diagnostics and left out. Throws Error when no line is
// one, but some should be.
RdfStatements read_rdf_lines(Input const& input, bool quads, Diagnostics& diagnostics);

// How many terms the first line that is neither blank nor a comment has, when it is a statement: 3 or 4, else 0.
int terms_of_first_line(std::string_view head);

}  // namespace mechgraph
