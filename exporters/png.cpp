// PNG, drawn by Graphviz.
#include "exporters/figure.hpp"

namespace mechgraph {
namespace {

void write_png(Graph const& graph, ExportOptions const& options, Sink& sink) { write_figure(graph, options, sink, "png"); }

}  // namespace

extern Exporter const png_exporter{"png",
                                   ".png",
                                   "a figure for slides, drawn by Graphviz",
                                   {Fidelity::lost, Fidelity::joined, Fidelity::joined, Fidelity::lost, Fidelity::lost, Fidelity::joined},
                                   write_png,
                                   nullptr,
                                   false,
                                   nullptr,
                                   heeds::theme,
                                   true};

}  // namespace mechgraph
