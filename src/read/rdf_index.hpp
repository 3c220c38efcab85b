// Statements by subject, each with a mark that it was understood.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/rdf_statements.hpp"

namespace mechgraph {

// Statements that stand twice in one graph are one. Subjects are in order of first arrival, statements of a subject by (property, object,
// graph) in order of first arrival. Building is linear but for a sort of each subject's statements, looking up logarithmic in the
// statements of the subject.
class RdfIndex {
 public:
  using Row = RdfStatements::Row;
  struct Range {
    std::uint32_t begin = 0, end = 0;
    [[nodiscard]] bool empty() const noexcept { return begin == end; }
  };

  explicit RdfIndex(RdfStatements statements);

  [[nodiscard]] RdfStatements const& statements() const noexcept { return statements_; }
  [[nodiscard]] StringPool& terms() noexcept { return statements_.terms; }
  [[nodiscard]] std::vector<StringId> const& subjects() const noexcept { return subjects_; }

  [[nodiscard]] Range of(StringId subject) const;
  [[nodiscard]] Range of(StringId subject, StringId property) const;
  [[nodiscard]] bool has(StringId subject, StringId property, StringId object) const;
  [[nodiscard]] Row const& row(std::uint32_t number) const { return statements_.rows[number]; }

  [[nodiscard]] bool is_used(std::uint32_t number) const { return used_[number]; }
  void use(std::uint32_t number) { used_[number] = true; }
  void use(Range range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) use(i);
  }

  [[nodiscard]] static bool is_literal(std::string_view term) { return term.starts_with('"'); }

  // The first literal or the first IRI of a property, marked as used; empty (StringId{}) where there is none. take_text gives the text
  // without its quote mark.
  std::string_view take_text(StringId subject, StringId property);
  StringId take_iri(StringId subject, StringId property);
  // True where the property is there at all.
  [[nodiscard]] bool knows(StringId subject, StringId property) const { return !of(subject, property).empty(); }

 private:
  void group_by_subject();

  RdfStatements statements_;
  std::vector<StringId> subjects_;
  std::vector<std::uint32_t> begin_;  // by term
  std::vector<bool> used_;
};

}  // namespace mechgraph
