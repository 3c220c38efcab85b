// Abbreviations that a text defines itself: "Silica magnetic graphene oxide (SMGO)".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/form_table.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// Short form → term. A definition whose long form names no term is not kept: the lexicon may still know the short form. Of two definitions
// of one short form the first wins. Adding costs time linear in the text.
class Abbreviations {
 public:
  // `outer`, if given, is asked first and must outlive this: what a table defines holds in its rows.
  explicit Abbreviations(Lexicon const& lexicon, Abbreviations const* outer = nullptr) : lexicon_(&lexicon), outer_(outer) {}

  // "Full name (ABBR)", "Full name (ABBR or OTHER)", "ABBR: full name", "ABBR = full name"; parts end at commas and semicolons
  // outside parentheses; a leading number ("1. ") is passed over.
  void add_legend(std::string_view legend);
  // Every "full name (ABBR)" inside running text: the longest term form that ends before the parenthesis and whose initials the short form
  // has.
  void add_running_text(std::string_view text);

  struct Found {
    TermId term{};
    std::size_t tokens = 0;
  };
  // The longest short form, as printed, that begins at token `at`.
  [[nodiscard]] std::optional<Found> longest(FoldedText const& text, std::size_t at) const;

  // Defines nothing of its own.
  [[nodiscard]] bool empty() const noexcept { return forms_.empty(); }

 private:
  struct Short {
    std::string cased;
    TermId term{};
  };
  void define(std::string_view short_form, TermId term);
  void define_all(std::string_view short_forms, std::string_view long_form);

  Lexicon const* lexicon_;
  Abbreviations const* outer_;
  FormTable<Short> forms_;
};

}  // namespace mechgraph
