// What is acted on: the objects and plain words beside a trigger.
#include <algorithm>
#include <string>

#include "interpret/phrases.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t shortest_sequence = 8;  // bases

}  // namespace

// Passes over what may stand before an object and notes what it says; gives the item where an object, or something else, begins.
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
    if (!objects.empty() && begins_sentence_of_its_own(begin)) return end;
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
      // "sites on tau that are phosphorylated"
      if (it.is(WordClass::relative) && reading_.items[at].is(WordClass::auxiliary)) {
        --at;
        continue;
      }
      bool const place = is_context(at - 1);
      bool const light = is_light_before(at - 1) || it.is(WordClass::preposition) || it.is(WordClass::determiner) || place ||
                         (it.kind == ItemKind::other && ++plain <= 2);
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
    bool const adverb = last == first + 1 && word.ends_with("ly");  // "typically"
    if (reading_.tokens[reading_.items[k].first].word && letters && word.size() > 1 && !adverb) return std::pair{first, last};
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

}  // namespace mechgraph
