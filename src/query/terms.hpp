// A user's words → nodes of a graph.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// How words met a node, best first.
enum class NameMatch : std::uint8_t { exact, folded, beginning, part, near };

std::string_view name(NameMatch match) noexcept;

struct NamedNode {
  NodeId node{};
  NameMatch match = NameMatch::exact;
  std::string_view text;  // the name that was met; owned by the graph or its ontology
};

// Nodes whose label, identifier, mapped identifier, lexicon key, cross-reference or synonym equals the words, equals them when case,
// hyphens and look-alikes are folded, begins with them or holds them; each node once, with its best match, in order of match, then of the
// graph. Near spellings only where there is nothing else. Linear in all names of the graph.
std::vector<NamedNode> find_terms(Graph const& graph, std::string_view words);

// The k names in the graph that are nearest to the words in spelling (at most a quarter of the letters changed), nearest first, then by
// bytes: for "did you mean". Linear in all names, each costing at most a quarter of the product of the two lengths; none is found for
// words longer than 256 bytes.
std::vector<std::string_view> near_terms(Graph const& graph, std::string_view words, std::size_t k);

// The nodes and all that is_a or part_of them, by the hierarchy edges of the graph; sorted. Linear in what is found.
std::vector<NodeId> with_descendants(Graph const& graph, std::vector<NodeId> nodes);

}  // namespace mechgraph
