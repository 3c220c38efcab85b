// The words that carry relations, as the ontology's tables have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_set.h>

#include "domain/evidence.hpp"
#include "domain/flag.hpp"
#include "ontology/form_table.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// What a trigger does to the amount, activity or occurrence of its object (triggers.tsv).
enum class Effect : std::uint8_t {
  up,
  down,
  better,  // up or down, as the object's valence says
  worse,
  ease,      // as better, but what is not known as good or bad falls
  change,    // direction absent
  doubtful,  // the word may be a slip: direction absent, and said so
  none,      // "no effect on": denied
  shield,    // "protect A from B": B falls; without "from", A is kept up
  toward,    // "shift from A to B": B rises; without "to", direction absent
  target,    // of a microRNA: its target falls, by convention; else direction absent
  reverse,   // what is bad falls; else direction absent
};

// Bits: a form may be several ("increase" is a verb and a noun).
enum class PartOfSpeech : std::uint8_t { present = 1, past = 2, gerund = 4, noun = 8, adjective = 16, arrow = 32, prefix = 64 };

struct Trigger {
  Effect effect = Effect::change;
  std::uint8_t parts = 0;   // of PartOfSpeech
  std::string_view aspect;  // of the object, that the word itself says: "phosphorylates"
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
  antibody,
  aspect,
  auxiliary,
  axis,
  carrier,
  conjunction,
  contrast,
  degree,
  delivery,
  determiner,
  effect_noun,
  extent,
  gain,
  hedge,
  inducer,
  infix,
  location,
  loss,
  mediated,
  negation,
  partitive,
  preposition,
  question,
  relative,
  than,
  undirected,
  variant,
};

// A noun that makes a name with what stands before it ("podocyte apoptosis", "retinal thickness"), or behind "of" (heads.tsv).
struct Head {
  TypeId type{};
  std::int8_t valence = 0;
  bool cell = false;      // after a cell type
  bool tissue = false;    // after a tissue, a source or a disease
  bool molecule = false;  // after a mediator, or a symbol that no term has
  bool outcome = false;   // after a trait or a laboratory value
  bool word = false;      // after plain words
};

// What a term is in a composed name, by its type (type_roles.tsv).
enum class NameRole : std::uint8_t { none, cell, tissue, molecule, chemical, process, outcome };

// What begins a name that no list can hold, or ends one (name_parts.tsv).
enum class NameUse : std::uint8_t { number, symbol, chain, count, ratio, actor };

struct NamePart {
  NameUse use = NameUse::number;
  TypeId type{};
};

struct Word {
  WordClass word_class = WordClass::determiner;
  // Of an aspect: Biolink's name; "possessive" of a determiner; "object", "inside", "origin", "goal" or "harm" of a preposition; "before"
  // of a loss, gain or change of function that stands before the molecule; "list" of a negation that goes on with a list.
  std::string_view value;
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
  FormTable<Head> heads;

  // Does a trigger, a link, a composition, a comparison or a word begin with this token? Most tokens of a text end here.
  [[nodiscard]] bool is_beginning(Token const& token) const { return beginnings_.contains(token.hash); }

  // The flags that are doubts, and those that are doubts of the sign (flags.tsv).
  FlagSet doubts, sign_doubts;

  // The relation that says an effect of this sign (effects.tsv); cargo is worded as implied.
  [[nodiscard]] RelationId effect(Basis basis, int sign) const;

  // Relations by their use (slots.tsv).
  RelationId derivative{}, source{}, model{}, disease{}, carrier{}, additive{}, comparison{};

  // The qualifier that a term of this type gives to a statement when it stands beside an object (type_roles.tsv); empty for none.
  [[nodiscard]] std::string_view qualifier(TypeId type) const { return qualifiers_[index(type)]; }

  [[nodiscard]] NameRole name_role(TypeId type) const { return name_roles_[index(type)]; }
  // Folded words that end a ratio, and its type.
  [[nodiscard]] std::vector<std::string> const& ratio_words() const noexcept { return ratio_words_; }
  [[nodiscard]] TypeId ratio_type() const noexcept { return ratio_type_; }
  // Folded trigger forms that are bound to what they act on: "anti", "pro".
  [[nodiscard]] std::vector<std::string> const& prefixes() const noexcept { return prefixes_; }
  // Folded words that begin a name (uses number and symbol), longest first.
  [[nodiscard]] std::vector<std::pair<std::string, NamePart>> const& name_beginnings() const noexcept { return name_beginnings_; }

  // The processes by which there come to be more of a cell type, and their type.
  [[nodiscard]] std::vector<std::string> const& count_nouns() const noexcept { return count_nouns_; }
  [[nodiscard]] TypeId count_type() const noexcept { return count_type_; }
  // The type of "TXNIP/NLRP3 axis".
  [[nodiscard]] TypeId chain_type() const noexcept { return chain_type_; }
  // As what a symbol acts that no term has (use actor).
  [[nodiscard]] TypeId acting_type() const noexcept { return acting_type_; }

  // Does the first of "<this type>/<gene> axis" lower the second by convention?
  [[nodiscard]] bool represses(TypeId type) const { return represses_[index(type)]; }

  [[nodiscard]] bool is_possessive(std::string_view folded_token) const;

  // Does ambiguous.tsv list a word of words.tsv as a name too, printed just so ("NO")?
  [[nodiscard]] bool is_ambiguous_name(std::string_view printed) const;

 private:
  RelationId effects_[2][3]{};  // [implied][sign + 1]
  tsl::robin_set<std::uint64_t> beginnings_;
  std::vector<std::string> prefixes_;
  std::vector<std::pair<std::string, NamePart>> name_beginnings_;
  TypeId chain_type_{};
  TypeId acting_type_{};
  TypeId count_type_{};
  TypeId ratio_type_{};
  std::vector<std::string> ratio_words_;
  std::vector<std::string> count_nouns_;
  std::vector<std::string> possessives_;
  std::vector<std::string> ambiguous_names_;
  std::vector<NameRole> name_roles_;          // by type
  std::vector<bool> represses_;               // by type
  std::vector<std::string_view> qualifiers_;  // by type; views into the ontology
};

}  // namespace mechgraph
