// Cell text → mentions of terms.
#include "interpret/mentions.hpp"

#include <string>
#include <utility>

#include "interpret/compose.hpp"
#include "interpret/shared_names.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t shortest_bound = 5;  // letters behind a prefix

MentionMatch how(FoundTerm const& found) {
  if (found.outside) return MentionMatch::bulk;
  if (found.match != FormMatch::exact) return MentionMatch::folded;
  return found.is_label ? MentionMatch::exact : MentionMatch::synonym;
}

// "hyperoxia" of "hyperoxia-induced", where both are forms of the term: the tokens without what only says what it did.
std::size_t bare_length(FoldedText const& text, std::size_t at, FoundTerm const& found, Lexicon const& lexicon, Grammar const& grammar) {
  std::size_t const last = at + found.tokens - 1;
  if (found.tokens < 2 || !text[last].hyphen) return found.tokens;
  auto const inducer =
      grammar.words.longest(text, last, [](Word const& word, std::size_t) { return word.word_class == WordClass::inducer; });
  auto const composition = grammar.compositions.longest(text, last);
  if (!inducer && !(composition && composition.value->before)) return found.tokens;
  std::string bare;
  for (std::size_t i = at; i < last; ++i) bare.append(bare.empty() ? "" : " ").append(text.cased(i));
  auto const same = lexicon.whole(bare);
  return same && same->term == found.term ? found.tokens - 1 : found.tokens;
}

std::optional<PlacedMention> mention_at(FoldedText const& text, std::size_t at, Lexicon const& lexicon, Abbreviations const& abbreviations,
                                        Grammar const& grammar) {
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
  placed.last = at + bare_length(text, at, *found, lexicon, grammar);
  placed.mention.term = found->term;
  placed.mention.match = how(*found);
  placed.mention.inverse = found->inverse;
  placed.mention.ambiguous = found->ambiguous && !defined;
  return placed;
}

// "(HSC)" after "hepatic stellate cell": the tokens of the parenthesis, or 0.
std::size_t defining_parenthesis(FoldedText const& text, std::size_t at, TermId term, Lexicon const& lexicon,
                                 Abbreviations const& abbreviations, Grammar const& grammar) {
  if (at + 2 >= text.size() || text.cased(at) != "(") return 0;
  auto const inside = mention_at(text, at + 1, lexicon, abbreviations, grammar);
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

// "their apoptosis" → that of the cell: the lexicon's term under any form of the cell, else a composed name.
void resolve_coreference(FoldedText const& text, std::string_view printed, PlacedMention& placed, TermId cell, Lexicon const& lexicon,
                         Grammar const& grammar) {
  if (grammar.name_role(placed.type) != NameRole::process || !placed.mention.term) return;
  Ontology const& ontology = lexicon.ontology();
  std::string const process{cut(printed, text.span(placed.first, placed.last))};
  for (std::string_view const cell_name : lexicon.forms_of(cell)) {
    auto const composed = lexicon.whole(std::string(cell_name) + " " + process);
    if (!composed || composed->term == *placed.mention.term) continue;
    --placed.first;
    placed.type = ontology.term(composed->term).type;
    placed.mention.term = composed->term;
    placed.mention.match = MentionMatch::coreference;
    placed.mention.inverse = composed->inverse;
    return;
  }
  Term const& head = ontology.term(*placed.mention.term);
  Unresolved name;
  name.words = ontology.term(cell).label + " " + folded_form(process);
  name.type = placed.type;
  name.kind = ontology.type(placed.type).kind;
  name.head = placed.mention.term;
  name.valence = head.valence;
  --placed.first;
  placed.mention.term.reset();
  placed.mention.name = std::move(name);
  placed.mention.match = MentionMatch::coreference;
}

// "their apoptosis" after "hepatocyte proliferation" → hepatocyte apoptosis.
void resolve_coreference(FoldedText const& text, std::string_view printed, std::vector<PlacedMention>& mentions, Lexicon const& lexicon,
                         Grammar const& grammar) {
  std::optional<TermId> cell;
  for (PlacedMention& placed : mentions) {
    bool const possessive = placed.first > 0 && grammar.is_possessive(text.folded(placed.first - 1));
    if (possessive && cell) {
      resolve_coreference(text, printed, placed, *cell, lexicon, grammar);
    }
    if (auto const named = cell_of(text, placed, lexicon)) cell = named;
  }
}

}  // namespace

FoldedText folded_cell(std::string_view text, Lexicon const& lexicon, Grammar const& grammar) {
  return FoldedText(text, [&](std::string_view word) -> std::size_t {
    for (std::string const& prefix : grammar.prefixes()) {
      if (!word.starts_with(prefix) || word.size() < prefix.size() + shortest_bound || lexicon.whole(word)) continue;
      auto const rest = lexicon.whole(word.substr(prefix.size()));
      if (rest && lexicon.ontology().kind(rest->term) == Kind::outcome) return prefix.size();
    }
    return 0;
  });
}

std::vector<PlacedMention> find_mentions(FoldedText const& text, std::string_view printed, Lexicon const& lexicon,
                                         Abbreviations const& abbreviations, Grammar const& grammar) {
  std::vector<PlacedMention> mentions;
  for (std::size_t at = 0; at < text.size();) {
    auto placed = text[at].word ? mention_at(text, at, lexicon, abbreviations, grammar) : std::nullopt;
    // "TNF-α primed MSCs": where the agent is named, the word composes; "primed MSCs" is a name only without one.
    bool const after_agent = (!mentions.empty() && mentions.back().last == at) || (at > 0 && text[at].hyphen);
    if (placed && placed->last > at + 1 && after_agent) {
      auto const composition = grammar.compositions.longest(text, at);
      if (composition && composition.value->before && at + composition.tokens < placed->last) placed.reset();
    }
    if (!placed) {
      ++at;
      continue;
    }
    placed->last += defining_parenthesis(text, placed->last, *placed->mention.term, lexicon, abbreviations, grammar);
    mentions.push_back(*placed);
    at = placed->last;
  }
  for (PlacedMention& placed : mentions) placed.type = lexicon.ontology().term(*placed.mention.term).type;
  share_names(text, printed, mentions, lexicon, grammar);
  compose_names(text, printed, mentions, lexicon, grammar);
  resolve_coreference(text, printed, mentions, lexicon, grammar);
  for (PlacedMention& placed : mentions) placed.mention.span = text.span(placed.first, placed.last);
  return mentions;
}

}  // namespace mechgraph
