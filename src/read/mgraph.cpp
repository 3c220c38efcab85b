// Snapshots: what reads them maps them (graph/snapshot.hpp), so here is only how they are told.
#include "base/error.hpp"
#include "domain/snapshot_magic.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

int recognises(std::string_view, std::string_view head) { return head.starts_with(snapshot_magic) ? 100 : 0; }

// A snapshot never comes here: for_each_document() hands it over as it is.
void read(Input const& input, ReadOptions const&, Diagnostics& diagnostics, ReadTarget const&) {
  throw Error(std::string{diagnostics.input_name(input.number)}, "is no snapshot of a graph",
              "drop --input-format: the content tells the form");
}

}  // namespace

extern Reader const mgraph_reader;
Reader const mgraph_reader{"mgraph", "a snapshot of a graph, opened without parsing", true, recognises, read};

}  // namespace mechgraph
