// Something that a cell names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "domain/term_or_words.hpp"
#include "ontology/role.hpp"

namespace mechgraph {

// How the words met the term.
enum class MentionMatch : std::uint8_t { unresolved, exact, synonym, folded, abbreviation, composed, coreference, bulk };

constexpr std::string_view name(MentionMatch match) noexcept {
  switch (match) {
    case MentionMatch::unresolved: return "unresolved";
    case MentionMatch::exact: return "exact";
    case MentionMatch::synonym: return "synonym";
    case MentionMatch::folded: return "folded";
    case MentionMatch::abbreviation: return "abbreviation";
    case MentionMatch::composed: return "composed";
    case MentionMatch::coreference: return "coreference";
    case MentionMatch::bulk: return "bulk";  // a form of an outside vocabulary
  }
  return {};
}

// `span` is in bytes of the cell's text. A mention is of a term, or of a name made from known parts (match composed); with neither the
// words are unresolved.
struct Mention {
  Span span;
  std::optional<TermId> term;
  std::optional<Unresolved> name;
  MentionMatch match = MentionMatch::unresolved;
  bool inverse = false;    // an inverse synonym matched: the sign turns
  bool ambiguous = false;  // ambiguous.tsv lists the form: the default was taken

  // Of a mention that has a term or a name.
  [[nodiscard]] TermOrWords thing() const { return term ? TermOrWords{*term} : TermOrWords{*name}; }
};

}  // namespace mechgraph
