// DOT: a figure to print. Lanes from source to outcome, edges by sign and basis, a legend.
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "exporters/edge_text.hpp"
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/lanes.hpp"
#include "exporters/node_text.hpp"
#include "exporters/theme.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t label_limit = 240;  // bytes: the whole text is in the tooltip

// What a comparison of graphs marked; empty without a mark.
std::string_view change_of(auto const& attributes) {
  for (auto const& [name, value] : attributes) {
    if (name == attribute::change) return value;
  }
  return {};
}

bool is_effect(RelationClass of) { return of == RelationClass::effect || of == RelationClass::foreign; }

class Figure {
 public:
  Figure(Graph const& graph, Theme theme, Sink& sink)
      : graph_(graph), theme_(theme), page_(page(theme)), sink_(sink), lanes_(lanes_of(graph)) {
    gather_settings();
  }

  void write() {
    sink_.print(
        "digraph mechgraph {\n"
        "  graph [rankdir=LR, ranksep=0.35, nodesep=0.08, remincross=true, overlap=false, pad=0.2,"
        " fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, bgcolor=\"",
        page_.background, "\", fontcolor=\"", page_.text, "\", labelloc=b, labeljust=l, label=");
    dot_label(sink_, caption(), 220, 1000);
    sink_.print(
        "];\n"
        "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, height=0.3, margin=\"0.08,0.03\", penwidth=1.2, fontcolor=\"",
        page_.text,
        "\"];\n"
        "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, fontcolor=\"",
        page_.faint, "\", arrowsize=0.7];\n");
    write_legend();
    // Graphviz starts its search from the order in which it meets the nodes; it does best from the outcomes back.
    for (auto column = lanes_.columns.rbegin(); column != lanes_.columns.rend(); ++column) {
      for (NodeId const node : column->nodes) write_node(node);
    }
    for (EdgeId const edge : graph_.edges()) {
      if (lanes_.drawn[index(edge)]) write_edge(edge);
    }
    write_columns();
    sink_.write("}\n");
  }

 private:
  // What everything in the figure was studied in is said once, below it; what only some were is said in their labels.
  void gather_settings() {
    settings_of_.resize(graph_.node_count());
    std::vector<std::size_t> studied(graph_.node_count(), 0);
    std::size_t subjects = 0;
    for (EdgeId const id : lanes_.settings) {
      Edge const edge = graph_.edge(id);
      auto& settings = settings_of_[index(edge.subject)];
      if (settings.empty()) ++subjects;
      settings.push_back(edge.object);
      ++studied[index(edge.object)];
    }
    for (NodeId const node : graph_.nodes()) {
      if (studied[index(node)] == subjects && subjects > 0) common_settings_.push_back(node);
      std::erase_if(settings_of_[index(node)], [&](NodeId setting) { return studied[index(setting)] == subjects; });
    }
  }

  // Where it comes from and in what it was studied.
  [[nodiscard]] std::string caption() const {
    std::string text;
    if (graph_.document_count() == 1) {
      DocumentView const document = graph_.document(DocumentId{0});
      text.append(document.title).append(document.title.empty() ? "" : ". ").append(document.id);
    } else if (graph_.document_count() > 1) {
      text.append("From ").append(std::to_string(graph_.document_count())).append(" documents");
    }
    for (NodeId const node : common_settings_) {
      text.append(text.empty() ? "" : ". ").append("Every preparation was studied in ").append(graph_.node(node).label);
    }
    return text;
  }

  void write_columns() {
    for (std::size_t i = 0; i < lanes_.columns.size(); ++i) {
      Column const& column = lanes_.columns[i];
      sink_.print("  \"lane ", i, "\" [shape=plaintext, fontsize=16, fontcolor=\"", look(column.kind, theme_).border, "\", label=\"",
                  column.first ? look(column.kind).title : std::string_view{}, "\"];\n");
    }
    for (std::size_t i = 1; i < lanes_.columns.size(); ++i) {
      sink_.print("  \"lane ", i - 1, "\" -> \"lane ", i, "\" [style=invis, weight=100];\n");
    }
    for (std::size_t i = 0; i < lanes_.columns.size(); ++i) {
      sink_.print("  subgraph lane_", i, " { rank=same; \"lane ", i, "\";");
      for (NodeId const node : lanes_.columns[i].nodes) {
        sink_.write(' ');
        dot_id(sink_, graph_.node(node).id);
        sink_.write(';');
      }
      sink_.write(" }\n");
    }
  }

  void attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    sink_.print(", ", name, "=");
    dot_id(sink_, value);
  }

  void write_node(NodeId id) {
    Node const node = graph_.node(id);
    NodeLook const& look_of = look(node.kind, theme_);
    sink_.write("  ");
    dot_id(sink_, node.id);
    sink_.write(" [label=");
    text_.assign(shortened(node.label, label_limit));
    // What does not fit a line breaks before its bracket: "exosome / (bone marrow)".
    std::size_t const bracket = text_.rfind(" (");
    if (bracket != std::string::npos && count_code_points(text_) > look_of.width) text_[bracket] = '\n';
    for (NodeId const setting : settings_of_[index(id)]) text_.append("\nin ").append(graph_.node(setting).label);
    dot_label(sink_, text_, look_of.width);
    sink_.print(", shape=", look_of.shape, ", style=\"", look_of.style, node.has(NodeFlag::unresolved) ? ",dashed" : "", "\", fillcolor=\"",
                look_of.fill);
    std::string_view const change = change_of(graph_.attributes(id));
    std::string_view const marked = change_colour(change);
    sink_.print("\", color=\"", marked.empty() ? look_of.border : marked, marked.empty() ? "\", tooltip=" : "\", penwidth=3, tooltip=");
    text_.assign(node.label).append("\n").append(node.type).append(" ").append(known_identifier(graph_, id));
    dot_label(sink_, text_);
    attribute("kind", name(node.kind));
    attribute("type", node.type);
    attribute("identifier", known_identifier(graph_, id));
    attribute("change", change);
    sink_.write("];\n");
  }

  void write_edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    Relation const& relation = graph_.relation(id);
    EdgeLook const& look_of = look(relation.relation_class, edge.sign, theme_);
    bool const effect = is_effect(relation.relation_class);
    summary_.gather(graph_, id);
    // Lanes run from left to right. What points left is written from its other end, by the name of the inverse relation.
    bool const inverse = !relation.inverse.empty() && lanes_.column[index(edge.subject)] > lanes_.column[index(edge.object)];
    sink_.write("  ");
    dot_id(sink_, graph_.id(inverse ? edge.object : edge.subject));
    sink_.write(" -> ");
    dot_id(sink_, graph_.id(inverse ? edge.subject : edge.object));
    sink_.print(inverse ? " [dir=back, arrowtail=" : " [arrowhead=", look_of.head, ", color=\"",
                edge.negated ? page_.denied : look_of.colour);
    std::string_view const change = change_of(graph_.attributes(id));
    if (std::string_view const marked = change_colour(change); !marked.empty()) sink_.print(":", marked);  // a second line beside it
    sink_.print("\", style=", line_style(graph_.basis(id)));
    write_width(effect);
    if (effect) write_label(edge.negated);
    write_tooltip(edge, relation);
    if (!inverse && lanes_.column[index(edge.subject)] >= lanes_.column[index(edge.object)]) sink_.write(", constraint=false");
    attribute("relation", inverse ? relation.inverse : relation.name);
    sink_.print(", sign=", edge.sign);
    if (edge.negated) sink_.write(", negated=true");
    attribute("change", change);
    sink_.print(", witnesses=", summary_.witnesses, "];\n");
  }

  void write_width(bool effect) {
    if (!effect) return sink_.write(", penwidth=0.7");
    double const width = std::min(1.3 + 0.7 * std::log2(static_cast<double>(summary_.weight)), 5.0);
    auto const tenths = static_cast<int>(std::lround(width * 10));
    sink_.print(", penwidth=", tenths / 10, '.', tenths % 10);
  }

  void write_label(bool negated) {
    text_.clear();
    if (negated) text_ += "not ";
    if (!summary_.references.empty()) {
      text_ += '[';
      for (std::size_t i = 0; i < summary_.references.size(); ++i) {
        std::string_view const printed = printed_reference(summary_.references[i]);
        if (i > 0) text_ += ", ";
        text_ += printed.empty() ? summary_.references[i] : printed;
      }
      text_ += ']';
    }
    if (text_.empty()) return;
    sink_.write(", label=");
    dot_label(sink_, text_, 24, label_limit);
  }

  void write_tooltip(Edge const& edge, Relation const& relation) {
    text_.assign(graph_.label(edge.subject)).append(edge.negated ? " does not: " : " ").append(relation.name).append(" ");
    text_.append(graph_.label(edge.object));
    for (std::string_view const words : summary_.words) text_.append("\n").append(words);
    sink_.write(", tooltip=");
    dot_label(sink_, text_);
  }

  struct Sample {
    std::string_view meaning, head, colour, style, width;
  };

  // What occurs in the figure.
  [[nodiscard]] std::vector<Sample> legend() const {
    std::vector<bool> bases(3), classes(6), signs(3);
    bool denied = false;
    std::set<std::string_view> changes;
    for (NodeId const id : graph_.nodes()) changes.insert(change_of(graph_.attributes(id)));
    for (EdgeId const id : graph_.edges()) {
      if (!lanes_.drawn[index(id)]) continue;
      if (std::string_view const change = change_of(graph_.attributes(id)); !change.empty()) changes.insert(change);
      RelationClass const of = graph_.relation(id).relation_class;
      classes[static_cast<std::size_t>(of)] = true;
      if (!is_effect(of)) continue;
      signs[static_cast<std::size_t>(1 - graph_.edge(id).sign)] = true;
      bases[static_cast<std::size_t>(graph_.basis(id))] = true;
      denied = denied || graph_.edge(id).negated;
    }
    std::vector<Sample> samples;
    for (std::int8_t const sign : {std::int8_t{1}, std::int8_t{-1}, std::int8_t{0}}) {
      EdgeLook const& of = look(RelationClass::effect, sign, theme_);
      if (signs[static_cast<std::size_t>(1 - sign)]) samples.push_back({of.meaning, of.head, of.colour, "solid", "1.3"});
    }
    if (denied) samples.push_back({"denied", "normal", page_.denied, "solid", "1.3"});
    for (Basis const basis : {Basis::stated, Basis::implied, Basis::cargo}) {
      if (bases[static_cast<std::size_t>(basis)])
        samples.push_back({meaning(basis), "none", look(RelationClass::effect, 0, theme_).colour, line_style(basis), "1.3"});
    }
    for (RelationClass const of : {RelationClass::modifier, RelationClass::comparison, RelationClass::slot}) {
      if (classes[static_cast<std::size_t>(of)])
        samples.push_back({look(of, 0, theme_).meaning, look(of, 0, theme_).head, look(of, 0, theme_).colour, "solid", "0.7"});
    }
    for (std::string_view const change : changes) {
      if (std::string_view const colour = change_colour(change); !colour.empty()) samples.push_back({change, "none", colour, "solid", "3"});
    }
    return samples;
  }

  // Rows along the lower edge: text and line alternate over the columns. Nodes and lines stand outside the cluster, which only names the
  // nodes, since some readers look for neither inside.
  void write_legend() {
    auto const samples = legend();
    if (samples.empty()) return;
    std::size_t const per_row = std::clamp<std::size_t>(lanes_.columns.size() / 2, 1, 4);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      Sample const& of = samples[i];
      sink_.print("  \"legend ", i, "\" [shape=plaintext, label=\"", of.meaning, "\", fontsize=11, width=1.7, height=0.22, margin=0];\n");
      sink_.print("  \"legend ", i, " end\" [shape=plaintext, label=\"\", width=0.05, height=0.2, margin=0];\n");
      sink_.print("  \"legend ", i, "\" -> \"legend ", i, " end\" [arrowhead=", of.head, ", color=\"", of.colour, "\", style=", of.style,
                  ", penwidth=", of.width, "];\n");
      if (i % per_row != 0) sink_.print("  \"legend ", i - 1, " end\" -> \"legend ", i, "\" [style=invis];\n");
    }
    sink_.print("  subgraph cluster_legend {\n    label=\"Legend\"; labelloc=t; fontsize=11; color=\"",
                look(RelationClass::slot, 0, theme_).colour, "\"; style=rounded; margin=6;\n   ");
    for (std::size_t i = 0; i < samples.size(); ++i) sink_.print(" \"legend ", i, "\"; \"legend ", i, " end\";");
    sink_.write("\n  }\n");
  }

  Graph const& graph_;
  Theme theme_;
  Page const& page_;
  Sink& sink_;
  Lanes lanes_;
  std::vector<std::vector<NodeId>> settings_of_;  // of a preparation, those that not all share
  std::vector<NodeId> common_settings_;
  EdgeSummary summary_;
  std::string text_;
};

void write_dot(Graph const& graph, ExportOptions const& options, Sink& sink) { Figure{graph, options.theme, sink}.write(); }

}  // namespace

extern Exporter const dot_exporter{"dot",
                                   ".dot",
                                   "Graphviz figure: lanes from source to outcome, a legend; render it with dot -Tsvg",
                                   {Fidelity::joined, Fidelity::kept, Fidelity::kept, Fidelity::lost, Fidelity::kept, Fidelity::joined},
                                   write_dot,
                                   nullptr,
                                   false,
                                   nullptr,
                                   heeds::theme};

}  // namespace mechgraph
