// Mechanism paths: through what does A change B?
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "query/walk.hpp"

namespace mechgraph {

// asserted: one record witnesses every hop and none rests on cargo alone; suggested: one record, with a cargo hop; composed: joined over
// records. Best first.
enum class Support : std::uint8_t { asserted, suggested, composed };

std::string_view name(Support support) noexcept;

struct Path {
  std::vector<NodeId> nodes;  // one more than hops
  std::vector<Hop> hops;
  int sign = 0;     // product over the effect edges; 0 when one states no direction, or there is none
  int benefit = 0;  // sign × valence of the last node
  Support support = Support::composed;
  std::vector<RecordId> records;  // that witness the whole path (asserted, suggested), ascending; empty for composed
  double score = 0;
};

struct PathQuery {
  std::vector<NodeId> from;
  std::vector<NodeId> to;
  std::vector<Via> via;  // all of them must be passed; at most Goal::most_via
  std::uint32_t max_hops = 6;
  std::size_t limit = 0;  // the k best; 0 = all
  bool asserted = true, suggested = true, composed = true;
  int sign = 2;                       // only paths with this net sign; 2 = any
  bool only_new = false;              // only hypotheses, see below
  std::size_t max_steps = 1'000'000;  // hops tried in each of the two searches; about 100 bytes each while a search runs
};

struct PathAnswer {
  // Best first: support, then score (higher first), then hops (fewer first), then start, then hop by hop the node and the edge, in the
  // graph's order.
  std::vector<Path> paths;
  bool complete = true;  // false: there are more than `limit`, or `max_steps` cut the search
};

// The mechanism paths of design section 5: simple paths whose last hop is an effect. The first hop may enter a preparation backwards, from
// what it is an instance of, derives from or is modified with; all others go forward, over effects, and from a preparation over what it
// carries or is combined with. Inner nodes have a type with `inner_step` (or are unresolved mediators). Denials are never walked. A path
// has at most one preparation, first or second. Complete within max_hops. PathRules change what may be walked.
//
// The strength of an edge is 1 − Π (1 − c), over the distinct works that it rests on, c being a work's best confidence for it; works are
// those of Graph::works. A path's score is the product of the strengths of its hops, four decimals; scores are compared by the sum of
// their logarithms in millionths, so that rounding does not disturb the order.
//
// Asserted and suggested paths are searched inside each record that has an effect on a target, composed ones over the whole graph, where
// the search meets paths best first and stops at the limit.
//
// A hypothesis is a composed path with a direction, between ends that no asserted or suggested path within max_hops joins, and none of
// whose effects is contested: no record says the opposite, or denies it, of the same two nodes.
class PathSearch {
 public:
  // Questions cost what they touch. The graph must outlive the search.
  explicit PathSearch(Graph const& graph, PathRules const& rules = {});
  ~PathSearch();
  PathSearch(PathSearch&&) noexcept;
  PathSearch& operator=(PathSearch&&) noexcept;
  PathSearch(PathSearch const&) = delete;
  PathSearch& operator=(PathSearch const&) = delete;

  // Looks at the whole graph once, so that no question has to look at what it touches for the first time: for many questions. Linear.
  void prepare();
  PathAnswer find(PathQuery const& query);
  // All paths, whatever `limit` and `max_steps` say, in memory that does not grow with their number: asserted, suggested, composed, each in
  // the order of records, starts and edges; until `take` returns false.
  void each(PathQuery const& query, std::function<bool(Path const&)> const& take);
  // How few hops join the ends at least, when any number may; 0 where nothing does. What else the query asks for is not heeded; where a
  // start is a target too, a way back to itself counts.
  std::uint32_t fewest_hops(PathQuery const& query);
  [[nodiscard]] Terrain const& terrain() const noexcept;

 private:
  class State;
  std::unique_ptr<State> state_;
};

inline PathAnswer find_paths(Graph const& graph, PathQuery const& query, PathRules const& rules = {}) {
  return PathSearch{graph, rules}.find(query);
}

// The nodes that a user's words mean: a kind ("source"), else a type ("Gene"), else a node's id, else every node with that very name
// (label, CURIE, key or synonym: query/terms.hpp), else with that name when folded; a term stands for everything that is_a or part_of it
// too. In the graph's order; empty when nothing is meant.
std::vector<NodeId> resolve_ends(Graph const& graph, std::string_view words);

}  // namespace mechgraph
