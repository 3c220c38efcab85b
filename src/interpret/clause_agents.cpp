// Who acts in the clauses of a cell.
#include "interpret/clause_finder.hpp"

#include <algorithm>

namespace mechgraph {

// Who acts: before an active verb, or after "by".
void ClauseFinder::find_subjects() {
  for (Clause& clause : result_.clauses) {
    bool const object_first = clause.rule == "passive" || clause.rule == "intransitive" || clause.rule == "postposed_nominal" ||
                              clause.rule == "arrow" ||
                              (clause.rule == "directed" && clause.part == PartOfSpeech::past && passive_auxiliary(clause.trigger_item));
    if (!object_first && clause.agents.empty() && !axis_subject(clause)) {
      clause.agents = relative_subject(clause);
      if (clause.agents.empty()) clause.agents = phrases_.agents_before(before_causal_verb(clause.first), used_);
      if (clause.agents.size() > 1 && are_denied(clause)) clause.negated = true;
    }
    bool const verb = clause.part == PartOfSpeech::present || clause.part == PartOfSpeech::past;
    if (!object_first && verb && clause.agents.empty()) clause.agents = head_of_sentence(clause.first);
  }
  for (std::size_t c = 1; c < result_.clauses.size(); ++c) {
    if (result_.clauses[c].agents.empty()) find_nominal_subject(c);
  }
  // "exosomes diminished X and promoted Y": a later verb of the sentence without an agent has that of the verb before it.
  for (std::size_t c = 1; c < result_.clauses.size(); ++c) {
    Clause& clause = result_.clauses[c];
    Clause const& earlier = result_.clauses[c - 1];
    bool const verb = clause.part != PartOfSpeech::noun && clause.part != PartOfSpeech::arrow;
    if (clause.subject_clause) continue;
    if (!verb || !clause.agents.empty() || (earlier.agents.empty() && !earlier.subject_clause) ||
        has(ItemKind::stop, earlier.last, clause.first))
      continue;
    if (has_own_subject(clause, earlier.last) || is_reduced_relative(clause)) continue;
    if (turned_again(clause, earlier)) continue;
    clause.agents = earlier.agents;
    clause.subject_clause = earlier.subject_clause;
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

// "Neither exosomes nor MSCs altered Y"
bool ClauseFinder::are_denied(Clause const& clause) {
  bool nor = false;
  for (std::size_t k = clause.first; k > sentence_start_[clause.first]; --k) {
    Item const& it = items()[k - 1];
    if (it.kind == ItemKind::trigger && !it.taken) return false;
    if (!it.is(WordClass::negation)) continue;
    if (it.word.value != "list") return nor;
    nor = true;
  }
  return false;
}

// "Inhibition of NF-κB reduced X", "Elevated NGFR and decreased TrkA activate apoptosis": what the words before the verb raise or lower
// acts.
void ClauseFinder::find_nominal_subject(std::size_t c) {
  Clause& clause = result_.clauses[c];
  bool const verb = clause.part == PartOfSpeech::present || clause.part == PartOfSpeech::past;
  if (!verb || (clause.rule != "verb" && clause.rule != "directed" && clause.rule != "double_effect")) return;
  Clause const& subject = result_.clauses[c - 1];
  // "Reduced TNF-α levels promoted Y", at the begin of its sentence
  bool const state = subject.part == PartOfSpeech::past && subject.rule == "verb" && subject.trigger_item == sentence_start_[subject.first];
  bool const nominal =
      state || subject.part == PartOfSpeech::noun || subject.part == PartOfSpeech::gerund || subject.part == PartOfSpeech::adjective;
  if (!nominal || subject.negated || !subject.agents.empty() || subject.rule == "bound_prefix") return;
  // "By inactivating A, B promotes C": B acts.
  if (subject.part == PartOfSpeech::gerund && has(ItemKind::comma, subject.first, subject.last)) return;
  std::size_t k = clause.first;
  while (k > subject.last &&
         (phrases_.is_light_before(k - 1) || phrases_.is_context(k - 1) || items()[k - 1].is(WordClass::preposition) ||
          items()[k - 1].is(WordClass::determiner) || items()[k - 1].kind == ItemKind::close || items()[k - 1].is(WordClass::relative)))
    --k;
  if (k == subject.last) clause.subject_clause = c - 1;
}

// "..., and its suppression reduced Y": the same agents, with the function that these words give them. Also true where the words cannot be
// read.
bool ClauseFinder::turned_again(Clause& clause, Clause const& earlier) {
  std::size_t k = clause.first;
  while (k > earlier.last && phrases_.is_light_before(k - 1)) --k;
  if (k < earlier.last + 2 || !items()[k - 2].is(WordClass::determiner)) return false;
  Item const& word = items()[k - 1];
  int turn = 0;
  if (word.function) turn = word.function->word_class == WordClass::loss ? -1 : word.function->word_class == WordClass::gain ? 1 : 0;
  if (turn == 0 && word.trigger && word.trigger->is(PartOfSpeech::noun))
    turn = word.trigger->effect == Effect::down ? -1 : word.trigger->effect == Effect::up ? 1 : 0;
  if (turn == 0) return word.function.has_value() || word.trigger.has_value();
  for (ClauseAgent agent : earlier.agents) {
    if (agent.preparation) continue;
    agent.turn = turn;
    clause.agents.push_back(agent);
  }
  return true;
}

// "..., and the treatment blocked Y": words that nobody knows act.
bool ClauseFinder::has_own_subject(Clause const& clause, std::size_t from) {
  if (clause.part != PartOfSpeech::present && clause.part != PartOfSpeech::past) return false;
  if (clause.rule != "verb" && clause.rule != "directed") return false;
  std::size_t k = clause.first;
  while (k > from && phrases_.is_light_before(k - 1)) --k;
  if (k == from) return false;
  Item const& it = items()[k - 1];
  if (it.kind == ItemKind::mention) return !used_[k - 1] && !phrases_.is_context(k - 1);
  return it.kind == ItemKind::other && reading_.tokens[it.first].word && !reading_.tokens.folded(it.first).ends_with("ly");
}

// "fission induced by ischemia": who does it is named after "by", or nobody is.
bool ClauseFinder::is_reduced_relative(Clause const& clause) {
  std::size_t const next = clause.trigger_item + 1;
  return clause.rule == "intransitive" && clause.part == PartOfSpeech::past && items()[next].is(WordClass::agent) &&
         phrases_.measure_end(next + 1) == next + 1;
}

// "X leads to increased Y": X stands before the verb.
std::size_t ClauseFinder::before_causal_verb(std::size_t first) {
  std::size_t k = first;
  while (k > 0 && (items()[k - 1].is(WordClass::determiner) || items()[k - 1].is(WordClass::degree))) --k;
  if (k == 0) return first;
  Item const& verb = items()[k - 1];
  return verb.kind == ItemKind::link && verb.trigger && verb.trigger->is_finite() ? k - 1 : first;
}

// "Exosomal miR-146a-5p/TRAF6 axis relieved ...": the microRNA and its vehicle act, through the target.
bool ClauseFinder::axis_subject(Clause& clause) {
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
std::vector<ClauseAgent> ClauseFinder::relative_subject(Clause const& clause) {
  std::size_t at = clause.first;
  while (at > 0 && phrases_.is_light_before(at - 1)) --at;
  if (at < 2 || !items()[at - 1].is(WordClass::relative)) return {};
  --at;
  while (at > 0 && items()[at - 1].kind == ItemKind::comma) --at;
  return phrases_.agents_before(at, std::vector<bool>(items().size(), false));
}

// "MSCs homed to the lung and lowered ...": a preparation that the sentence begins with.
std::vector<ClauseAgent> ClauseFinder::head_of_sentence(std::size_t item) {
  std::size_t first = sentence_start_[item];
  while (first < item && items()[first].is(WordClass::determiner)) ++first;
  auto agents = phrases_.agents_from(first);
  bool const prepared = first < item && !agents.empty() && agents.front().preparation.has_value() &&
                        preparations_[*agents.front().preparation].first == first;
  if (!prepared) agents.clear();
  return agents;
}

// "A results in B by X": A is not X's doing.
bool ClauseFinder::has_causal_verb(std::size_t from, std::size_t to) {
  for (std::size_t k = from; k < to; ++k) {
    if (items()[k].kind == ItemKind::link && items()[k].trigger && items()[k].trigger->is_finite()) return true;
  }
  return false;
}

bool ClauseFinder::has_auxiliary(std::size_t from, std::size_t to) {
  for (std::size_t k = from; k < to; ++k) {
    if (items()[k].is(WordClass::auxiliary)) return true;
  }
  return false;
}

// "sites that are phosphorylated by X", "to that by X": X does that.
bool ClauseFinder::acts_elsewhere(std::size_t before) {
  Item const& it = items()[before];
  if (it.is(WordClass::relative) || it.is(WordClass::determiner)) return true;
  return it.kind == ItemKind::other && reading_.tokens[it.first].word && reading_.tokens.folded(it.first).ends_with("ed");
}

// "decreased induction of IL-6 by X": X induces it, and something else brought that down.
bool ClauseFinder::is_modified(Clause const& clause) {
  if (clause.rule != "double_effect" || clause.first == clause.trigger_item || !items()[clause.first].trigger) return false;
  Trigger const& outer = *items()[clause.first].trigger;
  return (outer.is(PartOfSpeech::adjective) || outer.is(PartOfSpeech::past)) && !outer.is(PartOfSpeech::noun) &&
         !passive_auxiliary(clause.first);
}

// "by TNF-α pretreated exosome", "through exosomal miR-17/CXCL8 axis": the agent of the effects before it that have none.
void ClauseFinder::agent_after(std::size_t i) {
  std::size_t at = i + 1;
  while (items()[at].is(WordClass::determiner) || items()[at].is(WordClass::degree)) ++at;
  auto agents = phrases_.agents_from(at);
  auto const axis = phrases_.axis_from(at);
  if (phrases_.is_mediating(at)) return;
  if (items()[i].is(WordClass::agent) && i > 0 && acts_elsewhere(i - 1)) return;
  bool const vehicle = std::any_of(agents.begin(), agents.end(), [](ClauseAgent const& agent) { return agent.preparation.has_value(); });
  bool const by = items()[i].is(WordClass::agent);
  std::size_t const before = last_clause_before(i);
  // "at sites phosphorylated by X": X does what no clause speaks of.
  if (by && i > 0 && items()[i - 1].kind == ItemKind::trigger && !items()[i - 1].taken &&
      (before == none || result_.clauses[before].trigger_item != i - 1))
    return;
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
    if (by && is_modified(clause)) break;
    // "activated ERK and Akt were inhibited by X"
    if (by && c != before && clause.rule == "verb" && result_.clauses[before].rule == "passive" &&
        has_auxiliary(clause.last, result_.clauses[before].trigger_item))
      break;
    if (by && c != before && has_causal_verb(clause.last, to)) break;
    // "platelets rose, ... was raised by X": what went up by itself is not X's doing.
    if (by && c != before && (clause.rule == "intransitive" || has_backward_link(clause.last, to))) break;
    clause.agents = agents;
    clause.agent_word = items()[i].span;
    to = clause.first;
  }
}

}  // namespace mechgraph
