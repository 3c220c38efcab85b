// Why a term was chosen for words, and what else they could have been.
#include "cli/choice.hpp"

#include <algorithm>
#include <vector>

#include "ontology/outside_forms.hpp"
#include "ontology/outside_terms.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_others = 6;

std::string joined_cased(FoldedText const& text, std::size_t at, std::size_t tokens) {
  std::string joined;
  for (std::size_t i = at; i < at + tokens; ++i) joined.append(i == at ? "" : " ").append(text.cased(i));
  return joined;
}

}  // namespace

std::string how(Lexicon const& lexicon, FoldedText const& text, std::size_t at, FoundTerm const& found) {
  if (found.outside) {
    auto const form = lexicon.outside_form(text, at, found.tokens);
    if (!form) return "a form of the vocabulary";
    Vocabulary const& vocabulary = lexicon.ontology().outside()->vocabulary();
    std::string words(meaning(form->choice));
    auto const number = vocabulary.find_term(lexicon.ontology().term(found.term).id);
    if (number) words.append(", in ").append(vocabulary.sources()[vocabulary.source(*number)].name);
    return words;
  }
  if (found.ambiguous) return "an ambiguous name, taken by default";
  switch (found.match) {
    case FormMatch::exact: return found.is_label ? "its label" : "a synonym";
    case FormMatch::folded: return found.is_label ? "its label, folded" : "a synonym, folded";
    case FormMatch::plural: return found.is_label ? "its label in the plural" : "a synonym in the plural";
  }
  return {};
}

std::string alternatives(Lexicon const& lexicon, FoldedText const& text, std::size_t at, FoundTerm const& found) {
  Ontology const& ontology = lexicon.ontology();
  std::vector<std::string> others;
  auto const add = [&](std::string_view label, std::string_view id) {
    std::string other(label);
    if (!id.empty()) other.append(" (").append(id).append(")");
    if (id != ontology.term(found.term).id && std::find(others.begin(), others.end(), other) == others.end())
      others.push_back(std::move(other));
  };
  std::string const printed = joined_cased(text, at, found.tokens);
  for (AmbiguousForm const& form : ontology.ambiguous()) {
    if (form.form != printed) continue;
    for (std::string const& key : form.candidates) {
      auto const term = ontology.find_key(key);
      if (term) add(ontology.term(*term).label, ontology.term(*term).id);
      if (key == "*") add("something outside the lexicon", "");
    }
  }
  if (auto const form = lexicon.outside_form(text, at, found.tokens)) {
    Vocabulary const& vocabulary = ontology.outside()->vocabulary();
    for (std::uint32_t const number : form->others) {
      auto const own = ontology.outside()->id_of(number);
      if (own && *own == found.term) continue;
      add(vocabulary.label(number), vocabulary.curie(number));
    }
  }
  if (others.empty()) return {};
  std::string words = "could also be ";
  for (std::size_t i = 0; i < std::min(others.size(), most_others); ++i) words.append(i == 0 ? "" : ", ").append(others[i]);
  if (others.size() > most_others) words += ", and " + std::to_string(others.size() - most_others) + " more";
  return words;
}

std::optional<FoundTerm> found_at(Lexicon const& lexicon, FoldedText const& text, Span span, std::size_t& at) {
  auto const tokens = text.tokens();
  auto const first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](Token const& token, std::uint32_t begin) { return token.span.begin < begin; });
  if (first == tokens.end() || first->span.begin != span.begin) return std::nullopt;
  at = static_cast<std::size_t>(first - tokens.begin());
  auto found = lexicon.longest(text, at);
  if (!found || tokens[at + found->tokens - 1].span.end != span.end) return std::nullopt;
  return found;
}

}  // namespace mechgraph
