// GraphML 1.1: typed columns for graph programs, and every witness whole as JSON.
#include "exporters/graphml_writer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "exporters/edge_text.hpp"
#include "exporters/escape.hpp"
#include "exporters/json.hpp"
#include "exporters/node_text.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

struct Column {
  std::string_view id;
  std::string_view name;
  std::string_view type;
};

// No boolean and no int: readers disagree on both. No "id": igraph overwrites it.
constexpr Column node_columns[] = {
    {"n_node_id", "node_id", "string"},
    {"n_kind", "kind", "string"},
    {"n_type", "type", "string"},
    {"n_label", "label", "string"},
    {"n_identifier", "identifier", "string"},
    {"n_valence", "valence", "long"},
    {"n_flags", "flags", "string"},
};
constexpr Column edge_columns[] = {
    {"e_edge_id", "edge_id", "string"},           {"e_relation", "relation", "string"},     {"e_sign", "sign", "long"},
    {"e_negated", "negated", "string"},           {"e_basis", "basis", "string"},           {"e_weight", "weight", "double"},
    {"e_witness_count", "witness_count", "long"}, {"e_references", "references", "string"}, {"e_words", "words", "string"},
    {"e_witnesses", "witnesses", "string"},
};

// Attributes of nodes or edges, one column for each name. Column names must be NMTOKENs that are not taken.
class AttributeColumns {
 public:
  AttributeColumns(std::string_view prefix, std::span<Column const> taken) : prefix_(prefix) {
    for (Column const& column : taken) taken_.emplace(column.name);
  }

  void add(std::string_view attribute) { names_.emplace(attribute, std::string{}); }

  // Once all are added. Numbers columns in byte order of the attributes' names.
  void settle() {
    for (auto& [attribute, name] : names_) {
      std::string clean;
      for (char const c : attribute) {
        bool const good =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':';
        clean += good ? c : '_';
      }
      if (clean.empty() || clean == "id") clean += "_";
      name = clean;
      for (int i = 2; !taken_.insert(name).second; ++i) name = clean + "_" + std::to_string(i);
    }
  }

  void declare(Sink& sink, std::string_view owner) const {
    std::size_t number = 0;
    for (auto const& [attribute, name] : names_) {
      sink.print("  <key id=\"", prefix_, number++, "\" for=\"", owner, "\" attr.name=\"", name, "\" attr.type=\"string\"/>\n");
    }
  }

  // The column's number in declare().
  [[nodiscard]] std::size_t number(std::string_view attribute) const {
    return static_cast<std::size_t>(std::distance(names_.begin(), names_.find(attribute)));
  }
  [[nodiscard]] std::string_view prefix() const { return prefix_; }
  [[nodiscard]] std::map<std::string, std::string, std::less<>> const& names() const { return names_; }

 private:
  std::string_view prefix_;
  std::set<std::string, std::less<>> taken_;
  std::map<std::string, std::string, std::less<>> names_;  // attribute → column
};

class GraphMl {
 public:
  GraphMl(Graph const& graph, Sink& sink, GraphMlLooks* looks) : graph_(graph), sink_(sink), looks_(looks) {}

  void write() {
    gather_columns();
    sink_.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\"");
    if (looks_ != nullptr) sink_.write(looks_->namespaces());
    sink_.write(">\n");
    if (looks_ != nullptr) looks_->declare(sink_);
    declare(node_columns, "node");
    node_attributes_.declare(sink_, "node");
    declare(edge_columns, "edge");
    edge_attributes_.declare(sink_, "edge");
    sink_.write("  <key id=\"g_documents\" for=\"graph\" attr.name=\"documents\" attr.type=\"string\"/>\n");
    sink_.write("  <key id=\"g_columns\" for=\"graph\" attr.name=\"columns\" attr.type=\"string\"/>\n");
    sink_.write("  <graph id=\"mechgraph\" edgedefault=\"directed\">\n");
    write_documents();
    write_column_names();
    for (NodeId const id : graph_.nodes()) write_node(id);
    for (EdgeId const id : graph_.edges()) write_edge(id);
    sink_.write("  </graph>\n</graphml>\n");
  }

 private:
  // An attribute that has a typed column of its own.
  [[nodiscard]] bool has_own_column(NodeId id, NamedValue const& named) const {
    if (named.name == attribute::identifier) return true;
    return named.name == attribute::valence && graph_.valence(id) != 0 && (named.value == "1" || named.value == "-1");
  }

  void gather_columns() {
    for (NodeId const id : graph_.nodes()) {
      for (NamedValue const named : graph_.attributes(id)) {
        if (!has_own_column(id, named)) node_attributes_.add(named.name);
      }
    }
    for (EdgeId const id : graph_.edges()) {
      for (NamedValue const named : graph_.attributes(id)) edge_attributes_.add(named.name);
    }
    node_attributes_.settle();
    edge_attributes_.settle();
  }

  void declare(std::span<Column const> columns, std::string_view owner) {
    for (Column const& column : columns) {
      sink_.print("  <key id=\"", column.id, "\" for=\"", owner, "\" attr.name=\"", column.name, "\" attr.type=\"", column.type, "\"/>\n");
    }
  }

  template <std::size_t size>
  void data(char const (&key)[size], std::string_view text) {
    if (text.empty()) return;
    sink_.print("<data key=\"", std::string_view{key, size - 1}, "\">");
    xml_text(sink_, text);
    sink_.write("</data>");
  }
  template <std::size_t size, std::integral T>
  void data(char const (&key)[size], T number) {
    sink_.print("<data key=\"", std::string_view{key, size - 1}, "\">", number, "</data>");
  }

  // The documents and the captions of their tables; witnesses name them by id.
  void write_documents() {
    if (graph_.document_count() == 0) return;
    text_.clear();
    JsonWriter json{text_};
    documents_array(json, graph_);
    sink_.write("    ");
    data("g_documents", text_);
    sink_.write("\n");
  }

  // Which attribute each column holds, where the name had to change.
  void write_column_names() {
    text_.clear();
    JsonWriter json{text_};
    json.begin_object();
    bool any = false;
    for (AttributeColumns const* const columns : {&node_attributes_, &edge_attributes_}) {
      std::size_t number = 0;
      for (auto const& [attribute, name] : columns->names()) {
        if (attribute != name) {
          json.key(std::string{columns->prefix()} + std::to_string(number)).value(attribute);
          any = true;
        }
        ++number;
      }
    }
    json.end_object();
    if (!any) return;
    sink_.write("    ");
    data("g_columns", text_);
    sink_.write("\n");
  }

  template <class Id>
  void write_attributes(Id id, AttributeColumns const& columns) {
    auto const attributes = graph_.attributes(id);
    for (auto at = attributes.begin(); at != attributes.end();) {
      std::string_view const attribute = (*at).name;
      values_.clear();
      for (; at != attributes.end() && (*at).name == attribute; ++at) {
        if constexpr (std::same_as<Id, NodeId>) {
          if (has_own_column(id, *at)) continue;
        }
        values_.push_back((*at).value);
      }
      if (values_.empty()) continue;
      text_.clear();
      append_joined(text_, values_);
      if (text_.empty()) continue;
      sink_.print("<data key=\"", columns.prefix(), columns.number(attribute), "\">");
      xml_text(sink_, text_);
      sink_.write("</data>");
    }
  }

  // All values of the attribute, else the node's own CURIE.
  void write_identifier(NodeId id) {
    values_.clear();
    for (NamedValue const named : graph_.attributes(id)) {
      if (named.name == attribute::identifier) values_.push_back(named.value);
    }
    if (values_.empty()) return data("n_identifier", known_identifier(graph_, id));
    text_.clear();
    append_joined(text_, values_);
    data("n_identifier", text_);
  }

  void write_node(NodeId id) {
    Node const node = graph_.node(id);
    sink_.print("    <node id=\"n", index(id), "\">");
    data("n_node_id", node.id);
    data("n_kind", name(node.kind));
    data("n_type", node.type);
    data("n_label", node.label);
    write_identifier(id);
    if (int const valence = graph_.valence(id); valence != 0) data("n_valence", valence);
    if (node.flags != 0) {
      values_.clear();
      each_flag(node, [&](std::string_view flag) { values_.push_back(flag); });
      text_.clear();
      append_joined(text_, values_);
      data("n_flags", text_);
    }
    write_attributes(id, node_attributes_);
    if (looks_ != nullptr) looks_->node(sink_, id);
    sink_.write("</node>\n");
  }

  void write_edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    summary_.gather(graph_, id);
    sink_.print("    <edge id=\"e", index(id), "\" source=\"n", index(edge.subject), "\" target=\"n", index(edge.object), "\">");
    data("e_edge_id", graph_.content_id(id, text_));
    data("e_relation", graph_.relation(id).name);
    data("e_sign", edge.sign);
    if (edge.negated) data("e_negated", "true");
    data("e_basis", name(graph_.basis(id)));
    data("e_weight", summary_.weight);
    data("e_witness_count", summary_.witnesses);
    write_joined("e_references", summary_.references);
    write_joined("e_words", summary_.words);
    write_witnesses(id);
    write_attributes(id, edge_attributes_);
    if (looks_ != nullptr) looks_->edge(sink_, id, summary_);
    sink_.write("</edge>\n");
  }

  template <std::size_t size>
  void write_joined(char const (&key)[size], std::vector<std::string_view> const& values) {
    text_.clear();
    append_joined(text_, values);
    data(key, text_);
  }

  void write_witnesses(EdgeId edge) {
    if (graph_.witnesses(edge).empty()) return;
    text_.clear();
    JsonWriter json{text_};
    witnesses_array(json, graph_, edge);
    data("e_witnesses", text_);
  }

  Graph const& graph_;
  Sink& sink_;
  GraphMlLooks* looks_;
  AttributeColumns node_attributes_{"na", node_columns};
  AttributeColumns edge_attributes_{"ea", edge_columns};
  EdgeSummary summary_;
  TextBuffer text_;
  std::vector<std::string_view> values_;
};

}  // namespace

void write_graphml(Graph const& graph, Sink& sink, GraphMlLooks* looks) { GraphMl{graph, sink, looks}.write(); }

}  // namespace mechgraph
