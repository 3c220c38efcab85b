// Where results go: files and standard output, all or none.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sink.hpp"
#include "exporters/exporter.hpp"

namespace mechgraph {

struct Options;

// An output of a run: opened before any work is done, so that a missing folder costs no time.
struct Output {
  std::string path;  // "-" is standard output
  Exporter const* exporter = nullptr;
  Sink sink;
};

// The outputs that -o and -f ask for, opened. Throws Error when there is none, on an unknown format or ending, on one name twice.
std::vector<Output> open_outputs(Options const& options);

// Writes the graph to all of them. Files appear only when every output was written in full.
void write_outputs(std::vector<Output>& outputs, Graph const& graph);

// The parts of a graph by name, with how a format holds each.
std::array<std::pair<std::string_view, Fidelity>, 6> fidelity_parts(Fidelities const& fidelity);

// Standard output as a sink.
Sink standard_output();

}  // namespace mechgraph
