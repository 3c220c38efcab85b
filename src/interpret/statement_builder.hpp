// What a record has said so far: its preparations, its statements, and what follows from them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "domain/statement.hpp"
#include "interpret/row.hpp"

namespace mechgraph {

// An agent of a clause as the subject of its statements.
struct Subject {
  Entity entity;
  Span words;  // in the cell; empty when it comes from a column
  FlagSet flags;
  std::vector<Qualifier> context;     // its modifiers: they qualify every effect of the preparation
  std::optional<std::size_t> placed;  // the number of its preparation
  int turn = 1;                       // −1: what is said is what the loss of its function does
};

// Something that a preparation carries, is enriched or engineered with.
struct Cargo {
  std::size_t placed = 0;
  TermOrWords mediator;
  std::string_view cell;  // where it says so
  Span trigger;           // in that cell
};

// Collects the statements of one record.
class StatementBuilder {
 public:
  StatementBuilder(Record const& record, Row row, Ontology const& ontology, Grammar const& grammar);

  [[nodiscard]] Row const& row() const noexcept { return row_; }
  // The preparations of the intervention column, as numbers.
  [[nodiscard]] std::vector<std::size_t> const& columns() const noexcept { return columns_; }
  [[nodiscard]] PlacedPreparation const& placed(std::size_t number) const { return placed_[number]; }
  // One number for each distinct preparation of the record.
  std::size_t place(PlacedPreparation placed);
  // A preparation that a cell names. Bare words that name the column's derivative mean the column's preparation. What the words say of it
  // (enriched_with ...) becomes statements.
  std::size_t place_named(NamedPreparation const& named, Reading const& reading);

  // A preparation as a subject; `words` empty = it comes from the column. Text that names another derivative than the column wins and is
  // flagged.
  [[nodiscard]] Subject subject_of(std::size_t number, Span words) const;
  [[nodiscard]] std::vector<Subject> column_subjects() const;

  // The cell that the next statements come from, with its own references or those of the row.
  void begin(Role field, std::string_view cell, std::span<std::string_view const> references);
  // Adds a statement with the cell, the references and the flags of unresolved ends; the caller fills in the rest. The reference holds
  // until the next call.
  Statement& add(Entity subject, RelationId relation, Entity object, int sign, Basis basis, std::string_view rule);
  void add_cargo(Cargo cargo);
  // A preparation that others are compared to: it gets no more than its derivative and source.
  void add_comparator(std::size_t number) { comparators_.push_back(number); }
  void add_remainder(Span words);

  [[nodiscard]] bool said(Entity const& subject, RelationId relation, Entity const& object, Basis basis) const;
  // Has the cell of begin() given an effect?
  [[nodiscard]] bool has_effect() const noexcept { return has_effect_; }

  // Adds what cargo suggests, the slot edges of every preparation that acts, and the confidence of each statement.
  RecordStatements finish() &&;

 private:
  void add_modifiers(PlacedPreparation const& placed, std::size_t number);
  void add_cargo_steps();
  void add_slots();
  void add_slots(std::size_t number, bool given);
  void add_slot(Preparation const& preparation, RelationId relation, TermOrWords const& thing, Words const& words, FlagSet flags);
  [[nodiscard]] Kind kind_of(TermOrWords const& thing) const;
  [[nodiscard]] bool related(TermOrWords const& a, TermOrWords const& b) const;

  Row row_;
  Ontology const& ontology_;
  Grammar const& grammar_;
  RecordStatements result_;
  std::set<std::tuple<Entity, RelationId, Entity, Basis>> said_;
  std::set<std::pair<Entity, Entity>> effects_;  // who is said to act on what
  std::vector<PlacedPreparation> placed_;
  std::map<Preparation, std::size_t> numbers_;
  std::vector<std::size_t> columns_;
  std::vector<std::size_t> comparators_;
  std::vector<Cargo> cargo_;
  std::set<std::pair<std::size_t, TermOrWords>> carried_;

  Role field_ = Role::result;
  std::string_view cell_;
  std::vector<std::string_view> references_;
  bool has_effect_ = false;
};

// Appends qualifiers to those of a statement.
void qualify(Statement& statement, std::vector<Qualifier> const& context);

}  // namespace mechgraph
