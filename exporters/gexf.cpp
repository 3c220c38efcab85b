// GEXF 1.3 for Gephi and Gephi Lite; 1.2 for readers that stayed there.
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "exporters/attribute_name.hpp"
#include "exporters/edge_text.hpp"
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/lanes.hpp"
#include "exporters/node_text.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

struct Column {
  std::string_view title;
  std::string_view type;
};

constexpr std::array node_columns = std::to_array<Column>(
    {{"kind", "string"}, {"type", "string"}, {"identifier", "string"}, {"valence", "integer"}, {"flags", "liststring"}});
constexpr std::array edge_columns = std::to_array<Column>({{"relation", "string"},
                                                           {"sign", "integer"},
                                                           {"negated", "boolean"},
                                                           {"basis", "string"},
                                                           {"works", "integer"},
                                                           {"witness_count", "integer"},
                                                           {"references", "liststring"},
                                                           {"words", "liststring"},
                                                           {"context", "liststring"},
                                                           {"witnesses", "liststring"}});

// Looks stand in the main namespace: both schemas want them there, and readers go by their local names.

// Columns of ours and of Gephi, in lower case.
constexpr std::array taken = std::to_array<std::string_view>(
    {"basis", "context", "edge_label", "flags", "id",      "identifier", "kind",    "label",         "negated",   "references", "relation",
     "sign",  "source",  "target",     "type",  "valence", "weight",     "timeset", "witness_count", "witnesses", "words",      "works"});

using Names = std::map<std::string, std::size_t, std::less<>>;  // attribute → column

class Gexf {
 public:
  Gexf(Graph const& graph, ExportOptions const& options, Sink& sink)
      : graph_(graph), theme_(options.theme), is_13_(options.gexf == GexfVersion::v1_3), sink_(sink), places_(places_of(graph)) {}

  void write() {
    sink_.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    sink_.write(is_13_ ? "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                       : "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n");
    sink_.write("  <meta><creator>mechgraph</creator></meta>\n  <graph mode=\"static\" defaultedgetype=\"directed\" idtype=\"string\">\n");
    for (NodeId const id : graph_.nodes()) gather(graph_.attributes(id), node_names_);
    for (EdgeId const id : graph_.edges()) gather(graph_.attributes(id), edge_names_);
    node_names_.erase(std::string{attribute::identifier});  // shown by columns of their own
    node_names_.erase(std::string{attribute::valence});
    declare("node", node_columns, node_names_);
    declare("edge", edge_columns, edge_names_);
    sink_.print("    <nodes count=\"", graph_.node_count(), "\">\n");
    for (NodeId const id : graph_.nodes()) write_node(id);
    sink_.print("    </nodes>\n    <edges count=\"", graph_.edge_count(), "\">\n");
    for (EdgeId const id : graph_.edges()) write_edge(id);
    sink_.write("    </edges>\n  </graph>\n</gexf>\n");
  }

 private:
  template <class Attributes>
  static void gather(Attributes const& attributes, Names& names) {
    for (NamedValue const named : attributes) {
      if (names.find(named.name) == names.end()) names.emplace(named.name, 0);
    }
  }

  // Columns are known by number: ours first, then the attributes in byte order.
  void declare(std::string_view owner, std::span<Column const> columns, Names& names) {
    sink_.print("    <attributes class=\"", owner, "\">\n");
    std::size_t number = 0;
    auto const column = [&](std::string_view title, std::string_view type) {
      sink_.print("      <attribute id=\"", number++, "\" title=\"");
      xml_attribute(sink_, title);
      sink_.print("\" type=\"", type == "liststring" && !is_13_ ? "string" : type, "\"/>\n");
    };
    for (Column const& own : columns) column(own.title, own.type);
    for (auto& [attribute, place] : names) {
      place = number;
      column(attribute_name(attribute, taken), "liststring");
    }
    sink_.write("    </attributes>\n");
  }

  void value(std::size_t column, std::string_view text) {
    if (text.empty()) return;
    sink_.print("<attvalue for=\"", column, "\" value=\"");
    xml_attribute(sink_, text);
    sink_.write("\"/>");
  }
  template <std::integral T>
  void number(std::size_t column, T of) {
    sink_.print("<attvalue for=\"", column, "\" value=\"", of, "\"/>");
  }

  // ["a", "b\"c"]: quotes always, only '\' and '"' escaped. GEXF 1.2 has no lists.
  template <class Values>
  void list(std::size_t column, Values const& values) {
    text_.clear();
    if (!is_13_) {
      append_joined(text_, values);
      return value(column, text_);
    }
    for (std::string_view const each : values) {
      if (each.empty()) continue;
      text_ += text_.empty() ? "[\"" : ", \"";
      for (char const c : each) {
        if (c == '\\' || c == '"') text_ += '\\';
        text_ += c;
      }
      text_ += '"';
    }
    if (text_.empty()) return;
    text_ += ']';
    value(column, text_);
  }

  template <class Attributes>
  void attributes(Attributes const& all, Names const& names) {
    for (auto at = all.begin(); at != all.end();) {
      std::string_view const attribute = (*at).name;
      values_.clear();
      for (; at != all.end() && (*at).name == attribute; ++at) values_.push_back((*at).value);
      if (auto const column = names.find(attribute); column != names.end()) list(column->second, values_);
    }
  }

  void colour(std::string_view hex) {
    sink_.write("<color");
    for (std::size_t i = 0; i < 3; ++i) {
      unsigned channel = 0;
      std::string_view const digits = hex.substr(1 + 2 * i, 2);
      std::from_chars(digits.data(), digits.data() + digits.size(), channel, 16);
      sink_.print(" ", std::string_view{"rgb"}.substr(i, 1), "=\"", channel, "\"");
    }
    sink_.write("/>");
  }

  void write_node(NodeId id) {
    Node const node = graph_.node(id);
    sink_.write("      <node id=\"");
    xml_attribute(sink_, node.id);
    sink_.write("\" label=\"");
    xml_attribute(sink_, node.label);
    sink_.write("\"><attvalues>");
    value(0, name(node.kind));
    value(1, node.type);
    value(2, known_identifier(graph_, id));
    if (int const valence = graph_.valence(id); valence != 0) number(3, valence);
    values_.clear();
    each_flag(node, [&](std::string_view flag) { values_.push_back(flag); });
    list(4, values_);
    attributes(graph_.attributes(id), node_names_);
    sink_.write("</attvalues>");
    NodeLook const& of = look(node.kind, theme_);
    colour(of.border);  // labels do not stand on the nodes there
    sink_.print("<position x=\"", places_[index(id)].column * 260U, "\" y=\"-", places_[index(id)].row * 40U, "\" z=\"0\"/>");
    sink_.print("<shape value=\"", of.gexf, "\"/></node>\n");
  }

  void write_edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    Relation const& relation = graph_.relation(id);
    summary_.gather(graph_, id);
    sink_.print("      <edge id=\"", graph_.content_id(id), "\" source=\"");
    xml_attribute(sink_, graph_.node(edge.subject).id);
    sink_.write("\" target=\"");
    xml_attribute(sink_, graph_.node(edge.object).id);
    sink_.write("\" label=\"");
    xml_attribute(sink_, relation.name);
    // Gephi merges parallel edges of one kind.
    std::string_view const sign = edge.sign > 0 ? " +" : edge.sign < 0 ? " -" : "";
    if (is_13_) {
      sink_.write("\" kind=\"");
      xml_attribute(sink_, relation.name);
      sink_.print(sign, edge.negated ? " denied" : "");
    }
    sink_.print("\" weight=\"", summary_.weight, "\"><attvalues>");
    value(0, relation.name);
    number(1, edge.sign);
    value(2, edge.negated ? "true" : "false");
    value(3, name(graph_.basis(id)));
    number(4, summary_.weight);
    number(5, summary_.witnesses);
    list(6, summary_.references);
    list(7, summary_.words);
    list(8, context_of(graph_, id));
    witnesses(id);
    attributes(graph_.attributes(id), edge_names_);
    sink_.write("</attvalues>");
    colour(edge.negated ? page(theme_).denied : look(relation.relation_class, edge.sign, theme_).colour);
    sink_.print("<shape value=\"", line_style(graph_.basis(id)), "\"/></edge>\n");
  }

  // Each the JSON of one witness.
  void witnesses(EdgeId id) {
    std::vector<std::string> all;
    for (WitnessId const witness : graph_.witnesses(id)) {
      json_.clear();
      JsonWriter json{json_};
      witness_object(json, graph_, witness);
      all.emplace_back(json_.view());
    }
    list(9, all);
  }

  Graph const& graph_;
  Theme theme_;
  bool is_13_;
  Sink& sink_;
  std::vector<Place> places_;
  Names node_names_, edge_names_;
  EdgeSummary summary_;
  std::vector<std::string_view> values_;
  std::string text_;
  TextBuffer json_;
};

void write_gexf(Graph const& graph, ExportOptions const& options, Sink& sink) { Gexf{graph, options, sink}.write(); }

}  // namespace

extern Exporter const gexf_exporter{"gexf",
                                    ".gexf",
                                    "GEXF 1.3 with colours and places: for Gephi and Gephi Lite, which keep opposite edges apart",
                                    {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                    write_gexf,
                                    nullptr,
                                    false,
                                    nullptr,
                                    heeds::theme | heeds::gexf};

}  // namespace mechgraph
