// The figure that Graphviz draws of our DOT.
#include "exporters/figure.hpp"

#include <string>
#include <vector>

#include "base/child.hpp"
#include "base/error.hpp"

namespace mechgraph {
namespace {

// What Graphviz complained of first, without its own name.
std::string complaint(ScratchFile& messages) {
  std::string text = messages.text(4000);
  text.resize(std::min(text.find('\n'), text.size()));
  return text;
}

}  // namespace

void write_figure(Graph const& graph, ExportOptions const& options, Sink& sink, std::string_view type) {
  if (graph.node_count() > figure_limit) {
    throw Error(
        "",
        "a figure of " + std::to_string(graph.node_count()) + " nodes can not be drawn; " + std::to_string(figure_limit) + " are the most",
        "draw a part: export --around TERM --hops 2, or --kind, --relation, --min-witnesses");
  }
  ScratchFile dot, picture, messages;
  {
    Sink to_dot = Sink::to_descriptor(dot.descriptor(), "the input of dot");
    find_exporter("dot")->write(graph, options, to_dot);
    to_dot.close();
  }
  std::vector<std::string> command{"dot", "-T" + std::string{type}};
  if (graph.node_count() > lanes_limit) command.insert(command.end(), {"-Ksfdp", "-Goverlap=prism"});
  int const code = run_child(command, dot, picture, messages);
  if (code < 0) {
    throw Error("", "there is no program 'dot' to draw " + std::string{type} + " with",
                "install Graphviz (Debian: apt-get install graphviz), or write .dot and draw it elsewhere");
  }
  if (code != 0) {
    std::string const why = complaint(messages);
    throw Error("", "dot failed with exit code " + std::to_string(code) + (why.empty() ? "" : ": " + why),
                "write .dot, which dot -v draws with its messages");
  }
  picture.copy_to(sink);
}

}  // namespace mechgraph
