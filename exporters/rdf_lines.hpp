// N-Triples and N-Quads.
#pragma once

#include <string>

#include "base/sink.hpp"
#include "exporters/rdf_writer.hpp"

namespace mechgraph {

// One statement a line in canonical form. Without graphs every statement is a triple.
class RdfLines final : public RdfWriter {
 public:
  explicit RdfLines(Sink& sink) : sink_(sink) {}

  void in_graph(std::string_view graph) override;
  void about(std::string_view subject) override;
  void add_thing(std::string_view property, std::string_view object) override;
  void add_text(std::string_view property, std::string_view text) override;
  void add_number(std::string_view property, std::string_view lexical, RdfNumber type) override;
  void finish() override {}

 private:
  Sink& sink_;
  std::string subject_;
  std::string end_ = " .\n";  // with the graph
};

}  // namespace mechgraph
