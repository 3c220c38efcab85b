// Cell text → mentions of terms.
#pragma once

#include <vector>

#include "domain/mention.hpp"
#include "interpret/abbreviations.hpp"
#include "interpret/grammar.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// A mention and the tokens that it covers.
struct PlacedMention {
  Mention mention;
  TypeId type{};          // of the term or the name
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
};

// A cell's text, with bound prefixes parted from what they act on: "antifibrotic", "proangiogenic", where the rest alone names a term.
FoldedText folded_cell(std::string_view text, Lexicon const& lexicon, Grammar const& grammar);

// All mentions of a text, from left to right: the longest match wins, none is inside another, a boundary parts letters and digits from
// neither side. What the table defines (abbreviations) beats what the lexicon would guess for an ambiguous form; both beat nothing. A
// defining parenthesis that follows a name ("hepatic stellate cell (HSC)") belongs to its mention. "their apoptosis" after a cell's name is
// the composed process where the lexicon has it (match coreference). Linear in the text.
std::vector<PlacedMention> find_mentions(FoldedText const& text, std::string_view printed, Lexicon const& lexicon,
                                         Abbreviations const& abbreviations, Grammar const& grammar);

}  // namespace mechgraph
