// Parts and graphs → one graph.
#pragma once

#include <memory>

#include "domain/graph_part.hpp"
#include "graph/graph.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// Merging is associative, commutative and idempotent: parts added in any order or grouping give the same graph (design section 4.6).
// Nodes are one by id, edges by (subject, relation, sign, negated, object), witnesses by their whole content; attributes are sets of
// values; a node's label is the ontology's for its terms, else the byte-least that came; NodeFlag::ancestor stays only where every part
// that names the node has it.
class GraphBuilder {
 public:
  explicit GraphBuilder(std::shared_ptr<Ontology const> ontology);
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;
  GraphBuilder(GraphBuilder const&) = delete;
  GraphBuilder& operator=(GraphBuilder const&) = delete;

  // Copies what it needs. Linear in the part.
  void add(GraphPart const& part);
  void merge(Graph const& graph);

  // Sorts and indexes. O(n log n). Adds the is_a and part_of ancestors of all terms of the ontology that are in use.
  Graph freeze() &&;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace mechgraph
