// The works that claims rest on: what counts as independent.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// The distinct works of a graph (those of Graph::works), numbered in order of their first edge, and those of each edge. Linear in the graph
// with a logarithm in the works of one edge; 4 bytes a work of an edge.
class Works {
 public:
  explicit Works(Graph const& graph);

  [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }
  [[nodiscard]] std::string_view name(std::uint32_t work) const { return names_[work]; }
  // Distinct, ascending.
  [[nodiscard]] std::span<std::uint32_t const> of(EdgeId edge) const {
    return std::span{works_}.subspan(begin_[index(edge)], begin_[index(edge) + 1] - begin_[index(edge)]);
  }

 private:
  std::vector<std::string_view> names_;  // owned by the graph
  std::vector<std::size_t> begin_;       // of edges, in works_
  std::vector<std::uint32_t> works_;
};

}  // namespace mechgraph
