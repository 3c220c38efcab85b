// Statements → rows of a graph part: here nodes get their identity (design section 4).
#pragma once

#include <span>
#include <string>

#include "domain/graph_part.hpp"
#include "domain/record.hpp"
#include "domain/statement.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// The text that an Intervention's id is the hash of: "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124".
std::string composition(Preparation const& preparation, Ontology const& ontology);

// The node id of an entity: a term's id; "MECHGRAPH:U" or "MECHGRAPH:I" and 32 hex digits of XXH3-128 of kind + "|" + folded words, or of
// the composition.
std::string node_id(Entity const& entity, Ontology const& ontology);

// What a figure shows for a preparation: "TNF-pretreated exosome (bone marrow)".
std::string label(Preparation const& preparation, Ontology const& ontology);

// Adds the statements of one record (of `table`) to a part: nodes with their attributes, edges, and a witness for each statement.
void lower(RecordTable const& table, RecordStatements const& statements, Ontology const& ontology, GraphPart& part);

}  // namespace mechgraph
