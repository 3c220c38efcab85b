// N-Triples and N-Quads.
#pragma once

#include "base/sink.hpp"
#include "base/text_buffer.hpp"
#include "exporters/rdf_writer.hpp"

namespace mechgraph {

// One statement a line in canonical form. Without graphs every statement is a triple.
class RdfLines final : public RdfWriter {
 public:
  explicit RdfLines(Sink& sink) : sink_(sink) { end_ += " .\n"; }

  void in_graph(std::string_view graph) override;
  void about(std::string_view subject) override;
  void add_thing(std::string_view property, std::string_view object) override;
  void add_text(std::string_view property, std::string_view text) override;
  void add_number(std::string_view property, std::string_view lexical, RdfNumber type) override;
  void finish() override {}

 private:
  Sink& sink_;
  TextBuffer subject_;  // and a space
  TextBuffer end_;      // with the graph
};

}  // namespace mechgraph
