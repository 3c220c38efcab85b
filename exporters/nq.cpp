// N-Quads in canonical form, a named graph for each document.
#include "exporters/rdf_lines.hpp"

#include "exporters/exporter.hpp"
#include "exporters/rdf_graph.hpp"

namespace mechgraph {
namespace {

void write(Graph const& graph, ExportOptions const& options, Sink& sink) {
  RdfLines lines{sink};
  write_rdf(graph, options, RdfGraphs::by_document, lines);
}

}  // namespace

extern Exporter const nq_exporter{"nq",
                                  ".nq",
                                  "N-Quads: the same with a named graph for each document",
                                  {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                  write,
                                  nullptr,
                                  true,
                                  nullptr,
                                  heeds::rdf};

}  // namespace mechgraph
