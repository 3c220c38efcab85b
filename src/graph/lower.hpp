// Statements → rows of a graph part: here nodes get their identity (design section 4).
#pragma once

#include <span>
#include <string>

#include "domain/graph_part.hpp"
#include "domain/record.hpp"
#include "domain/statement.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// The text that an Intervention's id is the hash of: "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124". Sources and modifiers are
// sorted by bytes, doubled ones are one; several sources are joined by ';' as modifiers are.
std::string composition(Preparation const& preparation, Ontology const& ontology);

// The node id of an entity: a term's id; "MECHGRAPH:U" or "MECHGRAPH:I" and 32 hex digits of XXH3-128 of kind + "|" + folded words, or of
// the composition.
std::string node_id(Entity const& entity, Ontology const& ontology);

// What a figure shows for a preparation: "TNF-pretreated exosome (bone marrow)". The words of each modifier are Relation::label_pattern.
std::string label(Preparation const& preparation, Ontology const& ontology);

// Adds the statements of records (of `table`) to a part: nodes, edges, and a witness for each statement. References are qualified by the
// document: "DOI:10.…#107"; what they stand for comes from the table's citations. Linear in the statements; in the table too where nothing
// but its content names its document, so give the records of a table together.
void lower(RecordTable const& table, std::span<RecordStatements const> records, Ontology const& ontology, GraphPart& part);
inline void lower(RecordTable const& table, RecordStatements const& record, Ontology const& ontology, GraphPart& part) {
  lower(table, std::span{&record, 1}, ontology, part);
}

}  // namespace mechgraph
