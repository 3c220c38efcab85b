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
// that names the node has it. A node of the ontology takes type, kind, label and attributes from there, so parts need not carry them; of
// two types, one that the ontology knows wins over a foreign one, and its kind goes with it. Of a document's fields and a table's captions
// the byte-least that came is kept.
class GraphBuilder {
 public:
  struct Tables;  // the rows inside: graph/tables.hpp, for this folder only

  explicit GraphBuilder(std::shared_ptr<Ontology const> ontology);
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;
  GraphBuilder(GraphBuilder const&) = delete;
  GraphBuilder& operator=(GraphBuilder const&) = delete;

  // Copies what it needs. Linear in the part, whose rows must name rows that it has. Throws Error above 2^32 - 2 rows of one kind.
  void add(GraphPart const& part);
  void merge(Graph const& graph);

  // Sorts and indexes. O(n log n). Adds the is_a and part_of ancestors of all terms of the ontology that are in use. Throws Error above
  // 65,535 relations.
  Graph freeze() &&;

 private:
  std::unique_ptr<Tables> tables_;
};

}  // namespace mechgraph
