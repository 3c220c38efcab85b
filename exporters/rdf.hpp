// Names in RDF: IRIs of things, and the properties that our triples are made of.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_buffer.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// Appends "<…>": the canonical IRI of a CURIE by prefixes.tsv; an identifier that is an IRI itself (http:, https: or urn:, another one in
// its brackets) as it is, with what IRIs can not hold percent-encoded; any other one under https://w3id.org/mechgraph/foreign/,
// percent-encoded as a whole. Linear in the text, logarithmic in the number of prefixes; equal to Ontology::iri() where that is not empty.
void append_iri(std::string& out, Ontology const& ontology, std::string_view curie);

// The same, faster for many CURIEs: prefixes that were looked up are remembered.
class IriWriter {
 public:
  explicit IriWriter(Ontology const& ontology) : ontology_(ontology) {}

  void append(TextBuffer& out, std::string_view curie);

 private:
  Ontology const& ontology_;
  std::array<OntologyPrefix const*, 256> known_{};  // by a hash of the name
  std::string rare_;
};

// Appends the property of an attribute: the name's own IRI where it is an IRI or a CURIE of a known prefix that our modelling does not use
// itself and that comes back from the IRI, else https://w3id.org/mechgraph/attribute/ and the percent-encoded name.
void append_attribute(std::string& out, Ontology const& ontology, std::string_view name);

// What stands for a relation in RDF.
struct RdfPredicate {
  std::string relation;             // "<https://w3id.org/mechgraph/decreases>"
  std::string predicate;            // Biolink's, or the same as `relation` where Biolink has none
  std::string qualified_predicate;  // "<https://w3id.org/biolink/vocab/causes>" or empty
  std::string direction;            // "increased", "decreased" or empty
};

// The Biolink predicates of a graph's relations, which may depend on the ends (relation_mappings.tsv).
class RdfMapping {
 public:
  explicit RdfMapping(Graph const& graph);

  // Constant time but for the few mappings of one relation. Valid as long as the mapping.
  [[nodiscard]] RdfPredicate const& predicate(Edge const& edge) const;
  // The Biolink slot of a qualifier by qualifiers.tsv, as "<…>"; empty where there is none.
  [[nodiscard]] std::string_view qualifier(std::string_view key) const;
  // The classes of a node: the Biolink category, our type and our kind, each an IRI in brackets; what is not known is biolink:NamedThing.
  struct Classes {
    std::string category, type, kind;
  };
  [[nodiscard]] Classes const& classes(Node const& node);

 private:
  struct Special {                                              // a row of relation_mappings.tsv
    std::vector<std::string_view> subject_types, object_types;  // empty = any
    std::string_view object_valence;                            // empty = any
    RdfPredicate predicate;
  };

  Graph const& graph_;
  std::vector<RdfPredicate> predicates_;        // by Edge::relation
  std::vector<std::vector<Special>> specials_;  // by Edge::relation
  std::map<std::string_view, std::string> qualifiers_;
  std::map<Kind, std::string> kinds_;
  std::map<std::pair<std::string_view, Kind>, Classes> classes_;
};

}  // namespace mechgraph
