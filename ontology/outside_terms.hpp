// The terms of a vocabulary behind the ontology's own.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "ontology/term.hpp"
#include "ontology/vocabulary.hpp"

namespace mechgraph {

class Ontology;
struct Parent;

// Makes the terms of a mapped vocabulary look like rows of terms.tsv, each when it is first asked for. TermIds continue those of the
// ontology: number of its terms + number in the vocabulary. A vocabulary's term whose identifier is the node id of an own term is that own
// term. May be used by several threads.
class OutsideTerms {
 public:
  // `ontology` has read its own tables and outlives this. Throws Error when the vocabulary was compiled with types or relations that the
  // ontology lacks. Linear in the ontology's terms, not in the vocabulary's.
  OutsideTerms(Ontology const& ontology, std::shared_ptr<Vocabulary const> vocabulary);
  OutsideTerms(OutsideTerms const&) = delete;
  OutsideTerms& operator=(OutsideTerms const&) = delete;
  ~OutsideTerms();

  [[nodiscard]] Vocabulary const& vocabulary() const noexcept { return *vocabulary_; }

  // By number in the vocabulary. The term must have a type.
  [[nodiscard]] Term const& term(std::uint32_t number) const;
  [[nodiscard]] std::span<Parent const> parents(std::uint32_t number) const;

  // What stands for a vocabulary's term: an own term, else itself; nothing where it has no type.
  [[nodiscard]] std::optional<TermId> id_of(std::uint32_t number) const;
  [[nodiscard]] std::optional<TermId> find(std::string_view curie) const;

  // What the vocabulary calls an outside term: its label and the names that mean nothing wider. None of an own term.
  [[nodiscard]] std::vector<std::string_view> names_of(TermId term) const;

  // An own term's number in the vocabulary.
  [[nodiscard]] std::optional<std::uint32_t> number_of(TermId own) const;
  // Parents that the vocabulary knows of an own term without parents of its own: our hierarchy wins where it says something.
  [[nodiscard]] std::span<Parent const> parents_of_own(TermId own) const;

 private:
  struct Made;

  Made const& made(std::uint32_t number) const;
  [[nodiscard]] std::vector<Parent> parents_of(std::uint32_t number, TypeId type) const;
  [[nodiscard]] bool reaches(TermId from, TermId to) const;

  Ontology const& ontology_;
  std::shared_ptr<Vocabulary const> vocabulary_;
  std::vector<TypeId> types_;          // by number in the vocabulary
  std::vector<RelationId> relations_;  // the same
  std::vector<bool> same_group_;       // by relation of the ontology
  tsl::robin_map<std::uint32_t, TermId> own_;
  tsl::robin_map<std::uint32_t, std::uint32_t> numbers_;            // by own term
  tsl::robin_map<std::uint32_t, std::vector<Parent>> own_parents_;  // by own term
  std::unique_ptr<std::atomic<Made const*>[]> made_;
};

}  // namespace mechgraph
