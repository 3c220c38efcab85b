// Turtle and TriG.
#include "exporters/rdf_turtle.hpp"

#include "domain/rdf_names.hpp"
#include "exporters/escape.hpp"
#include "exporters/rdf_prefixes.hpp"

namespace mechgraph {

RdfTurtle::RdfTurtle(Sink& sink, bool graphs) : sink_(sink), graphs_(graphs), indent_(graphs ? "  " : "") {
  for (auto const& [prefix, space] : rdf_prefixes) sink_.print("@prefix ", prefix, ": <", space, "> .\n");
}

void RdfTurtle::in_graph(std::string_view graph) {
  end_graph();
  graph_ = graph;
}

void RdfTurtle::about(std::string_view subject) {
  if (subject == subject_.view()) return;
  end_subject();
  subject_ += subject;
}

void RdfTurtle::name(std::string_view iri) {
  auto const [prefix, local] = prefixed(iri);
  if (prefix.empty())
    sink_.write(iri);
  else
    sink_.print(prefix, ':', local);
}

// All up to the object.
void RdfTurtle::begin(std::string_view property) {
  if (graphs_ && !graph_open_) {
    sink_.write('\n');
    if (!graph_.empty()) {
      name(graph_);
      sink_.write(' ');
    }
    sink_.write('{');
    graph_open_ = true;
  }
  if (property == property_.view()) return sink_.write(" , ");
  if (property_.empty()) {
    sink_.print('\n', indent_);
    name(subject_.view());
    sink_.write(' ');
  } else {
    sink_.print(" ;\n", indent_, "  ");
  }
  property_.clear();
  property_ += property;
  if (property == rdf_type)
    sink_.write('a');
  else
    name(property);
  sink_.write(' ');
}

void RdfTurtle::add_thing(std::string_view property, std::string_view object) {
  begin(property);
  name(object);
}

void RdfTurtle::add_text(std::string_view property, std::string_view text) {
  begin(property);
  nt_literal(sink_, text);
}

void RdfTurtle::add_number(std::string_view property, std::string_view lexical, RdfNumber) {
  begin(property);
  sink_.write(lexical);  // the canonical forms of the three types are those that Turtle has without quotes
}

void RdfTurtle::end_subject() {
  if (!property_.empty()) sink_.write(" .\n");
  property_.clear();
  subject_.clear();
}

void RdfTurtle::end_graph() {
  end_subject();
  if (graph_open_) sink_.write("}\n");
  graph_open_ = false;
}

void RdfTurtle::finish() { end_graph(); }

}  // namespace mechgraph
