// How far a statement can be trusted, as an ordinal score.
#pragma once

#include <cstdint>
#include <string>

#include "domain/statement.hpp"
#include "interpret/grammar.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// Per mille: 1000 × 0.6 if implied (0.5 if cargo) × 0.8 for each flag that flags.tsv calls a doubt × the weaker end's grounding (identifier
// exact or none 1, close 0.9, else 0.7), rounded half up; with sign 0 and a flag that is a doubt of the sign at most 300. Not a probability
// (design section 4.5).
std::uint16_t confidence(Statement const& statement, Ontology const& ontology, Grammar const& grammar);

// The factors of such a confidence, for people: "0.6 implied × 0.8 hedged × 0.9 close identifier"; empty where the value is not made of
// them (an imported one).
std::string confidence_factors(std::uint16_t confidence, Basis basis, int sign, FlagSet flags, Ontology const& ontology);

}  // namespace mechgraph
