// Who does what to whom, as a record says it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/evidence.hpp"
#include "domain/flag.hpp"
#include "domain/record.hpp"
#include "domain/term_or_words.hpp"
#include "ontology/term.hpp"

namespace mechgraph {

struct Modifier {
  RelationId relation{};
  TermOrWords object;
  auto operator<=>(Modifier const&) const = default;
};

// A preparation that was given: derivative (or the agent in the intervention column), source, and the modifiers that are part of its
// identity (design section 4.3). `modifiers` is sorted and holds only relations with in_identity.
struct Preparation {
  TermOrWords derivative;
  std::vector<TermOrWords> source;  // empty: the record names none; the record may name several
  std::vector<Modifier> modifiers;
  auto operator<=>(Preparation const&) const = default;
};

using Entity = std::variant<TermId, Unresolved, Preparation>;

// A qualifier of a statement (schema section 3): a term, or text as printed.
struct Qualifier {
  std::string_view key;  // "cell_type", "organism", "magnitude" …: static or owned by the ontology
  std::variant<TermId, std::string> value;
};

// A thing as a qualifier's value: its term, or its words.
inline std::variant<TermId, std::string> value_of(TermOrWords const& thing) {
  if (auto const* term = std::get_if<TermId>(&thing)) return *term;
  return std::get<Unresolved>(thing).words;
}

struct Statement {
  Entity subject;
  RelationId relation{};
  Entity object;
  std::int8_t sign = 0;
  bool negated = false;
  Basis basis = Basis::stated;
  FlagSet flags;
  std::vector<Qualifier> context;
  Words words;
  std::string_view rule;                     // the rule that made it: static or owned by the ontology
  std::uint16_t confidence = 1000;           // per mille
  std::vector<std::string_view> references;  // as printed: "107"
};

// What one record says, and the words of it that no rule understood.
struct RecordStatements {
  Record const* record = nullptr;
  std::vector<Statement> statements;
  std::vector<Words> remainder;
};

}  // namespace mechgraph
