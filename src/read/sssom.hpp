// SSSOM: mappings between identifiers.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "read/reader.hpp"

namespace mechgraph {

// Pairs of identifiers that are said to be the same, as views into the input, and how many rows say something weaker.
struct SameMappings {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;  // in order of input
  std::size_t others = 0;                                            // closer, broader, related ..., or negated
};

// Reads the tab-separated form (https://w3id.org/sssom/spec/tsv): lines that start with '#' are metadata, the header has the columns
// subject_id, predicate_id and object_id. skos:exactMatch, owl:sameAs and owl:equivalentClass say that two are the same, unless
// predicate_modifier is "Not". Throws Error, with the place, without these columns and on a row that is too short for them.
SameMappings read_sssom(Input const& input);

}  // namespace mechgraph
