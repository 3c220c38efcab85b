// GraphML for yEd: the columns of graphml, and shapes, colours, places and arrow heads.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "exporters/edge_text.hpp"
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/graphml_writer.hpp"
#include "exporters/lanes.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t label_limit = 240;  // bytes: the whole text is in the columns

// yEd draws a label that begins with <html> as HTML; behind a blank of no width it is text.
std::string plain_label(std::string_view text) {
  std::string_view const begin = trim(text);
  constexpr std::string_view html = "<html";
  bool const acts = begin.size() >= html.size() && std::equal(html.begin(), html.end(), begin.begin(), [](char a, char b) {
                      return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
                    });
  return (acts ? std::string{"\u200B"} : std::string{}).append(text);
}

// The text in lines of about `width` code points, broken at blanks.
std::string broken(std::string text, std::size_t width) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
    if (text[at] == '\n') {
      columns = 0;
    } else if (text[at] == ' ' && columns + (std::min(text.find(' ', at + 1), text.size()) - at) > width) {
      text[at] = '\n';
      columns = 0;
    } else {
      ++columns;
    }
  }
  return text;
}

class Looks final : public GraphMlLooks {
 public:
  Looks(Graph const& graph, Theme theme) : graph_(graph), theme_(theme), places_(places_of(graph)) {}

  [[nodiscard]] std::string_view namespaces() const override {
    return " xmlns:y=\"http://www.yworks.com/xml/graphml\" xmlns:yed=\"http://www.yworks.com/xml/yed/3\"";
  }

  void declare(Sink& sink) override {
    sink.write(
        "  <key id=\"look_node\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
        "  <key id=\"look_edge\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
  }

  void node(Sink& sink, NodeId id) override {
    Node const node = graph_.node(id);
    NodeLook const& of = look(node.kind, theme_);
    std::string const text = broken(plain_label(shortened(node.label, label_limit)), of.width);
    std::size_t const lines = 1 + static_cast<std::size_t>(std::ranges::count(text, '\n'));
    sink.print("<data key=\"look_node\"><y:ShapeNode><y:Geometry x=\"", places_[index(id)].column * 280U, "\" y=\"",
               places_[index(id)].row * 90U, "\" width=\"", 30U + 8U * of.width, "\" height=\"", 16 + 16 * lines, "\"/><y:Fill color=\"",
               of.fill, "\" transparent=\"false\"/><y:BorderStyle color=\"", of.border, "\" type=\"",
               node.has(NodeFlag::unresolved) ? "dashed" : "line", "\" width=\"1.2\"/><y:NodeLabel fontSize=\"12\" textColor=\"",
               page(theme_).text, "\" modelName=\"internal\" modelPosition=\"c\">");
    xml_text(sink, text);
    sink.print("</y:NodeLabel><y:Shape type=\"", of.yed, "\"/></y:ShapeNode></data>");
  }

  void edge(Sink& sink, EdgeId id, EdgeSummary const& summary) override {
    Edge const edge = graph_.edge(id);
    EdgeLook const& of = look(graph_.relation(id).relation_class, edge.sign, theme_);
    std::string_view const line = line_style(graph_.basis(id));
    sink.print("<data key=\"look_edge\"><y:PolyLineEdge><y:LineStyle color=\"", edge.negated ? page(theme_).denied : of.colour,
               "\" type=\"", line == "solid" ? "line" : line, "\" width=\"1.5\"/><y:Arrows source=\"none\" target=\"", of.yed, "\"/>");
    text_ = edge.negated ? "not" : "";
    for (std::string_view const reference : summary.references) {
      if (text_.size() > label_limit) break;
      std::string_view const printed = printed_reference(reference);
      text_.append(text_.empty() ? "[" : ", [").append(printed.empty() ? reference : printed).append("]");
    }
    if (!text_.empty()) {
      sink.print("<y:EdgeLabel fontSize=\"10\" textColor=\"", page(theme_).faint, "\">");
      xml_text(sink, plain_label(shortened(text_, label_limit)));
      sink.write("</y:EdgeLabel>");
    }
    sink.write("</y:PolyLineEdge></data>");
  }

 private:
  Graph const& graph_;
  Theme theme_;
  std::vector<Place> places_;
  std::string text_;
};

void write_graphml_yed(Graph const& graph, ExportOptions const& options, Sink& sink) {
  Looks looks{graph, options.theme};
  write_graphml(graph, sink, &looks);
}

}  // namespace

extern Exporter const graphml_yed_exporter{"graphml-yed",
                                           ".yed.graphml",
                                           "GraphML for yEd: the columns of graphml, drawn; bars for what decreases",
                                           {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                           write_graphml_yed,
                                           nullptr,
                                           true,
                                           nullptr,
                                           heeds::theme};

}  // namespace mechgraph
