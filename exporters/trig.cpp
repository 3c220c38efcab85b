// TriG, a named graph for each document.
#include "exporters/rdf_turtle.hpp"

#include "exporters/exporter.hpp"
#include "exporters/rdf_graph.hpp"

namespace mechgraph {
namespace {

void write(Graph const& graph, ExportOptions const& options, Sink& sink) {
  RdfTurtle turtle{sink, true};
  write_rdf(graph, options, RdfGraphs::by_document, turtle);
}

}  // namespace

extern Exporter const trig_exporter{"trig",
                                    ".trig",
                                    "TriG: the statements of nq, for people to read too",
                                    {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                    write,
                                    nullptr,
                                    true,
                                    nullptr,
                                    heeds::rdf};

}  // namespace mechgraph
