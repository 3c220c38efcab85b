// Who acts: preparations and molecules before a trigger or after "by".
#include <algorithm>

#include "interpret/phrases.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t longest_insertion = 10;  // items
constexpr std::size_t most_words_to_verb = 3;  // between an agent and its verb ("exosomes showed reduced ...")

}  // namespace

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
    if (std::size_t const inserted = insertion_begin(at - 1); agents.empty() && inserted < at - 1) {
      at = inserted;
      continue;
    }
    if (is_agent(at - 1, used)) {
      std::size_t named = at - 1;
      std::size_t const begin = agent_begin(named);
      if (std::size_t const denied = denied_begin(begin); agents.empty() && denied < begin) {
        at = denied;
        continue;
      }
      // "PTEN knockdown in MSCs": the knockdown acts, not where it was done.
      if (auto const place = preparation_at(named); place && function_of_item_[named] == 0) {
        std::size_t const first = preparations_[*place].first;
        if (first > 1 && reading_.items[first - 1].is(WordClass::preposition) && function_of_item_[first - 2] != 0) named = first - 2;
        if (auto const product = made_by(first); product && is_agent(*product, used)) named = *product;
      }
      agents.push_back(agent(named));
      at = agent_begin(named);
      std::size_t before = at;
      while (before > 0 && reading_.items[before - 1].is(WordClass::determiner)) --before;
      // A coordinated agent, the cargo of a carrier, "miR-21 in exosomes".
      bool const nor = before > 1 && reading_.items[before - 1].is(WordClass::negation) && reading_.items[before - 1].word.value == "list";
      if (before > 1 && (nor || reading_.items[before - 1].is(WordClass::conjunction)) && is_agent(before - 2, used)) {
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

// "TSG-6 secreted by MSCs": the molecule, for the first item of what brought it.
std::optional<std::size_t> Phrases::made_by(std::size_t item) const {
  auto const& items = reading_.items;
  std::size_t k = item;
  while (k > 0 && items[k - 1].is(WordClass::determiner)) --k;
  if (k < 3 || !items[k - 1].is(WordClass::agent)) return std::nullopt;
  Item const& how = items[k - 2];
  bool const made = how.is(WordClass::infix) || ((how.kind == ItemKind::other || how.kind == ItemKind::composition) &&
                                                 reading_.tokens.folded(how.last - 1).ends_with("ed"));
  if (!made || items[k - 3].kind != ItemKind::mention || preparation_at(k - 3) || !can_act(k - 3)) return std::nullopt;
  return k - 3;
}

// "VEGF, but not TNF-α, increased", "TSG-6, in a rat model, reduced": the first comma, for the last one of an insertion that says where, or
// who does not; the item itself for any other.
std::size_t Phrases::insertion_begin(std::size_t item) const {
  auto const& items = reading_.items;
  if (items[item].kind != ItemKind::comma) return item;
  for (std::size_t k = item; k > 0 && item - k < longest_insertion; --k) {
    Item const& it = items[k - 1];
    if (it.kind == ItemKind::stop || it.kind == ItemKind::trigger || it.kind == ItemKind::link) return item;
    if (it.kind != ItemKind::comma) continue;
    Item const& first = items[k];
    bool const inserted = first.is(WordClass::contrast) || first.is(WordClass::negation) || first.is(WordClass::preposition);
    return inserted ? k - 1 : item;
  }
  return item;
}

// "VEGF but not TNF-α increased": where the words begin that take an agent back; the item itself without them.
std::size_t Phrases::denied_begin(std::size_t item) const {
  auto const& items = reading_.items;
  std::size_t k = item;
  while (k > 0 && items[k - 1].is(WordClass::determiner)) --k;
  if (k < 2 || !items[k - 1].is(WordClass::negation)) return item;
  if (items[k - 2].kind == ItemKind::comma) return k - 2;
  if (!items[k - 2].is(WordClass::contrast)) return item;
  return k > 2 && items[k - 3].kind == ItemKind::comma ? k - 3 : k - 2;
}

// "By inactivating A, B promotes C": B is no member of the list.
bool Phrases::begins_sentence_of_its_own(std::size_t item) const {
  if (!can_act(item) || reading_.items[item].taken) return false;
  std::size_t verb = item + 1;
  while (verb < item + longest_phrase && is_light_before(verb)) ++verb;
  Item const& it = reading_.items[verb];
  return it.kind == ItemKind::trigger && !it.taken && it.trigger->is(PartOfSpeech::present) && !it.trigger->is(PartOfSpeech::noun) &&
         begins_object(verb + 1);
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

}  // namespace mechgraph
