// Turtle and TriG.
#pragma once

#include <string>

#include "base/sink.hpp"
#include "base/text_buffer.hpp"
#include "exporters/rdf_writer.hpp"

namespace mechgraph {

// Prefixes first, then a paragraph a subject: its statements that come together are one, equal properties that come together share a
// line. With `graphs` each graph is a block of TriG, the default graph too; without, in_graph() must not be called.
class RdfTurtle final : public RdfWriter {
 public:
  RdfTurtle(Sink& sink, bool graphs);

  void in_graph(std::string_view graph) override;
  void about(std::string_view subject) override;
  void add_thing(std::string_view property, std::string_view object) override;
  void add_text(std::string_view property, std::string_view text) override;
  void add_number(std::string_view property, std::string_view lexical, RdfNumber type) override;
  void finish() override;

 private:
  void name(std::string_view iri);
  void begin(std::string_view property);
  void end_subject();
  void end_graph();

  Sink& sink_;
  bool graphs_;
  bool graph_open_ = false;
  std::string_view indent_;
  std::string graph_;    // of the statements that come
  TextBuffer subject_;   // the same
  TextBuffer property_;  // of the last statement; empty = none of the subject is written yet
};

}  // namespace mechgraph
