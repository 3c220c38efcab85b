// build: records and graphs → one graph in each form asked for.
#include <algorithm>
#include <utility>

#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t words_shown = 5;

void summarise_tables(Tally const& tally, std::string const& graphs, Report& report) {
  report.say("read        " + counted(tally.documents, "document", "documents") + ", " + counted(tally.tables, "table", "tables") + ", " +
             counted(tally.records, "row", "rows") + graphs);

  auto const& [stated, implied, cargo] = tally.statements;
  report.say("understood  " + counted(stated + implied + cargo, "statement", "statements") + " (" + std::to_string(stated) + " stated, " +
             std::to_string(implied) + " implied, " + std::to_string(cargo) + " by cargo), " +
             counted(tally.slots, "edge from the columns", "edges from the columns"));

  std::size_t unresolved = 0;
  std::vector<std::pair<std::size_t, std::string_view>> words;
  for (auto const& [text, count] : tally.unresolved) {
    unresolved += count;
    words.emplace_back(count, text);
  }
  std::ranges::sort(words, [](auto const& a, auto const& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::string line = "unresolved  " + counted(unresolved, "end of a statement", "ends of statements");
  for (std::size_t i = 0; i < words.size() && i < words_shown; ++i) {
    line += (i == 0 ? ": \"" : ", \"") + screen_text(words[i].second) + '"';
  }
  if (words.size() > words_shown) line += ", ...";
  report.say(line + "; " + counted(tally.remainders, "piece of text", "pieces of text") + " not understood");

  report.say(
      "skipped     " + counted(tally.skipped_rows, "row", "rows") + (tally.skipped_rows > 0 ? " (why: see above)" : "") +
      (tally.uncertain_rows > 0 ? "; " + counted(tally.uncertain_rows, "row", "rows") + " with uncertain cells" : "") +
      (tally.silent_records > 0 ? "; " + counted(tally.silent_records, "row says", "rows say") + " nothing that is understood" : ""));
}

void summarise(Tally const& tally, Graph const& graph, std::vector<Output> const& outputs, Report& report) {
  std::string const graphs = counted(tally.inputs.graphs, "graph", "graphs");
  if (tally.tables > 0) summarise_tables(tally, tally.inputs.graphs > 0 ? ", " + graphs : "", report);
  if (tally.tables == 0) report.say("read        " + graphs);
  InputTally const& inputs = tally.inputs;
  if (inputs.used + inputs.unusable + inputs.passed_over > 1) {
    report.say("inputs      " + std::to_string(inputs.used) + " used, " + std::to_string(inputs.unusable) + " not usable, " +
               std::to_string(inputs.passed_over) + " passed over" + (inputs.unusable + inputs.passed_over > 0 ? " (see above)" : ""));
  }
  std::string wrote = "wrote       " + counted(graph.node_count(), "node", "nodes") + ", " + counted(graph.edge_count(), "edge", "edges") +
                      ", " + counted(graph.witness_count(), "witness", "witnesses") + " to ";
  for (Output const& output : outputs)
    wrote += (&output == &outputs.front() ? "" : ", ") + (output.path == "-" ? "standard output" : output.path);
  report.say(wrote);
}

int run(Options const& options, Report& report) {
  auto outputs = open_outputs(options);
  Tally tally;
  Graph const graph = load_graph(options, report, tally);
  write_outputs(outputs, graph, options.exporting);
  say_warnings(outputs, graph, report);
  summarise(tally, graph, outputs, report);
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const build_command;
Command const build_command{
    "build",
    "records → one graph, in each form asked for",
    "INPUT... -o OUT...",
    "Several inputs make one graph. All outputs are written, or none.\n"
    "A summary goes to standard error: what was read, understood, unresolved, skipped.\n",
    "  mechgraph build table.txt --doi 10.1186/s13287-022-02825-z -o graph.graphml -o graph.dot\n"
    "  mechgraph build a.tsv b.csv -f nt | sort -u\n"
    "  mechgraph build sheet.csv --columns result=\"Therapeutic effects\",model=Animals -o graph.jsonl\n",
    takes::inputs | takes::outputs,
    run,
};

}  // namespace mechgraph
