// Names that no lexicon can list: made from known parts.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "interpret/grammar.hpp"
#include "interpret/mentions.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// Joins the mentions of a text, and the words between them, to longer names (match composed): a microRNA by its number ("miR-342-3p"), an
// RNA by its symbol ("circFOXP1"), a chain of molecules ("TXNIP/NLRP3 axis", except a microRNA and its target), a noun with the cell type,
// tissue or words before it ("podocyte apoptosis", "retinal thickness"), or with "of" and a cell type behind it ("apoptosis of smooth
// muscle cells"). Where the lexicon has the whole under another form, its term is taken. A mention that is only the beginning of a longer
// symbol ("MMP" of "MMP-3") is dropped. `mentions` is sorted by place and stays so. Linear in the text.
void compose_names(FoldedText const& text, std::string_view printed, std::vector<PlacedMention>& mentions, Lexicon const& lexicon,
                   Grammar const& grammar);

// What goes up where there are more cells of a type: a process of theirs ("regulatory T cell differentiation"), else their number.
std::pair<TermOrWords, TypeId> counted(TermId cell, Lexicon const& lexicon, Grammar const& grammar);

}  // namespace mechgraph
