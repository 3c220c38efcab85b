// A graph as text, with everything that it answers: equal graphs have equal dumps.
#pragma once

#include <sstream>
#include <string>

#include "graph/graph.hpp"

namespace mechgraph {

inline std::string dump(Graph const& graph) {
  std::ostringstream out;
  auto const span = [](Span s) { return std::to_string(s.begin) + "-" + std::to_string(s.end); };
  for (Relation const& relation : graph.relations()) {
    out << "relation " << relation.name << ' ' << int{relation.sign} << ' ' << static_cast<int>(relation.relation_class) << '\n';
  }
  for (NodeId const n : graph.nodes()) {
    Node const node = graph.node(n);
    out << "node " << node.id << " [" << name(node.kind) << '|' << node.type << '|' << node.label << '|' << int{node.flags} << "]";
    for (auto const& [name, value] : graph.attributes(n)) out << ' ' << name << '=' << value;
    out << " out";
    for (EdgeId const e : graph.out(n)) out << ' ' << index(e);
    out << " in";
    for (EdgeId const e : graph.in(n)) out << ' ' << index(e);
    out << '\n';
  }
  for (EdgeId const e : graph.edges()) {
    Edge const edge = graph.edge(e);
    out << "edge " << graph.node(edge.subject).id << ' ' << graph.relation(e).name << ' ' << int{edge.sign} << ' ' << edge.negated << ' '
        << graph.node(edge.object).id << ' ' << graph.content_id(e) << ' ' << name(graph.basis(e));
    for (auto const& [name, value] : graph.attributes(e)) out << ' ' << name << '=' << value;
    out << " witnesses";
    for (WitnessId const w : graph.witnesses(e)) out << ' ' << index(w);
    out << '\n';
  }
  for (DocumentId const d : graph.documents()) {
    DocumentView const document = graph.document(d);
    out << "document " << document.id << '|' << document.doi << '|' << document.pmid << '|' << document.pmcid << '|' << document.title
        << '|' << document.journal << '|' << document.year << '|' << document.licence << '\n';
  }
  for (RecordId const r : graph.records()) {
    RecordView const record = graph.record(r);
    out << "record " << index(record.document) << '|' << record.table << '|' << record.caption << '|' << record.id << " witnesses";
    for (WitnessId const w : graph.witnesses(r)) out << ' ' << index(w);
    out << '\n';
  }
  for (WitnessId const w : graph.witnesses()) {
    WitnessView const witness = graph.witness(w);
    out << "witness " << index(witness.edge) << ' ' << index(witness.record) << ' ' << witness.field << " \"" << witness.cell << "\" "
        << span(witness.text) << ' ' << span(witness.trigger) << ' ' << span(witness.subject) << ' ' << span(witness.object) << ' '
        << witness.rule << ' ' << witness.confidence << ' ' << name(witness.basis) << ' ' << witness.flags.bits();
    for (QualifierView const& q : graph.qualifiers(w)) {
      out << ' ' << q.key << '=' << q.value;
      if (q.node) out << "->" << index(*q.node);
    }
    for (std::string_view const reference : graph.references(w)) {
      out << ' ' << reference;
      for (CitedWork const& work : graph.cited(reference)) out << '{' << work.doi << '|' << work.pmid << '|' << work.pmcid << '}';
    }
    out << " works";
    for (std::string_view const work : graph.works(w)) out << ' ' << work;
    out << '\n';
  }
  return out.str();
}

}  // namespace mechgraph
