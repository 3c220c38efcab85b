// merge: several graphs → one, and nodes that are the same → one.
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "query/same_as.hpp"
#include "read/input.hpp"
#include "read/sssom.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t joins_shown = 10;

// Joins by one --same-as, and says what became of it.
Graph joined(Graph graph, std::string const& source, Report& report) {
  Diagnostics diagnostics;
  Input input;
  SameMappings mappings;
  bool const is_own = source == "xref";
  if (is_own) {
    mappings.pairs = own_same_pairs(graph);
  } else {
    input = open_input(source, {}, diagnostics);
    mappings = read_sssom(input);
  }
  report.show(diagnostics);
  JoinedGraph answer = join_same(graph, mappings.pairs, !is_own);
  std::size_t others = 0;
  for (JoinedNodes const& nodes : answer.joined) others += nodes.others.size();
  report.say("joined      " + counted(others, "node", "nodes") + " to " + std::to_string(answer.joined.size()) + " by " +
             counted(mappings.pairs.size(), "mapping", "mappings") + " of " + source + " (" + std::to_string(answer.unused) +
             " not of nodes here, " + std::to_string(mappings.others) + " that say less than the same)");
  std::size_t shown = 0;
  for (JoinedNodes const& nodes : answer.joined) {
    if (shown++ == joins_shown && !report.style().verbose) {
      report.say("            and " + std::to_string(answer.joined.size() - joins_shown) + " more; -v shows them all");
      break;
    }
    std::string line = "            " + nodes.kept + " =";
    for (std::string const& other : nodes.others) line += " " + other;
    report.say(line);
  }
  for (auto const& [a, b] : answer.refused) {
    report.say("not joined  " + a + " and " + b + ": two terms of one vocabulary would become one");
    report.finding();
  }
  return std::move(answer.graph);
}

int run(Options const& options, Report& report) {
  auto outputs = open_outputs(options);
  Tally tally;
  Graph graph = load_graph(options, report, tally);
  report.say("read        " + counted(options.inputs.size(), "input", "inputs") + ": " + counted(graph.node_count(), "node", "nodes") +
             ", " + counted(graph.edge_count(), "edge", "edges") + ", " + counted(graph.witness_count(), "witness", "witnesses"));
  for (std::string const& source : options.same_as) graph = joined(std::move(graph), source, report);
  if (options.strict && report.findings() > 0)
    throw Error("", counted(report.findings(), "finding", "findings"), "--strict makes them errors: nothing is written");
  write_outputs(outputs, graph, options.exporting);
  report.say("wrote       " + counted(graph.node_count(), "node", "nodes") + ", " + counted(graph.edge_count(), "edge", "edges") + ", " +
             counted(graph.witness_count(), "witness", "witnesses"));
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const merge_command;
Command const merge_command{
    "merge",
    "several graphs → one, without loss; with --same-as also nodes that mappings call the same",
    "INPUT... -o OUT...",
    "Nodes are one by identifier, edges by their ends, relation, sign and negation, with the witnesses of all inputs.\n"
    "Of joined nodes the program's own term keeps its identifier, else the byte-least; the others become its\n"
    "cross-references. xref does not join two identifiers of one vocabulary: it says so and the exit code is 1.\n",
    "  mechgraph merge a.jsonl b.jsonl -o both.jsonl\n"
    "  mechgraph merge a.jsonl b.jsonl --same-as mappings.sssom.tsv --same-as xref -o both.graphml\n",
    takes::inputs | takes::outputs | takes::merge,
    run,
};

}  // namespace mechgraph
