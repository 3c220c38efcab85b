// What the words say of how things were before, and of how many cells there are.
#include "interpret/clause_finder.hpp"

#include <algorithm>

#include "interpret/compose.hpp"

namespace mechgraph {

// "rescued the impaired angiogenesis", "attenuated elevated IL-6": the participle says how the object was before, and the verb acts on
// that; "of activated T cells": which ones.
void ClauseFinder::find_states() {
  for (std::size_t i = 1; i < items().size(); ++i) {
    Item const& it = items()[i];
    if (it.kind != ItemKind::trigger || it.taken || !it.trigger->is(PartOfSpeech::past) || it.trigger->is(PartOfSpeech::noun)) continue;
    std::size_t before = i;
    while (before > 0 && (items()[before - 1].is(WordClass::determiner) || items()[before - 1].is(WordClass::degree))) --before;
    if (before == 0) continue;
    Item const& outer = items()[before - 1];
    bool const names_cells = items()[i + 1].kind == ItemKind::mention && phrases_.is_context(i + 1);
    if (outer.is(WordClass::preposition) && names_cells) {
      states_[i] = true;
    } else if (is_free_trigger(before - 1) && !outer.trigger->is(PartOfSpeech::arrow) && !outer.trigger->is(PartOfSpeech::prefix) &&
               !outer.trigger->is(PartOfSpeech::adjective) && phrases_.begins_object(i + 1)) {
      states_[i] = true;
      state_of_[before - 1] = i;
    }
  }
}

// What a trigger does to an object that was lowered or raised before.
Effect ClauseFinder::effect_on_state(std::size_t trigger, Effect effect) {
  if (!state_of_.contains(trigger)) return effect;
  Effect const state = items()[state_of_[trigger]].trigger->effect;
  bool const lowered = state == Effect::down || state == Effect::worse;
  if (!lowered && state != Effect::up && state != Effect::better) return effect;
  switch (effect) {
    case Effect::better:
    case Effect::ease:
    case Effect::reverse:
    case Effect::down: return lowered ? Effect::up : Effect::down;
    default: return effect;
  }
}

// "Tregs ↑", "fewer neutrophils": how many there are is the process that makes them so, under the first name that the lexicon has for it.
void ClauseFinder::count_cells() {
  for (std::size_t i = 0; i < items().size(); ++i) {
    if (!is_counted(i)) continue;
    PlacedMention& placed = reading_.mentions[items()[i].mention];
    auto const process = counted(*placed.mention.term, lexicon_, grammar_);
    placed.type = process.second;
    placed.mention.match = MentionMatch::composed;
    if (auto const* term = std::get_if<TermId>(&process.first)) {
      placed.mention.term = *term;
    } else {
      placed.mention.term.reset();
      placed.mention.name = std::get<Unresolved>(process.first);
    }
  }
}

bool ClauseFinder::is_cell(std::size_t i) {
  return items()[i].kind == ItemKind::mention && !items()[i].taken && reading_.mention(items()[i]).term &&
         grammar_.name_role(reading_.type(items()[i])) == NameRole::cell && !phrases_.is_object(i);
}

bool ClauseFinder::is_counted(std::size_t i) {
  if (!is_cell(i)) return false;
  std::size_t next = i + 1;
  while (items()[next].is(WordClass::aspect) || items()[next].is(WordClass::degree)) ++next;
  std::size_t before = i;
  while (before > 0 && (items()[before - 1].is(WordClass::degree) || items()[before - 1].is(WordClass::determiner) ||
                        items()[before - 1].is(WordClass::location) || items()[before - 1].is(WordClass::partitive) ||
                        (phrases_.is_of(before - 1) && before > 1 &&
                         (items()[before - 2].is(WordClass::partitive) || items()[before - 2].is(WordClass::aspect))) ||
                        (items()[before - 1].is(WordClass::aspect) && phrases_.is_of(before))))
    --before;
  Item const& after = items()[next];
  bool const ends = after.kind == ItemKind::stop || phrases_.is_coordinator(next) || after.kind == ItemKind::open ||
                    after.kind == ItemKind::close || after.kind == ItemKind::link ||
                    (after.is(WordClass::preposition) && after.word.value != "goal") || after.is(WordClass::agent) ||
                    after.is(WordClass::contrast);
  bool const begins = before == 0 || items()[before - 1].kind == ItemKind::stop || phrases_.is_coordinator(before - 1) ||
                      items()[before - 1].kind == ItemKind::open || items()[before - 1].is(WordClass::contrast);
  bool const taken_up =
      after.kind == ItemKind::trigger && !after.taken &&
      (after.trigger->is(PartOfSpeech::arrow) || after.trigger->is(PartOfSpeech::past) || after.trigger->is(PartOfSpeech::adjective));
  bool const passive = after.is(WordClass::auxiliary);
  if (begins && (taken_up || passive) && (taken_up ? is_predicate_or_arrow(next) : predicate_after(next))) return true;
  if (before == 0 || !is_free_trigger(before - 1)) return begins && ends && counted_list(next);
  Trigger const& trigger = *items()[before - 1].trigger;
  bool const quantity = trigger.effect == Effect::up || trigger.effect == Effect::down;
  bool const verb =
      trigger.is(PartOfSpeech::adjective) || trigger.is(PartOfSpeech::arrow) || trigger.is_finite() || trigger.is(PartOfSpeech::gerund);
  return quantity && verb && ends;
}

bool ClauseFinder::is_predicate_or_arrow(std::size_t i) {
  return items()[i].trigger->is(PartOfSpeech::arrow) || is_predicate(i) || passive_auxiliary(i);
}

bool ClauseFinder::predicate_after(std::size_t i) {
  while (items()[i].is(WordClass::auxiliary) || items()[i].is(WordClass::degree) || items()[i].is(WordClass::negation)) ++i;
  return is_free_trigger(i) && (items()[i].trigger->is(PartOfSpeech::past) || items()[i].trigger->is(PartOfSpeech::adjective));
}

// "Tfh and Th17 cells ↓": the list of cells that it begins is counted.
bool ClauseFinder::counted_list(std::size_t next) {
  while (next + 1 < items().size() && phrases_.is_coordinator(next)) ++next;
  return next < items().size() && is_cell(next) && is_counted(next);
}

}  // namespace mechgraph
