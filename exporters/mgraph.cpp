// The program's own snapshot.
#include "exporters/exporter.hpp"
#include "graph/snapshot.hpp"

namespace mechgraph {
namespace {

void write_mgraph(Graph const& graph, ExportOptions const&, Sink& out) { Snapshot::write(graph, out); }

}  // namespace

extern Exporter const mgraph_exporter;
Exporter const mgraph_exporter{
    "mgraph",
    ".mgraph",
    "snapshot: the graph as it stands in memory, for the next run to map without parsing",
    {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
    write_mgraph,
    nullptr,
    true,
};

}  // namespace mechgraph
