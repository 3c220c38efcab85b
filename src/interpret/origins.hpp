// What set an object off, as a participle behind it says: "fibrosis induced by LPS".
#pragma once

#include "interpret/items.hpp"

namespace mechgraph {

// Takes the participle, "by" and its agent out of the items and notes the agent in Reading::origins, where the object has another verb:
// one before it ("reduced apoptosis induced by LPS") or one behind ("apoptosis induced by LPS was reduced"). It then says what
// "LPS-induced apoptosis" says. Without such a verb the participle is the verb, and where a preparation acts it is left too. To be called
// before anything counts items. Linear.
void find_origins(Reading& reading, Grammar const& grammar, Ontology const& ontology);

}  // namespace mechgraph
