// N-Quads: a graph of ours, or of others.
#include "read/rdf_lines.hpp"
#include "read/rdf_part.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

int recognises(std::string_view name, std::string_view head) {
  if (terms_of_first_line(head) > 0) return 97;
  return name.ends_with(".nq") ? 60 : 0;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  hand_out_rdf(read_rdf_lines(input, true, diagnostics), input, options, diagnostics, target);
}

}  // namespace

extern Reader const nq_reader;
Reader const nq_reader{"nq", "a graph as N-Quads: the same with a graph for each document", true, recognises, read, true};

}  // namespace mechgraph
