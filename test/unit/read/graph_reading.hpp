// Graph files read in a test, with the program's own ontology as the command line has it.
#pragma once

#include <string>
#include <vector>

#include "exporters/exporter.hpp"
#include "graph/builder.hpp"
#include "ontology/ontology.hpp"
#include "unit/read/reading.hpp"

namespace mechgraph {

inline ReadOptions graph_options() {
  ReadOptions options = test_options();
  options.type_of_category = [](std::string_view category) { return Ontology::builtin()->biolink().type_of(category); };
  options.meaning_of_predicate = [](ForeignPredicate const& edge) { return Ontology::builtin()->biolink().meaning(edge); };
  options.curie_of_iri = [](std::string_view iri) { return Ontology::builtin()->curie(iri); };
  return options;
}

inline Graph built(std::vector<GraphPart> const& parts) {
  GraphBuilder builder{Ontology::builtin()};
  for (GraphPart const& part : parts) builder.add(part);
  return std::move(builder).freeze();
}

inline std::string written(Graph const& graph, std::string_view format) {
  std::string out;
  Sink sink = Sink::to_string(out);
  find_exporter(format)->write(graph, {}, sink);
  sink.close();
  return out;
}

// "name=value name=value" of a node's or an edge's attributes.
template <class Id>
std::string attributes_of(Graph const& graph, Id id) {
  std::string out;
  for (auto const& [name, value] : graph.attributes(id)) out += (out.empty() ? "" : " ") + std::string{name} + '=' + std::string{value};
  return out;
}

// "id [kind|type|label|flags] attributes", a line a node.
inline std::string nodes_of(Graph const& graph) {
  std::string out;
  for (NodeId const n : graph.nodes()) {
    Node const node = graph.node(n);
    out += std::string{node.id} + " [" + std::string{name(node.kind)} + '|' + std::string{node.type} + '|' + std::string{node.label} + '|' +
           std::to_string(node.flags) + "] " + attributes_of(graph, n) + '\n';
  }
  return out;
}

// "subject relation sign object attributes", with "not" before a denial's relation, a line an edge; then its witnesses, a line each:
// " document record basis confidence (qualifiers) <references> 'words'".
inline std::string edges_of(Graph const& graph) {
  std::string out;
  for (EdgeId const e : graph.edges()) {
    Edge const edge = graph.edge(e);
    out += std::string{graph.node(edge.subject).id} + (edge.negated ? " not " : " ") + std::string{graph.relation(e).name} + ' ' +
           std::to_string(edge.sign) + ' ' + std::string{graph.node(edge.object).id} + ' ' + attributes_of(graph, e) + '\n';
    for (WitnessId const w : graph.witnesses(e)) {
      WitnessView const witness = graph.witness(w);
      RecordView const record = graph.record(witness.record);
      out += ' ' + std::string{graph.document(record.document).id} + ' ' + std::string{record.id} + ' ' + std::string{name(witness.basis)} +
             ' ' + std::to_string(witness.confidence) + " (";
      for (QualifierView const& q : graph.qualifiers(w)) out += std::string{q.key} + '=' + std::string{q.value} + ';';
      out += ") <";
      for (std::string_view const reference : graph.references(w)) out += std::string{reference} + ';';
      out += "> '" + std::string{witness.words()} + "'\n";
    }
  }
  return out;
}

}  // namespace mechgraph
