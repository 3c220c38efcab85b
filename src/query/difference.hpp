// What changed from one graph to another.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// An edge of the old graph and the one of the new graph that stands in its place: the same subject and object, another sign or negation.
struct Flip {
  EdgeId before{};
  EdgeId after{};
};

// An edge that both graphs have, with the witnesses that only one of them has.
struct EvidenceChange {
  EdgeId before{};
  EdgeId after{};
  std::vector<WitnessId> removed;  // of the old graph
  std::vector<WitnessId> added;    // of the new graph
  bool attributes_changed = false;
};

// Identifiers of `before` in lists of what was there or was removed, of `after` in those of what was added; in the order of their graph.
struct Difference {
  std::vector<Flip> flips;
  std::vector<NodeId> removed_nodes, added_nodes;
  std::vector<std::pair<NodeId, NodeId>> changed_nodes;  // kind, type, label, flags or attributes
  std::vector<EdgeId> removed_edges, added_edges;        // without those that flipped
  std::vector<EvidenceChange> evidence;
  std::vector<std::pair<DocumentId, DocumentId>> changed_documents;  // any field
  std::vector<std::pair<RecordId, RecordId>> changed_captions;       // the first record of each table whose caption differs
  std::vector<std::string_view> changed_references;  // that both have, but that stand for other works; sorted, owned by the old graph

  [[nodiscard]] bool empty() const noexcept {
    return flips.empty() && removed_nodes.empty() && added_nodes.empty() && changed_nodes.empty() && removed_edges.empty() &&
           added_edges.empty() && evidence.empty() && changed_documents.empty() && changed_captions.empty() && changed_references.empty();
  }
};

// Nodes are matched by id, edges by (subject, relation's name, sign, negated, object), witnesses by their whole content. A removed and an
// added edge with the same ends are a flip when both are effects or of one relation and their sign or negation differs. It is empty just
// where the graphs are equal. O(n log n).
Difference difference(Graph const& before, Graph const& after);

// Both graphs in one, with the attribute "change" on what differs: "added", "removed", "flipped" (both edges of a flip), "evidence"
// (edges), "changed" (nodes).
Graph marked_union(Graph const& before, Graph const& after, Difference const& difference);

}  // namespace mechgraph
