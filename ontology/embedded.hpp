// The files of ontology/data as they were when the program was built.
#pragma once

#include <span>
#include <string_view>

namespace mechgraph {

struct EmbeddedTable {
  std::string_view name;  // file name without ".tsv"
  std::string_view text;
};

// Sorted by name.
std::span<EmbeddedTable const> embedded_tables();

}  // namespace mechgraph
