// Where results go: files and standard output, all or none.
#include "cli/output.hpp"

#include <unistd.h>

#include <algorithm>

#include "base/error.hpp"
#include "cli/options.hpp"
#include "cli/suggest.hpp"

namespace mechgraph {
namespace {

std::string format_names() {
  std::string names;
  for (Exporter const* exporter : exporters()) {
    if (!names.empty()) names += ", ";
    names += exporter->name;
  }
  return names;
}

Exporter const* named(std::string const& name) {
  if (Exporter const* exporter = find_exporter(name)) return exporter;
  std::vector<std::string_view> names;
  for (Exporter const* exporter : exporters()) names.push_back(exporter->name);
  std::string hint = did_you_mean(name, names);
  throw Error("", "there is no format '" + name + "'", hint.empty() ? "the formats are " + format_names() : hint);
}

Exporter const* exporter_of(std::string const& path, std::string const& format) {
  if (!format.empty()) return named(format);
  if (path == "-") throw Error("", "the format for standard output is not said", "add -f with one of " + format_names());
  if (Exporter const* exporter = exporter_for_path(path)) return exporter;
  throw Error(path, "no format has this ending", "add -f with one of " + format_names());
}

}  // namespace

std::array<std::pair<std::string_view, Fidelity>, 6> fidelity_parts(Fidelities const& fidelity) {
  return {{{"witnesses", fidelity.witnesses},
           {"sign", fidelity.sign},
           {"basis", fidelity.basis},
           {"context", fidelity.context},
           {"identifiers", fidelity.identifiers},
           {"text", fidelity.text}}};
}

Sink standard_output() { return Sink::to_descriptor(STDOUT_FILENO, "standard output"); }

std::vector<Output> open_outputs(Options const& options) {
  std::vector<std::string> paths = options.outputs;
  if (paths.empty()) {
    if (options.format.empty()) throw Error("", "no output is asked for", "add -o FILE, or -f FORMAT for standard output");
    paths.emplace_back("-");
  }
  std::vector<Output> outputs;
  for (std::string const& path : paths) {
    if (std::ranges::find(outputs, path, &Output::path) != outputs.end()) throw Error(path, "is asked for twice");
    Exporter const* exporter = exporter_of(path, options.format);
    outputs.push_back({path, exporter, path == "-" ? standard_output() : Sink::to_file(path)});
  }
  return outputs;
}

void write_outputs(std::vector<Output>& outputs, Graph const& graph) {
  for (Output& output : outputs) output.exporter->write(graph, ExportOptions{}, output.sink);
  for (Output& output : outputs) output.sink.flush();
  for (Output& output : outputs) output.sink.close();
}

}  // namespace mechgraph
