// Cytoscape JSON: elements, places and looks, for Cytoscape.js and Cytoscape Desktop.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "exporters/attribute_name.hpp"
#include "exporters/edge_text.hpp"
#include "exporters/element_json.hpp"
#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/lanes.hpp"
#include "exporters/node_text.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

// Members of "data" that are ours or that Cytoscape acts on ("parent" would nest nodes), in lower case.
constexpr std::array reserved = std::to_array<std::string_view>({"suid",        "__proto__",
                                                                 "basis",       "flags",
                                                                 "id",          "identifier",
                                                                 "interaction", "kind",
                                                                 "name",        "negated",
                                                                 "parent",      "references",
                                                                 "sign",        "selected",
                                                                 "shared name", "shared interaction",
                                                                 "shared_name", "shared_interaction",
                                                                 "source",      "target",
                                                                 "type",        "valence",
                                                                 "weight",      "witness_count",
                                                                 "witnesses",   "words"});

template <class Attributes>
void attribute_members(JsonWriter& json, Attributes const& attributes, std::string_view but = {}) {
  for (auto at = attributes.begin(); at != attributes.end();) {
    std::string_view const attribute = (*at).name;
    bool const written = attribute != but;
    if (written) json.data_key(attribute_name(attribute, reserved)).begin_array();
    for (; at != attributes.end() && (*at).name == attribute; ++at) {
      if (written) json.value((*at).value);
    }
    if (written) json.end_array();
  }
}

template <class Attributes>
std::string_view change_of(Attributes const& attributes) {
  for (auto const& [name, value] : attributes) {
    if (name == attribute::change && !change_colour(value).empty()) return value;
  }
  return {};
}

std::string_view class_name(RelationClass of) {
  switch (of) {
    case RelationClass::effect: return "effect";
    case RelationClass::foreign: return "foreign";
    case RelationClass::modifier: return "modifier";
    case RelationClass::slot: return "slot";
    case RelationClass::comparison: return "comparison";
    case RelationClass::hierarchy: return "hierarchy";
  }
  return {};
}

class Cytoscape {
 public:
  Cytoscape(Graph const& graph, Theme theme, Sink& sink) : graph_(graph), theme_(theme), sink_(sink), places_(places_of(graph)) {}

  void write() {
    JsonWriter json{text_};
    json.begin_object();
    json.key("format_version").value("1.0");
    json.key("generated_by").value("mechgraph");
    json.key("target_cytoscapejs_version").value("~3.0");
    json.key("data").begin_object();
    json.key("name").value("mechgraph");
    if (graph_.document_count() > 0) {
      TextBuffer documents;
      JsonWriter inner{documents};
      documents_array(inner, graph_);
      json.key("documents").value(documents);
    }
    json.end_object();
    json.key("style");
    write_style(json);
    sink_.print(text_, ",\"elements\":{\"nodes\":[");
    JsonRows nodes{sink_};
    for (NodeId const id : graph_.nodes()) nodes.add([&](JsonWriter& row) { write_node(row, id); });
    sink_.write("\n],\"edges\":[");
    JsonRows edges{sink_};
    for (EdgeId const id : graph_.edges()) edges.add([&](JsonWriter& row) { write_edge(row, id); });
    sink_.write("\n]}}\n");
  }

 private:
  void write_node(JsonWriter& json, NodeId id) {
    Node const node = graph_.node(id);
    json.begin_object();
    json.key("data").begin_object();
    json.key("id").value(node.id);
    json.key("name").value(node.label);
    node_members(json, graph_, id);
    attribute_members(json, graph_.attributes(id), attribute::valence);
    json.end_object();
    json.key("position").begin_object();
    json.key("x").value(places_[index(id)].column * 260U);
    json.key("y").value(places_[index(id)].row * 70U);
    json.end_object();
    classes_.clear();
    each_flag(node, [&](std::string_view flag) { classes_.append(classes_.empty() ? "" : " ").append(flag); });
    add_change(graph_.attributes(id));
    json.member("classes", classes_);
    json.end_object();
  }

  void write_edge(JsonWriter& json, EdgeId id) {
    Edge const edge = graph_.edge(id);
    Relation const& relation = graph_.relation(id);
    summary_.gather(graph_, id);
    json.begin_object();
    json.key("data").begin_object();
    std::string own = graph_.content_id(id);
    while (graph_.find(own)) own += '_';  // ids are unique over nodes and edges
    json.key("id").value(own);
    json.key("source").value(graph_.node(edge.subject).id);
    json.key("target").value(graph_.node(edge.object).id);
    json.key("interaction").value(relation.name);
    edge_members(json, graph_, id, summary_);
    if (!graph_.witnesses(id).empty()) {  // texts, since a column of Cytoscape's tables holds no objects
      json.key("witnesses").begin_array();
      for (WitnessId const witness : graph_.witnesses(id)) {
        witness_.clear();
        JsonWriter inner{witness_};
        witness_object(inner, graph_, witness);
        json.value(witness_);
      }
      json.end_array();
    }
    attribute_members(json, graph_.attributes(id));
    json.end_object();
    classes_.assign(class_name(relation.relation_class));
    add_change(graph_.attributes(id));
    json.key("classes").value(classes_);
    json.end_object();
  }

  template <class Attributes>
  void add_change(Attributes const& attributes) {
    if (std::string_view const change = change_of(attributes); !change.empty()) {
      classes_.append(classes_.empty() ? "" : " ").append(change);
    }
  }

  // A rule of the style sheet: name and value in turn.
  static void rule(JsonWriter& json, std::string_view selector, std::initializer_list<std::string_view> style) {
    json.begin_object();
    json.key("selector").value(selector);
    json.key("style").begin_object();
    for (auto at = style.begin(); at != style.end(); at += 2) json.key(*at).value(*(at + 1));
    json.end_object();
    json.end_object();
  }

  void write_style(JsonWriter& json) const {
    Page const& on = page(theme_);
    json.begin_array();
    rule(json, "core", {"active-bg-color", on.faint});
    rule(json, "node", {"label",       "data(name)", "color",        on.text, "font-size",          "11px",    "width",       "130px",
                        "height",      "44px",       "text-wrap",    "wrap",  "text-max-width",     "120px",   "text-valign", "center",
                        "text-halign", "center",     "border-width", "1.2px", "text-overflow-wrap", "anywhere"});
    for (Kind const kind : all_kinds) {
      NodeLook const& of = look(kind, theme_);
      rule(json, "node[kind = '" + std::string{name(kind)} + "']",
           {"shape", of.cytoscape, "background-color", of.fill, "border-color", of.border});
    }
    rule(json, "node.unresolved", {"border-style", "dashed"});
    rule(json, "edge", {"curve-style", "bezier", "width", "1.5px", "arrow-scale", "1"});
    for (RelationClass const of : {RelationClass::effect, RelationClass::modifier, RelationClass::slot, RelationClass::comparison,
                                   RelationClass::hierarchy, RelationClass::foreign}) {
      edge_rule(json, "edge." + std::string{class_name(of)}, look(of, 0, theme_));
    }
    edge_rule(json, "edge[sign = 1]", look(RelationClass::effect, 1, theme_));
    edge_rule(json, "edge[sign = -1]", look(RelationClass::effect, -1, theme_));
    for (Basis const basis : {Basis::implied, Basis::cargo}) {
      rule(json, "edge[basis = '" + std::string{name(basis)} + "']", {"line-style", line_style(basis)});
    }
    rule(json, "edge[?negated]", {"line-color", on.denied, "target-arrow-color", on.denied});
    for (std::string_view const change : {"added", "removed", "flipped", "changed", "evidence"}) {
      std::string_view const colour = change_colour(change);
      std::string const which{change};
      rule(json, "node." + which, {"border-color", colour, "border-width", "4px"});
      rule(json, "edge." + which, {"underlay-color", colour, "underlay-opacity", "0.5", "underlay-padding", "4px"});
    }
    json.end_array();
  }

  static void edge_rule(JsonWriter& json, std::string_view selector, EdgeLook const& of) {
    rule(json, selector, {"line-color", of.colour, "target-arrow-color", of.colour, "target-arrow-shape", of.cytoscape});
  }

  Graph const& graph_;
  Theme theme_;
  Sink& sink_;
  std::vector<Place> places_;
  EdgeSummary summary_;
  std::string classes_;
  TextBuffer text_, witness_;
};

void write_cyjs(Graph const& graph, ExportOptions const& options, Sink& sink) { Cytoscape{graph, options.theme, sink}.write(); }

}  // namespace

extern Exporter const cyjs_exporter{"cyjs",
                                    ".cyjs",
                                    "Cytoscape JSON with places and looks: for Cytoscape.js and Cytoscape Desktop",
                                    {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                    write_cyjs,
                                    nullptr,
                                    false,
                                    nullptr,
                                    heeds::theme};

}  // namespace mechgraph
