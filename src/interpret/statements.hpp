// Record → statements: who does what to whom, with which sign, and by which rule.
#pragma once

#include "domain/statement.hpp"
#include "interpret/cell_readings.hpp"
#include "interpret/grammar.hpp"
#include "ontology/lookup.hpp"

namespace mechgraph {

// Everything that a record says: effects and modifiers of its result and mechanism cells, then what its cargo suggests, then the slot edges
// of the preparations that are subjects. rules.tsv explains each rule. `readings` stand at the record's row. Views in the result point
// into the table, the record's cells and the ontology.
RecordStatements read_statements(RecordTable const& table, Record const& record, Lexicon const& lexicon, Grammar const& grammar,
                                 CellReadings& readings);

}  // namespace mechgraph
