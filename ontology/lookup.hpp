// Forms → terms.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/fold.hpp"
#include "ontology/form_table.hpp"
#include "ontology/ontology.hpp"
#include "ontology/outside_forms.hpp"

namespace mechgraph {

enum class FormMatch : std::uint8_t {
  exact,   // as the table prints it
  folded,  // after folding case, look-alikes, hyphens
  plural,  // after taking off a plural s
};

struct FoundTerm {
  TermId term{};
  std::size_t tokens = 0;
  FormMatch match = FormMatch::exact;
  bool is_label = false;   // the form is the term's label, not a synonym
  bool inverse = false;    // the form names the same quantity with the other sign
  bool ambiguous = false;  // ambiguous.tsv lists the form and its fallback was taken
  bool outside = false;    // a form of the vocabulary
};

// The forms of an ontology, ready for lookup. Building is linear in their number; a lookup costs a few hashes. A form of up to four
// characters with two or more capitals matches only as printed (ALT, NO, CAT); a gene symbol also in mouse style (Tnf, Il6) unless
// ambiguous.tsv has the form. A form that ambiguous.tsv lists without a fallback matches nothing. Where the ontology has a vocabulary its
// forms are a second layer, under the rules of outside_forms.hpp: a form of the vocabulary is taken only where it is longer than the own
// one, and not where the own one is a mediator and the rest are words of the grammar ("IL-6 | production").
class Lexicon {
 public:
  explicit Lexicon(std::shared_ptr<Ontology const> ontology);

  [[nodiscard]] Ontology const& ontology() const noexcept { return *ontology_; }

  // The longest form that begins at token `at`; among equal lengths an exact print wins.
  [[nodiscard]] std::optional<FoundTerm> longest(FoldedText const& text, std::size_t at) const;

  // The same, but only for terms that `accept` takes.
  template <class Accept>
  [[nodiscard]] std::optional<FoundTerm> longest_if(FoldedText const& text, std::size_t at, Accept const& accept) const {
    auto const found = forms_.longest(
        text, at, [&](Form const& form, std::size_t tokens) { return accept(form.term) && matches(form, text, at, tokens); });
    auto const own = found ? std::optional(result(*found.value, text, at, found.tokens)) : std::nullopt;
    return outside_ ? with_outside(own, text, at, accept) : own;
  }

  // The surface forms of a term, as synonyms.tsv has them; none of an outside term.
  [[nodiscard]] std::span<std::string_view const> forms_of(TermId term) const {
    return index(term) < forms_of_.size() ? std::span<std::string_view const>{forms_of_[index(term)]} : std::span<std::string_view const>{};
  }

  // What the vocabulary's layer decides about the form that tokens [at, at + tokens) are, taken or not; nothing without a vocabulary, or
  // where it has no such form.
  [[nodiscard]] std::optional<OutsideForm> outside_form(FoldedText const& text, std::size_t at, std::size_t tokens) const {
    return outside_ ? outside_->decide(text, at, tokens) : std::nullopt;
  }

  // The term whose form is the whole text.
  [[nodiscard]] std::optional<FoundTerm> whole(std::string_view printed) const;

 private:
  struct Form {
    std::string cased;  // tokens joined by single spaces, look-alikes folded
    TermId term{};
    bool inverse = false;
    bool is_label = false;
    bool as_printed = false;   // only in this case
    bool mouse_style = false;  // also "Tnf" for "TNF"
    bool plural = false;       // made from a form by adding an s
    bool ambiguous = false;
  };

  void add(std::string_view printed, Form form);
  static bool matches(Form const& form, FoldedText const& text, std::size_t at, std::size_t tokens);
  static FoundTerm result(Form const& form, FoldedText const& text, std::size_t at, std::size_t tokens);

  [[nodiscard]] std::optional<FoundTerm> longest_own(FoldedText const& text, std::size_t at) const;
  [[nodiscard]] std::optional<FoundTerm> with_outside(std::optional<FoundTerm> const& own, FoldedText const& text, std::size_t at,
                                                      OutsideForms::Accept const& accept) const;

  std::shared_ptr<Ontology const> ontology_;
  FormTable<Form> forms_;
  std::vector<std::vector<std::string_view>> forms_of_;  // by term; views into the ontology
  std::unique_ptr<OutsideForms const> outside_;
  FormTable<char> grammar_words_;
};

}  // namespace mechgraph
