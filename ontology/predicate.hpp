// What an edge of another graph says, in its words and in ours.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace mechgraph {

// A predicate with the qualifiers that decide its sense, by Biolink's names with or without their prefixes; what is absent is empty.
struct ForeignPredicate {
  std::string_view predicate = {};
  std::string_view original_predicate = {};
  std::string_view qualified_predicate = {};
  std::string_view subject_direction = {};
  std::string_view object_direction = {};
  std::string_view object_aspect = {};
  std::optional<std::int8_t> sign = {};  // that the graph itself gives: it wins
};

// A relation of ours, or the predicate's own name where none says the same; it lives as long as the predicate and the ontology.
struct EdgeMeaning {
  std::string_view relation;
  std::int8_t sign = 0;
  bool whole = false;  // relation and sign say all that the predicate and its directions do
};

using MeaningOfPredicate = std::function<EdgeMeaning(ForeignPredicate const&)>;
// The name of our type for a category of another graph; empty where none fits.
using TypeOfCategory = std::function<std::string_view(std::string_view category)>;

}  // namespace mechgraph
