// Record → Statement: the door to this folder.
#pragma once

#include <memory>
#include <vector>

#include "domain/mention.hpp"
#include "domain/record.hpp"
#include "domain/statement.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// A mention and the cell that it stands in.
struct CellMention {
  Cell const* cell = nullptr;
  Mention mention;
};

// Reads tables with one ontology. Construction builds the lexicon and the grammar once (linear in the ontology); afterwards it is immutable
// and may be used by several threads. Abbreviations reach from a table's legends and caption to its cells, and inside a cell; never from
// one row to another.
class Interpreter {
 public:
  // Throws Error where a grammar table of the ontology is wrong.
  explicit Interpreter(std::shared_ptr<Lexicon const> lexicon);
  ~Interpreter();
  Interpreter(Interpreter&&) noexcept;
  Interpreter& operator=(Interpreter&&) noexcept;
  Interpreter(Interpreter const&) = delete;
  Interpreter& operator=(Interpreter const&) = delete;

  // What each record says, in the order of the records. The result points into the table: it must outlive it.
  [[nodiscard]] std::vector<RecordStatements> interpret(RecordTable const& table) const;

  // The mentions of each record's cells, in the order of the records; cell by cell, from left to right. They point into the table.
  [[nodiscard]] std::vector<std::vector<CellMention>> mentions(RecordTable const& table) const;

 private:
  struct Parts;
  std::unique_ptr<Parts const> parts_;
};

}  // namespace mechgraph
