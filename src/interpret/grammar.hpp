// The words that carry relations, as the ontology's tables have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/evidence.hpp"
#include "ontology/form_table.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// What a trigger does to the amount, activity or occurrence of its object (triggers.tsv).
enum class Effect : std::uint8_t {
  up,
  down,
  better,  // up or down, as the object's valence says
  worse,
  change,    // direction absent
  doubtful,  // the word may be a slip: direction absent, and said so
  none,      // "no effect on": denied
};

// Bits: a form may be several ("increase" is a verb and a noun).
enum class PartOfSpeech : std::uint8_t { present = 1, past = 2, gerund = 4, noun = 8, adjective = 16, arrow = 32, prefix = 64 };

struct Trigger {
  Effect effect = Effect::change;
  std::uint8_t parts = 0;  // of PartOfSpeech
  [[nodiscard]] bool is(PartOfSpeech part) const noexcept { return (parts & static_cast<std::uint8_t>(part)) != 0; }
  [[nodiscard]] bool is_finite() const noexcept { return is(PartOfSpeech::present) || is(PartOfSpeech::past); }
};

// Which side of a mechanism word holds the mechanism (links.tsv): forward "suppressing NLRP3, thereby reducing ALF"; backward "reducing ALF
// via suppression of NLRP3".
enum class LinkDirection : std::uint8_t { forward, backward };

// Which side of a comparison is the better one (comparisons.tsv).
enum class Comparative : std::uint8_t { better, worse };

// A word that makes a preparation (compositions.tsv): before its derivative ("TNF pretreated exosome") or after it ("exosome loaded with
// X"), or either.
struct Composition {
  std::optional<RelationId> before;
  std::optional<RelationId> after;
};

// Classes of words.tsv.
enum class WordClass : std::uint8_t {
  agent,
  aspect,
  auxiliary,
  axis,
  carrier,
  conjunction,
  degree,
  determiner,
  effect_noun,
  extent,
  hedge,
  inducer,
  infix,
  location,
  negation,
  preposition,
};

struct Word {
  WordClass word_class = WordClass::determiner;
  std::string_view value;  // of an aspect: Biolink's name; "possessive" of a determiner; "object", "inside" or "origin" of a preposition
};

// Read once from an ontology; lookups cost a few hashes. Throws Error with the row's place for a value that is none of the above or a
// relation that is not in relations.tsv.
class Grammar {
 public:
  explicit Grammar(Ontology const& ontology);

  FormTable<Trigger> triggers;
  FormTable<LinkDirection> links;
  FormTable<Composition> compositions;
  FormTable<Comparative> comparisons;
  FormTable<Word> words;

  // The relation that says an effect of this sign (effects.tsv); cargo is worded as implied.
  [[nodiscard]] RelationId effect(Basis basis, int sign) const;

  // Relations by their use (slots.tsv).
  RelationId derivative{}, source{}, model{}, disease{}, carrier{}, additive{}, comparison{};

  // The qualifier that a term of this type gives to a statement when it stands beside an object (type_roles.tsv); empty for none.
  [[nodiscard]] std::string_view qualifier(TypeId type) const { return qualifiers_[index(type)]; }

  // Does the first of "<this type>/<gene> axis" lower the second by convention?
  [[nodiscard]] bool represses(TypeId type) const { return represses_[index(type)]; }

  [[nodiscard]] bool is_possessive(std::string_view folded_token) const;

 private:
  RelationId effects_[2][3]{};  // [implied][sign + 1]
  std::vector<std::string> possessives_;
  std::vector<bool> represses_;               // by type
  std::vector<std::string_view> qualifiers_;  // by type; views into the ontology
};

}  // namespace mechgraph
