// TriG: a graph of ours, or of others.
#include "read/rdf_part.hpp"
#include "read/rdf_turtle.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

int recognises(std::string_view name, std::string_view head) {
  if (name.ends_with(".trig")) return 98;
  return is_turtle(head) && has_graphs(head) ? 91 : 0;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  hand_out_rdf(read_rdf_turtle(input, true, diagnostics), input, options, diagnostics, target);
}

}  // namespace

extern Reader const trig_reader;
Reader const trig_reader{"trig", "a graph as TriG: the same with a graph for each document", true, recognises, read};

}  // namespace mechgraph
