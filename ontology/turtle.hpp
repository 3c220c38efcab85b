// The ontology as other programs read it: Turtle, and one table of the terms.
#pragma once

#include "base/sink.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// RDF 1.1 Turtle without blank nodes, in the order of the tables: the classes and properties of our RDF (properties.tsv), groups of types,
// kinds (disjoint) and types as classes under their groups and Biolink category, relations as object properties with their inverse, domain
// and range where these are one type or group, the types that they join (mg:domainIncludes, mg:rangeIncludes) and RO mapping, terms with
// labels, forms, mappings and parents. Does not close the sink.
void write_turtle(Ontology const& ontology, Sink& sink);

// A header line and one line a term, in the order of terms.tsv: node id, key, kind, type, label, its class's label, CURIE, match, valence,
// forms, inverse forms, parents ("is_a exosome"), cross-references; lists with '|'. Does not close the sink.
void write_terms_tsv(Ontology const& ontology, Sink& sink);

}  // namespace mechgraph
