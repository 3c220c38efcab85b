// Noun phrases of a cell: what a trigger acts on, who acts.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "domain/statement.hpp"
#include "interpret/functions.hpp"
#include "interpret/preparations.hpp"

namespace mechgraph {

// What an effect acts on: a mention, or words that no term covers.
struct ClauseObject {
  std::optional<std::size_t> mention;  // in Reading::mentions
  Kind kind = Kind::outcome;           // of unresolved words
  Span words;
  bool coordinated = false;             // the second or a later one of its trigger
  std::optional<std::size_t> mediator;  // a mention: "HIF-1α-mediated angiogenesis"
  std::optional<Effect> inner;          // of a noun between it and its trigger ("dampened NLRP3 activation"): the two multiply
  std::vector<Qualifier> context;
};

// Who acts: a preparation of the cell, or a mention of something else.
struct ClauseAgent {
  std::optional<std::size_t> preparation;
  std::size_t mention = 0;
  Span words;
  int turn = 1;  // −1: what the loss of its function does; 0: a changed form of it acts, as printed
};

// "miR-20a-5p/CXCL8 axis": the first represses the second, by convention.
struct Axis {
  std::size_t regulator = 0;  // mentions
  std::size_t target = 0;
  Span word;
  Span words;
  std::vector<Qualifier> context;      // of the target
  std::optional<std::size_t> outcome;  // the clause whose agent the axis is
  Span outcome_word;
};

// Walks over the items of one cell: what an item is (phrases.cpp), what is acted on (phrase_objects.cpp), who acts (phrase_agents.cpp).
// Every walk is bounded by its phrase (a trigger, a mechanism word, a stop) and by longest_phrase items.
class Phrases {
 public:
  Phrases(Reading const& reading, std::vector<NamedPreparation> const& preparations, std::vector<ChangedFunction> const& functions,
          Lexicon const& lexicon, Grammar const& grammar);

  // Something that an effect can act on: a mention whose type the range of the effect relations has, and that is not part of a preparation.
  [[nodiscard]] bool is_object(std::size_t item) const;
  // "LPS" of "LPS-induced", or the whole where that is a name: it says where the next object comes from.
  [[nodiscard]] bool is_inducer(std::size_t item) const;
  // A mention behind a prefix that carries a sign: "fibrotic" of "anti-fibrotic". It is an object of the prefix alone.
  [[nodiscard]] bool is_bound(std::size_t item) const;
  // "HIF-1α" of "HIF-1α-mediated angiogenesis".
  [[nodiscard]] bool is_mediating(std::size_t item) const;
  // One past a measure that begins at an item ("35%"), and where one that ends before an item begins; the item itself without one.
  [[nodiscard]] std::size_t measure_end(std::size_t item) const;
  [[nodiscard]] std::size_t measure_begin(std::size_t item) const;
  [[nodiscard]] bool is_of(std::size_t item) const;
  // A cell type, tissue, organism or cell line: where something happens.
  [[nodiscard]] bool is_context(std::size_t item) const;
  [[nodiscard]] bool is_coordinator(std::size_t item) const;
  // Does an object begin here, after words such as "the", "hepatic" or "expression"?
  [[nodiscard]] bool begins_object(std::size_t item) const;
  // A word that may stand between an object and the trigger after it: "level", "was", "significantly".
  [[nodiscard]] bool is_light_before(std::size_t item) const;
  // "plays a role in" before "promoting": the verb behind it says what is done.
  [[nodiscard]] bool is_role_before(std::size_t item) const;
  // A noun trigger right behind an object, which it would take ("NLRP3 activation"), while another trigger takes both: before them
  // ("dampened NLRP3 activation", "loss of") or after them ("NLRP3 activation was reduced").
  [[nodiscard]] bool is_governed(std::size_t item) const;

  // The coordinated objects from an item on; `claimed` items belong to a later trigger and end the list. Gives one past the last item used.
  // A preparation after "of" whose own effect the object is ("protective impacts of the conditioned medium") is the genitive.
  std::size_t objects_right(std::size_t from, std::vector<bool> const& claimed, std::vector<ClauseObject>& objects,
                            std::optional<std::size_t>& genitive, Span& genitive_word) const;
  // The coordinated objects before an item that no clause has used; gives the first item used.
  std::size_t objects_left(std::size_t from, std::vector<bool> const& used, std::vector<ClauseObject>& objects) const;

  // Past the coordinators at an item; the item itself where a list does not go on.
  [[nodiscard]] std::size_t next_member(std::size_t item) const;

  // Words that no term covers: items [first, second).
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> plain_words_right(std::size_t from) const;
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> plain_words_left(std::size_t from) const;

  [[nodiscard]] std::optional<std::size_t> preparation_before(std::size_t item) const;
  [[nodiscard]] std::optional<std::size_t> preparation_after(std::size_t item) const;

  // Who acts, in the phrase that ends before an item, or that begins at it.
  [[nodiscard]] std::vector<ClauseAgent> agents_before(std::size_t item, std::vector<bool> const& used) const;
  [[nodiscard]] std::vector<ClauseAgent> agents_from(std::size_t item) const;

  // "<microRNA>/<gene> axis" that begins at an item, after a carrier.
  [[nodiscard]] std::optional<Axis> axis_from(std::size_t item) const;

  // What stands before a trigger: negated, hedged, magnitude.
  struct Manner {
    bool negated = false;
    bool hedged = false;
    std::vector<Qualifier> context;
  };
  [[nodiscard]] Manner manner(std::size_t trigger_item) const;

 private:
  static constexpr std::size_t longest_phrase = 32;   // items
  static constexpr std::size_t longest_measure = 6;   // items
  static constexpr std::size_t most_plain_words = 4;  // between a trigger and what it acts on, or who acts

  static bool contains(std::vector<TypeId> const& types, TypeId type) { return std::binary_search(types.begin(), types.end(), type); }

  struct Chain {
    std::size_t last = 0;  // the last mention
    std::size_t axis = 0;  // the axis word
  };
  [[nodiscard]] std::optional<Chain> chain(std::size_t item) const;
  [[nodiscard]] bool ends_phrase(std::size_t item) const;
  [[nodiscard]] bool is_bound_effect(std::size_t item) const;
  [[nodiscard]] bool is_participle(std::size_t item) const;
  [[nodiscard]] bool ends_list_member(std::size_t item) const;
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> plain_words(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_agent(std::size_t item, std::vector<bool> const& used) const;
  [[nodiscard]] std::optional<std::size_t> made_by(std::size_t item) const;
  [[nodiscard]] std::size_t insertion_begin(std::size_t item) const;
  [[nodiscard]] std::size_t denied_begin(std::size_t item) const;
  [[nodiscard]] bool begins_sentence_of_its_own(std::size_t item) const;
  [[nodiscard]] std::size_t agent_begin(std::size_t item) const;
  [[nodiscard]] bool names_effect(std::size_t item) const;
  [[nodiscard]] std::optional<std::size_t> preparation_at(std::size_t item) const;
  [[nodiscard]] bool can_be_changed(std::size_t item) const;
  [[nodiscard]] bool can_act(std::size_t item) const;
  [[nodiscard]] bool carries(std::size_t preparation, std::size_t item) const;
  [[nodiscard]] ClauseAgent agent(std::size_t item) const;
  void add_context(std::vector<Qualifier>& context, std::size_t item) const;
  std::size_t skip_before_object(std::size_t from, std::vector<Qualifier>& context) const;

  Reading const& reading_;
  std::vector<NamedPreparation> const& preparations_;
  Ontology const& ontology_;
  Grammar const& grammar_;
  std::vector<ChangedFunction> const& functions_;
  std::vector<std::size_t> preparation_of_item_;  // number + 1, 0 = none
  std::vector<std::size_t> function_of_item_;     // of the molecule and of every item of a preparation that lacks it; number + 1, 0 = none
};

}  // namespace mechgraph
