// Forms of a vocabulary in text: which may be taken, and why.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "ontology/fold.hpp"
#include "ontology/form_table.hpp"
#include "ontology/ontology.hpp"
#include "ontology/outside_terms.hpp"
#include "ontology/vocabulary.hpp"

namespace mechgraph {

// Why a form of a vocabulary was taken or left.
enum class FormChoice : std::uint8_t {
  label,         // taken: the label of one term, and of no other
  synonym,       // taken: a synonym of one term, and no other's form
  first_label,   // taken: the label of several terms; the vocabulary that was imported first wins
  gene_word,     // taken: a short name, but a word beside it says that a gene is meant
  named_beside,  // taken: a short or ambiguous name, but another name of the term stands beside it
  english,       // left: an English word, or one of the grammar
  ruled,         // left: ambiguous.tsv decides about the form
  relation,      // left: a word inside it carries a relation ("inhibition of apoptosis")
  letter_case,   // left: a symbol that is written in another case
  brief,         // left: three letters and digits or fewer, without a reason beside it
  ambiguous,     // left: forms of several terms, without a reason beside it
  stem,          // left: what the names of several genes begin with
  loose,         // left: a broader or a related word only
  without_term   // left: obsolete without replacement, or of no type
};

// One sentence for people.
std::string_view meaning(FormChoice choice) noexcept;
constexpr bool is_taken(FormChoice choice) noexcept { return choice <= FormChoice::named_beside; }

struct OutsideForm {
  std::size_t tokens = 0;
  FormChoice choice = FormChoice::label;
  TermId term{};             // when taken
  std::string_view printed;  // the form as the vocabulary prints it
  FormScope scope = FormScope::label;
  bool plural = false;                // met without its last s
  std::vector<std::uint32_t> others;  // terms of the vocabulary that it also names
};

// The second layer behind the curated forms. Building costs the words of the ontology's tables; a lookup a few hashes for each length of
// form that begins with the token. A reason is looked for in a window of fixed width, so that the cost stays linear in the text.
class OutsideForms {
 public:
  // The ontology has a vocabulary and outlives this.
  explicit OutsideForms(Ontology const& ontology);

  using Accept = std::function<bool(TermId)>;
  // The longest form at token `at` that may be taken, for a term that `accept` takes (any when empty).
  [[nodiscard]] std::optional<OutsideForm> longest(FoldedText const& text, std::size_t at, Accept const& accept = {}) const;
  // What is decided about the form that tokens [at, at + tokens) are, taken or not; nothing where the vocabulary has no such form.
  [[nodiscard]] std::optional<OutsideForm> decide(FoldedText const& text, std::size_t at, std::size_t tokens) const;

 private:
  [[nodiscard]] std::uint64_t lengths_at(FoldedText const& text, std::size_t at) const;
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key, bool& plural) const;
  [[nodiscard]] OutsideForm decide(FoldedText const& text, std::size_t at, std::size_t tokens, std::uint32_t form, bool plural) const;
  [[nodiscard]] std::optional<FormChoice> refusal(FoldedText const& text, std::size_t at, std::size_t tokens, std::uint32_t form) const;
  [[nodiscard]] bool carries_relation(FoldedText const& text, std::size_t at, std::size_t tokens) const;
  [[nodiscard]] bool is_stem(std::string_view form, VocabularySense const& sense) const;
  [[nodiscard]] bool gene_word_beside(FoldedText const& text, std::size_t at, std::size_t tokens) const;
  [[nodiscard]] bool named_beside(FoldedText const& text, std::size_t at, std::size_t tokens, std::uint32_t form, TermId term) const;

  struct GeneWord {
    bool before = false;
    bool after = false;
  };

  Ontology const& ontology_;
  OutsideTerms const& terms_;
  Vocabulary const& vocabulary_;
  tsl::robin_set<std::string> english_;   // also the words of the grammar
  tsl::robin_set<std::string> relating_;  // triggers of one token
  tsl::robin_set<std::string> ruled_;     // folded forms of ambiguous.tsv
  FormTable<GeneWord> gene_words_;
};

}  // namespace mechgraph
