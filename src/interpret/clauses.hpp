// Which effects a cell speaks of: a trigger, what it acts on, who acts, and how effects hang together.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "interpret/phrases.hpp"

namespace mechgraph {

// One effect with its objects. Item numbers are those of the Reading.
struct Clause {
  std::string_view rule;
  std::size_t first = 0;  // items [first, last)
  std::size_t last = 0;
  std::size_t trigger_item = 0;
  Span trigger;
  Effect effect = Effect::change;
  PartOfSpeech part = PartOfSpeech::noun;
  int turn = 1;  // −1 where an outer trigger turns the sign ("inhibited the loss of")
  bool negated = false;
  bool hedged = false;
  bool mediated = false;                 // what mediates it brings the effect about, not only its object
  std::optional<std::size_t> agents_of;  // the clause whose agents these are, when they are not its own
  std::vector<Qualifier> context;        // magnitude, hedged
  std::vector<ClauseObject> objects;
  std::vector<ClauseAgent> agents;
  std::optional<std::size_t> subject_clause;  // what it acts on acts here: "inhibition of NF-κB reduced X"
  Span agent_word;                            // "by", where that names the agent
  std::optional<std::size_t> genitive;        // a preparation whose own effect the object is: "impacts of the conditioned medium"
  Span genitive_word;
};

// A mechanism word and what it joins: the effects of `mechanism` bring about those of `outcome`.
struct MechanismLink {
  std::string_view rule;
  Span word;
  std::vector<std::size_t> mechanism;   // clauses
  std::vector<std::size_t> outcome;     // clauses
  std::vector<ClauseObject> mediators;  // named without a word for the step to them ("via the Wnt pathway")
};

// "by transferring miR-145", "via delivery of miR-17-5p targeting SIRT1"
struct Delivery {
  std::size_t item = 0;                // of the word
  Span word;                           // "transferring"
  Span link;                           // "by"
  std::vector<std::size_t> cargo;      // mentions
  std::vector<std::size_t> steps;      // clauses of what it does first
  std::vector<std::size_t> outcomes;   // clauses
  std::optional<std::size_t> targets;  // the clause of what the cargo targets
};

// "HPL-CM showed superiority over amniotic fluid-MSCs in terms of liver recovery"
struct Comparison {
  std::optional<std::size_t> better;  // preparations
  std::optional<std::size_t> worse;
  bool is_with_others = false;  // the worse side is named and is no preparation
  Span word;
  std::optional<Effect> effect;  // of the better one on the outcomes, where a gerund says it
  std::vector<ClauseObject> outcomes;
};

struct Clauses {
  std::vector<Clause> clauses;  // in order of their triggers
  std::vector<MechanismLink> links;
  std::vector<Axis> axes;
  std::vector<Delivery> deliveries;
  std::vector<Comparison> comparisons;
};

// Linear in the items: every search from a trigger is bounded by its phrase.
Clauses find_clauses(Reading& reading, std::vector<NamedPreparation> const& preparations, Lexicon const& lexicon, Grammar const& grammar);

}  // namespace mechgraph
