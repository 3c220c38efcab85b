// What may be said: kinds, types, relations, terms and their hierarchy, as the tables of ontology/data have them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "base/lazy.hpp"
#include "ontology/biolink.hpp"
#include "ontology/kind.hpp"
#include "ontology/parse.hpp"
#include "ontology/role.hpp"
#include "ontology/term.hpp"

namespace mechgraph {

// A row of synonyms.tsv: a surface form of a term. `inverse` forms name the same quantity with the other sign (Th1/Th2 of Th2/Th1).
struct Synonym {
  std::string form;
  TermId term{};
  bool inverse = false;
};

// A row of hierarchy.tsv: child is_a or part_of parent.
struct Parent {
  RelationId relation{};
  TermId term{};
};

// A row of ambiguous.tsv. `fallback` is empty where nothing may be guessed.
struct AmbiguousForm {
  std::string form;
  std::vector<std::string> candidates;  // term keys, "*" for a meaning outside the lexicon
  std::optional<TermId> fallback;
  std::string rule;
};

// A row of flags.tsv: what a statement's flag means for its confidence.
struct FlagInfo {
  std::string name;
  bool doubt = false;       // multiplies the confidence by 0.8
  bool sign_doubt = false;  // caps the confidence at 300 per mille when the sign is 0
  std::string meaning;
};

// A row of prefixes.tsv. `keeps_slash`: a slash in the local part stays a slash in the IRI (DOI).
struct OntologyPrefix {
  std::string name;
  std::string iri;
  bool keeps_slash = false;
};

class OutsideTerms;
class Vocabulary;

// Immutable after construction; shared by graphs and threads. Types, relations and prefixes are read at once; of the program's own tables
// the others when they are first asked for, each linear in its size, since many questions need none of them. With a vocabulary, its terms
// follow the own ones: term(), kind(), parents() and find_id() know them, terms() and synonyms() are the own ones only.
class Ontology {
 public:
  // From the tables compiled into the program.
  static std::shared_ptr<Ontology const> builtin();
  // From a folder that holds the same files; a file that is not there is taken from the program. Throws Error, with the place of the row,
  // on unknown kinds, types, relations or terms, doubled keys, dangling synonyms or parents, cycles in the hierarchy.
  static std::shared_ptr<Ontology const> from_directory(std::string const& path, std::shared_ptr<Vocabulary const> vocabulary = {});
  // From tables by file name without ".tsv" ("terms", ...); those that are missing come from the program.
  static std::shared_ptr<Ontology const> from_tables(std::map<std::string, std::string> tables,
                                                     std::shared_ptr<Vocabulary const> vocabulary = {});
  Ontology(Ontology const&) = delete;
  Ontology& operator=(Ontology const&) = delete;
  ~Ontology();

  [[nodiscard]] std::span<NodeType const> types() const noexcept { return types_; }
  [[nodiscard]] std::span<Relation const> relations() const noexcept { return relations_; }
  [[nodiscard]] std::span<Term const> terms() const { return own_terms().terms; }
  [[nodiscard]] std::span<Synonym const> synonyms() const { return own_terms().synonyms; }
  [[nodiscard]] std::span<AmbiguousForm const> ambiguous() const { return own_terms().ambiguous; }
  [[nodiscard]] std::span<FlagInfo const> flags() const;
  [[nodiscard]] std::span<OntologyPrefix const> prefixes() const noexcept { return prefixes_; }  // sorted by name

  [[nodiscard]] NodeType const& type(TypeId id) const { return types_[index(id)]; }
  [[nodiscard]] Relation const& relation(RelationId id) const { return relations_[index(id)]; }
  [[nodiscard]] Term const& term(TermId id) const {
    auto const& own = own_terms().terms;
    return index(id) < own.size() ? own[index(id)] : outside_term(id);
  }
  [[nodiscard]] Kind kind(TermId id) const { return type(term(id).type).kind; }

  [[nodiscard]] std::optional<TypeId> find_type(std::string_view name) const;
  [[nodiscard]] std::optional<RelationId> find_relation(std::string_view name) const;
  [[nodiscard]] std::optional<TermId> find_key(std::string_view key) const;
  // By node id (a CURIE or MECHGRAPH:<key>), else by the CURIE of a single term.
  [[nodiscard]] std::optional<TermId> find_id(std::string_view id) const;
  [[nodiscard]] std::optional<std::size_t> find_flag(std::string_view name) const;

  // Direct parents, in the order of hierarchy.tsv; of an outside term, and of an own term that has none there, those of the vocabulary.
  // Never a ring.
  [[nodiscard]] std::span<Parent const> parents(TermId id) const;
  // Those of hierarchy.tsv alone. The term is an own one.
  [[nodiscard]] std::span<Parent const> own_parents(TermId id) const { return own_terms().parents[index(id)]; }

  // The vocabulary's terms, or nullptr without one.
  [[nodiscard]] OutsideTerms const* outside() const noexcept { return outside_.get(); }

  // The role that a column header names, by columns.tsv: headers are compared after folding case, white space and punctuation.
  [[nodiscard]] std::optional<Role> column_role(std::string_view header) const;
  // The headers of columns.tsv, longest first, for headers whose cells are parted by single spaces only.
  [[nodiscard]] std::span<std::pair<std::string, Role> const> column_names() const { return columns().names; }

  // Biolink's words for what this ontology says, and what they mean here.
  [[nodiscard]] Biolink const& biolink() const;

  // The IRI of a CURIE by prefixes.tsv, local part percent-encoded; empty for an unknown prefix.
  [[nodiscard]] std::string iri(std::string_view curie) const;
  // The inverse: the CURIE of an IRI by the longest prefix that begins it, the first by name of two that are equal; empty where there is
  // none or the CURIE would give another IRI. Linear in the number of prefixes.
  [[nodiscard]] std::string curie(std::string_view iri) const;

  // A table as it stands, for the grammar of interpret/ and for printing. Throws Error for an unknown name.
  [[nodiscard]] DataTable const& table(std::string_view name) const;

  // Of the bytes of all tables and of the vocabulary: what is equal says the same. Linear in the tables.
  [[nodiscard]] std::uint64_t fingerprint() const;

 private:
  struct Source {
    std::string given;      // empty where the program's own table is used
    std::string_view text;  // of that, or of the program
    Lazy<DataTable> table;
  };
  struct OwnTerms {
    std::vector<Term> terms;
    std::vector<Synonym> synonyms;
    std::vector<AmbiguousForm> ambiguous;
    std::vector<std::vector<Parent>> parents;
    tsl::robin_map<std::string, TermId> by_key;
    tsl::robin_map<std::string, TermId> by_id;
  };
  struct ColumnNames {
    std::vector<std::pair<std::string, Role>> names;
    std::map<std::string, Role, std::less<>> roles;  // by folded header
  };
  Ontology(std::map<std::string, std::string> tables, std::shared_ptr<Vocabulary const> vocabulary);
  [[nodiscard]] Term const& outside_term(TermId id) const;
  [[nodiscard]] OwnTerms const& own_terms() const {
    return own_terms_.get([this] { return read_own_terms(); });
  }
  [[nodiscard]] std::unique_ptr<OwnTerms const> read_own_terms() const;
  [[nodiscard]] ColumnNames const& columns() const;

  std::map<std::string, Source, std::less<>> tables_;
  std::vector<NodeType> types_;
  std::vector<Relation> relations_;
  std::vector<OntologyPrefix> prefixes_;
  Lazy<OwnTerms> own_terms_;
  Lazy<ColumnNames> columns_;
  Lazy<std::vector<FlagInfo>> flags_;
  Lazy<Biolink> biolink_;
  std::shared_ptr<Vocabulary const> vocabulary_;
  std::unique_ptr<OutsideTerms const> outside_;
};

}  // namespace mechgraph
