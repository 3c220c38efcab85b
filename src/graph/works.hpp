// References → works: what the reference lists say, and which of them are one.
#pragma once

#include <utility>
#include <vector>

#include "graph/tables.hpp"

namespace mechgraph {

struct CitedWorks {
  // Each once, without those that say less than another of the same reference; in no order.
  std::vector<GraphPart::Citation> citations;
  // Reference or document id → name of a work, where that is another; may hold doubles.
  std::vector<std::pair<StringId, StringId>> names;
};

// Takes the citations out of the tables, and adds the names of works to their strings. Linear.
CitedWorks find_works(GraphBuilder::Tables& tables);

}  // namespace mechgraph
