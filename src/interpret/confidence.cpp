// How far a statement can be trusted.
#include "interpret/confidence.hpp"

#include <algorithm>
#include <bit>

namespace mechgraph {
namespace {

constexpr std::uint16_t most_with_doubtful_sign = 300;

// Tenths.
std::uint64_t grounding(TermId term, Ontology const& ontology) {
  switch (ontology.term(term).match) {
    case Match::exact:
    case Match::none: return 10;
    case Match::close: return 9;
    case Match::broad:
    case Match::narrow: return 7;
  }
  return 7;
}

std::uint64_t grounding(TermOrWords const& thing, Ontology const& ontology) {
  auto const* term = std::get_if<TermId>(&thing);
  return term == nullptr ? 10 : grounding(*term, ontology);
}

std::uint64_t grounding(Entity const& entity, Ontology const& ontology) {
  if (auto const* term = std::get_if<TermId>(&entity)) return grounding(*term, ontology);
  auto const* preparation = std::get_if<Preparation>(&entity);
  if (preparation == nullptr) return 10;
  std::uint64_t weakest = grounding(preparation->derivative, ontology);
  for (TermOrWords const& source : preparation->source) weakest = std::min(weakest, grounding(source, ontology));
  for (Modifier const& modifier : preparation->modifiers) weakest = std::min(weakest, grounding(modifier.object, ontology));
  return weakest;
}

}  // namespace

std::uint16_t confidence(Statement const& statement, Ontology const& ontology, Grammar const& grammar) {
  std::uint64_t value = 1000U * (statement.basis == Basis::stated ? 10UL : statement.basis == Basis::implied ? 6UL : 5UL);
  std::uint64_t scale = 10;
  value *= std::min(grounding(statement.subject, ontology), grounding(statement.object, ontology));
  scale *= 10;
  bool const doubtful_sign = (statement.flags.bits() & grammar.sign_doubts.bits()) != 0;
  int const doubts = std::popcount(statement.flags.bits() & grammar.doubts.bits());
  // Twelve doubts leave less than 0.07; more change nothing that a reader would see, and 64 bits hold twelve.
  for (int i = 0; i < std::min(doubts, 12); ++i) {
    value *= 8;
    scale *= 10;
  }
  auto rounded = static_cast<std::uint16_t>((2 * value + scale) / (2 * scale));
  if (statement.sign == 0 && doubtful_sign) rounded = std::min(rounded, most_with_doubtful_sign);
  return rounded;
}

}  // namespace mechgraph
