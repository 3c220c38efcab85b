// export: a graph, or a part of it, in each form asked for.
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/selected.hpp"

namespace mechgraph {
namespace {

// "witnesses and text" of those parts that the format loses; empty when none.
std::string lost_parts(Fidelities const& fidelity) {
  std::string text;
  for (auto const& [part, held] : fidelity_parts(fidelity)) {
    if (held == Fidelity::lost) text += (text.empty() ? "" : ", ") + std::string{part};
  }
  return text;
}

int run(Options const& options, Report& report) {
  auto outputs = open_outputs(options);
  Graph const whole = load_graph(options, report);
  std::optional<Graph> const part = selected(options, whole);
  Graph const& graph = part ? *part : whole;
  write_outputs(outputs, graph, options.exporting);
  say_warnings(outputs, graph, report);
  if (part) {
    report.say("selected " + counted(graph.node_count(), "node", "nodes") + " of " + std::to_string(whole.node_count()) + ", " +
               counted(graph.edge_count(), "edge", "edges") + " of " + std::to_string(whole.edge_count()));
  }
  for (Output const& output : outputs) {
    if ((output.exporter->heeded & heeds::rdf) != 0 && options.exporting.rdf == RdfForm::direct) {
      report.say(output.path + ": --rdf direct leaves out: witnesses, basis, context, text, denials");
      continue;
    }
    if (std::string const lost = lost_parts(output.exporter->fidelity); !lost.empty()) {
      report.say(output.path + ": " + std::string{output.exporter->name} + " can not hold: " + lost);
    }
  }
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const export_command;
Command const export_command{
    "export",
    "a graph, or a part of it, in each form asked for, with a word on what a form can not hold",
    "INPUT... -o OUT...",
    "Without a selection, all of it. Selections join: what is written meets each of them.\n",
    "  mechgraph export table.txt -o graph.graphml -o figure.dot\n"
    "  mechgraph export table.txt --around NLRP3 --hops 2 --basis stated -o nlrp3.dot\n"
    "  mechgraph export table.txt -f dot | dot -Tsvg > figure.svg\n",
    takes::inputs | takes::outputs | takes::selection,
    run,
};

}  // namespace mechgraph
