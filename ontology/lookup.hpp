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
};

// The forms of an ontology, ready for lookup. Building is linear in their number; a lookup costs a few hashes. A form of up to four
// characters with two or more capitals matches only as printed (ALT, NO, CAT); a gene symbol also in mouse style (Tnf, Il6) unless
// ambiguous.tsv has the form. A form that ambiguous.tsv lists without a fallback matches nothing.
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
    if (!found) return std::nullopt;
    return result(*found.value, text, at, found.tokens);
  }

  // The surface forms of a term, as synonyms.tsv has them.
  [[nodiscard]] std::span<std::string_view const> forms_of(TermId term) const { return forms_of_[index(term)]; }

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

  std::shared_ptr<Ontology const> ontology_;
  FormTable<Form> forms_;
  std::vector<std::vector<std::string_view>> forms_of_;  // by term; views into the ontology
};

}  // namespace mechgraph
