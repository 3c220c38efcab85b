// The figure that Graphviz draws of our DOT.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/sink.hpp"
#include "exporters/exporter.hpp"

namespace mechgraph {

// Most nodes that Graphviz's layout in lanes is asked for; larger graphs are laid out by forces, and beyond the second number none is: it
// would take hours, and nobody could read it.
inline constexpr std::size_t lanes_limit = 1500;
inline constexpr std::size_t figure_limit = 20'000;

// Draws in a format of `dot -T`. Throws Error where Graphviz is missing or fails, or the graph is too large; nothing is written then.
void write_figure(Graph const& graph, ExportOptions const& options, Sink& sink, std::string_view type);

}  // namespace mechgraph
