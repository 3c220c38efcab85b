// Which preparations a cell names: a derivative with its source, its modifiers and its cargo.
#pragma once

#include <optional>
#include <vector>

#include "interpret/items.hpp"

namespace mechgraph {

// A thing that a preparation was made with, and the word that says so.
struct PreparedWith {
  RelationId relation{};
  TermOrWords thing;
  std::size_t item = 0;  // the mention
  Span span;             // of the mention
  Span trigger;
  bool in_identity = true;
};

// A derivative as a cell names it. `first` and `last` are the items that belong to it: its own, its modifiers', its source's.
struct NamedPreparation {
  TermId derivative{};
  std::size_t item = 0;  // the derivative's mention
  std::size_t first = 0;
  std::size_t last = 0;  // one past
  Span derivative_span;
  std::optional<TermId> source;
  Span source_span;
  std::vector<PreparedWith> with;

  [[nodiscard]] Span span(Reading const& reading) const { return {reading.items[first].span.begin, reading.items[last - 1].span.end}; }
};

// All preparations of a cell, from left to right. Items that belong to one are marked as taken, except what it carries ("exosomal miR-17":
// the microRNA may act by its own). Patterns: "<X> <composition word> <derivative>", "<derivative> <composition word> <X>", "<carrier
// adjective> <X>",
// "<X> in <derivative>", "<source>(-derived) <derivative>", and a source's name that holds its cells ("amniotic fluid-MSCs"). Linear.
std::vector<NamedPreparation> find_preparations(Reading& reading, Lexicon const& lexicon, Grammar const& grammar);

}  // namespace mechgraph
