// Record → statements: who does what to whom, with which sign, and by which rule.
#pragma once

#include "domain/statement.hpp"
#include "interpret/abbreviations.hpp"
#include "interpret/grammar.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// Everything that a record says: effects and modifiers of its result and mechanism cells, then what its cargo suggests, then the slot edges
// of the preparations that are subjects. rules.tsv explains each rule. Views in the result point into the table, the record's cells and the
// ontology.
RecordStatements read_statements(RecordTable const& table, Record const& record, Lexicon const& lexicon, Abbreviations const& abbreviations,
                                 Grammar const& grammar);

}  // namespace mechgraph
