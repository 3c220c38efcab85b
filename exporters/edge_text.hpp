// What the witnesses of an edge add up to: the columns that formats without witnesses show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_scan.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// Gathers over the witnesses of one edge after another; its storage is used again. The views are into the graph.
class EdgeSummary {
 public:
  // O(w log w) in the edge's witnesses.
  void gather(Graph const& graph, EdgeId edge);

  std::vector<std::string_view> references;  // distinct, sorted
  std::vector<std::string_view> words;       // distinct, sorted
  std::size_t witnesses = 0;
  // In how many works it was seen: distinct works that are cited, and distinct records for witnesses without a reference; at least 1.
  std::size_t weight = 1;

 private:
  std::vector<std::string_view> works_;
  std::vector<RecordId> records_;
};

// What qualifies a witness, or the witnesses of an edge, in words: "cell_type: macrophage"; sorted, each once.
std::vector<std::string> context_of(Graph const& graph, WitnessId id);
std::vector<std::string> context_of(Graph const& graph, EdgeId id);

// Does the ontology say the edge itself, so that every graph with its ends has it? Constant time but for the few parents of a term.
bool from_ontology(Graph const& graph, EdgeId edge);

// Appends the values to a TextBuffer or a std::string with '|' between them; '\' and '|' inside a value get a '\' before them.
inline constexpr ByteSet joined_bytes{"|\\", false, false};
template <class Out, class Range>
void append_joined(Out& out, Range const& values) {
  bool first = true;
  for (std::string_view const value : values) {
    if (!first) out += '|';
    first = false;
    std::size_t run = 0;
    for (std::size_t at = find_byte<joined_bytes>(value, 0); at < value.size(); at = find_byte<joined_bytes>(value, at + 1)) {
      out += value.substr(run, at - run);
      out += '\\';
      run = at;
    }
    out += value.substr(run);
  }
}

}  // namespace mechgraph
