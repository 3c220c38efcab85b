// PDF, drawn by Graphviz.
#include "exporters/figure.hpp"

namespace mechgraph {
namespace {

void write_pdf(Graph const& graph, ExportOptions const& options, Sink& sink) { write_figure(graph, options, sink, "pdf"); }

}  // namespace

extern Exporter const pdf_exporter{"pdf",
                                   ".pdf",
                                   "a figure for print, drawn by Graphviz",
                                   {Fidelity::lost, Fidelity::joined, Fidelity::joined, Fidelity::lost, Fidelity::lost, Fidelity::joined},
                                   write_pdf,
                                   nullptr,
                                   false,
                                   nullptr,
                                   heeds::theme,
                                   true};

}  // namespace mechgraph
