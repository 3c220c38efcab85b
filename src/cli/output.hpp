// Where results go: files and standard output, all or none.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/folder_sink.hpp"
#include "base/sink.hpp"
#include "exporters/exporter.hpp"

namespace mechgraph {

struct Options;
class Report;

// An output of a run: opened before any work is done, so that a missing folder costs no time.
struct Output {
  std::string path;  // "-" is standard output
  Exporter const* exporter = nullptr;
  std::variant<Sink, FolderSink> sink;  // a folder's for a format that is one
};

// The outputs that -o and -f ask for, opened. Throws Error when there is none, on an unknown format or ending, on one name twice, on an
// option of formats (--rdf direct, --theme dark, --gexf 1.2) without an output that heeds it.
std::vector<Output> open_outputs(Options const& options);

// Writes the graph to all of them. Files and folders appear only when every output was written in full.
void write_outputs(std::vector<Output>& outputs, Graph const& graph, ExportOptions const& options);

// Tells what the formats warn of.
void say_warnings(std::vector<Output> const& outputs, Graph const& graph, Report& report);

// The parts of a graph by name, with how a format holds each.
std::array<std::pair<std::string_view, Fidelity>, 6> fidelity_parts(Fidelities const& fidelity);

// True where standard output is a terminal that shows colours.
bool output_takes_colour();

// Standard output as a sink.
Sink standard_output();

}  // namespace mechgraph
