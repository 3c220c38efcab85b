// Mechanisms: one thing through another, what a column carries, axes.
#include <algorithm>
#include <map>

#include "interpret/statement_reader.hpp"

namespace mechgraph {

std::vector<StatementReader::Step> StatementReader::steps(Clause const& clause) const {
  std::vector<Step> steps;
  if (clause.negated) return steps;
  for (ClauseObject const& object : clause.objects) {
    Step step;
    step.entity = entity_of(object);
    step.sign = targets_.contains(clause.trigger_item) ? -1 : sign_of(clause, object, step.doubt);
    step.object = &object;
    step.trigger = clause.trigger;
    steps.push_back(std::move(step));
  }
  return steps;
}

void StatementReader::read_link(Clauses const& clauses, MechanismLink const& link) {
  for (std::size_t const o : link.outcome) {
    for (Step const& outcome : steps(clauses.clauses[o])) {
      for (std::size_t const m : link.mechanism) {
        for (Step const& step : steps(clauses.clauses[m])) add_implied(step, outcome, link.word, link.rule);
      }
      for (ClauseObject const& mediator : link.mediators) add_unsigned(clauses, o, mediator, outcome, link);
    }
  }
}

void StatementReader::add_implied(Step const& step, Step const& outcome, Span word, std::string_view rule) {
  if (step.entity == outcome.entity) return;
  int const sign = step.sign * outcome.sign;
  auto const relation = implied_relation(step.entity, sign);
  if (!relation) return;
  if (builder_.said(step.entity, *relation, outcome.entity, Basis::implied)) return;
  Statement& statement = builder_.add(step.entity, *relation, outcome.entity, sign, Basis::implied, rule);
  if (sign == 0) statement.flags.set(Flag::depends_on_resolution);
  if (step.object->coordinated || outcome.object->coordinated) statement.flags.set(Flag::coordination);
  for (ClauseObject const* object : {step.object, outcome.object}) {
    for (Qualifier const& qualifier : object->context) {
      if (qualifier.key != "aspect") statement.context.push_back(qualifier);  // the aspect is the object's in its own statement
    }
  }
  qualify(statement, builder_.row().context);
  statement.words.trigger = word;
  statement.words.subject = step.object->words;
  statement.words.object = outcome.object->words;
  statement.words.text = hull(hull(hull(step.trigger, step.object->words), hull(outcome.trigger, outcome.object->words)), word);
}

std::optional<RelationId> StatementReader::implied_relation(Entity const& entity, int sign) const {
  auto const* term = std::get_if<TermId>(&entity);
  for (Basis const wording : {Basis::implied, Basis::stated}) {
    RelationId const relation = grammar_.effect(wording, sign);
    auto const& domain = ontology_.relation(relation).domain;
    if (term == nullptr || std::binary_search(domain.begin(), domain.end(), ontology_.term(*term).type)) return relation;
  }
  return std::nullopt;
}

void StatementReader::add_unsigned(Clauses const& clauses, std::size_t o, ClauseObject const& mediator, Step const& outcome,
                                   MechanismLink const& link) {
  Entity const entity = entity_of(mediator);
  auto const step = [&](Entity const& subject, Entity const& object, Span subject_words, Span object_words) {
    RelationId const relation = grammar_.effect(Basis::implied, 0);
    if (subject == object || builder_.said(subject, relation, object, Basis::implied)) return;
    Statement& statement = builder_.add(subject, relation, object, 0, Basis::implied, link.rule);
    statement.flags.set(Flag::mediator_sign_unknown);
    qualify(statement, builder_.row().context);
    statement.words.trigger = link.word;
    statement.words.subject = subject_words;
    statement.words.object = object_words;
    statement.words.text = hull(hull(clauses.clauses[o].trigger, outcome.object->words), mediator.words);
  };
  for (Subject const& subject : subjects_[o]) step(subject.entity, entity, subject.words, mediator.words);
  step(entity, outcome.entity, mediator.words, outcome.object->words);
}

void StatementReader::add_column_cargo(Entity const& mediator, Span words) {
  for (std::size_t const column : builder_.columns()) {
    Entity const preparation = builder_.placed(column).preparation;
    if (builder_.said(preparation, grammar_.carrier, mediator, Basis::implied) ||
        builder_.said(preparation, grammar_.carrier, mediator, Basis::stated))
      continue;
    Statement& statement = builder_.add(preparation, grammar_.carrier, mediator, 0, Basis::implied, "mechanism_cargo");
    statement.flags.set(Flag::column_header);
    statement.words.text = statement.words.object = words;
    if (auto const* term = std::get_if<TermId>(&mediator)) builder_.add_cargo({column, *term, cell_, {}});
    if (auto const* name = std::get_if<Unresolved>(&mediator)) builder_.add_cargo({column, *name, cell_, {}});
  }
}

void StatementReader::read_axis(Clauses const& clauses, Axis const& axis) {
  if (field_ == Role::mechanism) add_column_cargo(entity(mention(axis.regulator)), mention(axis.regulator).span);
  Entity const regulator = entity(mention(axis.regulator));
  Entity const target = entity(mention(axis.target));
  {
    Statement& statement = builder_.add(regulator, grammar_.effect(Basis::stated, -1), target, -1, Basis::implied, "axis");
    statement.flags.set(Flag::axis_convention);
    qualify(statement, axis.context);
    qualify(statement, builder_.row().context);
    statement.words.trigger = axis.word;
    statement.words.subject = mention(axis.regulator).span;
    statement.words.object = mention(axis.target).span;
    statement.words.text = axis.words;
  }
  if (!axis.outcome) return;
  for (Step const& outcome : steps(clauses.clauses[*axis.outcome])) {
    int const sign = -outcome.sign;  // the regulator lowers the target: sign(regulator, outcome) × −1
    RelationId const relation = grammar_.effect(Basis::implied, sign);
    if (outcome.entity == target || builder_.said(target, relation, outcome.entity, Basis::implied)) continue;
    Statement& statement = builder_.add(target, relation, outcome.entity, sign, Basis::implied, "axis");
    statement.flags.set(Flag::axis_convention);
    qualify(statement, outcome.object->context);
    qualify(statement, builder_.row().context);
    statement.words.trigger = axis.outcome_word;
    statement.words.subject = mention(axis.target).span;
    statement.words.object = outcome.object->words;
    statement.words.text = hull(hull(outcome.trigger, outcome.object->words), axis.words);
  }
}

}  // namespace mechgraph
