// What a mechanism path may do at a node and over a relation: rules of the ontology's columns, for the search and for what is written for
// the searches of other programs.
#pragma once

#include <cstdint>

#include "graph/graph.hpp"

namespace mechgraph {

// `preparation`: what was given; a path holds one at most, and enters it only backwards, by its first hop. `inner`: may stand inside a
// path. All else only at its ends.
enum class Standing : std::uint8_t { end_only, inner, preparation };

// By the node's type; a type that the ontology does not have counts by its kind. Constant time.
inline Standing standing_of(Ontology const& ontology, Node const& node) {
  auto const type = ontology.find_type(node.type);
  if (!type) return node.kind == Kind::mediator ? Standing::inner : Standing::end_only;
  if (ontology.type(*type).preparation) return Standing::preparation;
  return ontology.type(*type).inner_step ? Standing::inner : Standing::end_only;
}

// How a path may use the edges of a relation, unless they are denials.
struct PathUse {
  bool effect = false;  // forward; also as the last hop
  bool onward = false;  // forward, from a preparation to what acts beside it or from inside it
  bool entry = false;   // backwards into a preparation, as the first hop
};

inline PathUse path_use(Relation const& relation) {
  switch (relation.relation_class) {
    case RelationClass::effect: return {.effect = true};
    // What only made the preparation has another story.
    case RelationClass::modifier: return {.onward = relation.carries_cargo || relation.symmetric, .entry = true};
    case RelationClass::slot: return {.entry = !relation.context_only};
    case RelationClass::comparison:
    case RelationClass::hierarchy:
    case RelationClass::foreign: break;
  }
  return {};
}

}  // namespace mechgraph
