// paths: through what does A change B, and who says so.
#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/names.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
#include "exporters/json.hpp"
#include "exporters/witness_json.hpp"
#include "query/paths.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t witnesses_shown = 3;  // per hop, in text

std::string score_text(double score) { return per_mille(static_cast<std::uint16_t>(std::lround(score * 1000))); }

// The witnesses of a hop: of an asserted or suggested path, those of its records first.
std::vector<WitnessId> witnesses_of(Graph const& graph, Path const& path, EdgeId edge) {
  auto const all = graph.witnesses(edge);
  std::vector<WitnessId> sorted{all.begin(), all.end()};
  std::stable_partition(sorted.begin(), sorted.end(),
                        [&](WitnessId id) { return std::ranges::find(path.records, graph.witness(id).record) != path.records.end(); });
  return sorted;
}

void print_hop(std::string& text, Graph const& graph, Path const& path, Hop const& hop) {
  Basis const basis = graph.basis(hop.edge);
  std::string line = sentence(graph, hop.edge);
  if (basis != Basis::stated) line += " (" + std::string{name(basis)} + ')';
  text += wrapped(line, screen_columns - 3, "   ");
  auto const witnesses = witnesses_of(graph, path, hop.edge);
  // Where records witness the whole path, only what they say is shown.
  std::size_t shown = 0;
  for (WitnessId const id : witnesses) {
    WitnessView const witness = graph.witness(id);
    bool const own = path.records.empty() || std::ranges::find(path.records, witness.record) != path.records.end();
    if (shown == witnesses_shown || (shown > 0 && !own)) break;
    ++shown;
    std::string quote = place(graph, id) + ", " + std::string{witness.field};
    if (!witness.words().empty()) quote += ": \"" + screen_text(witness.words()) + '"';
    text += wrapped(quote, screen_columns - 5, "     ");
  }
  if (std::size_t const more = witnesses.size() - shown; more > 0) text += "     and " + std::to_string(more) + " more\n";
  if (witnesses.empty()) text += "     (from the ontology)\n";
}

std::string as_text(Graph const& graph, PathAnswer const& answer) {
  std::string text;
  std::size_t number = 0;
  for (Path const& path : answer.paths) {
    if (number > 0) text += '\n';
    std::string const head = std::to_string(++number) + ". ";
    std::string line{label(graph, path.nodes.front())};
    for (std::size_t i = 0; i < path.hops.size(); ++i) {
      line += ' ' + arrow(graph, path.hops[i]) + ' ';
      line += label(graph, path.nodes[i + 1]);
    }
    std::string drawn = wrapped(line, screen_columns - head.size(), std::string(head.size(), ' '));
    drawn.replace(0, head.size(), head);
    text += drawn;
    std::string facts = "net sign " + std::string{sign_text(path.sign)} + ", benefit " + std::string{sign_text(path.benefit)} + ", " +
                        std::string{name(path.support)} + ", score " + score_text(path.score);
    if (path.support == Support::composed) facts += ": a hypothesis, joined over records";
    text += wrapped(facts, screen_columns - 3, "   ");
    for (Hop const& hop : path.hops) print_hop(text, graph, path, hop);
  }
  return text;
}

std::string as_json(Graph const& graph, PathAnswer const& answer) {
  std::string text;
  JsonWriter json{text};
  json.begin_object();
  json.key("paths").begin_array();
  for (Path const& path : answer.paths) {
    json.begin_object();
    json.key("nodes").begin_array();
    for (NodeId const node : path.nodes) json.value(graph.node(node).id);
    json.end_array();
    json.key("labels").begin_array();
    for (NodeId const node : path.nodes) json.value(label(graph, node));
    json.end_array();
    json.key("hops").begin_array();
    for (Hop const& hop : path.hops) {
      Edge const edge = graph.edge(hop.edge);
      json.begin_object();
      json.key("subject").value(graph.node(edge.subject).id);
      json.key("relation").value(graph.relation(hop.edge).name);
      json.key("sign").value(static_cast<int>(edge.sign));
      json.key("object").value(graph.node(edge.object).id);
      json.key("reversed").value(hop.reversed);
      json.key("basis").value(name(graph.basis(hop.edge)));
      json.key("witnesses").begin_array();
      for (WitnessId const id : witnesses_of(graph, path, hop.edge)) {
        WitnessView const witness = graph.witness(id);
        RecordView const record = graph.record(witness.record);
        json.begin_object();
        json.key("document").value(graph.document(record.document).id);
        json.key("table").value(record.table);
        json.key("record").value(record.id);
        json.key("reference").value(references(graph, id));
        cited_member(json, graph, id);
        json.key("field").value(witness.field);
        json.key("text").value(witness.words());
        json.end_object();
      }
      json.end_array();
      json.end_object();
    }
    json.end_array();
    json.key("sign").value(path.sign);
    json.key("benefit").value(path.benefit);
    json.key("support").value(name(path.support));
    json.key("score").per_mille(static_cast<std::uint16_t>(std::lround(path.score * 1000)));
    json.end_object();
  }
  json.end_array();
  json.key("complete").value(answer.complete);
  json.end_object();
  return text + '\n';
}

PathQuery query_of(Options const& options, Graph const& graph) {
  PathQuery query;
  query.from = ends_of(graph, options.from);
  query.to = ends_of(graph, options.to);
  query.max_hops = options.max_hops;
  query.limit = options.limit;
  query.sign = options.sign.value_or(query.sign);
  if (options.asserted || options.suggested || options.composed) {
    query.asserted = options.asserted;
    query.suggested = options.suggested;
    query.composed = options.composed;
  }
  return query;
}

int run(Options const& options, Report& report) {
  if (options.from.empty() || options.to.empty()) {
    throw Error("", "paths needs both ends", "such as --from \"bone marrow\" --to \"acute liver failure\"");
  }
  Graph const graph = load_graph(options, report);
  PathQuery const query = query_of(options, graph);
  PathAnswer const answer = find_paths(graph, query);
  Sink out = standard_output();
  out.write(options.json ? as_json(graph, answer) : as_text(graph, answer));
  out.close();
  if (answer.paths.empty()) {
    report.say("mechgraph: no path leads from '" + options.from + "' to '" + options.to + "' within " + std::to_string(query.max_hops) +
               " hops");
    return 1;
  }
  report.say("mechgraph: " + std::to_string(answer.paths.size()) + (answer.paths.size() == 1 ? " path" : " paths") +
             (answer.complete ? "" : "; there may be more: a limit cut the search"));
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const paths_command;
Command const paths_command{
    "paths",
    "mechanism paths between two ends, best first, with the words for every hop",
    "INPUT... --from WHAT --to WHAT",
    "An end is a term, an identifier, a kind (source, outcome) or a type (Gene); a term stands for all under it.\n"
    "Arrows: → raises, ⊣ lowers, ⇢ acts with no direction stated, ← walked backwards to what it derives from.\n"
    "Net sign is the product over the effects; benefit is that sign times whether more of the outcome is good.\n",
    "  mechgraph paths table.txt --from \"bone marrow\" --to \"acute liver failure\"\n"
    "  mechgraph paths table.txt --from source --to outcome -k 10\n"
    "  mechgraph paths table.txt --from exosome --to apoptosis --sign - --asserted --json\n",
    takes::inputs | takes::json | takes::paths,
    run,
};

}  // namespace mechgraph
