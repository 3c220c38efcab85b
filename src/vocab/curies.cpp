// Identifiers of vocabularies, in one spelling.
#include "vocab/curies.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace mechgraph {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view without_scheme(std::string_view iri) {
  std::size_t const at = iri.find("://");
  return at == std::string_view::npos ? std::string_view{} : iri.substr(at + 3);
}

std::string joined(std::string_view prefix, std::string_view local) { return std::string(prefix).append(":").append(local); }

}  // namespace

std::string curie_of(Ontology const& ontology, std::string_view identifier) {
  identifier = trim(identifier);
  if (std::string_view const address = without_scheme(identifier); !address.empty()) {
    OntologyPrefix const* best = nullptr;
    std::size_t length = 0;
    for (OntologyPrefix const& prefix : ontology.prefixes()) {
      std::string_view const base = without_scheme(prefix.iri);
      if (base.size() <= length || base.size() >= address.size() || !address.starts_with(base)) continue;
      best = &prefix;
      length = base.size();
    }
    if (best != nullptr) return joined(best->name, address.substr(length));
    constexpr std::string_view purl = "purl.obolibrary.org/obo/";
    if (!address.starts_with(purl)) return {};
    std::string_view const local = address.substr(purl.size());
    std::size_t const bar = local.find('_');
    return bar == std::string_view::npos || bar == 0 ? std::string{} : joined(local.substr(0, bar), local.substr(bar + 1));
  }
  std::size_t const colon = identifier.find(':');
  bool const spaced = identifier.find_first_of(" \t") != std::string_view::npos;
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == identifier.size() || spaced) return {};
  std::string_view const prefix = identifier.substr(0, colon);
  OntologyPrefix const* folded = nullptr;
  for (OntologyPrefix const& known : ontology.prefixes()) {
    if (known.name == prefix) return std::string(identifier);
    if (folded == nullptr && same_letters(known.name, prefix)) folded = &known;
  }
  return folded != nullptr ? joined(folded->name, identifier.substr(colon + 1)) : std::string(identifier);
}

}  // namespace mechgraph
