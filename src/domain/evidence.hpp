// On what a statement rests.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "domain/flag.hpp"
#include "ontology/role.hpp"

namespace mechgraph {

// How far the words go: they say it, a mechanism word implies it, or the cargo of the agent suggests it. Strongest first.
enum class Basis : std::uint8_t { stated, implied, cargo };

constexpr std::string_view name(Basis basis) noexcept {
  switch (basis) {
    case Basis::stated: return "stated";
    case Basis::implied: return "implied";
    case Basis::cargo: return "cargo";
  }
  return {};
}

constexpr std::optional<Basis> basis_named(std::string_view text) noexcept {
  for (Basis const basis : {Basis::stated, Basis::implied, Basis::cargo}) {
    if (name(basis) == text) return basis;
  }
  return std::nullopt;
}

// Words in a cell. Spans are in bytes of the cell's text; an empty trigger, subject or object span means that there is none (a slot edge
// has no trigger; a subject from the column has no words in the cell).
struct Words {
  Role field = Role::result;
  std::string_view cell;  // the cell's text; owned by the record table or graph that the words come from
  Span text;              // the least part of the cell that says it
  Span trigger;
  Span subject;
  Span object;
};

}  // namespace mechgraph
