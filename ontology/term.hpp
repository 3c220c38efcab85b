// The things that the ontology names: types, relations, terms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "ontology/kind.hpp"

namespace mechgraph {

enum class TypeId : std::uint16_t {};      // row of types.tsv
enum class RelationId : std::uint16_t {};  // row of relations.tsv
enum class TermId : std::uint32_t {};      // row of terms.tsv

// A row of types.tsv: the finer class of a node.
struct NodeType {
  std::string name;              // "Gene"
  Kind kind = Kind::context;     // the role that users see
  std::string group;             // "Mediator", "Outcome" or the name itself: what domains and ranges are written in
  std::string biolink_category;  // "biolink:Gene"
  std::string upper_class;       // OBO upper class as CURIE
  bool preparation = false;      // what was given, made of a derivative, a source and modifiers; a path holds one at most
  bool inner_step = false;       // may stand inside a mechanism path
};

// What a relation means to the machinery. Code switches on this, never on a relation's name.
enum class RelationClass : std::uint8_t { effect, modifier, slot, comparison, hierarchy, foreign };

constexpr std::string_view name(RelationClass relation_class) noexcept {
  switch (relation_class) {
    case RelationClass::effect: return "effect";
    case RelationClass::modifier: return "modifier";
    case RelationClass::slot: return "slot";
    case RelationClass::comparison: return "comparison";
    case RelationClass::hierarchy: return "hierarchy";
    case RelationClass::foreign: return "foreign";
  }
  return {};
}

// A row of relations.tsv.
struct Relation {
  std::string name;  // "decreases"
  std::string inverse;
  RelationClass relation_class = RelationClass::foreign;
  std::int8_t sign = 0;  // effect on the amount, activity or occurrence of the object
  bool symmetric = false;
  bool transparent = false;                 // its hops do not enter the sign of a path
  bool in_identity = false;                 // a modifier that makes another Intervention
  bool carries_cargo = false;               // a modifier whose object acts from inside the preparation
  bool context_only = false;                // a slot that is never a hop unless asked for
  std::vector<TypeId> domain;               // sorted; the types that a subject may have
  std::vector<TypeId> range;                // sorted; the types that an object may have
  std::string label_pattern;                // how a modifier names a preparation: "{object}-pretreated {subject}"; empty for the others
  std::string mapping;                      // RO, BFO, RDF(S) or empty: CURIE
  std::string mapping_match;                // "exact" or "broad"; empty without a mapping
  std::string biolink_predicate;            // "biolink:affects"; empty = stays local
  std::string biolink_qualified_predicate;  // "biolink:causes" or empty
  std::string biolink_direction;            // "increased", "decreased" or empty
};

// What a CURIE is to its node: wider, narrower, the same.
enum class Match : std::uint8_t { none, exact, close, broad, narrow };

// A row of terms.tsv.
struct Term {
  std::string key;  // "nlrp3": the lexicon's own name
  TypeId type{};
  std::string label;           // what people call it and figures show: short_label where the table has one, else preferred_label
  std::string ontology_label;  // the class's label in its ontology (preferred_label)
  std::string curie;           // may be empty
  Match match = Match::none;
  std::string id;                  // node id: the CURIE where match is exact, or close and no other term has it; else MECHGRAPH:<key>
  std::int8_t valence = 0;         // +1 more is better for the patient, -1 worse, 0 depends or not an outcome
  std::vector<std::string> xrefs;  // CURIEs
  std::string note;
};

}  // namespace mechgraph
