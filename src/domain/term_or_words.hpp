// A term of the ontology, or words that no term covers.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "ontology/kind.hpp"
#include "ontology/term.hpp"

namespace mechgraph {

// Words that no term of the ontology covers. The kind is that of the slot they fill. Where the words are a name made from known parts
// ("podocyte apoptosis", "miR-342-3p") it and the type are those of what is named, and `head` is the term that it is a sort of, if any.
struct Unresolved {
  std::string words;
  Kind kind = Kind::outcome;
  std::optional<TypeId> type{};
  std::optional<TermId> head{};
  std::int8_t valence = 0;  // of an outcome: whether more of it is better
  auto operator<=>(Unresolved const&) const = default;
  [[nodiscard]] bool is_composed() const noexcept { return type.has_value(); }
};

// What stands in a place that a term should fill.
using TermOrWords = std::variant<TermId, Unresolved>;

}  // namespace mechgraph
