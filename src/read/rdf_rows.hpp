// Rows of a part from RDF: what our own modelling and the statements of others share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/graph_part.hpp"
#include "read/rdf_index.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// Nodes are made when they are first named: those that have a class of ours for their kind are ours, all others foreign.
class RdfRows {
 public:
  RdfRows(RdfIndex& index, ReadOptions const& options);

  StringId text(std::string_view view) { return part.strings.intern(view); }
  // The identifier of an IRI in its brackets: its CURIE, else the IRI; one of another scheme than http, https and urn stays in its
  // brackets.
  std::string identifier(StringId iri) const;
  // The name of an attribute: what follows https://w3id.org/mechgraph/attribute/, else the property's identifier.
  StringId attribute_name(StringId property);

  std::uint32_t node(StringId iri);
  [[nodiscard]] bool is_own_node(StringId iri) const;
  // The rest of a property whose IRI begins so, decoded; empty for another one.
  std::string decoded(StringId property, std::string_view beginning) const;

  GraphPart part;

 private:
  std::uint32_t own_node(StringId iri);
  std::uint32_t foreign_node(StringId iri);
  void own_types(StringId iri, GraphPart::Node& node);

  RdfIndex& index_;
  ReadOptions const& options_;
  StringId type_, label_, identifier_, category_;
  std::vector<std::pair<StringId, Kind>> kinds_;  // classes
  std::vector<std::uint32_t> nodes_;              // by term; `none`
  std::vector<StringId> attribute_names_;         // by term of the property; empty = not known yet
};

}  // namespace mechgraph
