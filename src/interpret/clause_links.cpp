// How the clauses of a cell hang together: mechanism words, deliveries, axes, comparisons.
#include "interpret/clause_finder.hpp"

#include <algorithm>

namespace mechgraph {

// Mechanism words between clauses.
void ClauseFinder::join() {
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
bool ClauseFinder::brought_by_delivery(std::size_t before, std::size_t i, std::size_t after) {
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
std::optional<std::size_t> ClauseFinder::fronted(std::size_t i, std::size_t mechanism) {
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
std::vector<std::size_t> ClauseFinder::run_of_clauses(std::size_t c) {
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

// "by transferring miR-145", "via delivery of miR-17-5p targeting SIRT1": what is carried brings the effects before it about.
void ClauseFinder::find_deliveries() {
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
void ClauseFinder::find_axes() {
  for (std::size_t i = 0; i < items().size(); ++i) {
    if (items()[i].kind != ItemKind::mention || items()[i + 1].kind != ItemKind::slash) continue;
    if (auto axis = phrases_.axis_from(i)) result_.axes.push_back(std::move(*axis));
  }
}

// An axis that is named again with what it does.
void ClauseFinder::set_axis(Axis axis) {
  for (Axis& known : result_.axes) {
    if (known.regulator != axis.regulator || known.outcome) continue;
    known = std::move(axis);
    return;
  }
  result_.axes.push_back(std::move(axis));
}

bool ClauseFinder::is_cargo(std::size_t i) {
  if (i >= items().size() || items()[i].kind != ItemKind::mention) return false;
  NameRole const role = grammar_.name_role(reading_.type(items()[i]));
  return role == NameRole::molecule || role == NameRole::chemical;
}

// "superior to MSCs in reducing infarct size": the gerund says in what.
bool ClauseFinder::compares_in(std::size_t i) {
  if (i < 3 || !is_free_trigger(i) || !items()[i].trigger->is(PartOfSpeech::gerund) || !items()[i - 1].is(WordClass::preposition))
    return false;
  for (std::size_t k = i - 1; k > 0 && i - k < 8; --k) {
    if (items()[k - 1].kind == ItemKind::comparison) return true;
    if (items()[k - 1].kind == ItemKind::stop || items()[k - 1].kind == ItemKind::trigger) return false;
  }
  return false;
}

// "HPL-CM showed superiority over amniotic fluid-MSCs in terms of liver recovery"
void ClauseFinder::find_comparisons() {
  for (std::size_t i = 0; i < items().size(); ++i) {
    if (items()[i].kind != ItemKind::comparison || phrases_.measure_end(i + 1) > i + 1) continue;  // "> 50%"
    auto const before = phrases_.preparation_before(i);
    auto const after = phrases_.preparation_after(i);
    Comparison comparison;
    comparison.word = items()[i].span;
    comparison.better = items()[i].better ? before : after;
    comparison.worse = items()[i].better ? after : before;
    comparison.is_with_others = items()[i].better && !after && names_others(i + 1);
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

// "superior to fibroblasts", "better than controls": somebody that is no preparation.
bool ClauseFinder::names_others(std::size_t item) {
  while (items()[item].is(WordClass::determiner) || items()[item].is(WordClass::degree) || items()[item].is(WordClass::than)) ++item;
  Item const& it = items()[item];
  if (it.kind == ItemKind::mention) return phrases_.is_context(item);
  return it.kind == ItemKind::other && reading_.tokens[it.first].word;
}

// Is there such an item in [from, to)?
bool ClauseFinder::has(ItemKind kind, std::size_t from, std::size_t to) {
  for (std::size_t k = from; k < to; ++k) {
    if (items()[k].kind == kind) return true;
  }
  return false;
}

bool ClauseFinder::has_backward_link(std::size_t from, std::size_t to) {
  for (std::size_t k = from; k < to; ++k) {
    if (items()[k].kind == ItemKind::link && items()[k].direction == LinkDirection::backward) return true;
  }
  return false;
}

// The last clause that ends before an item, in its sentence.
std::size_t ClauseFinder::last_clause_before(std::size_t i) {
  std::size_t found = none;
  auto const after = std::upper_bound(result_.clauses.begin(), result_.clauses.end(), i,
                                      [](std::size_t item, Clause const& clause) { return item < clause.last; });
  if (after != result_.clauses.begin()) found = static_cast<std::size_t>(after - result_.clauses.begin()) - 1;
  if (found != none && has(ItemKind::stop, result_.clauses[found].last, i)) return none;
  return found;
}

// The clause that begins right after an item, light words between.
std::optional<std::size_t> ClauseFinder::clause_after(std::size_t i) {
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

}  // namespace mechgraph
