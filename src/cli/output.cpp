// Where results go: files and standard output, all or none.
#include "cli/output.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
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

std::variant<Sink, FolderSink> open_output(std::string const& path, Exporter const& exporter) {
  std::string const name{exporter.name};
  if (exporter.is_folder()) {
    if (path == "-") throw Error("", name + " is a folder of files, which standard output can not be", "add -o FOLDER");
    return FolderSink::to_folder(path);
  }
  if (path.ends_with('/')) throw Error(path, "is a folder, and " + name + " is one file", "name a file inside it");
  if (path == "-") return standard_output();
  return Sink::to_file(path);
}

// An option without an output that heeds it is a mistake.
void must_heed(std::vector<Output> const& outputs, unsigned option, char const* name, char const* message, std::string_view which) {
  if (std::ranges::any_of(outputs, [&](Output const& output) { return (output.exporter->heeded & option) != 0; })) return;
  std::string names;
  for (Exporter const* exporter : exporters()) {
    if ((exporter->heeded & option) != 0) names.append(names.empty() ? "" : ", ").append(exporter->name);
  }
  throw Error(name, message, std::string{which} + names);
}

// Two names of one folder are one name.
std::string_view without_slashes(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path;
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

bool output_takes_colour() {
  char const* const term = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr && term != nullptr && std::string_view{term} != "dumb";
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
    bool const twice =
        std::ranges::any_of(outputs, [&](Output const& output) { return without_slashes(output.path) == without_slashes(path); });
    if (twice) throw Error(path, "is asked for twice");
    Exporter const* exporter = exporter_of(path, options.format);
    outputs.push_back({path, exporter, open_output(path, *exporter)});
  }
  if (options.exporting.rdf == RdfForm::direct) must_heed(outputs, heeds::rdf, "--rdf", "no output is RDF", "the formats of RDF are ");
  if (options.exporting.theme == Theme::dark)
    must_heed(outputs, heeds::theme, "--theme", "no output is drawn", "the formats that are drawn are ");
  if (options.exporting.gexf == GexfVersion::v1_2) must_heed(outputs, heeds::gexf, "--gexf", "no output is GEXF", "the format of it is ");
  return outputs;
}

void write_outputs(std::vector<Output>& outputs, Graph const& graph, ExportOptions const& options) {
  for (Output& output : outputs) {
    if (auto* const folder = std::get_if<FolderSink>(&output.sink))
      output.exporter->write_folder(graph, options, *folder);
    else
      output.exporter->write(graph, options, std::get<Sink>(output.sink));
  }
  for (Output& output : outputs) std::visit([](auto& sink) { sink.flush(); }, output.sink);
  for (Output& output : outputs) std::visit([](auto& sink) { sink.close(); }, output.sink);
}

void say_warnings(std::vector<Output> const& outputs, Graph const& graph, Report& report) {
  for (Output const& output : outputs) {
    if (output.exporter->warning == nullptr) continue;
    if (std::string const text = output.exporter->warning(graph); !text.empty()) report.say(output.path + ": " + text);
  }
}

}  // namespace mechgraph
