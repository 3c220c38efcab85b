// Claims that do not go together: opposite effects, and denials of what others assert.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// contested: opposite effects in what may be one context; denied: the same, of an assertion and its denial; explained: no two of the
// witnesses speak of one context.
enum class Contest : std::uint8_t { contested, denied, explained };

std::string_view name(Contest contest) noexcept;

// All that is said on one side and on the other about one pair of nodes.
struct Contradiction {
  Contest contest = Contest::contested;
  NodeId subject{};  // what acts; for `across`, what the preparations on the two sides are instances of
  NodeId object{};
  bool across = false;               // the two sides speak of different preparations of `subject`
  std::vector<EdgeId> pro;           // effects that raise, or assertions; ascending
  std::vector<EdgeId> contra;        // effects that lower, or denials; ascending
  std::vector<std::string> differs;  // explained: what differs, sorted: a qualifier, "source", a modifier's relation
};

// Of each pair of subject and object: effects of sign +1 against those of sign -1, and denials against the assertions that they deny (the
// same relation; of effects the same sign; a denial without a direction denies every effect). Of each object also the opposite effects of
// different preparations of one thing, which their sources and modifiers may explain.
//
// Two witnesses speak of different contexts when a qualifier that both state has no value in common (qualifiers.tsv says which qualifiers
// explain; those that it does not know do). A contradiction is explained when that holds of every pair of witnesses from the two sides;
// `differs` then names the qualifiers that alone keep the sides apart or, where it takes several, all that part some pair. Above 4,096
// pairs of distinct contexts only a single qualifier that keeps the sides apart explains.
//
// In order of (across, subject, object, denials last). O(n log n) in the edges, linear in the witnesses of contradicting ones.
std::vector<Contradiction> contradictions(Graph const& graph);

}  // namespace mechgraph
