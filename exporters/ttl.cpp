// Turtle.
#include "exporters/rdf_turtle.hpp"

#include "exporters/exporter.hpp"
#include "exporters/rdf_graph.hpp"

namespace mechgraph {
namespace {

void write(Graph const& graph, ExportOptions const& options, Sink& sink) {
  RdfTurtle turtle{sink, false};
  write_rdf(graph, options, RdfGraphs::one, turtle);
}

}  // namespace

extern Exporter const ttl_exporter{"ttl",
                                   ".ttl",
                                   "Turtle: the statements of nt, for people to read too",
                                   {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                   write,
                                   nullptr,
                                   true,
                                   nullptr,
                                   heeds::rdf};

}  // namespace mechgraph
