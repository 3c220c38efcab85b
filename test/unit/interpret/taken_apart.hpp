// A cell taken apart with the built-in ontology.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "interpret/preparations.hpp"
#include "interpret/row.hpp"

namespace mechgraph {

inline Lexicon const& builtin_lexicon() {
  static Lexicon const instance{Ontology::builtin()};
  return instance;
}

inline Grammar const& builtin_grammar() {
  static Grammar const instance{*Ontology::builtin()};
  return instance;
}

// The text must outlive the reading.
inline Reading taken_apart(std::string const& text) {
  return read_cell(text, builtin_lexicon(), Abbreviations(builtin_lexicon()), builtin_grammar());
}

// What the first row of a table says outside its free text.
inline Row first_row(RecordTable const& table) {
  Abbreviations const none(builtin_lexicon());
  CellReadings readings(builtin_lexicon(), builtin_grammar());
  readings.begin_row(none, false);
  return read_row(table, table.records.front(), builtin_lexicon().ontology(), builtin_grammar(), readings);
}

// A cell with its preparations; keeps the text that the reading points into.
struct TakenApart {
  explicit TakenApart(std::string words)
      : text(std::move(words)),
        reading(taken_apart(text)),
        preparations(find_preparations(reading, builtin_lexicon(), builtin_grammar())) {}
  TakenApart(TakenApart const&) = delete;
  TakenApart& operator=(TakenApart const&) = delete;
  std::string text;
  Reading reading;
  std::vector<NamedPreparation> preparations;
};

}  // namespace mechgraph
