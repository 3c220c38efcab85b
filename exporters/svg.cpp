// SVG, drawn by Graphviz.
#include "exporters/figure.hpp"

namespace mechgraph {
namespace {

void write_svg(Graph const& graph, ExportOptions const& options, Sink& sink) { write_figure(graph, options, sink, "svg"); }

}  // namespace

extern Exporter const svg_exporter{"svg",
                                   ".svg",
                                   "a figure for the web and for editing, drawn by Graphviz",
                                   {Fidelity::lost, Fidelity::joined, Fidelity::joined, Fidelity::lost, Fidelity::lost, Fidelity::joined},
                                   write_svg,
                                   nullptr,
                                   false,
                                   nullptr,
                                   heeds::theme,
                                   true};

}  // namespace mechgraph
