// A user's words → nodes of a graph, or a message with near names.
#include "cli/names.hpp"

#include "base/error.hpp"
#include "cli/suggest.hpp"
#include "query/paths.hpp"
#include "query/terms.hpp"

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
