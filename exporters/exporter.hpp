// Graph → bytes: what a format is.
#pragma once

#include <span>
#include <string_view>

#include "base/sink.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// How much of each part of a graph a format holds: `kept` = can be read back, `joined` = there as text for reading, `lost` = not there.
enum class Fidelity { kept, joined, lost };

struct Fidelities {
  Fidelity witnesses, sign, basis, context, identifiers, text;
};

struct ExportOptions {};

// One format. `write` gives the same bytes for equal graphs, streams, and throws only what the sink throws.
struct Exporter {
  std::string_view name;       // "graphml": for -f
  std::string_view extension;  // ".graphml"
  std::string_view summary;    // one line for `formats`
  Fidelities fidelity;
  void (*write)(Graph const&, ExportOptions const&, Sink&);
};

// All formats, in the order of formats.def.
std::span<Exporter const* const> exporters();
// By name, or nullptr.
Exporter const* find_exporter(std::string_view name);
// By the longest extension that ends the path, or nullptr.
Exporter const* exporter_for_path(std::string_view path);

}  // namespace mechgraph
