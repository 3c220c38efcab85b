// Turtle: a graph of ours, or of others.
#include "read/rdf_part.hpp"
#include "read/rdf_turtle.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

int recognises(std::string_view name, std::string_view head) {
  if (name.ends_with(".ttl")) return 98;
  return is_turtle(head) ? 90 : 0;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  hand_out_rdf(read_rdf_turtle(input, false, diagnostics), input, options, diagnostics, target);
}

}  // namespace

extern Reader const ttl_reader;
Reader const ttl_reader{"ttl", "a graph as Turtle, ours or of others", true, recognises, read};

}  // namespace mechgraph
