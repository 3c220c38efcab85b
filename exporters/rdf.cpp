// Names in RDF.
#include "exporters/rdf.hpp"

#include <algorithm>
#include <array>

#include "domain/rdf_names.hpp"
#include "exporters/escape.hpp"

namespace mechgraph {
namespace {

// Vocabularies whose properties mean something in our modelling: no attribute has a name of theirs as it is.
constexpr std::array<std::string_view, 6> used_vocabularies{"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                                                            "http://www.w3.org/2000/01/rdf-schema#",
                                                            "http://purl.org/dc/terms/",
                                                            "http://www.w3.org/2004/02/skos/core#",
                                                            biolink_namespace,
                                                            own_namespace};

bool is_iri(std::string_view id) { return id.starts_with("http://") || id.starts_with("https://") || id.starts_with("urn:"); }

// "<mailto:…>": an IRI of another scheme stays in its brackets, since it would be taken for a CURIE without.
bool is_bracketed_iri(std::string_view id) {
  std::size_t const colon = id.find(':');
  if (!id.starts_with('<') || !id.ends_with('>') || colon == std::string_view::npos || colon < 2) return false;
  auto const fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  };
  return std::all_of(id.begin() + 1, id.begin() + static_cast<std::ptrdiff_t>(colon), fits) && (id[1] | 0x20) >= 'a';
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

// The IRI with what IRIs can not hold as %XX.
void append_safe(std::string& out, std::string_view iri) {
  constexpr std::string_view forbidden = "<>\"{}|\\^`[]";
  for (std::size_t i = 0; i < iri.size(); ++i) {
    char const c = iri[i];
    bool const is_escape = c == '%' && i + 2 < iri.size() && is_hex(iri[i + 1]) && is_hex(iri[i + 2]);
    auto const byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || forbidden.find(c) != std::string_view::npos || (c == '%' && !is_escape))
      iri_part(out, iri.substr(i, 1));
    else
      out += c;
  }
}

bool fits(std::vector<std::string_view> const& types, std::string_view type) {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

// The types of a cell; "*" is any.
std::vector<std::string_view> types_of(DataTable const& table, std::size_t row, std::string_view column) {
  auto types = table.list(row, column);
  if (types.size() == 1 && types.front() == "*") types.clear();
  return types;
}

std::string own_iri(std::string_view name) {
  std::string iri{"<"};
  iri += own_namespace;
  iri_part(iri, name);
  return iri += '>';
}

}  // namespace

void append_iri(std::string& out, Ontology const& ontology, std::string_view curie) {
  std::size_t const colon = curie.find(':');
  std::string_view const name = curie.substr(0, colon);
  auto const prefixes = ontology.prefixes();
  auto const prefix = std::lower_bound(prefixes.begin(), prefixes.end(), name,
                                       [](OntologyPrefix const& a, std::string_view b) { return std::string_view{a.name} < b; });
  out += '<';
  if (colon != std::string_view::npos && prefix != prefixes.end() && prefix->name == name) {
    out += prefix->iri;
    iri_part(out, curie.substr(colon + 1), prefix->keeps_slash);
  } else if (is_iri(curie)) {
    append_safe(out, curie);
  } else if (is_bracketed_iri(curie)) {
    append_safe(out, curie.substr(1, curie.size() - 2));
  } else {
    out += own_namespace;
    out += "foreign/";
    iri_part(out, curie);
  }
  out += '>';
}

void IriWriter::append(TextBuffer& out, std::string_view curie) {
  std::size_t const colon = curie.find(':');
  if (colon != std::string_view::npos && colon > 0) {
    std::string_view const name = curie.substr(0, colon);
    auto const byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(name[at])); };
    OntologyPrefix const*& known = known_[(byte(0) * 31 + byte(colon - 1) * 7 + byte(colon / 2) * 3 + colon) & 0xFFU];
    if (known == nullptr || known->name != name) {
      auto const prefixes = ontology_.prefixes();
      auto const found = std::lower_bound(prefixes.begin(), prefixes.end(), name,
                                          [](OntologyPrefix const& a, std::string_view b) { return std::string_view{a.name} < b; });
      if (found != prefixes.end() && found->name == name) known = &*found;
    }
    if (known != nullptr && known->name == name) {
      out += '<';
      out += known->iri;
      iri_part(out, curie.substr(colon + 1), known->keeps_slash);
      out += '>';
      return;
    }
  }
  rare_.clear();
  append_iri(rare_, ontology_, curie);
  out += rare_;
}

void append_attribute(std::string& out, Ontology const& ontology, std::string_view name) {
  std::string const iri = is_iri(name) ? std::string{name} : ontology.iri(name);
  auto const is_used = [&](std::string_view space) { return iri.starts_with(space); };
  if (!iri.empty() && std::none_of(used_vocabularies.begin(), used_vocabularies.end(), is_used)) {
    std::string const back = ontology.curie(iri);
    std::string safe;
    append_iri(safe, ontology, name);
    if ((back.empty() ? iri : back) == name && safe.substr(1, safe.size() - 2) == iri) {
      out += safe;
      return;
    }
  }
  out += mg_attribute;
  iri_part(out, name);
  out += '>';
}

RdfMapping::RdfMapping(Graph const& graph) : graph_(graph), specials_(graph.relations().size()) {
  Ontology const& ontology = graph.ontology();
  auto const iri = [&](std::string_view curie) {
    std::string text;
    if (!curie.empty()) append_iri(text, ontology, curie);
    return text;
  };
  for (Relation const& relation : graph.relations()) {
    RdfPredicate predicate;
    predicate.relation = relation.relation_class == RelationClass::foreign ? iri(relation.name) : own_iri(relation.name);
    predicate.predicate = relation.biolink_predicate.empty() ? predicate.relation : iri(relation.biolink_predicate);
    predicate.qualified_predicate = iri(relation.biolink_qualified_predicate);
    predicate.direction = relation.biolink_direction;
    predicates_.push_back(std::move(predicate));
  }
  DataTable const& mappings = ontology.table("relation_mappings");
  for (std::size_t row = 0; row < mappings.rows(); ++row) {
    if (mappings.cell(row, "biolink_predicate").empty()) continue;
    for (std::size_t i = 0; i < predicates_.size(); ++i) {
      if (graph.relations()[i].name != mappings.cell(row, "relation")) continue;
      // Such a predicate says the direction itself.
      Special special{types_of(mappings, row, "subject_types"),
                      types_of(mappings, row, "object_types"),
                      mappings.cell(row, "object_valence"),
                      {predicates_[i].relation, iri(mappings.cell(row, "biolink_predicate")), {}, {}}};
      if (special.object_valence == "*") special.object_valence = {};
      specials_[i].push_back(std::move(special));
    }
  }
  DataTable const& qualifiers = ontology.table("qualifiers");
  for (std::size_t row = 0; row < qualifiers.rows(); ++row) {
    qualifiers_.emplace(qualifiers.cell(row, "qualifier"), iri(qualifiers.cell(row, "biolink_qualifier")));
  }
  DataTable const& kinds = ontology.table("kinds");
  for (std::size_t row = 0; row < kinds.rows(); ++row) {
    if (auto const kind = kind_named(kinds.cell(row, "kind"))) kinds_.emplace(*kind, iri(kinds.cell(row, "iri")));
  }
}

RdfPredicate const& RdfMapping::predicate(Edge const& edge) const {
  for (Special const& special : specials_[edge.relation]) {
    if (!fits(special.subject_types, graph_.node(edge.subject).type) || !fits(special.object_types, graph_.node(edge.object).type))
      continue;
    if (!special.object_valence.empty() && special.object_valence != std::to_string(graph_.valence(edge.object))) continue;
    return special.predicate;
  }
  return predicates_[edge.relation];
}

std::string_view RdfMapping::qualifier(std::string_view key) const {
  auto const found = qualifiers_.find(key);
  return found == qualifiers_.end() ? std::string_view{} : std::string_view{found->second};
}

RdfMapping::Classes const& RdfMapping::classes(Node const& node) {
  auto const [place, is_new] = classes_.try_emplace({node.type, node.kind});
  if (!is_new) return place->second;
  Classes& classes = place->second;
  classes.kind = kinds_[node.kind];
  if (auto const type = graph_.ontology().find_type(node.type)) {
    classes.type = own_iri(node.type);
    append_iri(classes.category, graph_.ontology(), graph_.ontology().type(*type).biolink_category);
  } else {
    if (!node.type.empty()) append_iri(classes.type, graph_.ontology(), node.type);
    append_iri(classes.category, graph_.ontology(), "biolink:NamedThing");
  }
  return classes;
}

}  // namespace mechgraph
