// find: the nodes of a graph by name.
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
#include "exporters/json.hpp"
#include "query/terms.hpp"

namespace mechgraph {
namespace {

// Edges at the node, both directions.
std::size_t degree(Graph const& graph, NodeId node) { return static_cast<std::size_t>(graph.out(node).size()) + graph.in(node).size(); }

int run(Options const& options, Report& report) {
  if (options.words.empty()) throw Error("", "find needs a text", "such as mechgraph find table.txt NLRP3");
  Graph const graph = load_graph_to_ask(options, report);
  Sink out = standard_output();
  bool missed = false;
  for (std::string const& words : options.words) {
    auto const found = find_terms(graph, words);
    for (NamedNode const& named : found) {
      Node const node = graph.node(named.node);
      if (options.json) {
        TextBuffer line;
        JsonWriter json{line};
        json.begin_object();
        json.key("query").value(words);
        json.key("id").value(node.id);
        json.key("label").value(label(graph, named.node));
        json.key("kind").value(name(node.kind));
        json.key("type").value(node.type);
        json.key("match").value(name(named.match));
        json.key("name").value(named.text);
        json.key("edges").value(degree(graph, named.node));
        json.end_object();
        out.print(line, '\n');
      } else {
        std::string line = padded(screen_text(label(graph, named.node)), 28) + "  " + padded(node.id, 18) + "  " +
                           std::string{name(node.kind)} + ", " + std::string{node.type} + ", " +
                           counted(degree(graph, named.node), "edge", "edges");
        if (named.text != label(graph, named.node) && named.text != node.id) line += " (" + screen_text(named.text) + ')';
        out.print(line, '\n');
      }
    }
    if (found.empty()) {
      report.say("mechgraph: nothing in the graph is called '" + words + "', or near it");
      missed = true;
    }
  }
  out.close();
  return missed || report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const find_command;
Command const find_command{
    "find",
    "nodes by label, identifier, synonym or near spelling",
    "INPUT TEXT...",
    "Exact names come first, then those that begin with the text or hold it; near spellings where there is nothing else.\n",
    "  mechgraph find table.txt NLRP3\n"
    "  mechgraph find table.txt \"liver failure\" --json\n",
    takes::words | takes::json,
    run,
};

}  // namespace mechgraph
