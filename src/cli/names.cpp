// A user's words → nodes of a graph, or a message with near names.
#include "cli/names.hpp"

#include <algorithm>

#include "base/diagnostics.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/report.hpp"
#include "cli/suggest.hpp"
#include "query/paths.hpp"
#include "query/terms.hpp"
#include "read/input.hpp"
#include "read/lines.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t names_offered = 3;

[[noreturn]] void refuse(Graph const& graph, std::string const& words) {
  std::vector<std::string_view> names = near_terms(graph, words, names_offered);
  for (Kind const kind : all_kinds) names.push_back(name(kind));
  for (NodeType const& type : graph.ontology().types()) names.push_back(type.name);
  std::string hint = did_you_mean(words, names);
  if (hint.empty()) hint = "'mechgraph find' searches the names of a graph";
  throw Error("", "nothing in the graph is called '" + words + "'", std::move(hint));
}

}  // namespace

std::vector<NodeId> ends_of(Graph const& graph, std::string const& words) {
  auto ends = resolve_ends(graph, words);
  if (ends.empty()) refuse(graph, words);
  return ends;
}

std::vector<NodeId> many_ends_of(Graph const& graph, std::string const& words, Report& report) {
  if (!words.starts_with('@')) return ends_of(graph, words);
  Diagnostics diagnostics;
  Input const input = open_input(words.substr(1), {}, diagnostics);
  std::vector<NodeId> nodes;
  Lines lines{input.bytes};
  Line line;
  while (lines.next(line)) {
    std::string const name{trim(line.text)};
    if (name.empty() || name.starts_with('#')) continue;
    auto const ends = resolve_ends(graph, name);
    nodes.insert(nodes.end(), ends.begin(), ends.end());
    if (!ends.empty()) continue;
    Diagnostic missing;
    missing.caret = {input.number, line.number, 0};
    missing.message = "nothing in the graph is called '" + name + "'";
    missing.hint = did_you_mean(name, near_terms(graph, name, names_offered));
    missing.excerpt = std::string{line.text};
    diagnostics.add(std::move(missing));
  }
  report.show(diagnostics);
  if (nodes.empty())
    throw Error(words.substr(1), "names nothing that is in the graph", "it should have a term, identifier, kind or type a line");
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

std::vector<NodeId> nodes_named(Graph const& graph, std::string const& words) {
  std::vector<NodeId> nodes;
  NameMatch best = NameMatch::exact;
  for (NamedNode const& found : find_terms(graph, words)) {
    if (found.match > NameMatch::folded || (!nodes.empty() && found.match != best)) break;
    best = found.match;
    nodes.push_back(found.node);
  }
  if (nodes.empty()) refuse(graph, words);
  return nodes;
}

}  // namespace mechgraph
