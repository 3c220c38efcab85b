// export: a graph, or a part of it, in each form asked for.
#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/names.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/suggest.hpp"
#include "query/select.hpp"

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

// What --kind and its like ask for; nothing when none of them is given.
std::optional<Selection> selection_of(Options const& options, Graph const& graph) {
  Selection selection;
  for (std::string const& text : options.kinds) {
    auto const kind = kind_named(text);
    if (!kind) {
      std::string names;
      for (Kind const each : all_kinds) names += (names.empty() ? "" : ", ") + std::string{name(each)};
      throw Error("--kind", "there is no kind '" + text + "'", "the kinds are " + names);
    }
    selection.kinds.push_back(*kind);
  }
  for (std::string const& text : options.relations) {
    auto const known = graph.relations();
    if (std::ranges::find(known, text, &Relation::name) == known.end()) {
      std::vector<std::string_view> names;
      for (Relation const& relation : known) names.push_back(relation.name);
      throw Error("--relation", "no edge of the graph is '" + text + "'", did_you_mean(text, names));
    }
    selection.relations.push_back(text);
  }
  for (std::string const& text : options.bases) {
    auto const basis = basis_named(text);
    if (!basis) throw Error("--basis", "there is no basis '" + text + "'", "it is stated, implied or cargo");
    selection.bases.push_back(*basis);
  }
  selection.min_witnesses = options.min_witnesses;
  if (!options.around.empty()) selection.around = ends_of(graph, options.around);
  selection.hops = options.hops;
  bool const any = !selection.kinds.empty() || !selection.relations.empty() || !selection.bases.empty() || selection.min_witnesses > 0 ||
                   !selection.around.empty();
  return any ? std::optional{std::move(selection)} : std::nullopt;
}

int run(Options const& options, Report& report) {
  auto outputs = open_outputs(options);
  Graph const whole = load_graph(options, report);
  std::optional<Graph> part;
  if (auto const selection = selection_of(options, whole)) part = select(whole, *selection);
  Graph const& graph = part ? *part : whole;
  write_outputs(outputs, graph, options.exporting);
  if (part) {
    report.say("selected " + counted(graph.node_count(), "node", "nodes") + " of " + std::to_string(whole.node_count()) + ", " +
               counted(graph.edge_count(), "edge", "edges") + " of " + std::to_string(whole.edge_count()));
  }
  for (Output const& output : outputs) {
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
