// Noun phrases of a cell.
#include "interpret/phrases.hpp"

#include <algorithm>
#include <string>

namespace mechgraph {
namespace {

constexpr std::size_t longest_phrase = 32;     // items
constexpr std::size_t shortest_sequence = 8;   // bases
constexpr std::size_t most_plain_words = 4;    // between a trigger and its object
constexpr std::size_t most_words_to_verb = 3;  // between an agent and its verb ("exosomes showed reduced ...")

bool contains(std::vector<TypeId> const& types, TypeId type) { return std::binary_search(types.begin(), types.end(), type); }

}  // namespace

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
         it.is(WordClass::negation) || it.is(WordClass::axis);
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

// Passes over what may stand before an object and notes what it says; gives the item where an object, or something else, begins.
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
  for (std::size_t from = item; from > 0 && item - from < 6; --from) {
    if (reading_.items[from - 1].kind != ItemKind::other) return from < item && measure_end(from) == item ? from : item;
    if (from - 1 < item && measure_end(from - 1) < item) return from < item && measure_end(from) == item ? from : item;
  }
  return item;
}

std::size_t Phrases::skip_before_object(std::size_t from, std::vector<Qualifier>& context) const {
  std::size_t plain = 0;
  for (std::size_t item = from; item < from + longest_phrase; ++item) {
    Item const& it = reading_.items[item];
    if (it.is(WordClass::conjunction) && it.word.value == "example") continue;
    // "sensitivity of tumor cells": the noun is what changes, unless it only says how much or how far.
    if (plain > 0 && is_of(item)) return item;
    if (is_object(item) || is_bound_effect(item) || ends_phrase(item) || is_coordinator(item) || it.kind == ItemKind::open ||
        it.kind == ItemKind::close)
      return item;
    if (preparation_at(item)) {
      // "exosome-induced proliferation"
      std::size_t const after = preparations_[*preparation_at(item)].last;
      if (!reading_.items[after].is(WordClass::inducer) && !reading_.items[after].is(WordClass::mediated)) return item;
      item = after;
      continue;
    }
    if (is_mediating(item)) continue;
    if (is_inducer(item)) context.push_back({"induced_by", value_of(reading_.mention(it).thing())});
    if (is_inducer(item) || it.is(WordClass::inducer) || it.is(WordClass::mediated)) continue;
    if (is_bound(item)) continue;
    if (it.taken) return item;
    // "hypoxic pulmonary hypertension": what made it so.
    if (it.kind == ItemKind::mention && !is_context(item)) {
      if (!is_object(item + 1)) return item;
      continue;
    }
    if (it.is(WordClass::auxiliary) || it.is(WordClass::negation)) return item;
    if (it.kind == ItemKind::other && reading_.tokens[it.first].word && ++plain > most_plain_words) return item;
    if (is_context(item) || it.is(WordClass::aspect) || it.is(WordClass::location) || it.is(WordClass::extent)) add_context(context, item);
  }
  return from;
}

std::optional<Phrases::Chain> Phrases::chain(std::size_t item) const {
  Chain found;
  found.last = item;
  std::size_t at = item + 1;
  while (reading_.items[at].kind == ItemKind::slash) {
    if (at > item + longest_phrase) return std::nullopt;
    ++at;
    std::size_t const member = at;
    while (at <= item + longest_phrase && (reading_.items[at].is(WordClass::location) || reading_.items[at].kind == ItemKind::other)) ++at;
    if (reading_.items[at].kind == ItemKind::mention) {
      ++at;
    } else if (at == member) {
      return std::nullopt;
    }
    found.last = at - 1;
  }
  if (found.last == item || !reading_.items[at].is(WordClass::axis)) return std::nullopt;
  found.axis = at;
  return found;
}

// "hepatoprotective impacts", or an object followed by "effects": something that somebody has.
bool Phrases::names_effect(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (reading_.items[item + 1].is(WordClass::effect_noun)) return true;
  auto const last = grammar_.words.longest(reading_.tokens, it.last - 1,
                                           [](Word const& word, std::size_t) { return word.word_class == WordClass::effect_noun; });
  return it.last - it.first > 1 && last.tokens == 1;
}

std::size_t Phrases::objects_right(std::size_t from, std::vector<bool> const& claimed, std::vector<ClauseObject>& objects,
                                   std::optional<std::size_t>& genitive, Span& genitive_word) const {
  std::size_t end = from;
  std::size_t at = from;
  bool const coordinated_from_start = !objects.empty();
  for (;;) {
    ClauseObject object;
    std::size_t const begin = skip_before_object(at, object.context);
    bool const bound = is_bound_effect(begin);
    object.coordinated = coordinated_from_start || !objects.empty();
    if (!bound && (!is_object(begin) || claimed[begin])) {
      // A member of the list that no term covers.
      if (objects.empty() || bound) return end;
      if (reading_.items[at].is(WordClass::preposition)) return end;
      auto const words = plain_words_right(at);
      if (!words || words->second > words->first + most_plain_words || !ends_list_member(words->second)) return end;
      object.context.clear();
      object.words = {reading_.items[words->first].span.begin, reading_.items[words->second - 1].span.end};
      objects.push_back(std::move(object));
      at = end = words->second;
      std::size_t const next = next_member(at);
      if (next == at) return end;
      at = next;
      continue;
    }
    std::size_t item = begin;
    for (std::size_t k = at; k < begin; ++k) {
      if (is_mediating(k)) object.mediator = reading_.items[k].mention;
    }
    if (bound) {
      object.mention = reading_.items[begin].mention;
      object.words = reading_.items[begin].span;
      object.inner = reading_.items[begin - 1].trigger->effect;
    } else if (auto const whole = chain(begin)) {
      object.words = {reading_.items[begin].span.begin, reading_.items[whole->axis].span.end};
      object.kind = Kind::mediator;
      item = whole->axis;
    } else {
      object.mention = reading_.items[begin].mention;
      object.words = reading_.items[begin].span;
    }
    bool const own_effect = names_effect(item);
    objects.push_back(std::move(object));
    end = item + 1;
    // What follows the object: its aspect, its place, a parenthesis, whose it is.
    std::size_t plain = 0;
    for (at = end; at < begin + longest_phrase; ++at) {
      Item const& it = reading_.items[at];
      if (at == end && is_governed(at)) {
        objects.back().inner = it.trigger->effect;
        end = at + 1;
        continue;
      }
      // "by 35%"
      if (it.is(WordClass::agent) && measure_end(at + 1) > at + 1) {
        at = measure_end(at + 1) - 1;
        continue;
      }
      if (is_coordinator(at) || ends_phrase(at) || it.kind == ItemKind::open || it.kind == ItemKind::close) break;
      if (it.is(WordClass::auxiliary) || it.is(WordClass::negation)) return end;
      if (it.is(WordClass::aspect)) add_context(objects.back().context, at);
      if (is_context(at)) {
        for (ClauseObject& earlier : objects) add_context(earlier.context, at);
      }
      if (auto const named = preparation_at(at)) {
        std::size_t word = at;
        while (word > end && reading_.items[word - 1].is(WordClass::determiner)) --word;
        if (word > end && is_of(word - 1) && own_effect) {
          genitive = named;
          genitive_word = reading_.items[word - 1].span;
          end = preparations_[*named].last;
        }
        at = preparations_[*named].last - 1;
        continue;
      }
      if (is_object(at)) return end;  // a phrase of its own
      if (it.kind == ItemKind::other && reading_.tokens[it.first].word && ++plain > most_plain_words) return end;
      if (it.is(WordClass::aspect) || is_context(at) || it.is(WordClass::axis)) end = at + 1;
    }
    if (at >= begin + longest_phrase) return end;
    std::size_t const next = next_member(at);
    if (next == at) return end;
    at = next;
  }
}

// Past the coordinators at an item; the item itself where a list does not go on.
std::size_t Phrases::next_member(std::size_t item) const {
  std::size_t at = item;
  bool coordinator = false;
  if (reading_.items[at].kind == ItemKind::open) {
    // "(from 80% to 35%)" says nothing of the list.
    std::size_t close = at + 1;
    while (close < at + longest_phrase && reading_.items[close].kind != ItemKind::close &&
           reading_.items[close].kind != ItemKind::mention && reading_.items[close].kind != ItemKind::stop &&
           reading_.items[close].kind != ItemKind::trigger)
      ++close;
    if (reading_.items[close].kind == ItemKind::close && is_coordinator(close + 1)) at = close + 1;
  }
  while (is_coordinator(at) || reading_.items[at].kind == ItemKind::open || reading_.items[at].kind == ItemKind::close ||
         reading_.items[at].is(WordClass::degree)) {
    coordinator = coordinator || !reading_.items[at].is(WordClass::degree);
    ++at;
  }
  return coordinator ? at : item;
}

// May a list's member that no term covers end before this item?
bool Phrases::ends_list_member(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.is(WordClass::auxiliary) || it.is(WordClass::negation) || it.is(WordClass::hedge)) return false;
  if (it.kind == ItemKind::trigger && !it.taken) return it.trigger->is(PartOfSpeech::arrow);
  return is_coordinator(item) || ends_phrase(item) || it.kind == ItemKind::open || it.kind == ItemKind::close ||
         it.is(WordClass::preposition) || it.is(WordClass::aspect);
}

std::size_t Phrases::objects_left(std::size_t from, std::vector<bool> const& used, std::vector<ClauseObject>& objects) const {
  std::size_t first = from;
  std::size_t at = from;
  for (;;) {
    std::vector<Qualifier> context;
    std::optional<Effect> inner;
    std::size_t plain = 0;
    while (at > 0) {
      Item const& it = reading_.items[at - 1];
      if (is_object(at - 1) && !used[at - 1]) break;
      if (it.is(WordClass::aspect)) add_context(context, at - 1);
      if (is_governed(at - 1)) {
        inner = it.trigger->effect;
        --at;
        continue;
      }
      if (std::size_t const measure = measure_begin(at); measure < at) {
        at = measure;
        continue;
      }
      bool const place = is_context(at - 1);
      bool const light = is_light_before(at - 1) || it.is(WordClass::preposition) || it.is(WordClass::determiner) || place ||
                         (it.kind == ItemKind::other && ++plain <= 1);
      if (!light) break;
      if (place) add_context(context, at - 1);
      --at;
    }
    if (at == 0 || !is_object(at - 1) || used[at - 1]) break;
    --at;
    ClauseObject object;
    object.mention = reading_.items[at].mention;
    object.words = reading_.items[at].span;
    object.context = std::move(context);
    object.inner = inner;
    // A place right before it belongs to it.
    if (at > 0 && is_context(at - 1)) add_context(object.context, at - 1);
    objects.push_back(std::move(object));
    first = at;
    if (at > 1 && reading_.items[at - 1].is(WordClass::mediated) && is_mediating(at - 2)) {
      objects.back().mediator = reading_.items[at - 2].mention;
      at -= 2;
    }
    // "the expression of"
    std::size_t lead = at;
    while (lead > 0 && (is_of(lead - 1) || reading_.items[lead - 1].is(WordClass::aspect) ||
                        reading_.items[lead - 1].is(WordClass::determiner) || reading_.items[lead - 1].is(WordClass::location)))
      --lead;
    std::size_t before = lead;
    while (before > 0 && is_coordinator(before - 1)) --before;
    if (before == lead || before == 0) break;
    at = before;
  }
  std::reverse(objects.begin(), objects.end());
  for (std::size_t i = 1; i < objects.size(); ++i) objects[i].coordinated = true;
  return first;
}

std::optional<std::pair<std::size_t, std::size_t>> Phrases::plain_words_right(std::size_t from) const {
  std::size_t first = from;
  while (reading_.items[first].is(WordClass::preposition) || reading_.items[first].is(WordClass::determiner) ||
         reading_.items[first].is(WordClass::degree) || reading_.items[first].is(WordClass::inducer) || is_inducer(first) ||
         (reading_.items[first].is(WordClass::aspect) && is_of(first + 1)))
    ++first;
  std::size_t last = first;
  while (last < first + longest_phrase) {
    Item const& it = reading_.items[last];
    bool const sign = it.kind == ItemKind::other && !reading_.tokens[it.first].word && !reading_.tokens[it.first].glued;
    bool const plain = (it.kind == ItemKind::other && !sign) || it.is(WordClass::aspect) || it.is(WordClass::effect_noun) ||
                       it.is(WordClass::axis) || it.is(WordClass::location) || it.is(WordClass::infix) || is_context(last) ||
                       (it.kind == ItemKind::composition && !it.taken);
    bool const of = is_of(last) && last > first && reading_.items[last - 1].kind == ItemKind::other &&
                    (reading_.items[last + 1].kind == ItemKind::mention || reading_.items[last + 1].kind == ItemKind::other);
    if (of && reading_.items[last + 1].kind == ItemKind::mention && !reading_.items[last + 1].taken) {
      last += 2;
      continue;
    }
    if (!plain && !of) break;
    ++last;
  }
  return plain_words(first, last);
}

// Items that are words for a thing: without what only says which aspect of it, or where.
std::optional<std::pair<std::size_t, std::size_t>> Phrases::plain_words(std::size_t first, std::size_t last) const {
  std::size_t const whole = last;
  while (last > first && (reading_.items[last - 1].is(WordClass::aspect) || reading_.items[last - 1].is(WordClass::effect_noun) ||
                          reading_.items[last - 1].is(WordClass::location) || is_context(last - 1)))
    --last;
  // "the immunosuppressive effect" names no thing.
  if (last < whole && last == first + 1 && reading_.items[last].is(WordClass::effect_noun)) return std::nullopt;
  for (std::size_t k = first; k < last; ++k) {
    if (reading_.items[k].kind != ItemKind::other) continue;
    std::string_view const word = reading_.tokens.folded(reading_.items[k].first);
    bool const letters = std::any_of(word.begin(), word.end(), [](char c) { return c < '0' || c > '9'; });
    // The sequence of a primer names nothing.
    if (word.size() >= shortest_sequence && word.find_first_not_of("acgtu") == std::string_view::npos) return std::nullopt;
    if (reading_.tokens[reading_.items[k].first].word && letters && word.size() > 1) return std::pair{first, last};
  }
  return std::nullopt;
}

std::optional<std::pair<std::size_t, std::size_t>> Phrases::plain_words_left(std::size_t from) const {
  std::size_t last = from;
  while (last > 0 && (is_light_before(last - 1) && !reading_.items[last - 1].is(WordClass::aspect))) --last;
  std::size_t first = last;
  while (first > 0 && last - first < longest_phrase) {
    Item const& it = reading_.items[first - 1];
    if (it.kind != ItemKind::other && !it.is(WordClass::aspect) && !it.is(WordClass::location) && !is_context(first - 1)) break;
    --first;
  }
  return plain_words(first, last);
}

std::optional<std::size_t> Phrases::preparation_at(std::size_t item) const {
  if (preparation_of_item_[item] == 0) return std::nullopt;
  return preparation_of_item_[item] - 1;
}

std::optional<std::size_t> Phrases::preparation_before(std::size_t item) const {
  for (std::size_t seen = 0; item > 0 && seen < longest_phrase; ++seen) {
    --item;
    if (auto const found = preparation_at(item)) return found;
    if (reading_.items[item].kind == ItemKind::stop || reading_.items[item].kind == ItemKind::comparison) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> Phrases::preparation_after(std::size_t item) const {
  for (std::size_t seen = 0; seen < longest_phrase && item + 1 < reading_.items.size(); ++seen) {
    ++item;
    if (auto const found = preparation_at(item)) return found;
    if (reading_.items[item].kind == ItemKind::stop || reading_.items[item].kind == ItemKind::comparison || is_object(item))
      return std::nullopt;
  }
  return std::nullopt;
}

bool Phrases::can_act(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.kind != ItemKind::mention || is_inducer(item)) return false;
  return contains(ontology_.relation(grammar_.effect(Basis::stated, 1)).domain, reading_.type(it));
}

bool Phrases::carries(std::size_t preparation, std::size_t item) const {
  auto const& with = preparations_[preparation].with;
  return std::any_of(with.begin(), with.end(), [&](PreparedWith const& one) { return one.item == item && !one.in_identity; });
}

ClauseAgent Phrases::agent(std::size_t item) const {
  ClauseAgent found;
  if (function_of_item_[item] != 0) {
    ChangedFunction const& function = functions_[function_of_item_[item] - 1];
    found.mention = reading_.items[function.item].mention;
    found.words = {reading_.items[function.first].span.begin, reading_.items[function.last - 1].span.end};
    found.turn = function.turn;
    return found;
  }
  found.preparation = preparation_at(item);
  found.mention = reading_.items[item].mention;
  found.words = found.preparation ? preparations_[*found.preparation].span(reading_) : reading_.items[item].span;
  return found;
}

std::vector<ClauseAgent> Phrases::agents_before(std::size_t item, std::vector<bool> const& used) const {
  std::vector<ClauseAgent> agents;
  std::size_t plain = 0;
  std::size_t at = item;
  while (at > 0) {
    Item const& it = reading_.items[at - 1];
    if (is_agent(at - 1, used)) {
      std::size_t named = at - 1;
      // "PTEN knockdown in MSCs": the knockdown acts, not where it was done.
      if (auto const place = preparation_at(named); place && function_of_item_[named] == 0) {
        std::size_t const first = preparations_[*place].first;
        if (first > 1 && reading_.items[first - 1].is(WordClass::preposition) && function_of_item_[first - 2] != 0) named = first - 2;
      }
      agents.push_back(agent(named));
      at = agent_begin(named);
      std::size_t before = at;
      while (before > 0 && reading_.items[before - 1].is(WordClass::determiner)) --before;
      // A coordinated agent, the cargo of a carrier, "miR-21 in exosomes".
      if (before > 1 && reading_.items[before - 1].is(WordClass::conjunction) && is_agent(before - 2, used)) {
        at = before - 1;
        continue;
      }
      auto const preparation = agents.back().preparation;
      if (preparation && at > 1 && reading_.items[at - 1].is(WordClass::preposition) && carries(*preparation, at - 2)) {
        --at;
        continue;
      }
      if (!preparation && at > 0 && preparation_at(at - 1) && !used[at - 1] && agents.back().turn == 1) continue;  // "exosomal miR-17"
      break;
    }
    // "miR-133b to astrocytes", "X in macrophages": where.
    if (at > 1 && is_context(at - 1) && reading_.items[at - 2].is(WordClass::preposition) && ++plain <= most_words_to_verb) {
      at -= 2;
      continue;
    }
    bool const light = is_light_before(at - 1) || it.is(WordClass::effect_noun) || it.is(WordClass::infix) || it.is(WordClass::axis) ||
                       it.is(WordClass::determiner) || it.kind == ItemKind::other || it.kind == ItemKind::close;
    if (!light || ++plain > most_words_to_verb) break;
    --at;
  }
  std::reverse(agents.begin(), agents.end());
  return agents;
}

// Does this item belong to something that may act?
bool Phrases::is_agent(std::size_t item, std::vector<bool> const& used) const {
  return function_of_item_[item] != 0 || preparation_at(item) || (can_act(item) && !used[item]);
}

// The first item of the agent that this item belongs to.
std::size_t Phrases::agent_begin(std::size_t item) const {
  std::size_t begin = item;
  if (function_of_item_[item] != 0) {
    ChangedFunction const& function = functions_[function_of_item_[item] - 1];
    begin = std::min(begin, function.first);
    if (function.preparation) begin = std::min(begin, preparations_[*function.preparation].first);
  }
  if (auto const preparation = preparation_at(item)) begin = std::min(begin, preparations_[*preparation].first);
  return begin;
}

std::vector<ClauseAgent> Phrases::agents_from(std::size_t item) const {
  std::vector<ClauseAgent> agents;
  std::size_t plain = 0;
  std::size_t const from = item;
  while (item < from + longest_phrase) {
    Item const& it = reading_.items[item];
    if (function_of_item_[item] != 0 || preparation_at(item) || can_act(item)) {
      ClauseAgent const found = agent(item);
      agents.push_back(found);
      std::size_t const function = function_of_item_[item];
      item = found.preparation ? preparations_[*found.preparation].last : function != 0 ? functions_[function - 1].last : item + 1;
      if (reading_.items[item].is(WordClass::conjunction) && (preparation_at(item + 1) || can_act(item + 1))) {
        ++item;
        continue;
      }
      if (found.preparation && can_act(item) && !reading_.items[item].taken) continue;  // what it carries
      break;
    }
    if (!agents.empty() ||
        (it.kind != ItemKind::other && !it.is(WordClass::infix) && !it.is(WordClass::determiner) && !it.is(WordClass::degree)))
      break;
    if (++plain > most_plain_words) break;
    ++item;
  }
  return agents;
}

std::optional<Axis> Phrases::axis_from(std::size_t item) const {
  std::size_t const from = item;
  while (item < from + longest_phrase && (preparation_at(item) || reading_.items[item].kind == ItemKind::other)) ++item;
  if (reading_.items[item].kind != ItemKind::mention) return std::nullopt;
  auto const whole = chain(item);
  if (!whole || !grammar_.represses(reading_.type(reading_.items[item]))) return std::nullopt;
  Axis axis;
  axis.regulator = reading_.items[item].mention;
  std::size_t target = item + 1;
  while (target < whole->axis && reading_.items[target].kind != ItemKind::mention) {
    if (reading_.items[target].is(WordClass::location)) add_context(axis.context, target);
    ++target;
  }
  if (target == whole->axis) return std::nullopt;
  axis.target = reading_.items[target].mention;
  axis.word = reading_.items[whole->axis].span;
  axis.words = {reading_.items[item].span.begin, reading_.items[whole->axis].span.end};
  return axis;
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
