// Where the nodes of a figure stand: lanes by kind from left to right, and as many columns in a lane as its own steps need.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// A column of nodes. The first column of each lane carries its title.
struct Column {
  Kind kind = Kind::context;
  bool first = false;
  std::vector<NodeId> nodes;
};

struct Lanes {
  std::vector<bool> drawn;            // edges that the figure shows
  std::vector<std::uint32_t> column;  // of each node; no_column for one that the figure leaves out
  std::vector<Column> columns;        // from left to right; none is empty
  std::vector<EdgeId> settings;       // edges that say in what disease something was studied: for words, not for lines

  static constexpr std::uint32_t no_column = 0xFFFFFFFF;
};

// Draws every edge but those of the hierarchy and the settings (each preparation has one, all to the same few diseases), and the nodes at
// their ends. A step between two nodes of one kind puts the second in a later
// column; steps that go round in a circle stay where they are. O(n log n).
Lanes lanes_of(Graph const& graph);

// A place on a grid that programs without a layout of their own can draw: the columns of the figure from left to right, and one more for
// what it leaves out.
struct Place {
  std::uint32_t column = 0, row = 0;
};
std::vector<Place> places_of(Graph const& graph);

}  // namespace mechgraph
