// Which effects a cell speaks of.
#include "interpret/clauses.hpp"

#include <algorithm>

namespace mechgraph {
namespace {

// Finds the clauses of one cell in four passes over its items: which objects belong to a trigger that follows them; the clauses; who acts;
// what hangs together.
class ClauseFinder {
 public:
  ClauseFinder(Reading& reading, std::vector<NamedPreparation> const& preparations, Lexicon const& lexicon, Grammar const& grammar)
      : reading_(reading), preparations_(preparations), phrases_(reading, preparations, lexicon, grammar) {}

  Clauses all() {
    std::size_t start = 0;
    for (std::size_t i = 0; i < items().size(); ++i) {
      sentence_start_.push_back(start);
      if (items()[i].kind == ItemKind::stop) start = i + 1;
    }
    claim_postposed();
    for (std::size_t i = 0; i < items().size(); ++i) {
      if (is_free_trigger(i) && !phrases_.is_governed(i)) add_clause(i);
    }
    find_comparisons();
    find_subjects();
    join();
    return std::move(result_);
  }

 private:
  std::vector<Item>& items() { return reading_.items; }
  bool is_free_trigger(std::size_t i) { return items()[i].kind == ItemKind::trigger && !items()[i].taken; }

  // An object right before a noun trigger ("liver function recovery") or before a passive verb ("apoptosis was reduced") belongs to that
  // trigger, not to the list of an earlier one.
  void claim_postposed() {
    claimed_.assign(items().size(), false);
    for (std::size_t i = 1; i < items().size(); ++i) {
      if (!is_free_trigger(i) || phrases_.is_governed(i)) continue;
      Trigger const& trigger = *items()[i].trigger;
      bool const noun = trigger.is(PartOfSpeech::noun) && !phrases_.is_of(i + 1) && !phrases_.begins_object(i + 1);
      bool const passive = trigger.is(PartOfSpeech::past) && passive_auxiliary(i);
      if (!noun && !passive) continue;
      std::size_t k = i;
      while (k > 0 && (phrases_.is_light_before(k - 1) || (passive && phrases_.is_governed(k - 1)))) --k;
      if (k == 0 || !phrases_.is_object(k - 1)) continue;
      claimed_[k - 1] = true;
      if (!passive) continue;
      for (std::size_t left = k - 1; left >= 2 && phrases_.is_coordinator(left - 1) && phrases_.is_object(left - 2);) {
        left -= 2;
        if (left >= 1 && is_free_trigger(left - 1)) break;  // that one is the object of its own verb
        claimed_[left] = true;
      }
    }
  }

  bool passive_auxiliary(std::size_t i) {
    while (i > 0 && (items()[i - 1].is(WordClass::degree) || items()[i - 1].is(WordClass::negation))) --i;
    return i > 0 && items()[i - 1].is(WordClass::auxiliary);
  }

  void add_clause(std::size_t i) {
    Trigger const& trigger = *items()[i].trigger;
    Clause clause;
    clause.effect = trigger.effect;
    clause.trigger = items()[i].span;
    clause.trigger_item = i;
    clause.first = i;
    clause.last = i + 1;
    if (std::size_t const inner = inner_trigger(i); inner != 0 && trigger.effect != Effect::change && trigger.effect != Effect::doubtful) {
      outer_ = i;  // "inhibited the loss of": the inner trigger makes the clause, and this one turns it
      return;
    }
    bool found = false;
    if (trigger.is(PartOfSpeech::prefix)) {
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
      found = points_right(i) ? right(clause, i + 1) : left(clause, i);
    } else if (trigger.is(PartOfSpeech::noun) && phrases_.is_of(i + 1)) {
      clause.rule = "nominal_of";
      clause.part = PartOfSpeech::noun;
      found = right(clause, i + 1) || unresolved_right(clause, i + 1);
    } else if (trigger.is(PartOfSpeech::noun) && claims(i)) {
      clause.rule = "postposed_nominal";
      clause.part = PartOfSpeech::noun;
      found = left(clause, i);
    } else if (trigger.is(PartOfSpeech::past) && passive_auxiliary(i)) {
      clause.rule = "passive";
      clause.part = PartOfSpeech::past;
      found = left(clause, i) || unresolved_left(clause, i);
    } else {
      clause.part = trigger.is(PartOfSpeech::gerund)      ? PartOfSpeech::gerund
                    : trigger.is(PartOfSpeech::present)   ? PartOfSpeech::present
                    : trigger.is(PartOfSpeech::past)      ? PartOfSpeech::past
                    : trigger.is(PartOfSpeech::adjective) ? PartOfSpeech::adjective
                                                          : PartOfSpeech::noun;
      clause.rule = clause.part == PartOfSpeech::gerund      ? "gerund"
                    : clause.part == PartOfSpeech::adjective ? "adjective"
                    : clause.part == PartOfSpeech::noun      ? "nominal"
                                                             : "verb";
      found = right(clause, i + 1);
      if (!found && clause.part != PartOfSpeech::gerund) {
        found = left(clause, i);
        if (found) clause.rule = "intransitive";
      }
      // "more research" says nothing of the preparation.
      if (!found && clause.part != PartOfSpeech::adjective) found = unresolved_right(clause, i + 1);
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
    auto manner = phrases_.manner(i);
    clause.negated = manner.negated != (clause.effect == Effect::none);
    clause.hedged = manner.hedged;
    clause.context = std::move(manner.context);
    for (std::size_t k = clause.first; k < clause.last; ++k) {
      if (phrases_.is_object(k)) used_[k] = true;
    }
    result_.clauses.push_back(std::move(clause));
  }

  // "anti-fibrotic" as something that the preparation has, not as part of what another trigger acts on.
  bool is_bound_prefix(std::size_t i) {
    if (!phrases_.is_bound(i + 1)) return false;
    for (std::size_t k = i; k > 0; --k) {
      Item const& it = items()[k - 1];
      if (it.kind == ItemKind::stop || it.kind == ItemKind::comma) return true;
      if (is_free_trigger(k - 1)) return it.trigger->is(PartOfSpeech::prefix);
    }
    return true;
  }

  // An arrow stands before its objects unless it hangs on what precedes it.
  bool points_right(std::size_t i) {
    bool const hangs = reading_.tokens[items()[i].first].glued && items()[i + 1].first < reading_.tokens.size() &&
                       !reading_.tokens[items()[i + 1].first].glued;
    return phrases_.begins_object(i + 1) && !(hangs && i > 0 && phrases_.is_object(i - 1));
  }

  // The noun trigger that this one acts on: "inhibited the loss of X"; 0 = none.
  std::size_t inner_trigger(std::size_t i) {
    if (outer_) return 0;
    std::size_t k = i + 1;
    while (items()[k].is(WordClass::preposition) || items()[k].is(WordClass::determiner) || items()[k].is(WordClass::degree)) ++k;
    if (!is_free_trigger(k) || !items()[k].trigger->is(PartOfSpeech::noun) || items()[k].trigger->is_finite()) return 0;
    return phrases_.is_of(k + 1) ? k : 0;
  }

  bool claims(std::size_t i) {
    while (i > 0 && phrases_.is_light_before(i - 1)) --i;
    return i > 0 && claimed_[i - 1];
  }

  bool right(Clause& clause, std::size_t from) {
    clause.last = std::max(clause.last, phrases_.objects_right(from, claimed_, clause.objects, clause.genitive, clause.genitive_word));
    return !clause.objects.empty();
  }

  bool left(Clause& clause, std::size_t from) {
    clause.first = std::min(clause.first, phrases_.objects_left(from, used_, clause.objects));
    return !clause.objects.empty();
  }

  bool unresolved_right(Clause& clause, std::size_t from) {
    auto const words = phrases_.plain_words_right(from);
    if (!words) return false;
    clause.objects.push_back(unresolved(words->first, words->second));
    clause.last = std::max(clause.last, words->second);
    return true;
  }

  bool unresolved_left(Clause& clause, std::size_t from) {
    auto const words = phrases_.plain_words_left(from);
    if (!words) return false;
    clause.objects.push_back(unresolved(words->first, words->second));
    clause.first = std::min(clause.first, words->first);
    return true;
  }

  ClauseObject unresolved(std::size_t first, std::size_t last) {
    ClauseObject object;
    object.words = {items()[first].span.begin, items()[last - 1].span.end};
    return object;
  }

  // "HPL-CM showed superiority over amniotic fluid-MSCs in terms of liver recovery"
  void find_comparisons() {
    for (std::size_t i = 0; i < items().size(); ++i) {
      if (items()[i].kind != ItemKind::comparison) continue;
      auto const before = phrases_.preparation_before(i);
      auto const after = phrases_.preparation_after(i);
      Comparison comparison;
      comparison.word = items()[i].span;
      comparison.better = items()[i].better ? before : after;
      comparison.worse = items()[i].better ? after : before;
      std::size_t const from = after ? preparations_[*after].last : i + 1;
      std::optional<std::size_t> genitive;
      Span genitive_word;
      phrases_.objects_right(from, claimed_, comparison.outcomes, genitive, genitive_word);
      result_.comparisons.push_back(std::move(comparison));
    }
  }

  // Who acts: before an active verb, or after "by".
  void find_subjects() {
    for (Clause& clause : result_.clauses) {
      bool const object_first =
          clause.rule == "passive" || clause.rule == "intransitive" || clause.rule == "postposed_nominal" || clause.rule == "arrow";
      if (!object_first) clause.agents = phrases_.agents_before(clause.first, used_);
      bool const verb = clause.part == PartOfSpeech::present || clause.part == PartOfSpeech::past;
      if (!object_first && verb && clause.agents.empty()) clause.agents = head_of_sentence(clause.first);
    }
    // "exosomes diminished X and promoted Y": a later verb of the sentence without an agent has that of the verb before it.
    for (std::size_t c = 1; c < result_.clauses.size(); ++c) {
      Clause& clause = result_.clauses[c];
      Clause const& earlier = result_.clauses[c - 1];
      bool const verb = clause.part != PartOfSpeech::noun && clause.part != PartOfSpeech::arrow;
      if (!verb || !clause.agents.empty() || earlier.agents.empty() || has(ItemKind::stop, earlier.last, clause.first)) continue;
      clause.agents = earlier.agents;
      clause.agents_of = earlier.agents_of.value_or(c - 1);
    }
    for (std::size_t i = 0; i < items().size(); ++i) {
      bool const names_agent =
          items()[i].is(WordClass::agent) || (items()[i].kind == ItemKind::link && items()[i].direction == LinkDirection::backward);
      if (!names_agent || clause_after(i)) continue;
      agent_after(i);
    }
  }

  // "MSCs homed to the lung and lowered ...": a preparation that the sentence begins with.
  std::vector<ClauseAgent> head_of_sentence(std::size_t item) {
    std::size_t first = sentence_start_[item];
    while (first < item && items()[first].is(WordClass::determiner)) ++first;
    auto agents = phrases_.agents_from(first);
    bool const prepared = first < item && !agents.empty() && agents.front().preparation.has_value() &&
                          preparations_[*agents.front().preparation].first == first;
    if (!prepared) agents.clear();
    return agents;
  }

  // "by TNF-α pretreated exosome", "through exosomal miR-17/CXCL8 axis": the agent of the effects before it that have none.
  void agent_after(std::size_t i) {
    std::size_t at = i + 1;
    while (items()[at].is(WordClass::determiner) || items()[at].is(WordClass::degree)) ++at;
    auto agents = phrases_.agents_from(at);
    auto const axis = phrases_.axis_from(at);
    bool const vehicle = std::any_of(agents.begin(), agents.end(), [](ClauseAgent const& agent) { return agent.preparation.has_value(); });
    bool const by = items()[i].is(WordClass::agent);
    std::size_t const before = last_clause_before(i);
    if (axis) {
      Axis named = *axis;
      if (before != none) {
        named.outcome = before;
        named.outcome_word = items()[i].span;
      }
      result_.axes.push_back(named);
    }
    if (agents.empty() || before == none) return;
    if (!by && !vehicle) {
      // "via the Wnt pathway": no word says which way the step to it goes.
      MechanismLink link;
      link.rule = "mechanism_unsigned";
      link.word = items()[i].span;
      link.outcome.push_back(before);
      for (ClauseAgent const& agent : agents) {
        ClauseObject mediator;
        mediator.mention = agent.mention;
        mediator.words = agent.words;
        link.mediators.push_back(mediator);
      }
      result_.links.push_back(std::move(link));
      return;
    }
    std::size_t to = i;
    for (std::size_t c = before + 1; c-- > 0;) {
      Clause& clause = result_.clauses[c];
      if (!clause.agents.empty() || has(ItemKind::stop, clause.last, to)) break;
      clause.agents = agents;
      clause.agent_word = items()[i].span;
      to = clause.first;
    }
  }

  // Is there such an item in [from, to)?
  bool has(ItemKind kind, std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < to; ++k) {
      if (items()[k].kind == kind) return true;
    }
    return false;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // The last clause that ends before an item, in its sentence.
  std::size_t last_clause_before(std::size_t i) {
    std::size_t found = none;
    auto const after = std::upper_bound(result_.clauses.begin(), result_.clauses.end(), i,
                                        [](std::size_t item, Clause const& clause) { return item < clause.last; });
    if (after != result_.clauses.begin()) found = static_cast<std::size_t>(after - result_.clauses.begin()) - 1;
    if (found != none && has(ItemKind::stop, result_.clauses[found].last, i)) return none;
    return found;
  }

  // The clause that begins right after an item, light words between.
  std::optional<std::size_t> clause_after(std::size_t i) {
    auto const next = std::lower_bound(result_.clauses.begin(), result_.clauses.end(), i + 1,
                                       [](Clause const& clause, std::size_t item) { return clause.first < item; });
    if (next == result_.clauses.end()) return std::nullopt;
    for (std::size_t k = i + 1; k < next->first; ++k) {
      bool const light = items()[k].is(WordClass::determiner) || items()[k].is(WordClass::degree) || items()[k].is(WordClass::hedge) ||
                         items()[k].kind == ItemKind::other;
      if (!light) return std::nullopt;
    }
    return static_cast<std::size_t>(next - result_.clauses.begin());
  }

  // Mechanism words between clauses.
  void join() {
    for (std::size_t i = 0; i < items().size(); ++i) {
      bool const by = items()[i].is(WordClass::agent);
      if (items()[i].kind != ItemKind::link && !by) continue;
      auto const after = clause_after(i);
      std::size_t const before = last_clause_before(i);
      if (!after || before == none) continue;
      MechanismLink link;
      link.word = items()[i].span;
      bool const forward = !by && items()[i].direction == LinkDirection::forward;
      if (forward) {
        link.rule = "mechanism_forward";
        link.outcome = run_of_clauses(*after);
        std::size_t to = i;
        for (std::size_t c = before + 1; c-- > 0;) {
          std::size_t const from = result_.clauses[c].last;
          if (has(ItemKind::stop, from, to) || has(ItemKind::link, from, to)) break;
          link.mechanism.push_back(c);
          to = result_.clauses[c].first;
        }
        std::reverse(link.mechanism.begin(), link.mechanism.end());
      } else {
        link.rule = "mechanism_backward";
        link.mechanism = run_of_clauses(*after);
        link.outcome.push_back(before);
      }
      for (std::size_t const c : forward ? link.outcome : link.mechanism) {
        if (!result_.clauses[c].agents.empty()) continue;
        result_.clauses[c].agents = result_.clauses[before].agents;
        result_.clauses[c].agents_of = result_.clauses[before].agents_of.value_or(before);
      }
      result_.links.push_back(std::move(link));
    }
  }

  // A clause and those that a conjunction joins to it with a trigger of the same form.
  std::vector<std::size_t> run_of_clauses(std::size_t c) {
    std::vector<std::size_t> run{c};
    while (c + 1 < result_.clauses.size()) {
      Clause const& clause = result_.clauses[c];
      Clause const& next = result_.clauses[c + 1];
      if (next.part != clause.part || next.first < clause.last) break;
      bool conjunction = false;
      bool other = false;
      for (std::size_t k = clause.last; k < next.first; ++k) {
        conjunction = conjunction || items()[k].is(WordClass::conjunction);
        other = other || items()[k].kind == ItemKind::stop || items()[k].kind == ItemKind::link || items()[k].is(WordClass::agent);
      }
      if (!conjunction || other) break;
      run.push_back(++c);
    }
    return run;
  }

  Reading& reading_;
  std::vector<NamedPreparation> const& preparations_;
  Phrases phrases_;
  std::vector<std::size_t> sentence_start_;                                   // by item
  std::vector<bool> claimed_;                                                 // by item: an object of a trigger that follows it
  std::vector<bool> used_ = std::vector<bool>(reading_.items.size(), false);  // by item: an object of some clause
  std::optional<std::size_t> outer_;                                          // a trigger that acts on the next one
  Clauses result_;
};

}  // namespace

Clauses find_clauses(Reading& reading, std::vector<NamedPreparation> const& preparations, Lexicon const& lexicon, Grammar const& grammar) {
  return ClauseFinder(reading, preparations, lexicon, grammar).all();
}

}  // namespace mechgraph
