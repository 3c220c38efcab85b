// Names that a list says once.
#pragma once

#include <string_view>
#include <vector>

#include "interpret/grammar.hpp"
#include "interpret/mentions.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// Adds a mention (match composed) for each further number of a list whose name stands once: "collagen I and III", "IL-1β and -6",
// "MMP-2/9", where the lexicon has a molecule of that name and number. Sets all but the span. `mentions` is sorted by place and stays so.
// Linear in the text.
void share_names(FoldedText const& text, std::string_view printed, std::vector<PlacedMention>& mentions, Lexicon const& lexicon,
                 Grammar const& grammar);

}  // namespace mechgraph
