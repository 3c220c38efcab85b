// What `check` finds, in one form for text, JSON and TSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

struct NotUnderstood;

enum class Level : std::uint8_t { error, warning, note };

std::string_view name(Level level) noexcept;

// A kind of finding.
struct FindingKind {
  std::string_view name;  // "contested": for --fail-on
  Level level = Level::note;
  std::string_view meaning;
};

// In the order in which they are shown: by level.
std::vector<FindingKind> const& finding_kinds();

struct Finding {
  std::size_t kind = 0;  // in finding_kinds()
  std::string message;
  std::vector<std::string> details;     // lines for people: who says it, with the words
  std::string document, table, record;  // where it stands, or begins
  std::vector<NodeId> nodes;
  std::vector<EdgeId> edges;
  std::vector<std::string> names;  // what differs, works, near terms: what the kind's meaning says
};

struct Findings {
  std::vector<Finding> all;          // by kind, else in the order of the graph
  std::vector<std::string> remarks;  // bounds that were reached
};

// Everything that query/ knows to be doubtful of a graph, and the words that its building left over.
Findings find_doubts(Graph const& graph, std::vector<NotUnderstood> const& not_understood);

}  // namespace mechgraph
