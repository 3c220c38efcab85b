// Noun phrases of a cell.
#include "interpret/phrases.hpp"

#include <algorithm>
#include <string>

namespace mechgraph {
Phrases::Phrases(Reading const& reading, std::vector<NamedPreparation> const& preparations, std::vector<ChangedFunction> const& functions,
                 Lexicon const& lexicon, Grammar const& grammar)
    : reading_(reading), preparations_(preparations), ontology_(lexicon.ontology()), grammar_(grammar), functions_(functions) {
  preparation_of_item_.assign(reading.items.size(), 0);
  for (std::size_t p = 0; p < preparations.size(); ++p) {
    for (std::size_t k = preparations[p].first; k < preparations[p].last; ++k) preparation_of_item_[k] = p + 1;
  }
  function_of_item_.assign(reading.items.size(), 0);
  for (std::size_t f = 0; f < functions.size(); ++f) {
    for (std::size_t k = functions[f].first; k < functions[f].last; ++k) function_of_item_[k] = f + 1;
    if (!functions[f].preparation) continue;
    NamedPreparation const& lacking = preparations[*functions[f].preparation];
    for (std::size_t k = lacking.first; k < lacking.last; ++k) function_of_item_[k] = f + 1;
  }
}

bool Phrases::is_inducer(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.kind != ItemKind::mention) return false;
  if (reading_.items[item + 1].is(WordClass::inducer) || is_mediating(item)) return true;
  if (it.last - it.first < 2) return false;
  auto const last = grammar_.words.longest(reading_.tokens, it.last - 1,
                                           [](Word const& word, std::size_t) { return word.word_class == WordClass::inducer; });
  return last && it.last - 1 + last.tokens == it.last;
}

bool Phrases::is_mediating(std::size_t item) const {
  if (item + 2 >= reading_.items.size()) return false;
  Item const& next = reading_.items[item + 1];
  Item const& word = next.is(WordClass::aspect) ? reading_.items[item + 2] : next;  // "STAT3 phosphorylation-dependent"
  return reading_.items[item].kind == ItemKind::mention && word.is(WordClass::mediated) && reading_.tokens[word.first].hyphen;
}

bool Phrases::can_be_changed(std::size_t item) const {
  return contains(ontology_.relation(grammar_.effect(Basis::stated, 1)).range, reading_.type(reading_.items[item]));
}

bool Phrases::is_bound(std::size_t item) const {
  auto const& items = reading_.items;
  return item > 0 && items[item].kind == ItemKind::mention && reading_.tokens[items[item].first].hyphen && items[item - 1].trigger &&
         items[item - 1].trigger->is(PartOfSpeech::prefix) && can_be_changed(item) && !items[item + 1].is(WordClass::antibody);
}

// "proangiogenic effect", "anti-inflammatory action" as what another trigger acts on.
bool Phrases::is_bound_effect(std::size_t item) const {
  return is_bound(item) && !reading_.items[item].taken && reading_.items[item + 1].is(WordClass::effect_noun);
}

bool Phrases::is_object(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.kind != ItemKind::mention || it.taken || is_inducer(item) || is_bound(item)) return false;
  return can_be_changed(item);
}

bool Phrases::is_context(std::size_t item) const {
  Item const& it = reading_.items[item];
  return it.kind == ItemKind::mention && !it.taken && !grammar_.qualifier(reading_.type(it)).empty();
}

bool Phrases::is_of(std::size_t item) const {
  return reading_.items[item].is(WordClass::preposition) && reading_.items[item].word.value == "object";
}

bool Phrases::is_coordinator(std::size_t item) const {
  Item const& it = reading_.items[item];
  return it.kind == ItemKind::comma || it.kind == ItemKind::slash || it.is(WordClass::conjunction) ||
         (it.is(WordClass::negation) && it.word.value == "list");
}

bool Phrases::ends_phrase(std::size_t item) const {
  Item const& it = reading_.items[item];
  return it.kind == ItemKind::stop || it.kind == ItemKind::link || it.kind == ItemKind::comparison || it.is(WordClass::agent) ||
         it.is(WordClass::contrast) || it.is(WordClass::relative) || it.is(WordClass::than) || it.is(WordClass::delivery) ||
         (it.kind == ItemKind::trigger && !it.taken && !it.trigger->is(PartOfSpeech::prefix) && !is_participle(item));
}

// "activated" of "proliferation of activated T cells", "impaired" of "the impaired angiogenesis".
bool Phrases::is_participle(std::size_t item) const {
  auto const& items = reading_.items;
  if (item == 0 || !items[item].trigger->is(PartOfSpeech::past) || items[item].trigger->is(PartOfSpeech::noun)) return false;
  bool const after = items[item - 1].is(WordClass::preposition) && is_context(item + 1);
  bool const state = items[item - 1].is(WordClass::determiner) && begins_object(item + 1);
  return after || state;
}

bool Phrases::is_light_before(std::size_t item) const {
  Item const& it = reading_.items[item];
  return it.is(WordClass::aspect) || it.is(WordClass::degree) || it.is(WordClass::auxiliary) || it.is(WordClass::hedge) ||
         it.is(WordClass::negation) || it.is(WordClass::axis) || is_role_before(item);
}

bool Phrases::is_role_before(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.kind != ItemKind::trigger || it.trigger->effect != Effect::change || !it.trigger->is_finite()) return false;
  Item const& next = reading_.items[item + 1];
  return next.kind == ItemKind::trigger && next.trigger->is(PartOfSpeech::gerund);
}

bool Phrases::begins_object(std::size_t item) const {
  for (std::size_t seen = 0; seen < longest_phrase; ++seen, ++item) {
    if (is_object(item)) return true;
    Item const& it = reading_.items[item];
    bool const light = it.is(WordClass::determiner) || it.is(WordClass::degree) || it.is(WordClass::location) || it.is(WordClass::extent) ||
                       it.is(WordClass::aspect) || is_context(item);
    if (!light) return false;
  }
  return false;
}

bool Phrases::is_governed(std::size_t item) const {
  auto const& items = reading_.items;
  if (items[item].kind != ItemKind::trigger || items[item].taken || !items[item].trigger->is(PartOfSpeech::noun)) return false;
  if (item == 0 || !is_object(item - 1) || is_of(item + 1) || begins_object(item + 1)) return false;
  // After: a verb that has no object of its own.
  std::size_t after = item + 1;
  while (after < item + longest_phrase && is_light_before(after)) ++after;
  if (items[after].kind == ItemKind::trigger && !items[after].taken && items[after].trigger->is_finite() && !begins_object(after + 1))
    return true;
  // Before: a trigger whose object begins here, with nothing but place, aspect and a slash chain between.
  for (std::size_t at = item - 1; at > 0 && item - at < longest_phrase; --at) {
    Item const& it = items[at - 1];
    if (it.kind == ItemKind::trigger && !it.taken) return !it.trigger->is(PartOfSpeech::arrow);
    bool const between = it.is(WordClass::determiner) || it.is(WordClass::degree) || it.is(WordClass::location) ||
                         it.is(WordClass::extent) || it.is(WordClass::aspect) || it.kind == ItemKind::slash || is_of(at - 1) ||
                         is_context(at - 1) || (is_object(at - 1) && items[at].kind == ItemKind::slash);
    if (!between) return false;
  }
  return false;
}

void Phrases::add_context(std::vector<Qualifier>& context, std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.kind == ItemKind::mention) {
    context.push_back({grammar_.qualifier(reading_.type(it)), value_of(reading_.mention(it).thing())});
    auto const extent = grammar_.words.longest(reading_.tokens, it.first,
                                               [](Word const& word, std::size_t) { return word.word_class == WordClass::extent; });
    if (extent && it.first + extent.tokens == it.last) context.push_back({"extent", folded_form(reading_.printed(it))});
    return;
  }
  if (it.is(WordClass::aspect)) context.push_back({"aspect", std::string(it.word.value)});
  if (it.is(WordClass::location)) context.push_back({"location", folded_form(reading_.printed(it))});
  if (it.is(WordClass::extent)) context.push_back({"extent", folded_form(reading_.printed(it))});
}

// "30%", "2-fold", "≈ 40 %": one past it, or the item itself.
std::size_t Phrases::measure_end(std::size_t item) const {
  std::size_t at = item;
  while (at < item + longest_phrase && reading_.items[at].kind == ItemKind::other) {
    std::string_view const text = reading_.tokens.folded(reading_.items[at].first);
    bool const number = text.front() >= '0' && text.front() <= '9';
    bool const unit = at > item && (text == "fold" || text == "times" || text == "percent" || text == "points");
    if (!number && !unit && reading_.tokens[reading_.items[at].first].word) break;
    ++at;
  }
  return at;
}

std::size_t Phrases::measure_begin(std::size_t item) const {
  std::size_t begin = item;
  for (std::size_t k = item; k > 0 && item - k < longest_measure && reading_.items[k - 1].kind == ItemKind::other; --k) {
    if (measure_end(k - 1) == item) begin = k - 1;
  }
  return begin;
}

Phrases::Manner Phrases::manner(std::size_t trigger_item) const {
  Manner manner;
  for (std::size_t at = trigger_item; at > 0; --at) {
    Item const& it = reading_.items[at - 1];
    if (it.is(WordClass::negation)) {
      manner.negated = !manner.negated;
    } else if (it.is(WordClass::hedge)) {
      manner.hedged = true;
      manner.context.push_back({"hedged", folded_form(reading_.printed(it))});
    } else if (it.is(WordClass::degree)) {
      manner.context.push_back({"magnitude", folded_form(reading_.printed(it))});
    } else if (!it.is(WordClass::auxiliary)) {
      break;
    }
  }
  return manner;
}

}  // namespace mechgraph
