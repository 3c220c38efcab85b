// Record → statements.
#include "interpret/statements.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "interpret/clauses.hpp"
#include "interpret/confidence.hpp"
#include "interpret/row.hpp"

namespace mechgraph {
namespace {

Span hull_of(Span a, Span b) { return a.empty() ? b : b.empty() ? a : hull(a, b); }

// An agent of a clause as the statement's subject.
struct Subject {
  Entity entity;
  Span words;  // in the cell; empty when it comes from a column
  FlagSet flags;
  std::vector<Qualifier> context;     // its modifiers (rule of annotation: they qualify every effect of the preparation)
  std::optional<std::size_t> placed;  // in StatementReader::placed_
};

class StatementReader {
 public:
  StatementReader(RecordTable const& table, Record const& record, Lexicon const& lexicon, Abbreviations const& abbreviations,
                  Grammar const& grammar)
      : table_(table),
        record_(record),
        lexicon_(lexicon),
        ontology_(lexicon.ontology()),
        abbreviations_(abbreviations),
        grammar_(grammar),
        row_(read_row(table, record, lexicon, abbreviations, grammar)) {
    result_.record = &record;
  }

  RecordStatements all() {
    for (PlacedPreparation const& placed : row_.preparations) columns_.push_back(place(placed));
    for (std::size_t const column : columns_) add_modifiers(column);
    for (Cell const& cell : record_.cells) {
      if (cell.role == Role::cargo && !cell.text.empty()) read_cargo_column(cell);
    }
    for (Cell const& cell : record_.cells) {
      if (cell.text.empty() || (cell.role != Role::result && cell.role != Role::mechanism)) continue;
      read_cell_text(cell);
    }
    add_cargo_steps();
    add_slots();
    for (Statement& statement : result_.statements) statement.confidence = confidence(statement, ontology_);
    return std::move(result_);
  }

 private:
  // ---- preparations -------------------------------------------------------------------------------------------------------------------

  // One number for each distinct preparation of the record.
  std::size_t place(PlacedPreparation placed) {
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      if (placed_[i].preparation == placed.preparation) return i;
    }
    placed_.push_back(std::move(placed));
    return placed_.size() - 1;
  }

  [[nodiscard]] bool related(TermOrWords const& a, TermOrWords const& b) const {
    auto const* x = std::get_if<TermId>(&a);
    auto const* y = std::get_if<TermId>(&b);
    return a == b || (x != nullptr && y != nullptr && (is_below(*x, *y) || is_below(*y, *x)));
  }
  [[nodiscard]] bool is_below(TermId term, TermId ancestor) const {
    for (Parent const& parent : ontology_.parents(term)) {
      if (parent.term == ancestor || is_below(parent.term, ancestor)) return true;
    }
    return false;
  }

  // A preparation that the cell names. Bare words that name the column's derivative mean the column's preparation.
  std::size_t place_named(NamedPreparation const& named) {
    PlacedPreparation placed = place_preparation(named, *reading_, field_, row_);
    for (std::size_t const column : columns_) {
      Preparation const& in_column = placed_[column].preparation;
      if (in_column.derivative != placed.preparation.derivative || named.source) continue;
      auto& modifiers = placed.preparation.modifiers;
      modifiers.insert(modifiers.end(), in_column.modifiers.begin(), in_column.modifiers.end());
      std::sort(modifiers.begin(), modifiers.end());
      modifiers.erase(std::unique(modifiers.begin(), modifiers.end()), modifiers.end());
      break;
    }
    return place(std::move(placed));
  }

  Subject subject_of(std::size_t placed, Span words) {
    Subject subject;
    subject.entity = placed_[placed].preparation;
    subject.words = words;
    subject.placed = placed;
    for (Modifier const& modifier : placed_[placed].preparation.modifiers) {
      if (auto const* term = std::get_if<TermId>(&modifier.object))
        subject.context.push_back({ontology_.relation(modifier.relation).name, *term});
    }
    bool const from_column = words.empty();
    if (!from_column && !columns_.empty()) {
      bool const matches = std::any_of(columns_.begin(), columns_.end(), [&](std::size_t column) {
        return related(placed_[column].preparation.derivative, placed_[placed].preparation.derivative);
      });
      if (!matches) subject.flags.set(Flag::derivative_mismatch);
    }
    if (from_column) subject.flags.set(Flag::subject_from_column);
    if (std::holds_alternative<Unresolved>(placed_[placed].preparation.derivative)) subject.flags.set(Flag::unresolved_subject);
    return subject;
  }

  std::vector<Subject> column_subjects() {
    std::vector<Subject> subjects;
    for (std::size_t const column : columns_) {
      subjects.push_back(subject_of(column, {}));
      if (columns_.size() > 1) subjects.back().flags.set(Flag::joint_agents);
    }
    return subjects;
  }

  struct Cargo {
    std::size_t placed = 0;
    TermId mediator{};
    Role field = Role::result;
    std::string_view cell;
    Span trigger;
  };

  void add_cargo(Cargo cargo) {
    if (carried_.emplace(cargo.placed, cargo.mediator).second) cargo_.push_back(cargo);
  }

  // ---- statements ---------------------------------------------------------------------------------------------------------------------

  Statement& add(Entity subject, RelationId relation, Entity object, int sign, Basis basis, std::string_view rule) {
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
    if (std::holds_alternative<Unresolved>(statement.object)) statement.flags.set(Flag::unresolved_object);
    if (std::holds_alternative<Unresolved>(statement.subject)) statement.flags.set(Flag::unresolved_subject);
    said_.emplace(statement.subject, statement.relation, statement.object, basis);
    if (ontology_.relation(relation).relation_class == RelationClass::effect) effects_.emplace(statement.subject, statement.object);
    result_.statements.push_back(std::move(statement));
    return result_.statements.back();
  }

  static void qualify(Statement& statement, std::vector<Qualifier> const& context) {
    statement.context.insert(statement.context.end(), context.begin(), context.end());
  }

  // enriched_with, pretreated_with, carries ...: what the words of a preparation say.
  void add_modifiers(std::size_t number) {
    for (PreparedWith const with : std::vector<PreparedWith>(placed_[number].with)) {
      PlacedPreparation const& placed = placed_[number];
      Statement& statement =
          add(placed.preparation, with.relation, with.term, 0, Basis::stated, with.in_identity ? "preparation" : "carrier");
      statement.words.field = placed.words.field;
      statement.words.cell = placed.words.cell;
      statement.words.trigger = with.trigger;
      statement.words.subject = placed.derivative.text;
      statement.words.object = with.span;
      statement.words.text = hull_of(placed.derivative.text, hull_of(with.trigger, statement.words.object));
      if (statement.references.empty()) statement.references = row_.references;
      if (ontology_.relation(with.relation).carries_cargo && ontology_.kind(with.term) == Kind::mediator) {
        add_cargo({number, with.term, placed.words.field, placed.words.cell, with.trigger});
      }
    }
  }

  // A microRNA or protein in a cargo column.
  void read_cargo_column(Cell const& cell) {
    begin(cell);
    FoldedText const text(cell.text);
    for (PlacedMention const& placed : find_mentions(text, cell.text, lexicon_, abbreviations_, grammar_)) {
      if (ontology_.kind(*placed.mention.term) != Kind::mediator) continue;
      for (std::size_t const column : columns_) {
        Statement& statement = add(placed_[column].preparation, grammar_.carrier, *placed.mention.term, 0, Basis::stated, "cargo_column");
        statement.flags.set(Flag::column_header);
        statement.words.text = statement.words.object = placed.mention.span;
        add_cargo({column, *placed.mention.term, cell.role, cell.text, {}});
      }
    }
  }

  void begin(Cell const& cell) {
    field_ = cell.role;
    cell_ = cell.text;
    references_ = cell.references.empty() ? row_.references : cell.references;
  }

  void read_cell_text(Cell const& cell) {
    begin(cell);
    Reading reading = read_cell(cell.text, lexicon_, abbreviations_, grammar_);
    reading_ = &reading;
    auto const named = find_preparations(reading, lexicon_, grammar_);
    named_.clear();
    // What carries X somewhere in a cell carries it everywhere in it; the identity is the statement's own.
    for (NamedPreparation const& preparation : named) named_.push_back(place_named(preparation));
    Clauses const clauses = find_clauses(reading, named, lexicon_, grammar_);
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (!named[i].with.empty()) add_named_modifiers(named[i], named_[i]);
    }
    subjects_.assign(clauses.clauses.size(), {});
    joint_.clear();
    for (std::size_t c = 0; c < clauses.clauses.size(); ++c) read_clause(clauses, c, named);
    for (MechanismLink const& link : clauses.links) read_link(clauses, link);
    for (Axis const& axis : clauses.axes) read_axis(clauses, axis);
    for (Comparison const& comparison : clauses.comparisons) read_comparison(comparison, named);
    if (clauses.clauses.empty() && clauses.comparisons.empty() && clauses.axes.empty()) read_bare_nominal(cell);
    keep_remainder(clauses);
    reading_ = nullptr;
  }

  void add_named_modifiers(NamedPreparation const& named, std::size_t number) {
    // The same preparation may be named twice in a record: each naming is a witness.
    PlacedPreparation const kept = placed_[number];
    placed_[number].with = named.with;
    placed_[number].words = {field_, cell_, named.span(*reading_), {}, {}, {}};
    placed_[number].derivative.field = field_;
    placed_[number].derivative.cell = cell_;
    placed_[number].derivative.text = placed_[number].derivative.object = named.derivative_span;
    add_modifiers(number);
    if (kept.words.cell != cell_ && !kept.words.cell.empty()) placed_[number] = kept;
  }

  // ---- clauses ------------------------------------------------------------------------------------------------------------------------

  [[nodiscard]] Mention const& mention(std::size_t number) const { return reading_->mentions[number].mention; }

  Entity entity_of(ClauseObject const& object) const {
    if (object.mention) return *mention(*object.mention).term;
    return Unresolved{std::string(cut(cell_, object.words)), object.kind};
  }

  // The sign that a trigger gives to an object, and what is doubtful about it.
  int sign_of(Clause const& clause, ClauseObject const& object, FlagSet& flags) const {
    int valence = 0;
    if (object.mention) valence = ontology_.term(*mention(*object.mention).term).valence;
    if (object_is_inverse(object)) valence = -valence;  // as printed
    int sign = sign_of(clause.effect, valence, object, flags);
    // Of two nested effects only the inner one is about the object: what the outer does to it is up or down.
    if (object.inner) sign = sign_of(clause.effect, 0, object, flags) * sign_of(*object.inner, valence, object, flags);
    sign *= clause.turn;
    // An inverse form names the same quantity the other way round.
    return object_is_inverse(object) ? -sign : sign;
  }

  // The sign of one trigger on a quantity as printed.
  static int sign_of(Effect effect, int valence, ClauseObject const& object, FlagSet& flags) {
    switch (effect) {
      case Effect::up: return 1;
      case Effect::down: return -1;
      case Effect::better:
      case Effect::worse:
        if (!object.mention) {
          flags.set(Flag::no_direction);
          return 0;
        }
        if (valence == 0) flags.set(Flag::evaluative_trigger);
        return (valence != 0 ? valence : 1) * (effect == Effect::better ? 1 : -1);
      case Effect::change: flags.set(Flag::no_direction); return 0;
      case Effect::doubtful: flags.set(Flag::ambiguous_trigger); return 0;
      case Effect::none: return 0;
    }
    return 0;
  }

  [[nodiscard]] bool object_is_inverse(ClauseObject const& object) const { return object.mention && mention(*object.mention).inverse; }

  std::vector<Subject> subjects_of(Clause const& clause, std::vector<NamedPreparation> const& named) {
    std::vector<Subject> subjects;
    std::size_t preparations = 0;
    for (ClauseAgent const& agent : clause.agents) {
      if (agent.preparation) {
        subjects.push_back(subject_of(named_[*agent.preparation], named[*agent.preparation].span(*reading_)));
        ++preparations;
      } else {
        Subject subject;
        subject.entity = *mention(agent.mention).term;
        subject.words = agent.words;
        subjects.push_back(std::move(subject));
      }
    }
    if (preparations > 1) {
      for (Subject& subject : subjects) subject.flags.set(Flag::joint_agents);
    }
    if (subjects.empty()) subjects = column_subjects();
    return subjects;
  }

  void read_clause(Clauses const& clauses, std::size_t c, std::vector<NamedPreparation> const& named) {
    Clause const& clause = clauses.clauses[c];
    if (clause.agents_of && *clause.agents_of < c && joint_[*clause.agents_of]) {
      // What was improved by an additive acts together with it from here on.
      subjects_[c].push_back(subject_of(*joint_[*clause.agents_of], joint_words_));
      subjects_[c].back().flags.set(Flag::subject_attachment);
      joint_[c] = joint_[*clause.agents_of];
    } else {
      subjects_[c] = subjects_of(clause, named);
    }
    if (clause.genitive) {
      read_genitive(clause, c, named);
      if (clause.agents.empty()) {
        // Without another agent the words say only whose effect it is.
        subjects_[c] = {subject_of(named_[*clause.genitive], named[*clause.genitive].span(*reading_))};
        return;
      }
    }
    for (Subject const& subject : subjects_[c]) {
      for (ClauseObject const& object : clause.objects) {
        FlagSet flags = subject.flags;
        int const sign = sign_of(clause, object, flags);
        Entity const acted_on = entity_of(object);
        if (acted_on == subject.entity) continue;
        Statement& statement = add(subject.entity, grammar_.effect(Basis::stated, sign), acted_on, sign, Basis::stated, clause.rule);
        statement.negated = clause.negated;
        statement.flags |= flags;
        if (object.coordinated) statement.flags.set(Flag::coordination);
        if (clause.hedged) statement.flags.set(Flag::hedged);
        if (object.mention && mention(*object.mention).match == MentionMatch::coreference) statement.flags.set(Flag::coreference);
        qualify(statement, object.context);
        qualify(statement, clause.context);
        qualify(statement, subject.context);
        qualify(statement, row_.context);
        statement.words.trigger = clause.trigger;
        statement.words.subject = subject.words;
        statement.words.object = object.words;
        statement.words.text = hull_of(hull(clause.trigger, object.words), subject.words);
      }
    }
  }

  // "Improving the hepatoprotective impacts of the conditioned medium by SMGO": the medium protects; SMGO, given with it, does more.
  void read_genitive(Clause const& clause, std::size_t c, std::vector<NamedPreparation> const& named) {
    Subject const owner = subject_of(named_[*clause.genitive], named[*clause.genitive].span(*reading_));
    for (ClauseObject const& object : clause.objects) {
      int const sign = object_is_inverse(object) ? -1 : 1;
      Statement& statement =
          add(owner.entity, grammar_.effect(Basis::stated, sign), entity_of(object), sign, Basis::stated, "genitive_agent");
      statement.flags |= owner.flags;
      qualify(statement, object.context);
      qualify(statement, owner.context);
      qualify(statement, row_.context);
      statement.words.trigger = clause.genitive_word;
      statement.words.subject = owner.words;
      statement.words.object = object.words;
      statement.words.text = hull(object.words, owner.words);
    }
    auto const& additives = ontology_.relation(grammar_.additive).range;
    for (Subject& subject : subjects_[c]) {
      auto const* term = std::get_if<TermId>(&subject.entity);
      if (term == nullptr || !std::binary_search(additives.begin(), additives.end(), ontology_.term(*term).type)) continue;
      PlacedPreparation together = placed_[named_[*clause.genitive]];
      together.with.clear();
      together.preparation.modifiers.push_back({grammar_.additive, *term});
      std::sort(together.preparation.modifiers.begin(), together.preparation.modifiers.end());
      std::size_t const number = place(std::move(together));
      joint_[c] = number;
      joint_words_ = hull(owner.words, subject.words);
      if (auto const* derivative = std::get_if<TermId>(&placed_[number].preparation.derivative)) {
        subject.context.push_back({ontology_.relation(grammar_.additive).name, *derivative});
      }
      Statement& statement = add(placed_[number].preparation, grammar_.additive, *term, 0, Basis::implied, "additive");
      statement.words.trigger = clause.agent_word;
      statement.words.subject = owner.words;
      statement.words.object = subject.words;
      statement.words.text = hull(hull(clause.trigger, owner.words), subject.words);
    }
  }

  // ---- mechanism ----------------------------------------------------------------------------------------------------------------------

  // One object of a clause with the sign that the clause gives it.
  struct Step {
    Entity entity;
    int sign = 0;
    FlagSet doubt;
    ClauseObject const* object = nullptr;
    Span trigger;
  };

  std::vector<Step> steps(Clause const& clause) const {
    std::vector<Step> steps;
    if (clause.negated) return steps;
    for (ClauseObject const& object : clause.objects) {
      Step step;
      step.entity = entity_of(object);
      step.sign = sign_of(clause, object, step.doubt);
      step.object = &object;
      step.trigger = clause.trigger;
      steps.push_back(std::move(step));
    }
    return steps;
  }

  void read_link(Clauses const& clauses, MechanismLink const& link) {
    for (std::size_t const o : link.outcome) {
      for (Step const& outcome : steps(clauses.clauses[o])) {
        for (std::size_t const m : link.mechanism) {
          for (Step const& step : steps(clauses.clauses[m])) add_implied(step, outcome, link.word, link.rule);
        }
        for (ClauseObject const& mediator : link.mediators) add_unsigned(clauses, o, mediator, outcome, link);
      }
    }
  }

  void add_implied(Step const& step, Step const& outcome, Span word, std::string_view rule) {
    if (step.entity == outcome.entity) return;
    int const sign = step.sign * outcome.sign;
    auto const relation = implied_relation(step.entity, sign);
    if (!relation) return;
    if (said(step.entity, *relation, outcome.entity, Basis::implied)) return;
    Statement& statement = add(step.entity, *relation, outcome.entity, sign, Basis::implied, rule);
    if (sign == 0) statement.flags.set(Flag::depends_on_resolution);
    if (step.object->coordinated || outcome.object->coordinated) statement.flags.set(Flag::coordination);
    for (ClauseObject const* object : {step.object, outcome.object}) {
      for (Qualifier const& qualifier : object->context) {
        if (qualifier.key != "aspect") statement.context.push_back(qualifier);  // the aspect is the object's in its own statement
      }
    }
    qualify(statement, row_.context);
    statement.words.trigger = word;
    statement.words.subject = step.object->words;
    statement.words.object = outcome.object->words;
    statement.words.text = hull(hull(hull(step.trigger, step.object->words), hull(outcome.trigger, outcome.object->words)), word);
  }

  // The relation for a step from a mediator or process; from something else only what its type allows.
  [[nodiscard]] std::optional<RelationId> implied_relation(Entity const& entity, int sign) const {
    auto const* term = std::get_if<TermId>(&entity);
    for (Basis const wording : {Basis::implied, Basis::stated}) {
      RelationId const relation = grammar_.effect(wording, sign);
      auto const& domain = ontology_.relation(relation).domain;
      if (term == nullptr || std::binary_search(domain.begin(), domain.end(), ontology_.term(*term).type)) return relation;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool said(Entity const& subject, RelationId relation, Entity const& object, Basis basis) const {
    return said_.contains({subject, relation, object, basis});
  }

  // "via the Wnt pathway": agent → pathway → outcome, without a direction.
  void add_unsigned(Clauses const& clauses, std::size_t o, ClauseObject const& mediator, Step const& outcome, MechanismLink const& link) {
    Entity const entity = entity_of(mediator);
    auto const step = [&](Entity const& subject, Entity const& object, Span subject_words, Span object_words) {
      RelationId const relation = grammar_.effect(Basis::implied, 0);
      if (subject == object || said(subject, relation, object, Basis::implied)) return;
      Statement& statement = add(subject, relation, object, 0, Basis::implied, link.rule);
      statement.flags.set(Flag::mediator_sign_unknown);
      qualify(statement, row_.context);
      statement.words.trigger = link.word;
      statement.words.subject = subject_words;
      statement.words.object = object_words;
      statement.words.text = hull(hull(clauses.clauses[o].trigger, outcome.object->words), mediator.words);
    };
    for (Subject const& subject : subjects_[o]) step(subject.entity, entity, subject.words, mediator.words);
    step(entity, outcome.entity, mediator.words, outcome.object->words);
  }

  void read_axis(Clauses const& clauses, Axis const& axis) {
    TermId const regulator = *mention(axis.regulator).term;
    TermId const target = *mention(axis.target).term;
    {
      Statement& statement = add(regulator, grammar_.effect(Basis::stated, -1), target, -1, Basis::implied, "axis");
      statement.flags.set(Flag::axis_convention);
      qualify(statement, axis.context);
      qualify(statement, row_.context);
      statement.words.trigger = axis.word;
      statement.words.subject = mention(axis.regulator).span;
      statement.words.object = mention(axis.target).span;
      statement.words.text = axis.words;
    }
    if (!axis.outcome) return;
    for (Step const& outcome : steps(clauses.clauses[*axis.outcome])) {
      int const sign = -outcome.sign;  // the regulator lowers the target: sign(regulator, outcome) × −1
      RelationId const relation = grammar_.effect(Basis::implied, sign);
      if (outcome.entity == Entity{target} || said(target, relation, outcome.entity, Basis::implied)) continue;
      Statement& statement = add(target, relation, outcome.entity, sign, Basis::implied, "axis");
      statement.flags.set(Flag::axis_convention);
      qualify(statement, outcome.object->context);
      qualify(statement, row_.context);
      statement.words.trigger = axis.outcome_word;
      statement.words.subject = mention(axis.target).span;
      statement.words.object = outcome.object->words;
      statement.words.text = hull(hull(outcome.trigger, outcome.object->words), axis.words);
    }
  }

  // ---- comparisons, bare nominals, remainders ------------------------------------------------------------------------------------------

  void read_comparison(Comparison const& comparison, std::vector<NamedPreparation> const& named) {
    if (!comparison.better && !comparison.worse) return;
    std::vector<Subject> const better = side(comparison.better, named);
    std::vector<Subject> const worse = side(comparison.worse, named);
    for (Subject const& subject : better) {
      for (Subject const& other : worse) {
        if (subject.entity == other.entity) continue;
        Statement& statement = add(subject.entity, grammar_.comparison, other.entity, 0, Basis::stated, "comparison");
        statement.flags |= subject.flags;
        // Cells that are named only inside their source's name stand for what was made of them.
        if (comparison.worse && named[*comparison.worse].source &&
            named[*comparison.worse].source_span == named[*comparison.worse].derivative_span) {
          statement.flags.set(Flag::ellipsis);
        }
        for (TermOrWords const& source : placed_[*other.placed].preparation.source) {
          if (auto const* term = std::get_if<TermId>(&source)) statement.context.push_back({"source", *term});
        }
        for (ClauseObject const& outcome : comparison.outcomes) {
          if (outcome.mention) statement.context.push_back({"outcome", *mention(*outcome.mention).term});
        }
        qualify(statement, row_.context);
        statement.words.trigger = comparison.word;
        statement.words.subject = subject.words;
        statement.words.object = other.words;
        statement.words.text = hull_of(hull_of(subject.words, comparison.word), other.words);
        for (ClauseObject const& outcome : comparison.outcomes) statement.words.text = hull(statement.words.text, outcome.words);
      }
      for (ClauseObject const& outcome : comparison.outcomes) {
        if (!outcome.mention) continue;
        Clause improves;
        improves.effect = Effect::better;
        FlagSet flags = subject.flags;
        int const sign = sign_of(improves, outcome, flags);
        Statement& statement =
            add(subject.entity, grammar_.effect(Basis::stated, sign), entity_of(outcome), sign, Basis::implied, "comparison");
        statement.flags |= flags;
        qualify(statement, outcome.context);
        qualify(statement, subject.context);
        qualify(statement, row_.context);
        statement.words.trigger = comparison.word;
        statement.words.subject = subject.words;
        statement.words.object = outcome.words;
        statement.words.text = hull_of(hull(comparison.word, outcome.words), subject.words);
      }
    }
    for (Subject const& other : worse) comparators_.push_back(*other.placed);
  }

  std::vector<Subject> side(std::optional<std::size_t> preparation, std::vector<NamedPreparation> const& named) {
    if (!preparation) return column_subjects();
    return {subject_of(named_[*preparation], named[*preparation].span(*reading_))};
  }

  // "M2 polarization" as the whole result: it goes up.
  void read_bare_nominal(Cell const& cell) {
    std::vector<std::size_t> objects;
    auto const& effect = ontology_.relation(grammar_.effect(Basis::stated, 1));
    for (Item const& item : reading_->items) {
      bool const sign = item.kind == ItemKind::comma || item.kind == ItemKind::stop || item.kind == ItemKind::slash ||
                        item.is(WordClass::conjunction) || item.is(WordClass::determiner);
      if (sign) continue;
      if (item.kind != ItemKind::mention || item.taken) return;
      if (!std::binary_search(effect.range.begin(), effect.range.end(), ontology_.term(reading_->term(item)).type)) return;
      objects.push_back(item.mention);
    }
    bool const mechanism = cell.role == Role::mechanism;
    for (std::size_t const object : objects) {
      for (Subject const& subject : column_subjects()) {
        TermId const term = *mention(object).term;
        bool const outcome = ontology_.kind(term) == Kind::outcome;
        if (!outcome && !mechanism) continue;
        int const sign = mechanism ? 0 : mention(object).inverse ? -1 : 1;
        Basis const basis = mechanism ? Basis::implied : Basis::stated;
        Statement& statement =
            add(subject.entity, grammar_.effect(Basis::stated, sign), term, sign, basis, mechanism ? "mechanism_column" : "bare_nominal");
        statement.flags |= subject.flags;
        statement.flags.set(mechanism ? Flag::mediator_sign_unknown : Flag::bare_nominal);
        qualify(statement, subject.context);
        qualify(statement, row_.context);
        statement.words.text = statement.words.object = mention(object).span;
      }
    }
  }

  // Sentences in which nothing was understood.
  void keep_remainder(Clauses const& clauses) {
    std::vector<bool> used(reading_->items.size(), false);
    bool const any = !result_.statements.empty();
    for (Clause const& clause : clauses.clauses) {
      for (std::size_t k = clause.first; k < clause.last; ++k) used[k] = true;
    }
    std::size_t begin = 0;
    for (std::size_t k = 0; k < reading_->items.size(); ++k) {
      if (reading_->items[k].kind != ItemKind::stop) continue;
      bool understood = false;
      bool words = false;
      for (std::size_t i = begin; i < k; ++i) {
        Item const& item = reading_->items[i];
        understood = understood || used[i] || item.kind == ItemKind::comparison;
        words = words || item.kind == ItemKind::mention || (item.kind == ItemKind::other && reading_->tokens[item.first].word) ||
                item.kind == ItemKind::trigger;
      }
      bool const bare = clauses.clauses.empty() && any && said_in_cell();
      if (words && !understood && !bare) {
        Words rest;
        rest.field = field_;
        rest.cell = cell_;
        rest.text = {reading_->items[begin].span.begin, reading_->items[k - 1].span.end};
        result_.remainder.push_back(rest);
      }
      begin = k + 1;
    }
  }

  [[nodiscard]] bool said_in_cell() const {
    return std::any_of(result_.statements.begin(), result_.statements.end(), [&](Statement const& statement) {
      return statement.words.cell.data() == cell_.data() && ontology_.relation(statement.relation).relation_class == RelationClass::effect;
    });
  }

  // ---- cargo --------------------------------------------------------------------------------------------------------------------------

  // What a preparation carries may be its way to what it does: marked as suggested, never where the row says more of that mediator.
  void add_cargo_steps() {
    std::size_t const last = result_.statements.size();
    auto const said_before = effects_;  // cargo steps do not silence each other
    for (Cargo const& cargo : cargo_) {
      for (std::size_t s = 0; s < last; ++s) {
        Statement const& candidate = result_.statements[s];
        bool const counts = ontology_.relation(candidate.relation).relation_class == RelationClass::effect &&
                            candidate.basis == Basis::stated && candidate.sign != 0 && !candidate.negated &&
                            candidate.subject == Entity{placed_[cargo.placed].preparation} && candidate.object != Entity{cargo.mediator};
        if (!counts || said_before.contains({Entity{cargo.mediator}, candidate.object})) continue;
        Statement const effect = candidate;  // adding may move it
        field_ = effect.words.field;
        cell_ = effect.words.cell;
        references_ = effect.references;
        Statement& statement =
            add(cargo.mediator, grammar_.effect(Basis::cargo, effect.sign), effect.object, effect.sign, Basis::cargo, "cargo");
        qualify(statement, row_.context);
        bool const here = cargo.cell.data() == effect.words.cell.data();
        statement.words.trigger = here ? cargo.trigger : Span{};
        statement.words.object = effect.words.object;
        statement.words.text = here ? hull_of(effect.words.text, cargo.trigger) : effect.words.text;
      }
    }
  }

  // ---- slots --------------------------------------------------------------------------------------------------------------------------

  void add_slots() {
    std::vector<std::size_t> subjects;
    std::vector<std::size_t> others;
    for (Statement const& statement : result_.statements) {
      if (auto const* preparation = std::get_if<Preparation>(&statement.subject)) note(subjects, *preparation);
    }
    if (subjects.empty()) subjects = columns_;
    for (std::size_t const comparator : comparators_) {
      if (std::find(subjects.begin(), subjects.end(), comparator) == subjects.end()) others.push_back(comparator);
    }
    references_ = row_.references;
    for (std::size_t const number : subjects) add_slots(number, true);
    for (std::size_t const number : others) add_slots(number, false);
  }

  void note(std::vector<std::size_t>& numbers, Preparation const& preparation) {
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      if (placed_[i].preparation == preparation && std::find(numbers.begin(), numbers.end(), i) == numbers.end()) numbers.push_back(i);
    }
  }

  void add_slots(std::size_t number, bool given) {
    PlacedPreparation const placed = placed_[number];
    add_slot(placed.preparation, grammar_.derivative, placed.preparation.derivative, placed.derivative, {});
    for (std::size_t i = 0; i < placed.preparation.source.size(); ++i) {
      add_slot(placed.preparation, grammar_.source, placed.preparation.source[i], placed.sources[i], {});
    }
    if (!given) return;
    for (Placed const& model : row_.models) add_slot(placed.preparation, grammar_.model, model.thing, model.words, model.flags);
    for (Placed const& disease : row_.diseases) add_slot(placed.preparation, grammar_.disease, disease.thing, disease.words, disease.flags);
  }

  void add_slot(Preparation const& preparation, RelationId relation, TermOrWords const& thing, Words const& words, FlagSet flags) {
    Entity const object = std::visit([](auto const& value) { return Entity{value}; }, thing);
    Statement& statement = add(preparation, relation, object, 0, Basis::stated, "column");
    statement.flags |= flags;
    statement.words = words;
    statement.words.object = words.text;
  }

  RecordTable const& table_;
  Record const& record_;
  Lexicon const& lexicon_;
  Ontology const& ontology_;
  Abbreviations const& abbreviations_;
  Grammar const& grammar_;
  Row row_;
  RecordStatements result_;
  std::set<std::tuple<Entity, RelationId, Entity, Basis>> said_;
  std::set<std::pair<Entity, Entity>> effects_;  // who is said to act on what

  std::vector<PlacedPreparation> placed_;  // the distinct preparations of the record
  std::vector<std::size_t> columns_;       // those of the intervention column
  std::vector<std::size_t> comparators_;
  std::vector<Cargo> cargo_;
  std::set<std::pair<std::size_t, TermId>> carried_;

  // The cell that is being read.
  Role field_ = Role::result;
  std::string_view cell_;
  std::vector<std::string_view> references_;
  Reading* reading_ = nullptr;
  std::vector<std::size_t> named_;                           // by preparation of the cell: its number in placed_
  std::vector<std::vector<Subject>> subjects_;               // by clause
  std::map<std::size_t, std::optional<std::size_t>> joint_;  // by clause: the preparation together with its additive
  Span joint_words_;
};

}  // namespace

RecordStatements read_statements(RecordTable const& table, Record const& record, Lexicon const& lexicon, Abbreviations const& abbreviations,
                                 Grammar const& grammar) {
  return StatementReader(table, record, lexicon, abbreviations, grammar).all();
}

}  // namespace mechgraph
