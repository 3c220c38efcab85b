// Record → Statement.
#include "interpret/interpreter.hpp"

#include "interpret/abbreviations.hpp"
#include "interpret/grammar.hpp"
#include "interpret/mentions.hpp"
#include "interpret/statements.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

struct Interpreter::Parts {
  std::shared_ptr<Lexicon const> lexicon;
  Grammar grammar;
};

namespace {

// What the table defines for all its rows. A legend wins over running text, which wins over what a cell defines later.
Abbreviations table_abbreviations(RecordTable const& table, Lexicon const& lexicon) {
  Abbreviations abbreviations(lexicon);
  for (std::string const& legend : table.legends) abbreviations.add_legend(legend);
  abbreviations.add_running_text(table.caption);
  return abbreviations;
}

// What the row itself defines, within what its table does.
Abbreviations row_abbreviations(Abbreviations const& table, Record const& record, Lexicon const& lexicon) {
  Abbreviations abbreviations(lexicon, &table);
  for (Cell const& cell : record.cells) {
    if (cell.text.find('(') != std::string_view::npos) abbreviations.add_running_text(cell.text);
  }
  return abbreviations;
}

}  // namespace

Interpreter::Interpreter(std::shared_ptr<Lexicon const> lexicon) : parts_(new Parts{lexicon, Grammar(lexicon->ontology())}) {}
Interpreter::~Interpreter() = default;
Interpreter::Interpreter(Interpreter&&) noexcept = default;
Interpreter& Interpreter::operator=(Interpreter&&) noexcept = default;

std::vector<RecordStatements> Interpreter::interpret(RecordTable const& table) const {
  Abbreviations const shared = table_abbreviations(table, *parts_->lexicon);
  std::vector<RecordStatements> statements;
  statements.reserve(table.records.size());
  CellReadings readings(*parts_->lexicon, parts_->grammar);
  for (Record const& record : table.records) {
    Abbreviations const abbreviations = row_abbreviations(shared, record, *parts_->lexicon);
    readings.begin_row(abbreviations, !abbreviations.empty());
    statements.push_back(read_statements(table, record, *parts_->lexicon, parts_->grammar, readings));
  }
  return statements;
}

std::vector<std::vector<CellMention>> Interpreter::mentions(RecordTable const& table) const {
  Abbreviations const shared = table_abbreviations(table, *parts_->lexicon);
  std::vector<std::vector<CellMention>> mentions;
  mentions.reserve(table.records.size());
  for (Record const& record : table.records) {
    Abbreviations const abbreviations = row_abbreviations(shared, record, *parts_->lexicon);
    auto& found = mentions.emplace_back();
    for (Cell const& cell : record.cells) {
      FoldedText const text = folded_cell(cell.text, *parts_->lexicon, parts_->grammar);
      for (PlacedMention const& placed : find_mentions(text, cell.text, *parts_->lexicon, abbreviations, parts_->grammar)) {
        found.push_back({&cell, placed.mention});
      }
    }
  }
  return mentions;
}

}  // namespace mechgraph
