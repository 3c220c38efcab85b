// N-Triples in canonical form.
#include "exporters/rdf_lines.hpp"

#include "exporters/exporter.hpp"
#include "exporters/rdf_graph.hpp"

namespace mechgraph {
namespace {

void write(Graph const& graph, ExportOptions const& options, Sink& sink) {
  RdfLines lines{sink};
  write_rdf(graph, options, RdfGraphs::one, lines);
}

}  // namespace

extern Exporter const nt_exporter{"nt",
                                  ".nt",
                                  "N-Triples by the Biolink model, a node for each witness: for triple stores and SPARQL",
                                  {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                  write,
                                  nullptr,
                                  true,
                                  nullptr,
                                  heeds::rdf};

}  // namespace mechgraph
