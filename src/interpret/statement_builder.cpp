// What a record has said so far.
#include "interpret/statement_builder.hpp"

#include <algorithm>

#include "interpret/confidence.hpp"

namespace mechgraph {

namespace {

Entity entity(TermOrWords const& thing) {
  return std::visit([](auto const& value) { return Entity{value}; }, thing);
}

// Words that a grammar of names does not know have no type either.
bool is_unresolved(Entity const& entity) {
  auto const* words = std::get_if<Unresolved>(&entity);
  return words != nullptr && !words->is_composed();
}

}  // namespace

void qualify(Statement& statement, std::vector<Qualifier> const& context) {
  statement.context.insert(statement.context.end(), context.begin(), context.end());
}

StatementBuilder::StatementBuilder(Record const& record, Row row, Ontology const& ontology, Grammar const& grammar)
    : row_(std::move(row)), ontology_(ontology), grammar_(grammar) {
  result_.record = &record;
  references_ = row_.references;
  for (PlacedPreparation const& placed : row_.preparations) {
    columns_.push_back(place(placed));
    add_modifiers(placed, columns_.back());
  }
}

std::size_t StatementBuilder::place(PlacedPreparation placed) {
  auto const [found, is_new] = numbers_.emplace(placed.preparation, placed_.size());
  if (is_new) placed_.push_back(std::move(placed));
  return found->second;
}

Kind StatementBuilder::kind_of(TermOrWords const& thing) const {
  auto const* term = std::get_if<TermId>(&thing);
  return term != nullptr ? ontology_.kind(*term) : std::get<Unresolved>(thing).kind;
}

bool StatementBuilder::related(TermOrWords const& a, TermOrWords const& b) const {
  auto const* x = std::get_if<TermId>(&a);
  auto const* y = std::get_if<TermId>(&b);
  return a == b || (x != nullptr && y != nullptr && (is_below(ontology_, *x, *y) || is_below(ontology_, *y, *x)));
}

std::size_t StatementBuilder::place_named(NamedPreparation const& named, Reading const& reading) {
  PlacedPreparation placed = place_preparation(named, reading, field_, row_);
  for (std::size_t const column : columns_) {
    Preparation const& in_column = placed_[column].preparation;
    if (in_column.derivative != placed.preparation.derivative || named.source) continue;
    auto& modifiers = placed.preparation.modifiers;
    modifiers.insert(modifiers.end(), in_column.modifiers.begin(), in_column.modifiers.end());
    std::sort(modifiers.begin(), modifiers.end());
    modifiers.erase(std::unique(modifiers.begin(), modifiers.end()), modifiers.end());
    break;
  }
  std::size_t const number = place(placed);
  // Each naming is a witness of its own.
  add_modifiers(placed, number);
  return number;
}

Subject StatementBuilder::subject_of(std::size_t number, Span words) const {
  Subject subject;
  subject.entity = placed_[number].preparation;
  subject.words = words;
  subject.placed = number;
  for (Modifier const& modifier : placed_[number].preparation.modifiers) {
    if (auto const* term = std::get_if<TermId>(&modifier.object))
      subject.context.push_back({ontology_.relation(modifier.relation).name, *term});
  }
  bool const from_column = words.empty();
  if (!from_column && !columns_.empty()) {
    bool const matches = std::any_of(columns_.begin(), columns_.end(), [&](std::size_t column) {
      return related(placed_[column].preparation.derivative, placed_[number].preparation.derivative);
    });
    if (!matches) subject.flags.set(Flag::derivative_mismatch);
  }
  if (from_column) subject.flags.set(row_.preparation_flag);
  if (std::holds_alternative<Unresolved>(placed_[number].preparation.derivative)) subject.flags.set(Flag::unresolved_subject);
  return subject;
}

std::vector<Subject> StatementBuilder::column_subjects() const {
  std::vector<Subject> subjects;
  for (std::size_t const column : columns_) {
    subjects.push_back(subject_of(column, {}));
    if (columns_.size() > 1) subjects.back().flags.set(Flag::joint_agents);
  }
  return subjects;
}

void StatementBuilder::begin(Role field, std::string_view cell, std::span<std::string_view const> references) {
  field_ = field;
  cell_ = cell;
  if (references.empty()) references = row_.references;
  references_.assign(references.begin(), references.end());
  has_effect_ = false;
}

Statement& StatementBuilder::add(Entity subject, RelationId relation, Entity object, int sign, Basis basis, std::string_view rule) {
  Statement statement;
  statement.subject = std::move(subject);
  statement.relation = relation;
  statement.object = std::move(object);
  statement.sign = static_cast<std::int8_t>(sign);
  statement.basis = basis;
  statement.rule = rule;
  statement.references = references_;
  statement.words.field = field_;
  statement.words.cell = cell_;
  if (is_unresolved(statement.object)) statement.flags.set(Flag::unresolved_object);
  if (is_unresolved(statement.subject)) statement.flags.set(Flag::unresolved_subject);
  if (ontology_.relation(relation).relation_class != RelationClass::slot)
    said_.emplace(statement.subject, statement.relation, statement.object, basis);
  if (ontology_.relation(relation).relation_class == RelationClass::effect) {
    effects_.emplace(statement.subject, statement.object);
    has_effect_ = true;
  }
  result_.statements.push_back(std::move(statement));
  return result_.statements.back();
}

// enriched_with, pretreated_with, carries ...: what the words of a preparation say.
void StatementBuilder::add_modifiers(PlacedPreparation const& placed, std::size_t number) {
  for (PreparedWith const& with : placed.with) {
    Statement& statement =
        add(placed.preparation, with.relation, entity(with.thing), 0, Basis::stated, with.in_identity ? "preparation" : "carrier");
    statement.words.field = placed.words.field;
    statement.words.cell = placed.words.cell;
    statement.words.trigger = with.trigger;
    statement.words.subject = placed.derivative.text;
    statement.words.object = with.span;
    statement.words.text = hull(placed.derivative.text, hull(with.trigger, with.span));
    if (ontology_.relation(with.relation).carries_cargo && kind_of(with.thing) == Kind::mediator) {
      add_cargo({number, with.thing, placed.words.cell, with.trigger});
    }
  }
}

void StatementBuilder::add_cargo(Cargo cargo) {
  if (carried_.emplace(cargo.placed, cargo.mediator).second) cargo_.push_back(cargo);
}

void StatementBuilder::add_remainder(Span words) {
  Words rest;
  rest.field = field_;
  rest.cell = cell_;
  rest.text = words;
  result_.remainder.push_back(rest);
}

bool StatementBuilder::said(Entity const& subject, RelationId relation, Entity const& object, Basis basis) const {
  return said_.contains({subject, relation, object, basis});
}

// What a preparation carries may be its way to what it does: marked as suggested, never where the row says more of that mediator.
void StatementBuilder::add_cargo_steps() {
  if (cargo_.empty()) return;
  std::size_t const last = result_.statements.size();
  auto const said_before = effects_;  // cargo steps do not silence each other
  for (Cargo const& cargo : cargo_) {
    for (std::size_t s = 0; s < last; ++s) {
      Statement const& candidate = result_.statements[s];
      bool const counts = ontology_.relation(candidate.relation).relation_class == RelationClass::effect &&
                          candidate.basis == Basis::stated && candidate.sign != 0 && !candidate.negated &&
                          candidate.subject == Entity{placed_[cargo.placed].preparation} && candidate.object != entity(cargo.mediator);
      if (!counts || said_before.contains({entity(cargo.mediator), candidate.object})) continue;
      Statement const effect = candidate;  // adding may move it
      field_ = effect.words.field;
      cell_ = effect.words.cell;
      references_ = effect.references;
      Statement& statement =
          add(entity(cargo.mediator), grammar_.effect(Basis::cargo, effect.sign), effect.object, effect.sign, Basis::cargo, "cargo");
      qualify(statement, row_.context);
      bool const here = cargo.cell.data() == effect.words.cell.data();
      statement.words.trigger = here ? cargo.trigger : Span{};
      statement.words.object = effect.words.object;
      statement.words.text = here ? hull(effect.words.text, cargo.trigger) : effect.words.text;
    }
  }
}

void StatementBuilder::add_slots() {
  std::set<std::size_t> acting;
  for (Statement const& statement : result_.statements) {
    if (auto const* preparation = std::get_if<Preparation>(&statement.subject)) acting.insert(numbers_.at(*preparation));
  }
  // The column's own only where the row has no other.
  if (acting.empty()) acting.insert(columns_.begin(), columns_.end());
  references_ = row_.references;
  for (std::size_t const number : acting) add_slots(number, true);
  for (std::size_t const number : std::set<std::size_t>(comparators_.begin(), comparators_.end())) {
    if (!acting.contains(number)) add_slots(number, false);
  }
}

void StatementBuilder::add_slots(std::size_t number, bool given) {
  PlacedPreparation const placed = placed_[number];
  add_slot(placed.preparation, grammar_.derivative, placed.preparation.derivative, placed.derivative, {});
  for (std::size_t i = 0; i < placed.preparation.source.size(); ++i) {
    add_slot(placed.preparation, grammar_.source, placed.preparation.source[i], placed.sources[i], {});
  }
  if (!given) return;
  for (Placed const& model : row_.models) add_slot(placed.preparation, grammar_.model, model.thing, model.words, model.flags);
  for (Placed const& disease : row_.diseases) add_slot(placed.preparation, grammar_.disease, disease.thing, disease.words, disease.flags);
}

void StatementBuilder::add_slot(Preparation const& preparation, RelationId relation, TermOrWords const& thing, Words const& words,
                                FlagSet flags) {
  Statement& statement = add(preparation, relation, entity(thing), 0, Basis::stated, "column");
  statement.flags |= flags;
  statement.words = words;
  statement.words.object = words.text;
}

RecordStatements StatementBuilder::finish() && {
  add_cargo_steps();
  add_slots();
  for (Statement& statement : result_.statements) {
    if (!result_.record->doubt.empty()) statement.flags.set(Flag::uncertain_cells);
    statement.confidence = confidence(statement, ontology_, grammar_);
  }
  return std::move(result_);
}

}  // namespace mechgraph
