// The walk over a cell that finds its clauses; what clauses.hpp offers is made of it.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "interpret/clauses.hpp"

namespace mechgraph {

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

  Clauses all();

 private:
  std::vector<Item>& items() { return reading_.items; }

  // Triggers and what they act on (clauses.cpp).
  void add_origins();
  bool is_free_trigger(std::size_t i);
  bool is_causal_link(std::size_t i);
  void claim_postposed();
  std::size_t previous_member(std::size_t object);
  bool passive_auxiliary(std::size_t i);
  bool is_predicate(std::size_t i);
  void add_clause(std::size_t i);
  static bool says_direction(Trigger const& trigger);
  static PartOfSpeech part_of(Trigger const& trigger);
  bool is_attribute(std::size_t k);
  bool goes_on(Clause const& earlier, std::size_t i);
  bool denies_before(std::size_t item);
  std::size_t directed_objects(Clause& clause, std::size_t i);
  void add_exception(std::size_t i);
  bool is_bound_prefix(std::size_t i);
  bool points_right(std::size_t i);
  std::size_t inner_trigger(std::size_t i);
  bool ends_in_of(Item const& item);
  std::size_t owned_objects(std::size_t i);
  bool claims(std::size_t i);
  bool right(Clause& clause, std::size_t from);
  bool left(Clause& clause, std::size_t from);
  bool unresolved_right(Clause& clause, std::size_t from);
  bool unresolved_left(Clause& clause, std::size_t from);
  ClauseObject unresolved(std::size_t first, std::size_t last);

  // Who acts (clause_agents.cpp).
  void find_subjects();
  bool axis_subject(Clause& clause);
  std::vector<ClauseAgent> relative_subject(Clause const& clause);
  std::vector<ClauseAgent> head_of_sentence(std::size_t item);
  std::size_t before_causal_verb(std::size_t first);
  void find_nominal_subject(std::size_t c);
  bool turned_again(Clause& clause, Clause const& earlier);
  bool has_own_subject(Clause const& clause, std::size_t from);
  bool is_reduced_relative(Clause const& clause);
  bool has_causal_verb(std::size_t from, std::size_t to);
  bool are_denied(Clause const& clause);
  bool has_auxiliary(std::size_t from, std::size_t to);
  bool acts_elsewhere(std::size_t before);
  bool is_modified(Clause const& clause);
  void agent_after(std::size_t i);

  // What hangs together (clause_links.cpp).
  void join();
  bool brought_by_delivery(std::size_t before, std::size_t i, std::size_t after);
  std::optional<std::size_t> fronted(std::size_t i, std::size_t mechanism);
  std::vector<std::size_t> run_of_clauses(std::size_t c);
  void find_deliveries();
  void find_axes();
  void set_axis(Axis axis);
  bool is_cargo(std::size_t i);
  bool compares_in(std::size_t i);
  bool names_others(std::size_t item);
  void find_comparisons();
  bool has(ItemKind kind, std::size_t from, std::size_t to);
  bool has_backward_link(std::size_t from, std::size_t to);
  std::size_t last_clause_before(std::size_t i);
  std::optional<std::size_t> clause_after(std::size_t i);

  // States and counts (clause_states.cpp).
  void find_states();
  Effect effect_on_state(std::size_t trigger, Effect effect);
  void count_cells();
  bool is_cell(std::size_t i);
  bool is_counted(std::size_t i);
  bool is_predicate_or_arrow(std::size_t i);
  bool predicate_after(std::size_t i);
  bool counted_list(std::size_t next);

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
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

}  // namespace mechgraph
