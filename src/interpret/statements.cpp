// Record → statements.
#include "interpret/statements.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "interpret/clauses.hpp"
#include "interpret/statement_builder.hpp"

namespace mechgraph {
namespace {

class StatementReader {
 public:
  StatementReader(RecordTable const& table, Record const& record, Lexicon const& lexicon, Grammar const& grammar, CellReadings& readings)
      : record_(record),
        lexicon_(lexicon),
        ontology_(lexicon.ontology()),
        grammar_(grammar),
        readings_(readings),
        builder_(record, read_row(table, record, lexicon.ontology(), grammar, readings), lexicon.ontology(), grammar) {}

  RecordStatements all() {
    for (Cell const& cell : record_.cells) {
      if (cell.role == Role::cargo && !cell.text.empty()) read_cargo_column(cell);
    }
    for (Cell const& cell : record_.cells) {
      if (cell.text.empty() || (cell.role != Role::result && cell.role != Role::mechanism)) continue;
      read_cell_text(cell);
    }
    return std::move(builder_).finish();
  }

 private:
  // A microRNA or protein in a cargo column.
  void read_cargo_column(Cell const& cell) {
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

  void begin(Cell const& cell) {
    cell_ = cell.text;
    field_ = cell.role;
    builder_.begin(cell.role, cell.text, cell.references);
  }

  void read_cell_text(Cell const& cell) {
    begin(cell);
    Reading reading = readings_.take(cell.text);
    reading_ = &reading;
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

  // ---- clauses ------------------------------------------------------------------------------------------------------------------------

  [[nodiscard]] Mention const& mention(std::size_t number) const { return reading_->mentions[number].mention; }

  static Entity entity(Mention const& mention) {
    return std::visit([](auto const& thing) { return Entity{thing}; }, mention.thing());
  }

  [[nodiscard]] int valence_of(Mention const& mention) const {
    return mention.term ? ontology_.term(*mention.term).valence : mention.name->valence;
  }

  Entity entity_of(ClauseObject const& object) const {
    if (object.mention) return entity(mention(*object.mention));
    return Unresolved{std::string(cut(cell_, object.words)), object.kind};
  }

  // The sign that a trigger gives to an object, and what is doubtful about it.
  int sign_of(Clause const& clause, ClauseObject const& object, FlagSet& flags) const {
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

  // The sign of one trigger on a quantity as printed.
  [[nodiscard]] int sign_of(Effect effect, int valence, ClauseObject const& object, FlagSet& flags) const {
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

  [[nodiscard]] bool object_is_inverse(ClauseObject const& object) const { return object.mention && mention(*object.mention).inverse; }

  std::vector<Subject> subjects_of(Clause const& clause, std::vector<NamedPreparation> const& named) {
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

  // "Inhibition of NF-κB reduced X": NF-κB acts, with the sign turned.
  std::vector<Subject> objects_as_subjects(Clause const& clause) {
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

  void read_clause(Clauses const& clauses, std::size_t c, std::vector<NamedPreparation> const& named) {
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
        qualify(statement, object.context);
        if (std::string_view const aspect = reading_->items[clause.trigger_item].trigger->aspect; !aspect.empty())
          qualify(statement, {{"aspect", std::string(aspect)}});
        qualify(statement, clause.context);
        qualify(statement, subject.context);
        qualify(statement, builder_.row().context);
        statement.words.trigger = clause.trigger;
        statement.words.subject = subject.words;
        statement.words.object = object.words;
        statement.words.text = hull(hull(clause.trigger, object.words), subject.words);
      }
    }
  }

  // "exosomes carrying miR-21 ... by targeting PTEN": the microRNA that acts, or that the agent has, lowers its target by convention. Makes
  // it the clause's subject; gives false where there is none.
  bool take_repressors(Clause const& clause, std::size_t c, std::vector<NamedPreparation> const& named) {
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

  // "HIF-1α-mediated angiogenesis": what mediates it contributes to it, whatever becomes of it; "miR-126-mediated PTEN downregulation": to
  // that.
  void read_mediators(Clause const& clause) {
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
  static bool is_blank(char c) { return c == ' ' || c == '\n'; }

  // "by transferring miR-145": the agent carries it, and it brings the effects about; what it targets falls.
  void read_delivery(Clauses const& clauses, Delivery const& delivery) {
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

  // "Improving the hepatoprotective impacts of the conditioned medium by SMGO": the medium protects; SMGO, given with it, does more.
  void read_genitive(Clause const& clause, std::size_t c, std::vector<NamedPreparation> const& named) {
    Subject const owner = builder_.subject_of(named_[*clause.genitive], named[*clause.genitive].span(*reading_));
    for (ClauseObject const& object : clause.objects) {
      FlagSet doubt;
      int const valence = object.mention ? valence_of(mention(*object.mention)) : 0;
      int const has = object.inner ? sign_of(*object.inner, valence, object, doubt) : 1;
      int const sign = object_is_inverse(object) ? -has : has;
      Statement& statement =
          builder_.add(owner.entity, grammar_.effect(Basis::stated, sign), entity_of(object), sign, Basis::stated, "genitive_agent");
      statement.flags |= owner.flags;
      qualify(statement, object.context);
      qualify(statement, owner.context);
      qualify(statement, builder_.row().context);
      statement.words.trigger = clause.genitive_word;
      statement.words.subject = owner.words;
      statement.words.object = object.words;
      statement.words.text = hull(object.words, owner.words);
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
      step.sign = targets_.contains(clause.trigger_item) ? -1 : sign_of(clause, object, step.doubt);
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

  // "via the Wnt pathway": agent → pathway → outcome, without a direction.
  void add_unsigned(Clauses const& clauses, std::size_t o, ClauseObject const& mediator, Step const& outcome, MechanismLink const& link) {
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

  // A molecule that a mechanism column names is carried, as far as the table says.
  void add_column_cargo(Entity const& mediator, Span words) {
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

  void read_axis(Clauses const& clauses, Axis const& axis) {
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

  // ---- comparisons, bare nominals, remainders ------------------------------------------------------------------------------------------

  void read_comparison(Comparison const& comparison, std::vector<NamedPreparation> const& named) {
    if (!comparison.better && !comparison.worse) return;
    std::vector<Subject> const better = side(comparison.better, named);
    std::vector<Subject> const worse = side(comparison.worse, named);
    for (Subject const& subject : better) {
      for (Subject const& other : worse) {
        if (subject.entity == other.entity) continue;
        Statement& statement = builder_.add(subject.entity, grammar_.comparison, other.entity, 0, Basis::stated, "comparison");
        statement.flags |= subject.flags;
        // Cells that are named only inside their source's name stand for what was made of them.
        if (comparison.worse && named[*comparison.worse].source &&
            named[*comparison.worse].source_span == named[*comparison.worse].derivative_span) {
          statement.flags.set(Flag::ellipsis);
        }
        for (TermOrWords const& source : builder_.placed(*other.placed).preparation.source) {
          if (auto const* term = std::get_if<TermId>(&source)) statement.context.push_back({"source", *term});
        }
        for (ClauseObject const& outcome : comparison.outcomes) {
          if (outcome.mention) statement.context.push_back({"outcome", value_of(mention(*outcome.mention).thing())});
        }
        qualify(statement, builder_.row().context);
        statement.words.trigger = comparison.word;
        statement.words.subject = subject.words;
        statement.words.object = other.words;
        statement.words.text = hull(hull(subject.words, comparison.word), other.words);
        for (ClauseObject const& outcome : comparison.outcomes) statement.words.text = hull(statement.words.text, outcome.words);
      }
      for (ClauseObject const& outcome : comparison.outcomes) {
        if (!outcome.mention) continue;
        Clause improves;
        improves.effect = comparison.effect.value_or(Effect::better);
        FlagSet flags = subject.flags;
        int const sign = sign_of(improves, outcome, flags);
        Statement& statement = builder_.add(subject.entity, grammar_.effect(Basis::stated, sign), entity_of(outcome), sign,
                                            comparison.effect ? Basis::stated : Basis::implied, "comparison");
        statement.flags |= flags;
        qualify(statement, outcome.context);
        qualify(statement, subject.context);
        qualify(statement, builder_.row().context);
        statement.words.trigger = comparison.word;
        statement.words.subject = subject.words;
        statement.words.object = outcome.words;
        statement.words.text = hull(hull(comparison.word, outcome.words), subject.words);
      }
    }
    for (Subject const& other : worse) builder_.add_comparator(*other.placed);
  }

  std::vector<Subject> side(std::optional<std::size_t> preparation, std::vector<NamedPreparation> const& named) {
    if (!preparation) return builder_.column_subjects();
    return {builder_.subject_of(named_[*preparation], named[*preparation].span(*reading_))};
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
      if (!std::binary_search(effect.range.begin(), effect.range.end(), reading_->type(item))) return;
      objects.push_back(item.mention);
    }
    bool const mechanism = cell.role == Role::mechanism;
    for (std::size_t const object : objects) {
      TypeId const type = reading_->mentions[object].type;
      if (mechanism && grammar_.name_role(type) == NameRole::molecule && type != grammar_.chain_type()) {
        add_column_cargo(entity(mention(object)), mention(object).span);
        continue;
      }
      for (Subject const& subject : builder_.column_subjects()) {
        bool const outcome = ontology_.type(reading_->mentions[object].type).kind == Kind::outcome;
        if (!outcome && !mechanism) continue;
        bool const undirected = is_undirected(object);
        int const sign = mechanism || undirected ? 0 : mention(object).inverse ? -1 : 1;
        Basis const basis = mechanism ? Basis::implied : Basis::stated;
        Statement& statement = builder_.add(subject.entity, grammar_.effect(Basis::stated, sign), entity(mention(object)), sign, basis,
                                            mechanism ? "mechanism_column" : "bare_nominal");
        statement.flags |= subject.flags;
        statement.flags.set(mechanism ? Flag::mediator_sign_unknown : Flag::bare_nominal);
        if (undirected) statement.flags.set(Flag::no_direction);
        qualify(statement, subject.context);
        qualify(statement, builder_.row().context);
        statement.words.text = statement.words.object = mention(object).span;
      }
    }
  }

  // "Immunomodulation" says that something changes, not which way.
  [[nodiscard]] bool is_undirected(std::size_t number) const {
    PlacedMention const& placed = reading_->mentions[number];
    auto const found = grammar_.words.longest(reading_->tokens, placed.first,
                                              [](Word const& word, std::size_t) { return word.word_class == WordClass::undirected; });
    return found && placed.first + found.tokens == placed.last;
  }

  // Sentences in which nothing was understood.
  void keep_remainder(Clauses const& clauses) {
    std::vector<bool> used(reading_->items.size(), false);
    bool const bare = clauses.clauses.empty() && builder_.has_effect();
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
      if (words && !understood && !bare) builder_.add_remainder({reading_->items[begin].span.begin, reading_->items[k - 1].span.end});
      begin = k + 1;
    }
  }

  Record const& record_;
  Lexicon const& lexicon_;
  Ontology const& ontology_;
  Grammar const& grammar_;
  CellReadings& readings_;
  StatementBuilder builder_;

  // The cell that is being read.
  std::string_view cell_;
  Role field_ = Role::result;
  Reading* reading_ = nullptr;
  std::vector<std::size_t> named_;                           // by preparation of the cell: its number in the record
  std::vector<std::vector<Subject>> subjects_;               // by clause
  std::map<std::size_t, std::optional<std::size_t>> joint_;  // by clause: the preparation together with its additive
  Span joint_words_;
  std::set<std::size_t> targets_;  // trigger items of clauses that say what a microRNA targets
};

}  // namespace

RecordStatements read_statements(RecordTable const& table, Record const& record, Lexicon const& lexicon, Grammar const& grammar,
                                 CellReadings& readings) {
  return StatementReader(table, record, lexicon, grammar, readings).all();
}

}  // namespace mechgraph
