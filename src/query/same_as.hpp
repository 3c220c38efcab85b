// Nodes that mappings call the same → one node.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// Two identifiers of one thing.
using SamePair = std::pair<std::string_view, std::string_view>;

// What the graph itself says: a node's cross-references, and the identifier that it maps to exactly or closely, where another node has that
// id. In the graph's order; views of the graph.
std::vector<SamePair> own_same_pairs(Graph const& graph);

// Several nodes that became one.
struct JoinedNodes {
  std::string kept;                 // the id of the one
  std::vector<std::string> others;  // sorted
};

struct JoinedGraph {
  Graph graph;
  std::vector<JoinedNodes> joined;                           // by `kept`
  std::vector<std::pair<std::string, std::string>> refused;  // pairs, in the order given, that would join two terms of one vocabulary
  std::size_t unused = 0;                                    // pairs of which the graph does not have both
};

// Joins the nodes of each pair, and of chains of pairs. Kept is the id of the ontology's own term where there is one, else the byte-least;
// the other ids become cross-references of the node, other labels synonyms. A pair that would bring two identifiers of one prefix
// together is refused unless `trusted`. Edges and their witnesses follow; edges that become equal are one with the witnesses of both.
// Preparations that are made of joined nodes get the id of their new composition, and join too. Linear with logarithms.
JoinedGraph join_same(Graph const& graph, std::span<SamePair const> pairs, bool trusted);

}  // namespace mechgraph
