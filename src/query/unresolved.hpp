// Words that no term covers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

struct UnresolvedWords {
  NodeId node{};
  std::size_t witnesses = 0;           // of its edges
  std::vector<std::string_view> near;  // names of the ontology's terms that are spelt alike, nearest first, at most three
};

struct UnresolvedAnswer {
  std::vector<UnresolvedWords> words;  // most witnesses first, then in the graph's order
  std::size_t searched = 0;            // for how many of the first near terms were looked for
};

// Near: at most a quarter of the letters changed, by query/spelling.hpp on folded forms. For the `most` most frequent words every name of
// the ontology of about their length is tried.
UnresolvedAnswer unresolved_words(Graph const& graph, std::size_t most = 500);

}  // namespace mechgraph
