// Numbering the works of a graph.
#include "query/works.hpp"

#include <algorithm>

#include <tsl/robin_map.h>

namespace mechgraph {

Works::Works(Graph const& graph) {
  tsl::robin_map<std::string_view, std::uint32_t> numbers;
  begin_.reserve(graph.edge_count() + 1);
  begin_.push_back(0);
  for (EdgeId const edge : graph.edges()) {
    std::size_t const first = works_.size();
    for (WitnessId const witness : graph.witnesses(edge)) {
      for (std::string_view const work : graph.works(witness)) {
        auto const [place, is_new] = numbers.try_emplace(work, static_cast<std::uint32_t>(names_.size()));
        if (is_new) names_.push_back(work);
        works_.push_back(place->second);
      }
    }
    auto const own = works_.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(own, works_.end());
    works_.erase(std::unique(own, works_.end()), works_.end());
    begin_.push_back(works_.size());
  }
}

}  // namespace mechgraph
