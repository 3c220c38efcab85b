// Record → statements: what columns and clauses say.
#include "interpret/statements.hpp"

#include <algorithm>

#include "interpret/origins.hpp"
#include "interpret/statement_reader.hpp"

namespace mechgraph {

RecordStatements StatementReader::all() {
  for (Cell const& cell : record_.cells) {
    if (cell.role == Role::cargo && !cell.text.empty()) read_cargo_column(cell);
  }
  for (Cell const& cell : record_.cells) {
    if (cell.text.empty() || (cell.role != Role::result && cell.role != Role::mechanism)) continue;
    read_cell_text(cell);
  }
  return std::move(builder_).finish();
}

void StatementReader::read_cargo_column(Cell const& cell) {
  begin(cell);
  for (PlacedMention const& placed : readings_.column(cell.text).mentions) {
    if (ontology_.type(placed.type).kind != Kind::mediator) continue;
    for (std::size_t const column : builder_.columns()) {
      Statement& statement =
          builder_.add(builder_.placed(column).preparation, grammar_.carrier, entity(placed.mention), 0, Basis::stated, "cargo_column");
      statement.flags.set(Flag::column_header);
      statement.words.text = statement.words.object = placed.mention.span;
      builder_.add_cargo({column, placed.mention.thing(), cell.text, {}});
    }
  }
}

void StatementReader::begin(Cell const& cell) {
  cell_ = cell.text;
  field_ = cell.role;
  builder_.begin(cell.role, cell.text, cell.references);
}

void StatementReader::read_cell_text(Cell const& cell) {
  begin(cell);
  Reading reading = readings_.take(cell.text);
  reading_ = &reading;
  find_origins(reading, grammar_, ontology_);
  auto const named = find_preparations(reading, lexicon_, grammar_);
  named_.clear();
  for (NamedPreparation const& preparation : named) named_.push_back(builder_.place_named(preparation, reading));
  Clauses const clauses = find_clauses(reading, named, lexicon_, grammar_);
  subjects_.assign(clauses.clauses.size(), {});
  joint_.clear();
  targets_.clear();
  for (std::size_t c = 0; c < clauses.clauses.size(); ++c) read_clause(clauses, c, named);
  for (Clause const& clause : clauses.clauses) read_mediators(clause);
  for (MechanismLink const& link : clauses.links) read_link(clauses, link);
  for (Delivery const& delivery : clauses.deliveries) read_delivery(clauses, delivery);
  for (Axis const& axis : clauses.axes) read_axis(clauses, axis);
  for (Comparison const& comparison : clauses.comparisons) read_comparison(comparison, named);
  if (clauses.clauses.empty() && clauses.comparisons.empty() && clauses.axes.empty()) read_bare_nominal(cell);
  keep_remainder(clauses);
  reading_ = nullptr;
}

Entity StatementReader::entity(Mention const& mention) {
  return std::visit([](auto const& thing) { return Entity{thing}; }, mention.thing());
}

int StatementReader::valence_of(Mention const& mention) const {
  return mention.term ? ontology_.term(*mention.term).valence : mention.name->valence;
}

Entity StatementReader::entity_of(ClauseObject const& object) const {
  if (object.mention) return entity(mention(*object.mention));
  return Unresolved{std::string(cut(cell_, object.words)), object.kind};
}

int StatementReader::sign_of(Clause const& clause, ClauseObject const& object, FlagSet& flags) const {
  int valence = 0;
  if (object.mention) valence = valence_of(mention(*object.mention));
  if (object_is_inverse(object)) valence = -valence;  // as printed
  int sign = sign_of(clause.effect, valence, object, flags);
  // Of two nested effects only the inner one is about the object: what the outer does to it is up or down.
  if (object.inner) sign = sign_of(clause.effect, 0, object, flags) * sign_of(*object.inner, valence, object, flags);
  sign *= clause.turn;
  // An inverse form names the same quantity the other way round.
  return object_is_inverse(object) ? -sign : sign;
}

int StatementReader::sign_of(Effect effect, int valence, ClauseObject const& object, FlagSet& flags) const {
  bool const is_term = object.mention && mention(*object.mention).term;
  bool const is_process = object.mention && grammar_.name_role(reading_->mentions[*object.mention].type) == NameRole::process;
  switch (effect) {
    case Effect::up: return 1;
    case Effect::down: return -1;
    case Effect::ease:
    case Effect::better:
    case Effect::worse:
      if (valence == 0) flags.set(Flag::evaluative_trigger);
      if (valence == 0 && effect == Effect::ease && !is_term) return -1;
      return (valence != 0 ? valence : 1) * (effect == Effect::worse ? -1 : 1);
    case Effect::change: flags.set(Flag::no_direction); return 0;
    case Effect::doubtful: flags.set(Flag::ambiguous_trigger); return 0;
    case Effect::reverse:
      if (valence < 0) return -1;
      flags.set(Flag::no_direction);
      return 0;
    case Effect::target: flags.set(Flag::no_direction); return 0;
    case Effect::toward:
      if (is_process) return 1;
      flags.set(Flag::no_direction);
      return 0;
    case Effect::shield: return 1;
    case Effect::none: return 0;
  }
  return 0;
}

std::vector<Subject> StatementReader::subjects_of(Clause const& clause, std::vector<NamedPreparation> const& named) {
  std::vector<Subject> subjects;
  std::size_t preparations = 0;
  for (ClauseAgent const& agent : clause.agents) {
    if (agent.preparation) {
      subjects.push_back(builder_.subject_of(named_[*agent.preparation], named[*agent.preparation].span(*reading_)));
      ++preparations;
    } else {
      Subject subject;
      subject.entity = entity(mention(agent.mention));
      subject.words = agent.words;
      subject.turn = agent.turn;
      if (agent.turn == 0) {
        subject.entity = Unresolved{std::string(cut(cell_, agent.words)), Kind::mediator};
        subject.turn = 1;
      }
      if (agent.turn < 0) subject.flags.set(Flag::loss_of_function);
      subjects.push_back(std::move(subject));
    }
  }
  if (preparations > 1) {
    for (Subject& subject : subjects) subject.flags.set(Flag::joint_agents);
  }
  if (subjects.empty()) subjects = builder_.column_subjects();
  return subjects;
}

std::vector<Subject> StatementReader::objects_as_subjects(Clause const& clause) {
  std::vector<Subject> subjects;
  auto const& domain = ontology_.relation(grammar_.effect(Basis::stated, 1)).domain;
  for (Step const& step : steps(clause)) {
    if (step.sign == 0 || !step.object->mention || step.doubt != FlagSet{}) continue;
    if (!std::binary_search(domain.begin(), domain.end(), reading_->mentions[*step.object->mention].type)) continue;
    Subject subject;
    subject.entity = step.entity;
    subject.words = hull(step.trigger, step.object->words);
    subject.turn = step.sign;
    if (step.sign < 0) subject.flags.set(Flag::loss_of_function);
    subjects.push_back(std::move(subject));
  }
  return subjects;
}

void StatementReader::read_clause(Clauses const& clauses, std::size_t c, std::vector<NamedPreparation> const& named) {
  Clause const& clause = clauses.clauses[c];
  if (clause.agents_of && *clause.agents_of < c && joint_[*clause.agents_of]) {
    // What was improved by an additive acts together with it from here on.
    subjects_[c].push_back(builder_.subject_of(*joint_[*clause.agents_of], joint_words_));
    subjects_[c].back().flags.set(Flag::subject_attachment);
    joint_[c] = joint_[*clause.agents_of];
  } else {
    subjects_[c] = clause.subject_clause ? objects_as_subjects(clauses.clauses[*clause.subject_clause]) : subjects_of(clause, named);
    if (subjects_[c].empty() && clause.subject_clause) subjects_[c] = builder_.column_subjects();
  }
  if (clause.genitive) {
    read_genitive(clause, c, named);
    if (clause.agents.empty()) {
      // Without another agent the words say only whose effect it is.
      subjects_[c] = {builder_.subject_of(named_[*clause.genitive], named[*clause.genitive].span(*reading_))};
      return;
    }
  }
  bool const targets = clause.effect == Effect::target && take_repressors(clause, c, named);
  for (Subject const& subject : subjects_[c]) {
    for (ClauseObject const& object : clause.objects) {
      FlagSet flags = subject.flags;
      int const sign = targets ? -1 : sign_of(clause, object, flags) * subject.turn;
      Entity const acted_on = entity_of(object);
      if (acted_on == subject.entity) continue;
      Basis const basis = targets ? Basis::implied : Basis::stated;
      Statement& statement = builder_.add(subject.entity, grammar_.effect(Basis::stated, sign), acted_on, sign, basis,
                                          targets ? std::string_view{"target"} : clause.rule);
      if (targets) statement.flags.set(Flag::target_convention);
      statement.negated = clause.negated;
      statement.flags |= flags;
      if (object.coordinated) statement.flags.set(Flag::coordination);
      if (clause.hedged) statement.flags.set(Flag::hedged);
      if (reading_->items[clause.trigger_item].trigger->is(PartOfSpeech::prefix)) statement.flags.set(Flag::bound_prefix);
      if (object.mention && mention(*object.mention).match == MentionMatch::coreference) statement.flags.set(Flag::coreference);
      if (std::string_view const aspect = reading_->items[clause.trigger_item].trigger->aspect; !aspect.empty())
        qualify(statement, {{"aspect", std::string(aspect)}});
      qualify(statement, clause.context);
      set_ends(statement, subject, object, clause.trigger);
    }
  }
}

void StatementReader::set_ends(Statement& statement, Subject const& subject, ClauseObject const& object, Span trigger) {
  qualify(statement, object.context);
  qualify(statement, subject.context);
  qualify(statement, builder_.row().context);
  statement.words.trigger = trigger;
  statement.words.subject = subject.words;
  statement.words.object = object.words;
  statement.words.text = hull(hull(trigger, object.words), subject.words);
}

bool StatementReader::take_repressors(Clause const& clause, std::size_t c, std::vector<NamedPreparation> const& named) {
  std::vector<Subject> repressors;
  auto const add = [&](TermOrWords const& thing, Span words) {
    auto const* term = std::get_if<TermId>(&thing);
    TypeId const type = term != nullptr ? ontology_.term(*term).type : std::get<Unresolved>(thing).type.value_or(TypeId{});
    bool const typed = term != nullptr || std::get<Unresolved>(thing).is_composed();
    if (!typed || !grammar_.represses(type)) return;
    Subject subject;
    subject.entity = std::visit([](auto const& value) { return Entity{value}; }, thing);
    subject.words = words;
    repressors.push_back(std::move(subject));
  };
  // "miR-17-5p targeting SIRT1"
  std::size_t before = clause.trigger_item;
  while (before > 0 && (reading_->items[before - 1].kind == ItemKind::comma || reading_->items[before - 1].is(WordClass::relative) ||
                        reading_->items[before - 1].is(WordClass::conjunction)))
    --before;
  if (before > 0 && reading_->items[before - 1].kind == ItemKind::mention) {
    Item const& item = reading_->items[before - 1];
    add(reading_->mention(item).thing(), item.span);
  }
  for (Subject const& subject : subjects_[c]) {
    if (!repressors.empty()) break;
    if (auto const* term = std::get_if<TermId>(&subject.entity)) add(*term, subject.words);
    if (auto const* words = std::get_if<Unresolved>(&subject.entity)) add(*words, subject.words);
  }
  for (ClauseAgent const& agent : clause.agents) {
    if (!repressors.empty() || !agent.preparation) continue;
    for (PreparedWith const& with : named[*agent.preparation].with) add(with.thing, with.span);
  }
  for (Subject const& subject : subjects_[c]) {
    if (!repressors.empty() || !subject.placed) continue;
    for (PreparedWith const& with : builder_.placed(*subject.placed).with) add(with.thing, {});
  }
  if (repressors.empty()) return false;
  subjects_[c] = std::move(repressors);
  targets_.insert(clause.trigger_item);
  if (field_ == Role::mechanism) {
    for (Subject const& subject : subjects_[c]) add_column_cargo(subject.entity, subject.words);
  }
  return true;
}

void StatementReader::read_mediators(Clause const& clause) {
  if (clause.negated) return;
  for (ClauseObject const& object : clause.objects) {
    if (!object.mediator) continue;
    Entity const mediator = entity(mention(*object.mediator));
    Entity const outcome = entity_of(object);
    FlagSet flags;
    int const sign = clause.mediated ? sign_of(clause, object, flags) * clause.turn : 1;  // it mediates what the inner trigger says
    auto const relation = implied_relation(mediator, sign);
    if (!relation || mediator == outcome || builder_.said(mediator, *relation, outcome, Basis::implied)) continue;
    Statement& statement = builder_.add(mediator, *relation, outcome, sign, Basis::implied, "mediated");
    statement.flags |= flags;
    qualify(statement, object.context);
    qualify(statement, builder_.row().context);
    statement.words.subject = mention(*object.mediator).span;
    statement.words.object = object.words;
    statement.words.text = hull(statement.words.subject, object.words);
    statement.words.trigger = {statement.words.subject.end, object.words.begin};
    while (statement.words.trigger.begin < statement.words.trigger.end && is_blank(cell_[statement.words.trigger.end - 1]))
      --statement.words.trigger.end;
  }
}

void StatementReader::read_delivery(Clauses const& clauses, Delivery const& delivery) {
  std::vector<Step> outcomes;
  for (auto const& of : {delivery.outcomes, delivery.steps}) {
    for (std::size_t const c : of) {
      for (Step& step : steps(clauses.clauses[c])) outcomes.push_back(std::move(step));
    }
  }
  for (std::size_t const cargo : delivery.cargo) {
    Entity const mediator = entity(mention(cargo));
    for (Subject const& subject : subjects_[delivery.outcomes.front()]) {
      if (!subject.placed || builder_.said(subject.entity, grammar_.carrier, mediator, Basis::stated)) continue;
      Statement& statement = builder_.add(subject.entity, grammar_.carrier, mediator, 0, Basis::stated, "delivery");
      statement.flags |= subject.flags;
      statement.words.trigger = delivery.word;
      statement.words.subject = subject.words;
      statement.words.object = mention(cargo).span;
      statement.words.text = hull(hull(delivery.word, mention(cargo).span), subject.words);
    }
    for (Step const& outcome : outcomes) {
      auto const relation = implied_relation(mediator, outcome.sign);
      if (!relation || mediator == outcome.entity || builder_.said(mediator, *relation, outcome.entity, Basis::implied)) continue;
      Statement& statement = builder_.add(mediator, *relation, outcome.entity, outcome.sign, Basis::implied, "delivery");
      qualify(statement, outcome.object->context);
      qualify(statement, builder_.row().context);
      statement.words.trigger = delivery.link;
      statement.words.subject = mention(cargo).span;
      statement.words.object = outcome.object->words;
      statement.words.text = hull(hull(outcome.trigger, outcome.object->words), mention(cargo).span);
    }
  }
  if (!delivery.targets || !targets_.contains(clauses.clauses[*delivery.targets].trigger_item)) return;
  for (Step step : steps(clauses.clauses[*delivery.targets])) {
    step.sign = -1;
    for (Step const& outcome : outcomes) add_implied(step, outcome, delivery.link, "delivery");
  }
}

void StatementReader::read_genitive(Clause const& clause, std::size_t c, std::vector<NamedPreparation> const& named) {
  Subject const owner = builder_.subject_of(named_[*clause.genitive], named[*clause.genitive].span(*reading_));
  for (ClauseObject const& object : clause.objects) {
    FlagSet doubt;
    int const valence = object.mention ? valence_of(mention(*object.mention)) : 0;
    int const has = object.inner ? sign_of(*object.inner, valence, object, doubt) : 1;
    int const sign = object_is_inverse(object) ? -has : has;
    Statement& statement =
        builder_.add(owner.entity, grammar_.effect(Basis::stated, sign), entity_of(object), sign, Basis::stated, "genitive_agent");
    statement.flags |= owner.flags;
    set_ends(statement, owner, object, clause.genitive_word);
  }
  auto const& additives = ontology_.relation(grammar_.additive).range;
  for (Subject& subject : subjects_[c]) {
    auto const* term = std::get_if<TermId>(&subject.entity);
    if (term == nullptr || !std::binary_search(additives.begin(), additives.end(), ontology_.term(*term).type)) continue;
    PlacedPreparation together = builder_.placed(named_[*clause.genitive]);
    together.with.clear();
    together.preparation.modifiers.push_back({grammar_.additive, *term});
    std::sort(together.preparation.modifiers.begin(), together.preparation.modifiers.end());
    std::size_t const number = builder_.place(std::move(together));
    joint_[c] = number;
    joint_words_ = hull(owner.words, subject.words);
    if (auto const* derivative = std::get_if<TermId>(&builder_.placed(number).preparation.derivative)) {
      subject.context.push_back({ontology_.relation(grammar_.additive).name, *derivative});
    }
    Statement& statement = builder_.add(builder_.placed(number).preparation, grammar_.additive, *term, 0, Basis::implied, "additive");
    statement.words.trigger = clause.agent_word;
    statement.words.subject = owner.words;
    statement.words.object = subject.words;
    statement.words.text = hull(hull(clause.trigger, owner.words), subject.words);
  }
}

RecordStatements read_statements(RecordTable const& table, Record const& record, Lexicon const& lexicon, Grammar const& grammar,
                                 CellReadings& readings) {
  return StatementReader(table, record, lexicon, grammar, readings).all();
}

}  // namespace mechgraph
