// Cell text → mentions of terms.
#include "interpret/mentions.hpp"

#include <string>

namespace mechgraph {
namespace {

MentionMatch how(FoundTerm const& found) {
  if (found.match != FormMatch::exact) return MentionMatch::folded;
  return found.is_label ? MentionMatch::exact : MentionMatch::synonym;
}

std::optional<PlacedMention> mention_at(FoldedText const& text, std::size_t at, Lexicon const& lexicon,
                                        Abbreviations const& abbreviations) {
  auto const found = lexicon.longest(text, at);
  auto const defined = abbreviations.longest(text, at);
  PlacedMention placed;
  placed.first = at;
  if (defined && (!found || defined->tokens >= found->tokens) && !(found && found->term == defined->term)) {
    placed.last = at + defined->tokens;
    placed.mention.term = defined->term;
    placed.mention.match = MentionMatch::abbreviation;
    return placed;
  }
  if (!found) return std::nullopt;
  placed.last = at + found->tokens;
  placed.mention.term = found->term;
  placed.mention.match = how(*found);
  placed.mention.inverse = found->inverse;
  placed.mention.ambiguous = found->ambiguous && !defined;
  return placed;
}

// "(HSC)" after "hepatic stellate cell": the tokens of the parenthesis, or 0.
std::size_t defining_parenthesis(FoldedText const& text, std::size_t at, TermId term, Lexicon const& lexicon,
                                 Abbreviations const& abbreviations) {
  if (at + 2 >= text.size() || text.cased(at) != "(") return 0;
  auto const inside = mention_at(text, at + 1, lexicon, abbreviations);
  if (!inside || inside->mention.term != term || inside->last >= text.size() || text.cased(inside->last) != ")") return 0;
  return inside->last + 1 - at;
}

// The cell type whose process the term is, as the words of the mention show: "hepatocyte" of "hepatocyte proliferation".
std::optional<TermId> cell_of(FoldedText const& text, PlacedMention const& placed, Lexicon const& lexicon) {
  Ontology const& ontology = lexicon.ontology();
  for (std::size_t at = placed.first; at < placed.last; ++at) {
    auto const found = lexicon.longest_if(text, at, [&](TermId term) { return ontology.kind(term) == Kind::context; });
    if (found && at + found->tokens <= placed.last) return found->term;
  }
  return std::nullopt;
}

// "their apoptosis" after "hepatocyte proliferation" → hepatocyte apoptosis, where some form of the cell and these words name a term.
void resolve_coreference(FoldedText const& text, std::string_view printed, std::vector<PlacedMention>& mentions, Lexicon const& lexicon,
                         Grammar const& grammar) {
  std::optional<TermId> cell;
  for (PlacedMention& placed : mentions) {
    bool const possessive = placed.first > 0 && grammar.is_possessive(text.folded(placed.first - 1));
    if (possessive && cell) {
      std::string_view const process = cut(printed, text.span(placed.first, placed.last));
      for (std::string_view const cell_name : lexicon.forms_of(*cell)) {
        auto const composed = lexicon.whole(std::string(cell_name) + " " + std::string(process));
        if (!composed || composed->term == *placed.mention.term) continue;
        --placed.first;
        placed.mention.term = composed->term;
        placed.mention.match = MentionMatch::coreference;
        placed.mention.inverse = composed->inverse;
        break;
      }
    }
    if (auto const named = cell_of(text, placed, lexicon)) cell = named;
  }
}

}  // namespace

std::vector<PlacedMention> find_mentions(FoldedText const& text, std::string_view printed, Lexicon const& lexicon,
                                         Abbreviations const& abbreviations, Grammar const& grammar) {
  std::vector<PlacedMention> mentions;
  for (std::size_t at = 0; at < text.size();) {
    auto placed = text[at].word ? mention_at(text, at, lexicon, abbreviations) : std::nullopt;
    // "TNF-α primed MSCs": where the agent is named, the word composes; "primed MSCs" is a name only without one.
    if (placed && placed->last > at + 1 && !mentions.empty() && mentions.back().last == at) {
      auto const composition = grammar.compositions.longest(text, at);
      if (composition && composition.value->before && at + composition.tokens < placed->last) placed.reset();
    }
    if (!placed) {
      ++at;
      continue;
    }
    placed->last += defining_parenthesis(text, placed->last, *placed->mention.term, lexicon, abbreviations);
    mentions.push_back(*placed);
    at = placed->last;
  }
  resolve_coreference(text, printed, mentions, lexicon, grammar);
  for (PlacedMention& placed : mentions) placed.mention.span = text.span(placed.first, placed.last);
  return mentions;
}

}  // namespace mechgraph
