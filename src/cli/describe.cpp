// Parts of a graph in words: what `paths`, `show` and `find` print of them.
#include "cli/describe.hpp"

#include "exporters/json.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {

std::string_view label(Graph const& graph, NodeId node) {
  Node const view = graph.node(node);
  return view.label.empty() ? view.id : view.label;
}

std::string arrow(Graph const& graph, Hop const& hop) {
  Edge const edge = graph.edge(hop.edge);
  Relation const& relation = graph.relation(hop.edge);
  std::string const denied = edge.negated ? "≠" : "";
  if (hop.reversed) return denied + "←";
  if (relation.transparent) return denied + "—" + relation.name + "→";
  return denied + (edge.sign > 0 ? "→" : edge.sign < 0 ? "⊣" : "⇢");
}

std::string_view sign_text(int sign) { return sign > 0 ? "+" : sign < 0 ? "−" : "0"; }

std::string sentence(Graph const& graph, EdgeId edge) {
  Edge const view = graph.edge(edge);
  std::string text{label(graph, view.subject)};
  text += view.negated ? " not " : " ";
  text += graph.relation(edge).name;
  text += ' ';
  text += label(graph, view.object);
  return text;
}

std::string references(Graph const& graph, WitnessId witness) {
  std::string text;
  for (std::string_view const reference : graph.references(witness)) {
    std::string_view const printed = printed_reference(reference);
    if (!text.empty()) text += ',';
    text += printed.empty() ? reference : printed;
  }
  return text;
}

std::string cited_works(Graph const& graph, std::string_view reference) {
  std::string text;
  for (CitedWork const& work : graph.cited(reference)) text += (text.empty() ? "" : " and ") + work.id();
  return text;
}

std::string place(Graph const& graph, WitnessId witness) {
  RecordView const record = graph.record(graph.witness(witness).record);
  std::string text{record.table};
  text += ", row ";
  text += record.id;
  std::string cited;
  bool is_long = false;  // something before it that holds blanks
  for (std::string_view const reference : graph.references(witness)) {
    std::string_view const printed = printed_reference(reference);
    std::string const works = cited_works(graph, reference);
    if (!cited.empty()) cited += is_long || !works.empty() ? ", " : ",";
    cited += printed.empty() ? reference : printed;
    if (!works.empty()) cited += ": " + works;
    is_long = !works.empty();
  }
  if (!cited.empty()) text += " [" + cited + ']';
  return text;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + ' ' + std::string{number == 1 ? one : many};
}

std::string per_mille(std::uint16_t thousandths) {
  std::string text;
  JsonWriter::append_per_mille(text, thousandths);
  return text;
}

}  // namespace mechgraph
