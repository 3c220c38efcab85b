// Where the statements of a graph go: one writer for each syntax of RDF.
#pragma once

#include <string_view>

namespace mechgraph {

enum class RdfNumber { integer, decimal, boolean };

// Takes statements subject by subject and writes them as they come; the same statements give the same bytes. IRIs are absolute, in their
// brackets and free of what IRIs can not hold (rdf.hpp makes them so); texts and lexical forms are plain. All views need to live only
// until the call returns. Nothing is checked for doubles.
class RdfWriter {
 public:
  RdfWriter() = default;
  RdfWriter(RdfWriter const&) = delete;
  RdfWriter& operator=(RdfWriter const&) = delete;
  virtual ~RdfWriter() = default;

  // The graph of the statements that follow; empty = the default graph, with which a writer begins. Called before about() only.
  virtual void in_graph(std::string_view graph) = 0;
  // The subject of the statements that follow.
  virtual void about(std::string_view subject) = 0;
  virtual void add_thing(std::string_view property, std::string_view object) = 0;
  virtual void add_text(std::string_view property, std::string_view text) = 0;
  // `lexical` is in canonical form.
  virtual void add_number(std::string_view property, std::string_view lexical, RdfNumber type) = 0;
  // After the last statement; the sink stays open.
  virtual void finish() = 0;
};

}  // namespace mechgraph
