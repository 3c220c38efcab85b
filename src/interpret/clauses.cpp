// Which effects a cell speaks of: a trigger and what it acts on.
#include "interpret/clause_finder.hpp"

#include <algorithm>

namespace mechgraph {
namespace {

constexpr std::size_t most_owner_words = 8;  // items

}  // namespace

Clauses ClauseFinder::all() {
  std::size_t start = 0;
  for (std::size_t i = 0; i < items().size(); ++i) {
    sentence_start_.push_back(start);
    if (items()[i].kind == ItemKind::stop) start = i + 1;
  }
  find_states();
  count_cells();
  claim_postposed();
  bool questioned = false;  // "to examine whether X affects Y" says nothing of it
  for (std::size_t i = 0; i < items().size(); ++i) {
    if (compares_in(i)) continue;
    questioned = items()[i].is(WordClass::question) || (questioned && items()[i].kind != ItemKind::stop);
    if (questioned) continue;
    if (is_causal_link(i) || (is_free_trigger(i) && !phrases_.is_governed(i))) add_clause(i);
  }
  find_deliveries();
  find_axes();
  find_comparisons();
  find_subjects();
  join();
  add_origins();
  return std::move(result_);
}

void ClauseFinder::add_origins() {
  if (reading_.origins.empty()) return;
  std::map<std::size_t, std::variant<TermId, std::string> const*> origins;
  for (auto const& [mention, origin] : reading_.origins) origins.emplace(mention, &origin);
  for (Clause& clause : result_.clauses) {
    for (ClauseObject& object : clause.objects) {
      auto const found = object.mention ? origins.find(*object.mention) : origins.end();
      if (found != origins.end()) object.context.push_back({"induced_by", *found->second});
    }
  }
}

// Not one that is part of a word: "placebo-controlled".
bool ClauseFinder::is_free_trigger(std::size_t i) {
  Item const& it = items()[i];
  if (it.kind != ItemKind::trigger || it.taken) return false;
  if (states_[i] || phrases_.is_role_before(i)) return false;
  bool const bound = reading_.tokens[it.first].hyphen && !it.trigger->is(PartOfSpeech::noun) && !it.trigger->is(PartOfSpeech::arrow) &&
                     !it.trigger->is(PartOfSpeech::prefix);
  return !bound;
}

// "leads to apoptosis": a mechanism word that also is the verb, where the outcome has no other.
bool ClauseFinder::is_causal_link(std::size_t i) {
  Item const& it = items()[i];
  return it.kind == ItemKind::link && it.trigger && !it.taken && phrases_.begins_object(i + 1);
}

// An object right before a noun trigger ("liver function recovery") or before a passive verb ("apoptosis was reduced") belongs to that
// trigger, not to the list of an earlier one.
void ClauseFinder::claim_postposed() {
  claimed_.assign(items().size(), false);
  for (std::size_t i = 1; i < items().size(); ++i) {
    if (!is_free_trigger(i) || phrases_.is_governed(i)) continue;
    Trigger const& trigger = *items()[i].trigger;
    bool const noun = trigger.is(PartOfSpeech::noun) && !phrases_.is_of(i + 1) && !phrases_.begins_object(i + 1);
    bool const passive = (trigger.is(PartOfSpeech::past) && passive_auxiliary(i)) || is_predicate(i);
    if (!noun && !passive) continue;
    std::size_t k = i;
    for (;;) {
      if (std::size_t const measure = phrases_.measure_begin(k); measure < k) k = measure;
      if (k == 0 || !(phrases_.is_light_before(k - 1) || (passive && phrases_.is_governed(k - 1)))) break;
      --k;
    }
    if (k == 0 || !phrases_.is_object(k - 1)) continue;
    claimed_[k - 1] = true;
    if (!passive) continue;
    for (std::size_t left = previous_member(k - 1); left != none; left = previous_member(left)) {
      std::size_t before = left;
      while (before > 0 && (items()[before - 1].is(WordClass::degree) || items()[before - 1].is(WordClass::determiner) ||
                            items()[before - 1].is(WordClass::location) || items()[before - 1].kind == ItemKind::other))
        --before;
      // That one is the object of its own verb, or only says where.
      if (before >= 1 && (is_free_trigger(before - 1) || items()[before - 1].is(WordClass::preposition))) break;
      claimed_[left] = true;
    }
  }
}

// The object that a list names before this one.
std::size_t ClauseFinder::previous_member(std::size_t object) {
  std::size_t k = object;
  std::size_t words = 0;
  while (k > 0 && !phrases_.is_coordinator(k - 1)) {
    Item const& it = items()[k - 1];
    bool const light = phrases_.is_of(k - 1) || it.is(WordClass::aspect) || it.is(WordClass::degree) || it.is(WordClass::determiner) ||
                       it.is(WordClass::location) || (it.kind == ItemKind::other && ++words <= 2) ||
                       (it.kind == ItemKind::mention && !phrases_.is_object(k - 1));
    if (!light) return none;
    --k;
  }
  if (k == 0) return none;
  while (k > 0 && phrases_.is_coordinator(k - 1)) --k;
  while (k > 0 && (items()[k - 1].is(WordClass::aspect) || items()[k - 1].is(WordClass::axis))) --k;
  return k > 0 && phrases_.is_object(k - 1) ? k - 1 : none;
}

bool ClauseFinder::passive_auxiliary(std::size_t i) {
  while (i > 0 && (items()[i - 1].is(WordClass::degree) || items()[i - 1].is(WordClass::negation))) --i;
  return i > 0 && items()[i - 1].is(WordClass::auxiliary);
}

// A verb or adjective that speaks of what stands before it: nothing that it could act on follows ("apoptosis declined", "IL-6 was
// lower").
bool ClauseFinder::is_predicate(std::size_t i) {
  Trigger const& trigger = *items()[i].trigger;
  if (!trigger.is(PartOfSpeech::past) && !trigger.is(PartOfSpeech::adjective) && !trigger.is(PartOfSpeech::present)) return false;
  std::size_t next = i + 1;
  while (items()[next].is(WordClass::degree)) ++next;
  Item const& it = items()[next];
  return it.kind == ItemKind::stop || it.kind == ItemKind::comma || it.kind == ItemKind::link || it.kind == ItemKind::close ||
         it.kind == ItemKind::open || it.is(WordClass::conjunction) || it.is(WordClass::contrast) || it.is(WordClass::agent) ||
         it.is(WordClass::than) || it.is(WordClass::relative) || it.is(WordClass::location) ||
         (it.is(WordClass::preposition) && it.word.value != "object") || phrases_.measure_end(next) > next;
}

void ClauseFinder::add_clause(std::size_t i) {
  Trigger const& trigger = *items()[i].trigger;
  Clause clause;
  clause.effect = effect_on_state(i, trigger.effect);
  clause.trigger = items()[i].span;
  clause.trigger_item = i;
  clause.first = items()[i].kind == ItemKind::link ? i + 1 : i;  // the link stays between the clauses that it joins
  clause.last = i + 1;
  if (std::size_t const inner = inner_trigger(i); inner != 0 && trigger.effect != Effect::change && trigger.effect != Effect::doubtful) {
    outer_ = i;  // "inhibited the loss of": the inner trigger makes the clause, and this one turns it
    return;
  }
  bool found = false;
  if (std::size_t const directed = directed_objects(clause, i); directed != 0) {
    found = right(clause, directed);
    if (!found) found = unresolved_right(clause, directed);
    clause.part = part_of(trigger);
    clause.rule = "directed";
  } else if (trigger.is(PartOfSpeech::prefix)) {
    clause.rule = "bound_prefix";
    clause.part = PartOfSpeech::noun;
    found = is_bound_prefix(i);
    if (found) {
      ClauseObject object;
      object.mention = items()[i + 1].mention;
      object.words = items()[i + 1].span;
      clause.objects.push_back(std::move(object));
      clause.last = i + 2;
    }
  } else if (trigger.is(PartOfSpeech::arrow)) {
    clause.rule = "arrow";
    clause.part = PartOfSpeech::arrow;
    // "IL-1β, TNF-α (↓)"
    bool const bracketed = i > 0 && items()[i - 1].kind == ItemKind::open && items()[i + 1].kind == ItemKind::close;
    found = points_right(i) ? right(clause, i + 1) : left(clause, bracketed ? i - 1 : i) || unresolved_left(clause, bracketed ? i - 1 : i);
  } else if (std::size_t const owned = owned_objects(i); owned != 0) {
    clause.rule = "nominal_of";
    clause.part = PartOfSpeech::noun;
    found = right(clause, owned);
    if (found && !outer_) clause.agents = phrases_.agents_from(i + 1);
  } else if (trigger.is(PartOfSpeech::noun) && (phrases_.is_of(i + 1) || outer_)) {
    clause.rule = "nominal_of";
    clause.part = PartOfSpeech::noun;
    found = right(clause, i + 1) || (says_direction(trigger) && unresolved_right(clause, i + 1));
  } else if (trigger.is(PartOfSpeech::noun) && claims(i)) {
    clause.rule = "postposed_nominal";
    clause.part = PartOfSpeech::noun;
    found = left(clause, i);
  } else if (trigger.is(PartOfSpeech::past) && passive_auxiliary(i)) {
    clause.rule = "passive";
    clause.part = PartOfSpeech::past;
    found = left(clause, i) || unresolved_left(clause, i);
  } else {
    clause.part = part_of(trigger);
    clause.rule = clause.part == PartOfSpeech::gerund      ? "gerund"
                  : clause.part == PartOfSpeech::adjective ? "adjective"
                  : clause.part == PartOfSpeech::noun      ? "nominal"
                                                           : "verb";
    bool const predicate = is_predicate(i);
    found = right(clause, i + 1);
    if (!found && clause.part != PartOfSpeech::gerund &&
        (predicate || clause.part == PartOfSpeech::noun || clause.part == PartOfSpeech::adjective)) {
      found = left(clause, i) || (predicate && says_direction(trigger) && unresolved_left(clause, i));
      if (found) clause.rule = "intransitive";
    }
    // "more research" says nothing of the preparation.
    bool const noun = clause.part == PartOfSpeech::noun;
    if (!found && clause.part != PartOfSpeech::adjective && (!noun || says_direction(trigger))) found = unresolved_right(clause, i + 1);
  }
  if (!outer_ && !result_.clauses.empty() && clause.rule == "nominal_of" && goes_on(result_.clauses.back(), i)) {
    clause.turn = result_.clauses.back().turn;
    clause.part = result_.clauses.back().part;
    clause.rule = "double_effect";
  }
  if (outer_) {
    int const turn = items()[*outer_].trigger->effect == Effect::down || items()[*outer_].trigger->effect == Effect::worse ? -1 : 1;
    clause.turn = turn;
    clause.trigger = hull(items()[*outer_].span, clause.trigger);
    clause.first = std::min(clause.first, *outer_);
    clause.rule = "double_effect";
    if (clause.part == PartOfSpeech::noun && items()[*outer_].trigger->is_finite()) clause.part = PartOfSpeech::past;
    outer_.reset();
  }
  if (!found) return;
  if (clause.effect == Effect::shield) clause.effect = Effect::up;
  // "miR-21-mediated inhibition of PTEN"
  if (i >= 2 && items()[i - 1].is(WordClass::mediated) && phrases_.is_mediating(i - 2)) {
    clause.mediated = true;
    for (ClauseObject& object : clause.objects) object.mediator = items()[i - 2].mention;
  }
  if (clause.rule == "postposed_nominal") clause.mediated = true;
  auto manner = phrases_.manner(i);
  clause.negated = manner.negated != (clause.effect == Effect::none);
  if (clause.first < i && denies_before(clause.first)) clause.negated = !clause.negated;
  clause.hedged = manner.hedged;
  clause.context = std::move(manner.context);
  for (std::size_t k = clause.first; k < clause.last; ++k) {
    if (phrases_.is_object(k)) used_[k] = true;
  }
  result_.clauses.push_back(std::move(clause));
  add_exception(i);
}

// "protective effect of"
bool ClauseFinder::ends_in_of(Item const& item) {
  auto const word = grammar_.words.longest(reading_.tokens, item.last - 1);
  return word && word.value->word_class == WordClass::preposition && word.value->value == "object";
}

// "protective effect of exosomes on sepsis": the item after the word that what is eased follows; 0 = nobody owns the noun.
std::size_t ClauseFinder::owned_objects(std::size_t i) {
  if (items()[i].trigger->effect != Effect::ease || !items()[i].trigger->is(PartOfSpeech::noun) || !ends_in_of(items()[i]) ||
      phrases_.agents_from(i + 1).empty())
    return 0;
  for (std::size_t k = i + 1; k < i + most_owner_words && k < items().size(); ++k) {
    Item const& it = items()[k];
    if (it.kind == ItemKind::stop || it.kind == ItemKind::comma || it.kind == ItemKind::link || is_free_trigger(k)) return 0;
    if (it.is(WordClass::preposition) && (it.word.value.empty() || it.word.value == "harm") && phrases_.begins_object(k + 1)) return k + 1;
  }
  return 0;
}

// Words that no term covers are worth a statement where the trigger says which way they go.
bool ClauseFinder::says_direction(Trigger const& trigger) {
  return trigger.effect != Effect::change && trigger.effect != Effect::target && trigger.effect != Effect::toward;
}

PartOfSpeech ClauseFinder::part_of(Trigger const& trigger) {
  return trigger.is(PartOfSpeech::gerund)      ? PartOfSpeech::gerund
         : trigger.is(PartOfSpeech::present)   ? PartOfSpeech::present
         : trigger.is(PartOfSpeech::past)      ? PartOfSpeech::past
         : trigger.is(PartOfSpeech::adjective) ? PartOfSpeech::adjective
                                               : PartOfSpeech::noun;
}

// "age-related" before a noun.
bool ClauseFinder::is_attribute(std::size_t k) {
  if (items()[k].kind != ItemKind::other) return false;
  Item const& next = items()[k + 1];
  bool const before_word = next.kind == ItemKind::trigger || (next.kind == ItemKind::other && reading_.tokens[next.first].word);
  return reading_.tokens[items()[k].first].word && before_word;
}

// "prevented the decline in A and the loss of B": the same outer trigger turns both.
bool ClauseFinder::goes_on(Clause const& earlier, std::size_t i) {
  if (earlier.rule != "double_effect") return false;
  std::size_t k = i;
  while (k > earlier.last && items()[k - 1].is(WordClass::determiner)) --k;
  return k > earlier.last && phrases_.next_member(earlier.last) == k;
}

// "neither A nor B changed"
bool ClauseFinder::denies_before(std::size_t item) {
  while (item > 0 && (items()[item - 1].is(WordClass::determiner) || items()[item - 1].is(WordClass::degree))) --item;
  return item > 0 && items()[item - 1].is(WordClass::negation) && items()[item - 1].word.value != "list";
}

// "protected A from B", "shifted from A to B": the item after the word that B follows, and what happens to B; 0 = no such word.
std::size_t ClauseFinder::directed_objects(Clause& clause, std::size_t i) {
  bool const shield = clause.effect == Effect::shield;
  if (clause.effect == Effect::up) {
    // "drove macrophages towards an M2 phenotype"
    std::size_t k = i + 1;
    while (items()[k].is(WordClass::determiner)) ++k;
    bool const cells = items()[k].kind == ItemKind::mention && phrases_.is_context(k) && items()[k + 1].is(WordClass::preposition) &&
                       items()[k + 1].word.value == "goal" && phrases_.begins_object(k + 2);
    return cells ? k + 2 : 0;
  }
  if (!shield && clause.effect != Effect::toward) return 0;
  for (std::size_t k = i + 1; k < i + 16 && k < items().size(); ++k) {
    Item const& it = items()[k];
    if (it.kind == ItemKind::stop || it.kind == ItemKind::link || (is_free_trigger(k) && !it.trigger->is(PartOfSpeech::prefix))) break;
    if (!it.is(WordClass::preposition)) continue;
    bool const wanted = shield ? it.word.value == "origin" || it.word.value == "harm" : it.word.value == "goal";
    if (!wanted) continue;
    clause.effect = shield ? Effect::down : Effect::up;
    return k + 1;
  }
  return 0;
}

// "stimulated growth in vitro but not angiogenesis": denied with the same words.
void ClauseFinder::add_exception(std::size_t i) {
  std::size_t at = result_.clauses.back().last;
  for (std::size_t seen = 0; seen < 6 && items()[at].kind != ItemKind::stop; ++seen, ++at) {
    if (items()[at].is(WordClass::negation) && at > 0 &&
        (items()[at - 1].is(WordClass::contrast) || items()[at - 1].kind == ItemKind::comma))
      break;
    if (is_free_trigger(at)) return;
  }
  if (!items()[at].is(WordClass::negation) || !phrases_.begins_object(at + 1)) return;
  Clause denied = result_.clauses.back();
  denied.objects.clear();
  if (denied.rule == "passive" || denied.rule == "intransitive" || !right(denied, at + 1)) return;
  if (std::any_of(denied.objects.begin(), denied.objects.end(),
                  [&](ClauseObject const& object) { return object.words.begin < items()[i].span.end; }))
    return;
  denied.negated = !denied.negated;
  for (std::size_t k = at; k < denied.last; ++k) {
    if (phrases_.is_object(k)) used_[k] = true;
  }
  result_.clauses.push_back(std::move(denied));
}

// "anti-fibrotic" as something that the preparation has, not as part of what another trigger acts on.
bool ClauseFinder::is_bound_prefix(std::size_t i) {
  if (!phrases_.is_bound(i + 1)) return false;
  for (std::size_t k = i; k > 0; --k) {
    Item const& it = items()[k - 1];
    if (it.kind == ItemKind::stop || it.kind == ItemKind::comma) return true;
    if (is_free_trigger(k - 1)) return it.trigger->is(PartOfSpeech::prefix);
  }
  return true;
}

// An arrow stands before its objects unless it hangs on what precedes it.
bool ClauseFinder::points_right(std::size_t i) {
  bool const hangs = reading_.tokens[items()[i].first].glued && items()[i + 1].first < reading_.tokens.size() &&
                     !reading_.tokens[items()[i + 1].first].glued;
  return phrases_.begins_object(i + 1) && !(hangs && i > 0 && phrases_.is_object(i - 1));
}

// The noun trigger that this one acts on: "inhibited the loss of X"; 0 = none.
std::size_t ClauseFinder::inner_trigger(std::size_t i) {
  if (outer_) return 0;
  std::size_t k = i + 1;
  while (items()[k].is(WordClass::preposition) || items()[k].is(WordClass::determiner) || items()[k].is(WordClass::degree) ||
         is_attribute(k) || items()[k].is(WordClass::mediated) || items()[k].is(WordClass::inducer) || phrases_.is_mediating(k) ||
         (items()[k].kind == ItemKind::mention && items()[k].taken))
    ++k;
  if (!is_free_trigger(k) || !items()[k].trigger->is(PartOfSpeech::noun)) return 0;
  bool const object = phrases_.is_of(k + 1) ||
                      (items()[k].trigger->effect == Effect::ease && (phrases_.begins_object(k + 1) || owned_objects(k) != 0)) ||
                      (items()[k + 1].is(WordClass::preposition) && items()[k + 1].word.value == "inside" && phrases_.begins_object(k + 2));
  return object ? k : 0;
}

bool ClauseFinder::claims(std::size_t i) {
  while (i > 0 && phrases_.is_light_before(i - 1)) --i;
  return i > 0 && claimed_[i - 1];
}

bool ClauseFinder::right(Clause& clause, std::size_t from) {
  clause.last = std::max(clause.last, phrases_.objects_right(from, claimed_, clause.objects, clause.genitive, clause.genitive_word));
  return !clause.objects.empty();
}

bool ClauseFinder::left(Clause& clause, std::size_t from) {
  clause.first = std::min(clause.first, phrases_.objects_left(from, used_, clause.objects));
  return !clause.objects.empty();
}

bool ClauseFinder::unresolved_right(Clause& clause, std::size_t from) {
  auto const words = phrases_.plain_words_right(from);
  if (!words) return false;
  clause.objects.push_back(unresolved(words->first, words->second));
  clause.last = std::max(clause.last, words->second);
  std::size_t const next = phrases_.next_member(words->second);
  if (next != words->second) right(clause, next);
  return true;
}

bool ClauseFinder::unresolved_left(Clause& clause, std::size_t from) {
  auto const words = phrases_.plain_words_left(from);
  if (!words) return false;
  clause.objects.push_back(unresolved(words->first, words->second));
  clause.first = std::min(clause.first, words->first);
  std::size_t before = words->first;
  while (before > 0 && phrases_.is_coordinator(before - 1)) --before;
  if (before > 0 && before < words->first && phrases_.is_object(before - 1) && !used_[before - 1]) left(clause, before);
  return true;
}

ClauseObject ClauseFinder::unresolved(std::size_t first, std::size_t last) {
  ClauseObject object;
  object.words = {items()[first].span.begin, items()[last - 1].span.end};
  return object;
}

Clauses find_clauses(Reading& reading, std::vector<NamedPreparation> const& preparations, Lexicon const& lexicon, Grammar const& grammar) {
  return ClauseFinder(reading, preparations, lexicon, grammar).all();
}

}  // namespace mechgraph
