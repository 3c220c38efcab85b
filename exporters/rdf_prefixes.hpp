// The prefixes that Turtle, TriG and JSON-LD declare.
#pragma once

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

// What stands in the rest of a prefixed name.
inline constexpr std::array<bool, 256> name_bytes = [] {
  std::array<bool, 256> set{};
  for (char const c : std::string_view{"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"}) {
    set[static_cast<unsigned char>(c)] = true;
  }
  return set;
}();

// The prefix and the rest of an IRI in brackets. The prefix is empty where none fits or the rest is not [A-Za-z_][A-Za-z0-9_]*, which is
// what every reader takes.
constexpr std::pair<std::string_view, std::string_view> prefixed(std::string_view iri) {
  std::string_view const bare = iri.substr(1, iri.size() - 2);
  std::size_t begin = bare.size();  // of the rest
  while (begin > 0 && name_bytes[static_cast<unsigned char>(bare[begin - 1])]) --begin;
  if (begin == 0 || begin == bare.size() || (bare[begin - 1] != '/' && bare[begin - 1] != '#')) return {};
  if (bare[begin] >= '0' && bare[begin] <= '9') return {};
  for (auto const& [prefix, space] : rdf_prefixes) {
    if (bare.substr(0, begin) == space) return {prefix, bare.substr(begin)};
  }
  return {};
}

}  // namespace mechgraph
