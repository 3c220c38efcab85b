// N-Triples: a graph of ours, or of others.
#include "read/rdf_lines.hpp"
#include "read/rdf_part.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

int recognises(std::string_view name, std::string_view head) {
  if (!name.ends_with(".nt")) return 0;  // what may be either is read as N-Quads, which hold triples too
  return terms_of_first_line(head) == 3 ? 98 : 60;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  hand_out_rdf(read_rdf_lines(input, false, diagnostics), input, options, diagnostics, target);
}

}  // namespace

extern Reader const nt_reader;
Reader const nt_reader{"nt", "a graph as N-Triples, ours or of others", true, recognises, read, true};

}  // namespace mechgraph
