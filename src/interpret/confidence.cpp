// How far a statement can be trusted.
#include "interpret/confidence.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

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

// Tenths.
std::uint64_t certainty(Basis basis) { return basis == Basis::stated ? 10 : basis == Basis::implied ? 6 : 5; }

std::uint16_t product(Basis basis, int doubts, std::uint64_t grounding, bool sign_is_doubtful) {
  std::uint64_t value = 1000U * certainty(basis) * grounding;
  std::uint64_t scale = 100;
  // Twelve doubts leave less than 0.07; more change nothing that a reader would see, and 64 bits hold twelve.
  for (int i = 0; i < std::min(doubts, 12); ++i) {
    value *= 8;
    scale *= 10;
  }
  auto const rounded = static_cast<std::uint16_t>((2 * value + scale) / (2 * scale));
  return sign_is_doubtful ? std::min(rounded, most_with_doubtful_sign) : rounded;
}

}  // namespace

std::uint16_t confidence(Statement const& statement, Ontology const& ontology, Grammar const& grammar) {
  bool const doubtful_sign = statement.sign == 0 && (statement.flags.bits() & grammar.sign_doubts.bits()) != 0;
  int const doubts = std::popcount(statement.flags.bits() & grammar.doubts.bits());
  return product(statement.basis, doubts, std::min(grounding(statement.subject, ontology), grounding(statement.object, ontology)),
                 doubtful_sign);
}

std::string confidence_factors(std::uint16_t confidence, Basis basis, int sign, FlagSet flags, Ontology const& ontology) {
  std::string text = basis == Basis::stated ? "1" : fmt::format("0.{} {}", certainty(basis), name(basis));
  int doubts = 0;
  bool doubtful_sign = false;
  for (FlagInfo const& info : ontology.flags()) {
    auto const flag = flag_named(info.name);
    if (!flag || !flags.has(*flag)) continue;
    if (info.doubt) text += fmt::format(" × 0.8 {}", info.name);
    if (info.doubt) ++doubts;
    doubtful_sign = doubtful_sign || (info.sign_doubt && sign == 0);
  }
  struct Grounding {
    std::uint64_t tenths;
    std::string_view meaning;
  };
  for (Grounding const& weakest : {Grounding{10, ""}, Grounding{9, " × 0.9 close identifier"}, Grounding{7, " × 0.7 broader identifier"}}) {
    if (product(basis, doubts, weakest.tenths, false) == confidence) return text.append(weakest.meaning);
    if (doubtful_sign && product(basis, doubts, weakest.tenths, true) == confidence)
      return text.append(weakest.meaning).append(", at most 0.3 where the sign is in doubt");
  }
  return {};
}

}  // namespace mechgraph
