// GraphML 1.1 as its schema has it.
#include "exporters/exporter.hpp"
#include "exporters/graphml_writer.hpp"

namespace mechgraph {
namespace {

void write(Graph const& graph, ExportOptions const&, Sink& sink) { write_graphml(graph, sink, nullptr); }

}  // namespace

extern Exporter const graphml_exporter{"graphml",
                                       ".graphml",
                                       "GraphML with typed columns: for Gephi, Cytoscape, yEd, networkx, igraph, graph-tool, Boost",
                                       {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                       write,
                                       nullptr,
                                       true};

}  // namespace mechgraph
