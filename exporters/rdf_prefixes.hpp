// The prefixes that Turtle, TriG and JSON-LD declare.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "domain/rdf_names.hpp"

namespace mechgraph {

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 8> rdf_prefixes{
    {{"biolink", biolink_namespace},
     {"dct", "http://purl.org/dc/terms/"},
     {"mg", own_namespace},
     {"obo", "http://purl.obolibrary.org/obo/"},
     {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
     {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
     {"skos", "http://www.w3.org/2004/02/skos/core#"},
     {"xsd", "http://www.w3.org/2001/XMLSchema#"}}};

// The prefix and the rest of an IRI in brackets. The prefix is empty where none fits or the rest is not [A-Za-z_][A-Za-z0-9_]*, which is
// what every reader takes.
constexpr std::pair<std::string_view, std::string_view> prefixed(std::string_view iri) {
  std::string_view const bare = iri.substr(1, iri.size() - 2);
  std::size_t const cut = bare.find_last_of("/#");
  if (cut == std::string_view::npos) return {};
  std::string_view const local = bare.substr(cut + 1);
  auto const is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
  bool const plain = !local.empty() && is_letter(local.front()) &&
                     std::all_of(local.begin(), local.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
  if (!plain) return {};
  for (auto const& [prefix, space] : rdf_prefixes) {
    if (bare.substr(0, cut + 1) == space) return {prefix, local};
  }
  return {};
}

}  // namespace mechgraph
