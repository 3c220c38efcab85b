// Identifiers of vocabularies, in one spelling.
#pragma once

#include <string>
#include <string_view>

#include "ontology/ontology.hpp"

namespace mechgraph {

// The CURIE of an identifier: an IRI by the prefixes of prefixes.tsv (the longest that fits), else an OBO PURL (…/obo/CL_0000182 is
// CL:0000182); a CURIE with its prefix as prefixes.tsv spells it (mesh:D006501 is MESH:D006501). Empty where it is neither.
std::string curie_of(Ontology const& ontology, std::string_view identifier);

}  // namespace mechgraph
