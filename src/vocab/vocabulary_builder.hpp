// Terms of outside vocabularies → one compiled file.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "base/sink.hpp"
#include "ontology/ontology.hpp"
#include "ontology/vocabulary.hpp"

namespace mechgraph {

// A file that is imported. What it does not say is empty; `name` is what it calls itself, and what licences.tsv is asked for.
struct VocabularyInfo {
  std::string name;
  std::string version;
  std::string licence;
  std::string file;
};

// A term as a vocabulary's file has it.
struct VocabularyEntry {
  struct Form {
    std::string text;
    FormScope scope = FormScope::unscoped;
    bool symbol = false;
  };

  std::string curie;
  std::string space;  // the part of the vocabulary that it belongs to (biological_process), for its type
  std::string label;  // also its first form
  bool symbol = false;
  bool obsolete = false;
  std::string replaced_by;                                   // CURIE
  std::vector<Form> forms;                                   // beside the label
  std::vector<std::pair<std::string, std::string>> parents;  // relation of relations.tsv, CURIE
  std::vector<std::string> alternatives;                     // other identifiers
  std::vector<std::string> xrefs;
};

// Collects terms and compiles them. A term that several files have is one: the first label is kept, forms, parents and cross-references add
// up. Its type is that of the first fitting row of vocabularies.tsv. Memory is linear in what is added.
class VocabularyBuilder {
 public:
  explicit VocabularyBuilder(Ontology const& ontology);

  // The file that the next terms come from.
  void begin(VocabularyInfo info);
  // A name or version that is learned late.
  [[nodiscard]] VocabularyInfo& info() { return sources_.back().info; }
  // Terms that this file has declared so far.
  [[nodiscard]] std::uint32_t terms_of_source() const { return sources_.back().declared; }
  // An entry without an identifier is passed over.
  void add(VocabularyEntry entry);
  void add_parent(std::string_view child, std::string_view relation, std::string_view parent);

  // What could not be kept as it was.
  struct Losses {
    std::uint64_t without_type = 0;      // terms: kept, but not taken in text
    std::uint64_t dangling_parents = 0;  // to terms that no file has
    std::uint64_t cycles = 0;            // parents that would close a ring
    std::uint64_t dangling_replacements = 0;
    std::uint64_t unusable_forms = 0;  // without a letter or digit, or of more than 64 words
  };

  // Compiles. The same files in the same order give the same bytes. n log n.
  Losses write(Sink& out);

 private:
  struct Sense {
    std::string printed;
    FormScope scope = FormScope::label;
    bool symbol = false;
  };
  struct Term {
    std::string curie;
    std::string label;
    std::string space;
    std::uint32_t source = 0;
    bool declared = false;  // a file has it; else it was only referred to
    bool obsolete = false;
    bool alternative = false;
    std::uint32_t replacement = 0;  // from 1
    std::vector<Sense> senses;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parents;
    std::vector<std::string> xrefs;
  };
  struct Source {
    VocabularyInfo info;
    std::uint32_t declared = 0;  // also terms that an earlier file has
    std::uint32_t terms = 0;
    std::uint32_t obsolete = 0;
  };

  std::uint32_t number(std::string_view curie);
  void drop_undeclared(Losses& losses);
  std::vector<std::uint32_t> break_cycles(Losses& losses);
  struct Type {
    std::string name;      // empty: none
    bool synonyms = true;  // they name the term
  };
  [[nodiscard]] Type type_of(Term const& term) const;

  Ontology const& ontology_;
  std::vector<Source> sources_;
  std::vector<Term> terms_;
  tsl::robin_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> relations_;
};

}  // namespace mechgraph
