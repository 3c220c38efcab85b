// A cell taken apart with the built-in ontology.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "interpret/preparations.hpp"

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
