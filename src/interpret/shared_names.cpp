// Names that a list says once.
#include "interpret/shared_names.hpp"

#include <string>
#include <utility>

namespace mechgraph {
namespace {

constexpr std::size_t most_number = 4;  // bytes of "III", "1β"

// "III", "6", "1β"
bool is_number(FoldedText const& text, std::size_t token) {
  std::string_view const word = text.cased(token);
  if (!text[token].word || word.size() > most_number) return false;
  return (word.front() >= '0' && word.front() <= '9') || word.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_connector(FoldedText const& text, std::size_t token, Grammar const& grammar) {
  std::string_view const sign = text.cased(token);
  if (sign == "/" || sign == "," || sign == "-") return true;
  auto const word = grammar.words.longest(text, token);
  return word && word.value->word_class == WordClass::conjunction;
}

bool is_molecule(TypeId type, Grammar const& grammar) { return grammar.name_role(type) == NameRole::molecule; }

}  // namespace

void share_names(FoldedText const& text, std::string_view printed, std::vector<PlacedMention>& mentions, Lexicon const& lexicon,
                 Grammar const& grammar) {
  std::vector<std::pair<std::size_t, PlacedMention>> added;  // behind which mention
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    PlacedMention const& named = mentions[i];
    if (named.last < named.first + 2 || !is_number(text, named.last - 1) || !is_molecule(named.type, grammar)) continue;
    std::string const base = std::string(cut(printed, text.span(named.first, named.last - 1))) + " ";
    std::size_t const end = i + 1 < mentions.size() ? mentions[i + 1].first : text.size();
    for (std::size_t next = named.last; next < end;) {
      std::size_t const from = next;
      while (next < end && is_connector(text, next, grammar)) ++next;
      if (next == from || next == end || !is_number(text, next)) break;
      auto const found = lexicon.whole(base + std::string(text.cased(next)));
      if (!found || !is_molecule(lexicon.ontology().term(found->term).type, grammar)) break;
      PlacedMention placed;
      placed.first = next;
      placed.last = next + 1;
      placed.type = lexicon.ontology().term(found->term).type;
      placed.mention.match = MentionMatch::composed;
      placed.mention.term = found->term;
      placed.mention.inverse = found->inverse;
      added.emplace_back(i, std::move(placed));
      ++next;
    }
  }
  if (added.empty()) return;
  std::vector<PlacedMention> all;
  all.reserve(mentions.size() + added.size());
  auto next = added.begin();
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    all.push_back(std::move(mentions[i]));
    for (; next != added.end() && next->first == i; ++next) all.push_back(std::move(next->second));
  }
  mentions = std::move(all);
}

}  // namespace mechgraph
