// Between Biolink's words and ours, both ways.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/parse.hpp"
#include "ontology/predicate.hpp"
#include "ontology/term.hpp"

namespace mechgraph {

// How Biolink says an edge: a predicate and, where it needs them, qualifiers. CURIEs, but plain words for aspect and direction.
struct BiolinkPredicate {
  std::string predicate;
  std::string qualified_predicate;
  std::string aspect;
  std::string direction;
};

// A row of foreign_relations.tsv: a relation that keeps its own name.
struct ForeignRelation {
  std::string name;  // "biolink:negatively_regulates"
  std::int8_t sign = 0;
  BiolinkPredicate biolink;
};

// The tables foreign_relations, categories, aspects and relation_mappings, with Biolink's columns of types and relations.
class Biolink {
 public:
  struct DataTables {
    DataTable const& foreign_relations;
    DataTable const& categories;
    DataTable const& aspects;
    DataTable const& mappings;
  };
  // Keeps no reference to the tables. Throws Error with the row's place on a doubled name, an unknown type or a wrong sign.
  Biolink(DataTables const& tables, std::vector<NodeType> const& types, std::vector<Relation> const& relations);

  [[nodiscard]] std::span<ForeignRelation const> foreign_relations() const noexcept { return foreign_; }
  // By name, or nullptr.
  [[nodiscard]] ForeignRelation const* find_foreign(std::string_view name) const;

  // The name of the type of a category, with or without "biolink:", or of a type's own name; empty where there is none.
  [[nodiscard]] std::string_view type_of(std::string_view category) const;
  // What an edge says. Its relation is ours where the graph names it ("increases", "mechgraph:increases"), also as original predicate, and
  // where predicate and direction say just what a relation of ours does; a predicate of foreign_relations.tsv keeps its name, as one that
  // nobody knows does. Its sign is the graph's own, else that of the directions of object and subject, else the table's or the relation's.
  // No relation of ours has another sign than its own: then a predicate stays foreign, and the name of a relation gives an empty meaning.
  // Logarithmic in the tables.
  [[nodiscard]] EdgeMeaning meaning(ForeignPredicate const& edge) const;

  // How Biolink says a relation of the ontology or of foreign_relations.tsv; `biolink:related_to` for all else. The types are those at the
  // ends, the valence is the object's (relation_mappings.tsv).
  [[nodiscard]] BiolinkPredicate predicate(std::string_view relation, std::string_view subject_type, std::string_view object_type,
                                           int object_valence) const;

 private:
  struct OwnRelation {
    std::int8_t sign = 0;
    BiolinkPredicate biolink;
  };
  struct Mapping {                                         // a row of relation_mappings.tsv
    std::vector<std::string> subject_types, object_types;  // empty = any
    std::string valence;                                   // empty = any
    std::string predicate;
  };
  struct Saying {  // a predicate and the direction that its qualifiers give
    std::string predicate, direction;
    auto operator<=>(Saying const&) const = default;
  };
  using OwnRelations = std::map<std::string, OwnRelation, std::less<>>;

  [[nodiscard]] OwnRelations::value_type const* own(std::string_view name) const;

  std::vector<ForeignRelation> foreign_;                   // by name
  std::map<std::string, std::string, std::less<>> types_;  // category → type
  std::map<std::string, std::int8_t, std::less<>> aspects_;
  OwnRelations own_;
  std::map<std::string, std::vector<Mapping>, std::less<>> mappings_;  // by relation
  std::map<Saying, std::string> sayings_;                              // → our relation
};

}  // namespace mechgraph
