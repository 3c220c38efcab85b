// Noun phrases of a cell.
#include "interpret/phrases.hpp"

#include <algorithm>
#include <string>

namespace mechgraph {
namespace {

constexpr std::size_t longest_phrase = 32;     // items
constexpr std::size_t most_plain_words = 4;    // between a trigger and its object
constexpr std::size_t most_words_to_verb = 3;  // between an agent and its verb ("exosomes showed reduced ...")

bool contains(std::vector<TypeId> const& types, TypeId type) { return std::binary_search(types.begin(), types.end(), type); }

}  // namespace

Phrases::Phrases(Reading const& reading, std::vector<NamedPreparation> const& preparations, Lexicon const& lexicon, Grammar const& grammar)
    : reading_(reading), preparations_(preparations), ontology_(lexicon.ontology()), grammar_(grammar) {
  preparation_of_item_.assign(reading.items.size(), 0);
  for (std::size_t p = 0; p < preparations.size(); ++p) {
    for (std::size_t k = preparations[p].first; k < preparations[p].last; ++k) preparation_of_item_[k] = p + 1;
  }
}

bool Phrases::is_inducer(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.kind != ItemKind::mention) return false;
  if (reading_.items[item + 1].is(WordClass::inducer)) return true;
  if (it.last - it.first < 2) return false;
  auto const last = grammar_.words.longest(reading_.tokens, it.last - 1,
                                           [](Word const& word, std::size_t) { return word.word_class == WordClass::inducer; });
  return last && it.last - 1 + last.tokens == it.last;
}

bool Phrases::can_be_changed(std::size_t item) const {
  return contains(ontology_.relation(grammar_.effect(Basis::stated, 1)).range, ontology_.term(reading_.term(reading_.items[item])).type);
}

bool Phrases::is_bound(std::size_t item) const {
  auto const& items = reading_.items;
  return item > 0 && items[item].kind == ItemKind::mention && reading_.tokens[items[item].first].hyphen && items[item - 1].trigger &&
         items[item - 1].trigger->is(PartOfSpeech::prefix) && can_be_changed(item);
}

bool Phrases::is_object(std::size_t item) const {
  Item const& it = reading_.items[item];
  if (it.kind != ItemKind::mention || it.taken || is_inducer(item) || is_bound(item)) return false;
  return can_be_changed(item);
}

bool Phrases::is_context(std::size_t item) const {
  Item const& it = reading_.items[item];
  return it.kind == ItemKind::mention && !it.taken && !grammar_.qualifier(ontology_.term(reading_.term(it)).type).empty();
}

bool Phrases::is_of(std::size_t item) const {
  return reading_.items[item].is(WordClass::preposition) && reading_.items[item].word.value == "object";
}

bool Phrases::is_coordinator(std::size_t item) const {
  Item const& it = reading_.items[item];
  return it.kind == ItemKind::comma || it.kind == ItemKind::slash || it.is(WordClass::conjunction);
}

bool Phrases::ends_phrase(std::size_t item) const {
  Item const& it = reading_.items[item];
  return it.kind == ItemKind::stop || it.kind == ItemKind::link || it.kind == ItemKind::comparison || it.is(WordClass::agent) ||
         (it.kind == ItemKind::trigger && !it.taken && !it.trigger->is(PartOfSpeech::prefix));
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
    context.push_back({grammar_.qualifier(ontology_.term(reading_.term(it)).type), reading_.term(it)});
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
std::size_t Phrases::skip_before_object(std::size_t from, std::vector<Qualifier>& context) const {
  std::size_t plain = 0;
  for (std::size_t item = from; item < from + longest_phrase; ++item) {
    Item const& it = reading_.items[item];
    if (is_object(item) || ends_phrase(item) || is_coordinator(item) || it.kind == ItemKind::open || it.kind == ItemKind::close)
      return item;
    if (is_inducer(item)) context.push_back({"induced_by", reading_.term(it)});
    if (is_inducer(item) || it.is(WordClass::inducer)) continue;
    if (is_bound(item)) continue;
    if (it.taken || (it.kind == ItemKind::mention && !is_context(item))) return item;
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
    ++at;
    std::size_t const member = at;
    while (reading_.items[at].is(WordClass::location) || reading_.items[at].kind == ItemKind::other) ++at;
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
    if (!is_object(begin) || claimed[begin]) return end;
    object.coordinated = coordinated_from_start || !objects.empty();
    std::size_t item = begin;
    if (auto const whole = chain(begin)) {
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
    bool coordinator = false;
    while (is_coordinator(at) || reading_.items[at].kind == ItemKind::open || reading_.items[at].kind == ItemKind::close ||
           reading_.items[at].is(WordClass::degree)) {
      coordinator = coordinator || !reading_.items[at].is(WordClass::degree);
      ++at;
    }
    if (!coordinator) return end;
  }
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
    std::size_t before = at;
    while (before > 0 && is_coordinator(before - 1)) --before;
    if (before == at || before == 0) break;
    at = before;
    if (!is_object(at - 1)) break;
  }
  std::reverse(objects.begin(), objects.end());
  for (std::size_t i = 1; i < objects.size(); ++i) objects[i].coordinated = true;
  return first;
}

std::optional<std::pair<std::size_t, std::size_t>> Phrases::plain_words_right(std::size_t from) const {
  std::size_t first = from;
  while (reading_.items[first].is(WordClass::preposition) || reading_.items[first].is(WordClass::determiner) ||
         reading_.items[first].is(WordClass::degree))
    ++first;
  std::size_t last = first;
  while (last < first + longest_phrase) {
    Item const& it = reading_.items[last];
    bool const plain = it.kind == ItemKind::other || it.is(WordClass::aspect) || it.is(WordClass::effect_noun) || it.is(WordClass::axis) ||
                       it.is(WordClass::location) || it.is(WordClass::infix) || (it.kind == ItemKind::composition && !it.taken);
    if (!plain) break;
    ++last;
  }
  for (std::size_t k = first; k < last; ++k) {
    if (reading_.items[k].kind == ItemKind::other && reading_.tokens[reading_.items[k].first].word) return std::pair{first, last};
  }
  return std::nullopt;
}

std::optional<std::pair<std::size_t, std::size_t>> Phrases::plain_words_left(std::size_t from) const {
  std::size_t last = from;
  while (last > 0 && (is_light_before(last - 1) && !reading_.items[last - 1].is(WordClass::aspect))) --last;
  std::size_t first = last;
  while (first > 0 && last - first < longest_phrase) {
    Item const& it = reading_.items[first - 1];
    if (it.kind != ItemKind::other && !it.is(WordClass::aspect) && !it.is(WordClass::location)) break;
    --first;
  }
  for (std::size_t k = first; k < last; ++k) {
    if (reading_.items[k].kind == ItemKind::other && reading_.tokens[reading_.items[k].first].word) return std::pair{first, last};
  }
  return std::nullopt;
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
  return contains(ontology_.relation(grammar_.effect(Basis::stated, 1)).domain, ontology_.term(reading_.term(it)).type);
}

bool Phrases::carries(std::size_t preparation, std::size_t item) const {
  auto const& with = preparations_[preparation].with;
  return std::any_of(with.begin(), with.end(), [&](PreparedWith const& one) { return one.item == item && !one.in_identity; });
}

ClauseAgent Phrases::agent(std::size_t item) const {
  ClauseAgent found;
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
    if (preparation_at(at - 1) || (can_act(at - 1) && !used[at - 1])) {
      ClauseAgent const found = agent(at - 1);
      agents.push_back(found);
      at = found.preparation ? preparations_[*found.preparation].first : at - 1;
      // The cargo of a carrier, or a coordinated agent.
      if (at > 0 && reading_.items[at - 1].is(WordClass::conjunction) && at > 1 && (preparation_at(at - 2) || can_act(at - 2)) &&
          !used[at - 2]) {
        --at;
        continue;
      }
      // "miR-21 in exosomes"
      if (found.preparation && at > 1 && reading_.items[at - 1].is(WordClass::preposition) && carries(*found.preparation, at - 2)) {
        --at;
        continue;
      }
      if (!found.preparation && at > 0 && preparation_at(at - 1) && !used[at - 1]) continue;  // "exosomal miR-17"
      break;
    }
    bool const light = is_light_before(at - 1) || it.is(WordClass::effect_noun) || it.is(WordClass::infix) || it.is(WordClass::axis) ||
                       it.kind == ItemKind::other || it.kind == ItemKind::close;
    if (!light || ++plain > most_words_to_verb) break;
    --at;
  }
  std::reverse(agents.begin(), agents.end());
  return agents;
}

std::vector<ClauseAgent> Phrases::agents_from(std::size_t item) const {
  std::vector<ClauseAgent> agents;
  std::size_t plain = 0;
  std::size_t const from = item;
  while (item < from + longest_phrase) {
    Item const& it = reading_.items[item];
    if (preparation_at(item) || can_act(item)) {
      ClauseAgent const found = agent(item);
      agents.push_back(found);
      item = found.preparation ? preparations_[*found.preparation].last : item + 1;
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
  if (!whole || !grammar_.represses(ontology_.term(reading_.term(reading_.items[item])).type)) return std::nullopt;
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
