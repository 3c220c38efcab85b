// The inputs of the command line → tables and graphs.
#pragma once

#include <cstddef>
#include <functional>

#include "domain/graph_part.hpp"
#include "domain/record.hpp"
#include "graph/snapshot.hpp"

namespace mechgraph {

struct Options;
class LazyLexicon;
class Report;

// Documents: files, members of folders and archives.
struct InputTally {
  std::size_t used = 0;
  std::size_t graphs = 0;  // of those
  std::size_t unusable = 0;
  std::size_t passed_over = 0;  // in folders and archives: not known as something to read
};

// Reads every document of every input, in the order of the command line. Findings are reported; a document that can not be used is a
// finding while another one can, else Error is thrown. With --strict any finding throws at the end. `graph_part` and `snapshot` may be
// empty: then graphs are refused. An Error that one of the three throws ends it. `checks` is how a snapshot is opened.
InputTally read_inputs(Options const& options, LazyLexicon& lexicon, Report& report, std::function<void(RecordTable&&)> const& table,
                       std::function<void(GraphPart&&)> const& graph_part, std::function<void(Graph&&)> const& snapshot = {},
                       Snapshot::Check checks = Snapshot::Check::all);

}  // namespace mechgraph
