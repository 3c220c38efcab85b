// A graph as RDF statements.
#pragma once

#include "exporters/exporter.hpp"
#include "exporters/rdf_writer.hpp"

namespace mechgraph {

// `one`: all statements in the default graph. `by_document`: what a document says (its tables, records and evidence, and the plain triples
// that it witnesses) in a graph named by the document; nodes, edges and all plain triples in the default graph. The union of the graphs is
// the same set of statements.
enum class RdfGraphs { one, by_document };

// Writes the statements that docs/formats.md describes and finishes the writer; with RdfForm::direct the plain signed triples alone. Takes
// the graph's order; no statement stands twice in one graph. O(n) but for a sort of each node's and each document's edges; memory does not
// grow with the graph beyond the witnesses of one edge and the edges of one document.
void write_rdf(Graph const& graph, ExportOptions const& options, RdfGraphs graphs, RdfWriter& writer);

}  // namespace mechgraph
