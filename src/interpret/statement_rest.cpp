// Comparisons, cells that only name something, and what was not understood.
#include <algorithm>
#include <map>

#include "interpret/statement_reader.hpp"

namespace mechgraph {

void StatementReader::read_comparison(Comparison const& comparison, std::vector<NamedPreparation> const& named) {
  if (!comparison.better && !comparison.worse) return;
  std::vector<Subject> const better = side(comparison.better, named);
  std::vector<Subject> const worse = comparison.is_with_others ? std::vector<Subject>{} : side(comparison.worse, named);
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
      set_ends(statement, subject, outcome, comparison.word);
    }
  }
  for (Subject const& other : worse) builder_.add_comparator(*other.placed);
}

std::vector<Subject> StatementReader::side(std::optional<std::size_t> preparation, std::vector<NamedPreparation> const& named) {
  if (!preparation) return builder_.column_subjects();
  return {builder_.subject_of(named_[*preparation], named[*preparation].span(*reading_))};
}

void StatementReader::read_bare_nominal(Cell const& cell) {
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

bool StatementReader::is_undirected(std::size_t number) const {
  PlacedMention const& placed = reading_->mentions[number];
  auto const found = grammar_.words.longest(reading_->tokens, placed.first,
                                            [](Word const& word, std::size_t) { return word.word_class == WordClass::undirected; });
  return found && placed.first + found.tokens == placed.last;
}

void StatementReader::keep_remainder(Clauses const& clauses) {
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

}  // namespace mechgraph
