// A cell taken apart with the built-in ontology.
#pragma once

#include <string>

#include "interpret/items.hpp"

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

}  // namespace mechgraph
