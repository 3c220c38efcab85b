// N-Triples and N-Quads.
#include "exporters/rdf_lines.hpp"

#include "domain/rdf_names.hpp"
#include "exporters/escape.hpp"

namespace mechgraph {
namespace {

std::string_view datatype(RdfNumber type) {
  switch (type) {
    case RdfNumber::integer: return xsd_integer;
    case RdfNumber::decimal: return xsd_decimal;
    case RdfNumber::boolean: return xsd_boolean;
  }
  return {};
}

}  // namespace

void RdfLines::in_graph(std::string_view graph) {
  end_.clear();
  if (!graph.empty()) end_ += ' ';
  end_ += graph;
  end_ += " .\n";
}

void RdfLines::about(std::string_view subject) {
  subject_.clear();
  subject_ += subject;
  subject_ += ' ';
}

void RdfLines::add_thing(std::string_view property, std::string_view object) {
  sink_.print(subject_.view(), property, ' ', object, end_.view());
}

void RdfLines::add_text(std::string_view property, std::string_view text) {
  sink_.print(subject_.view(), property, ' ');
  nt_literal(sink_, text);
  sink_.write(end_.view());
}

void RdfLines::add_number(std::string_view property, std::string_view lexical, RdfNumber type) {
  sink_.print(subject_.view(), property, " \"", lexical, "\"^^", datatype(type), end_.view());
}

}  // namespace mechgraph
