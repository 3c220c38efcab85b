// Inputs → tables → statements → graph: the pipeline as the verbs run it.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/read_inputs.hpp"
#include "domain/record.hpp"
#include "graph/graph.hpp"
#include "ontology/lookup.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

struct Options;
class Report;

// Words of a row that no rule understood.
struct NotUnderstood {
  std::string document, table, record;  // identifiers
  std::string_view field;               // a role's name
  std::string words;
};

// How far the cells of a column were understood.
struct ColumnTally {
  std::size_t cells = 0;       // that are not empty
  std::size_t remainders = 0;  // pieces of their text whose relation was not understood
};

// What was read and what was understood of it.
struct Tally {
  std::size_t documents = 0;
  std::size_t tables = 0;
  std::size_t records = 0;
  InputTally inputs;
  std::size_t skipped_rows = 0;
  std::size_t uncertain_rows = 0;                        // read, but their cells may be cut in the wrong places
  std::array<std::size_t, 3> statements{};               // by Basis: effects, modifiers, comparisons
  std::size_t slots = 0;                                 // edges that the columns give
  std::size_t silent_records = 0;                        // that gave no statement but slots
  std::map<std::string, std::size_t> unresolved;         // words that no term covers, how often
  std::size_t remainders = 0;                            // pieces of text whose relation was not understood
  std::array<ColumnTally, role_names.size()> columns{};  // by Role
  bool keep_words = false;                               // set by who wants them: the next is filled, in order of input
  std::vector<NotUnderstood> not_understood;
};

// The program's ontology, or that of --ontology; with the terms of --vocab.
std::shared_ptr<Ontology const> load_ontology(Options const& options);

// An ontology, and its lexicon once somebody asks for it: graphs are read without one.
class LazyLexicon {
 public:
  explicit LazyLexicon(std::shared_ptr<Ontology const> ontology) : ontology_(std::move(ontology)) {}
  [[nodiscard]] Ontology const& ontology() const noexcept { return *ontology_; }
  [[nodiscard]] std::shared_ptr<Ontology const> const& shared_ontology() const noexcept { return ontology_; }
  std::shared_ptr<Lexicon const> const& get() {
    if (!lexicon_) lexicon_ = std::make_shared<Lexicon const>(ontology_);
    return lexicon_;
  }

 private:
  std::shared_ptr<Ontology const> ontology_;
  std::shared_ptr<Lexicon const> lexicon_;
};

// One graph of all inputs. A single snapshot is the graph itself, mapped; its checksums are compared, since most verbs read all of it.
Graph load_graph(Options const& options, Report& report, Tally& tally, Snapshot::Check check = Snapshot::Check::all);
Graph load_graph(Options const& options, Report& report);
// For verbs that read a small part of a graph: a snapshot's checksums are compared with --strict only, its numbers where they are used.
Graph load_graph_to_ask(Options const& options, Report& report);

}  // namespace mechgraph
