// The part of a graph that options ask for.
#include "cli/selected.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "cli/names.hpp"
#include "cli/options.hpp"
#include "cli/suggest.hpp"
#include "query/select.hpp"
#include "query/withdrawn.hpp"

namespace mechgraph {

Kind kind_of(std::string_view option, std::string const& text) {
  if (auto const kind = kind_named(text)) return *kind;
  std::string names;
  for (Kind const each : all_kinds) names += (names.empty() ? "" : ", ") + std::string{name(each)};
  throw Error(std::string{option}, "there is no kind '" + text + "'", "the kinds are " + names);
}

std::optional<Graph> selected(Options const& options, Graph const& graph) {
  Selection selection;
  for (std::string const& text : options.kinds) selection.kinds.push_back(kind_of("--kind", text));
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
  std::optional<Withdrawn> withdrawn;
  if (!options.without.empty()) {
    withdrawn.emplace(graph, options.without);
    if (!withdrawn->unknown().empty()) {
      throw Error("--without", "nothing in the graph comes from '" + withdrawn->unknown().front() + "'",
                  "it takes a reference (107), a record (row 4) or a document (10.1186/...), as 'paths' and 'show' print them");
    }
    selection.without = &*withdrawn;
  }
  bool const any = !selection.kinds.empty() || !selection.relations.empty() || !selection.bases.empty() || selection.min_witnesses > 0 ||
                   !selection.around.empty() || selection.without != nullptr;
  return any ? std::optional{select(graph, selection)} : std::nullopt;
}

}  // namespace mechgraph
