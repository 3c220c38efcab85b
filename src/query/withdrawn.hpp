// What is left when a source of claims is taken away: a retraction.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// Which witnesses and references users' words name. A word is a document or a cited work ("DOI:10.1/x", "10.1/x", "PMID:7"), a reference
// ("DOI:10.1/x#107", or as it is printed: "107"), or a record as places are printed ("Table 3, row 4", "row 4"; "DOI:10.1/x, Table 3, row
// 4").
class Withdrawn {
 public:
  // Linear in the graph.
  Withdrawn(Graph const& graph, std::span<std::string const> words);

  // True for a witness that goes: its record or document is named, or each of its references is.
  [[nodiscard]] bool takes(WitnessId witness) const { return gone_[index(witness)]; }
  // True for a reference that goes, also where its witness stays.
  [[nodiscard]] bool takes(std::string_view reference) const { return references_.contains(reference); }
  // The words that name nothing in the graph, in the order given.
  [[nodiscard]] std::vector<std::string> const& unknown() const noexcept { return unknown_; }

 private:
  [[nodiscard]] bool is_named(std::string_view word);

  std::set<std::string, std::less<>> words_;
  std::set<std::string, std::less<>> used_;
  std::set<std::string, std::less<>> references_;  // that go
  std::vector<bool> gone_;
  std::vector<std::string> unknown_;
};

}  // namespace mechgraph
