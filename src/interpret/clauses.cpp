// Which effects a cell speaks of.
#include "interpret/clauses.hpp"

#include <algorithm>
#include <map>

#include "interpret/compose.hpp"

namespace mechgraph {
namespace {

// Finds the clauses of one cell in four passes over its items: which objects belong to a trigger that follows them; the clauses; who acts;
// what hangs together.
class ClauseFinder {
 public:
  ClauseFinder(Reading& reading, std::vector<NamedPreparation> const& preparations, Lexicon const& lexicon, Grammar const& grammar)
      : reading_(reading),
        preparations_(preparations),
        lexicon_(lexicon),
        grammar_(grammar),
        functions_(find_changed_functions(reading, preparations, grammar)),
        phrases_(reading, preparations, functions_, lexicon, grammar) {}

  Clauses all() {
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
      if (is_free_trigger(i) && !questioned && !phrases_.is_governed(i)) add_clause(i);
    }
    find_deliveries();
    find_axes();
    find_comparisons();
    find_subjects();
    join();
    return std::move(result_);
  }

 private:
  std::vector<Item>& items() { return reading_.items; }
  // Not one that is part of a word: "placebo-controlled".
  bool is_free_trigger(std::size_t i) {
    Item const& it = items()[i];
    if (it.kind != ItemKind::trigger || it.taken) return false;
    if (states_[i]) return false;
    bool const bound = reading_.tokens[it.first].hyphen && !it.trigger->is(PartOfSpeech::noun) && !it.trigger->is(PartOfSpeech::arrow) &&
                       !it.trigger->is(PartOfSpeech::prefix);
    return !bound;
  }

  // An object right before a noun trigger ("liver function recovery") or before a passive verb ("apoptosis was reduced") belongs to that
  // trigger, not to the list of an earlier one.
  void claim_postposed() {
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
  std::size_t previous_member(std::size_t object) {
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

  bool passive_auxiliary(std::size_t i) {
    while (i > 0 && (items()[i - 1].is(WordClass::degree) || items()[i - 1].is(WordClass::negation))) --i;
    return i > 0 && items()[i - 1].is(WordClass::auxiliary);
  }

  // A verb or adjective that speaks of what stands before it: nothing that it could act on follows ("apoptosis declined", "IL-6 was
  // lower").
  bool is_predicate(std::size_t i) {
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

  void add_clause(std::size_t i) {
    Trigger const& trigger = *items()[i].trigger;
    Clause clause;
    clause.effect = effect_on_state(i, trigger.effect);
    clause.trigger = items()[i].span;
    clause.trigger_item = i;
    clause.first = i;
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
      found = points_right(i) ? right(clause, i + 1) : left(clause, i);
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

  // Words that no term covers are worth a statement where the trigger says which way they go.
  static bool says_direction(Trigger const& trigger) {
    return trigger.effect != Effect::change && trigger.effect != Effect::target && trigger.effect != Effect::toward;
  }

  static PartOfSpeech part_of(Trigger const& trigger) {
    return trigger.is(PartOfSpeech::gerund)      ? PartOfSpeech::gerund
           : trigger.is(PartOfSpeech::present)   ? PartOfSpeech::present
           : trigger.is(PartOfSpeech::past)      ? PartOfSpeech::past
           : trigger.is(PartOfSpeech::adjective) ? PartOfSpeech::adjective
                                                 : PartOfSpeech::noun;
  }

  // "age-related" before a noun.
  bool is_attribute(std::size_t k) {
    if (items()[k].kind != ItemKind::other) return false;
    Item const& next = items()[k + 1];
    bool const before_word = next.kind == ItemKind::trigger || (next.kind == ItemKind::other && reading_.tokens[next.first].word);
    return reading_.tokens[items()[k].first].word && before_word;
  }

  // "prevented the decline in A and the loss of B": the same outer trigger turns both.
  bool goes_on(Clause const& earlier, std::size_t i) {
    if (earlier.rule != "double_effect") return false;
    std::size_t k = i;
    while (k > earlier.last && items()[k - 1].is(WordClass::determiner)) --k;
    return k > earlier.last && phrases_.next_member(earlier.last) == k;
  }

  // "neither A nor B changed"
  bool denies_before(std::size_t item) {
    while (item > 0 && (items()[item - 1].is(WordClass::determiner) || items()[item - 1].is(WordClass::degree))) --item;
    return item > 0 && items()[item - 1].is(WordClass::negation) && items()[item - 1].word.value != "list";
  }

  // "protected A from B", "shifted from A to B": the item after the word that B follows, and what happens to B; 0 = no such word.
  std::size_t directed_objects(Clause& clause, std::size_t i) {
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
  void add_exception(std::size_t i) {
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
    while (items()[k].is(WordClass::preposition) || items()[k].is(WordClass::determiner) || items()[k].is(WordClass::degree) ||
           is_attribute(k) || items()[k].is(WordClass::mediated) || items()[k].is(WordClass::inducer) || phrases_.is_mediating(k) ||
           (items()[k].kind == ItemKind::mention && items()[k].taken))
      ++k;
    if (!is_free_trigger(k) || !items()[k].trigger->is(PartOfSpeech::noun)) return 0;
    bool const object = phrases_.is_of(k + 1) || (items()[k + 1].is(WordClass::preposition) && items()[k + 1].word.value == "inside" &&
                                                  phrases_.begins_object(k + 2));
    return object ? k : 0;
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
    std::size_t const next = phrases_.next_member(words->second);
    if (next != words->second) right(clause, next);
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

  // "superior to MSCs in reducing infarct size": the gerund says in what.
  bool compares_in(std::size_t i) {
    if (i < 3 || !is_free_trigger(i) || !items()[i].trigger->is(PartOfSpeech::gerund) || !items()[i - 1].is(WordClass::preposition))
      return false;
    for (std::size_t k = i - 1; k > 0 && i - k < 8; --k) {
      if (items()[k - 1].kind == ItemKind::comparison) return true;
      if (items()[k - 1].kind == ItemKind::stop || items()[k - 1].kind == ItemKind::trigger) return false;
    }
    return false;
  }

  // "HPL-CM showed superiority over amniotic fluid-MSCs in terms of liver recovery"
  void find_comparisons() {
    for (std::size_t i = 0; i < items().size(); ++i) {
      if (items()[i].kind != ItemKind::comparison || phrases_.measure_end(i + 1) > i + 1) continue;  // "> 50%"
      auto const before = phrases_.preparation_before(i);
      auto const after = phrases_.preparation_after(i);
      Comparison comparison;
      comparison.word = items()[i].span;
      comparison.better = items()[i].better ? before : after;
      comparison.worse = items()[i].better ? after : before;
      std::size_t const from = after ? preparations_[*after].last : i + 1;
      std::optional<std::size_t> genitive;
      Span genitive_word;
      std::size_t objects = from;
      if (items()[from].is(WordClass::preposition) && is_free_trigger(from + 1) && compares_in(from + 1)) {
        comparison.effect = items()[from + 1].trigger->effect;
        objects = from + 2;
      }
      phrases_.objects_right(objects, claimed_, comparison.outcomes, genitive, genitive_word);
      result_.comparisons.push_back(std::move(comparison));
    }
  }

  // Who acts: before an active verb, or after "by".
  void find_subjects() {
    for (Clause& clause : result_.clauses) {
      bool const object_first =
          clause.rule == "passive" || clause.rule == "intransitive" || clause.rule == "postposed_nominal" || clause.rule == "arrow";
      if (!object_first && !axis_subject(clause)) {
        clause.agents = relative_subject(clause);
        if (clause.agents.empty()) clause.agents = phrases_.agents_before(clause.first, used_);
      }
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
      if (items()[i + 1 < items().size() ? i + 1 : i].is(WordClass::delivery)) continue;
      if (items()[i].is(WordClass::agent) && phrases_.measure_end(i + 1) > i + 1) continue;
      bool const names_agent =
          items()[i].is(WordClass::agent) || (items()[i].kind == ItemKind::link && items()[i].direction == LinkDirection::backward);
      if (!names_agent || clause_after(i)) continue;
      agent_after(i);
    }
  }

  // "Exosomal miR-146a-5p/TRAF6 axis relieved ...": the microRNA and its vehicle act, through the target.
  bool axis_subject(Clause& clause) {
    std::size_t at = clause.first;
    while (at > 0 && phrases_.is_light_before(at - 1) && !items()[at - 1].is(WordClass::axis)) --at;
    if (at < 3 || !items()[at - 1].is(WordClass::axis)) return false;
    for (std::size_t k = at - 1; k > 0 && at - k < 8; --k) {
      Item const& it = items()[k - 1];
      if (it.kind == ItemKind::stop || it.kind == ItemKind::trigger || it.kind == ItemKind::comma) return false;
      if (it.kind != ItemKind::mention || items()[k].kind != ItemKind::slash) continue;
      auto axis = phrases_.axis_from(k - 1);
      if (!axis) continue;
      clause.agents = phrases_.agents_before(k, used_);
      if (clause.agents.empty()) return false;
      axis->outcome = static_cast<std::size_t>(&clause - result_.clauses.data());
      axis->outcome_word = axis->word;
      set_axis(std::move(*axis));
      return true;
    }
    return false;
  }

  // "secreted TSG-6, which suppressed ...": what stands before the pronoun acts.
  std::vector<ClauseAgent> relative_subject(Clause const& clause) {
    std::size_t at = clause.first;
    while (at > 0 && phrases_.is_light_before(at - 1)) --at;
    if (at < 2 || !items()[at - 1].is(WordClass::relative)) return {};
    --at;
    while (at > 0 && items()[at - 1].kind == ItemKind::comma) --at;
    return phrases_.agents_before(at, std::vector<bool>(items().size(), false));
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
    if (phrases_.is_mediating(at)) return;
    bool const vehicle = std::any_of(agents.begin(), agents.end(), [](ClauseAgent const& agent) { return agent.preparation.has_value(); });
    bool const by = items()[i].is(WordClass::agent);
    std::size_t const before = last_clause_before(i);
    if (axis) {
      Axis named = *axis;
      if (before != none) {
        named.outcome = before;
        named.outcome_word = items()[i].span;
      }
      set_axis(named);
      if (!vehicle && !by) return;
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
      // "platelets rose, ... was raised by X": what went up by itself is not X's doing.
      if (by && c != before && (clause.rule == "intransitive" || has_backward_link(clause.last, to))) break;
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

  bool has_backward_link(std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < to; ++k) {
      if (items()[k].kind == ItemKind::link && items()[k].direction == LinkDirection::backward) return true;
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
                         items()[k].is(WordClass::mediated) || phrases_.is_mediating(k) || items()[k].kind == ItemKind::other;
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
      std::size_t before = last_clause_before(i);
      bool const forward = !by && items()[i].direction == LinkDirection::forward;
      if (after && !forward) {
        // "By inhibiting NF-κB, exosomes reduced X", "..., and, by inhibiting MMPs, reduced X"
        auto const main = fronted(i, *after);
        if (main) before = *main;
      }
      if (!after || before == none) continue;
      if (forward && brought_by_delivery(before, i, *after)) continue;
      MechanismLink link;
      link.word = items()[i].span;
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

  // "healing by delivering miR-21 and thereby inhibiting PTEN": the cargo does the latter, and both bring the former about.
  bool brought_by_delivery(std::size_t before, std::size_t i, std::size_t after) {
    for (Delivery& delivery : result_.deliveries) {
      if (delivery.item < result_.clauses[before].last || delivery.item > i) continue;
      MechanismLink link;
      link.rule = "mechanism_backward";
      link.word = delivery.link;
      link.mechanism = run_of_clauses(after);
      link.outcome = delivery.outcomes;
      delivery.steps = link.mechanism;
      for (std::size_t const c : link.mechanism) {
        if (!result_.clauses[c].agents.empty()) continue;
        result_.clauses[c].agents = result_.clauses[before].agents;
        result_.clauses[c].agents_of = result_.clauses[before].agents_of.value_or(before);
      }
      result_.links.push_back(std::move(link));
      return true;
    }
    return false;
  }

  // The clause after a mechanism that stands before what it brings about, parted from it by commas.
  std::optional<std::size_t> fronted(std::size_t i, std::size_t mechanism) {
    bool const opens = i == sentence_start_[i] || items()[i - 1].kind == ItemKind::comma;
    std::size_t const last = run_of_clauses(mechanism).back();
    if (!opens || last + 1 >= result_.clauses.size()) return std::nullopt;
    Clause const& end = result_.clauses[last];
    Clause const& main = result_.clauses[last + 1];
    bool const verb = main.part == PartOfSpeech::present || main.part == PartOfSpeech::past;
    if (!verb || main.first < end.last || !has(ItemKind::comma, end.last, main.first) || has(ItemKind::stop, end.last, main.first))
      return std::nullopt;
    return last + 1;
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

  // "rescued the impaired angiogenesis", "attenuated elevated IL-6": the participle says how the object was before, and the verb acts on
  // that; "of activated T cells": which ones.
  void find_states() {
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
  Effect effect_on_state(std::size_t trigger, Effect effect) {
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
  void count_cells() {
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

  bool is_cell(std::size_t i) {
    return items()[i].kind == ItemKind::mention && !items()[i].taken && reading_.mention(items()[i]).term &&
           grammar_.name_role(reading_.type(items()[i])) == NameRole::cell && !phrases_.is_object(i);
  }

  bool is_counted(std::size_t i) {
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

  bool is_predicate_or_arrow(std::size_t i) {
    return items()[i].trigger->is(PartOfSpeech::arrow) || is_predicate(i) || passive_auxiliary(i);
  }

  bool predicate_after(std::size_t i) {
    while (items()[i].is(WordClass::auxiliary) || items()[i].is(WordClass::degree) || items()[i].is(WordClass::negation)) ++i;
    return is_free_trigger(i) && (items()[i].trigger->is(PartOfSpeech::past) || items()[i].trigger->is(PartOfSpeech::adjective));
  }

  // "Tfh and Th17 cells ↓": the list of cells that it begins is counted.
  bool counted_list(std::size_t next) {
    while (next + 1 < items().size() && phrases_.is_coordinator(next)) ++next;
    return next < items().size() && is_cell(next) && is_counted(next);
  }

  // "by transferring miR-145", "via delivery of miR-17-5p targeting SIRT1": what is carried brings the effects before it about.
  void find_deliveries() {
    for (std::size_t i = 1; i < items().size(); ++i) {
      if (!items()[i].is(WordClass::delivery)) continue;
      std::size_t before = i;
      while (before > 0 && (items()[before - 1].is(WordClass::determiner) || items()[before - 1].is(WordClass::degree))) --before;
      if (before == 0 || !(items()[before - 1].is(WordClass::agent) || items()[before - 1].kind == ItemKind::link)) continue;
      std::size_t const clause = last_clause_before(before - 1);
      if (clause == none) continue;
      Delivery delivery;
      delivery.item = i;
      delivery.word = items()[i].span;
      delivery.link = items()[before - 1].span;
      std::size_t at = i + 1;
      while (items()[at].is(WordClass::determiner) || items()[at].is(WordClass::degree) || items()[at].kind == ItemKind::other ||
             items()[at].is(WordClass::location) || (items()[at].kind == ItemKind::mention && items()[at].taken)) {
        if (items()[at].kind == ItemKind::mention && reading_.mentions[items()[at].mention].mention.term && is_cargo(at)) break;
        ++at;
      }
      while (is_cargo(at)) {
        delivery.cargo.push_back(items()[at].mention);
        used_[at] = true;
        ++at;
        std::size_t const next = phrases_.next_member(at);
        if (next == at || !is_cargo(next)) break;
        at = next;
      }
      if (delivery.cargo.empty()) continue;
      delivery.outcomes.push_back(clause);
      for (std::size_t c = 0; c < result_.clauses.size(); ++c) {
        if (result_.clauses[c].effect == Effect::target && result_.clauses[c].first >= at && result_.clauses[c].first <= at + 3)
          delivery.targets = c;
      }
      result_.deliveries.push_back(std::move(delivery));
    }
  }

  // "miR-214/Ezh2 axis" wherever it stands; what brings it about is found with the agents.
  void find_axes() {
    for (std::size_t i = 0; i < items().size(); ++i) {
      if (items()[i].kind != ItemKind::mention || items()[i + 1].kind != ItemKind::slash) continue;
      if (auto axis = phrases_.axis_from(i)) result_.axes.push_back(std::move(*axis));
    }
  }

  // An axis that is named again with what it does.
  void set_axis(Axis axis) {
    for (Axis& known : result_.axes) {
      if (known.regulator != axis.regulator || known.outcome) continue;
      known = std::move(axis);
      return;
    }
    result_.axes.push_back(std::move(axis));
  }

  bool is_cargo(std::size_t i) {
    if (i >= items().size() || items()[i].kind != ItemKind::mention) return false;
    NameRole const role = grammar_.name_role(reading_.type(items()[i]));
    return role == NameRole::molecule || role == NameRole::chemical;
  }

  Reading& reading_;
  std::vector<NamedPreparation> const& preparations_;
  Lexicon const& lexicon_;
  Grammar const& grammar_;
  std::vector<ChangedFunction> functions_;
  Phrases phrases_;
  std::vector<std::size_t> sentence_start_;                                     // by item
  std::vector<bool> claimed_;                                                   // by item: an object of a trigger that follows it
  std::vector<bool> used_ = std::vector<bool>(reading_.items.size(), false);    // by item: an object of some clause
  std::vector<bool> states_ = std::vector<bool>(reading_.items.size(), false);  // by item: a participle before an object
  std::map<std::size_t, std::size_t> state_of_;                                 // by trigger: the participle of its object
  std::optional<std::size_t> outer_;                                            // a trigger that acts on the next one
  Clauses result_;
};

}  // namespace

Clauses find_clauses(Reading& reading, std::vector<NamedPreparation> const& preparations, Lexicon const& lexicon, Grammar const& grammar) {
  return ClauseFinder(reading, preparations, lexicon, grammar).all();
}

}  // namespace mechgraph
