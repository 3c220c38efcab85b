// Where a path is joined over records, and what differs there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/paths.hpp"

namespace mechgraph {

// A qualifier on which the two sides of a joint share no value: names of nodes, or texts, sorted.
struct JointDifference {
  std::string_view key;  // "organism", "dose", "source", "derivative" …
  std::vector<std::string_view> before, after;
};

struct Joint {
  std::size_t node = 0;                  // in Path::nodes: no record witnesses both the hop before it and the one after it
  std::vector<JointDifference> differs;  // sorted by key; empty: nothing is known to differ
};

// The joints of a path, in its order. What each side says: the qualifiers of the hop's witnesses, and of which source and derivative the
// preparations of their records are. Linear in the witnesses of the hops and of their records, with a logarithm.
std::vector<Joint> joints_of(Graph const& graph, Path const& path);

// The joint at which most differs; of those, that between the hops that rest on least; then the first. The position in `joints`, which is
// not empty.
std::size_t weakest(Terrain const& terrain, Path const& path, std::vector<Joint> const& joints);

}  // namespace mechgraph
