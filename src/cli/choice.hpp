// Why a term was chosen for words, and what else they could have been.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// How a found form met its term: "its label", "a synonym, folded", "a synonym of one term only in Entrez Gene".
std::string how(Lexicon const& lexicon, FoldedText const& text, std::size_t at, FoundTerm const& found);

// The other meanings of the words: "could also be A (ID), B (ID)" of ambiguous.tsv and of the vocabulary, at most six; empty without any.
std::string alternatives(Lexicon const& lexicon, FoldedText const& text, std::size_t at, FoundTerm const& found);

// The term that the words at `span` of a cell were taken for, and `at` = their first token; nothing where no form covers them.
std::optional<FoundTerm> found_at(Lexicon const& lexicon, FoldedText const& text, Span span, std::size_t& at);

}  // namespace mechgraph
