// Parts of a graph in words: what `paths`, `show` and `find` print of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "query/paths.hpp"

namespace mechgraph {

// "NLRP3", as a figure shows it; its id where it has no label.
std::string_view label(Graph const& graph, NodeId node);

// The arrow of a hop: "→" raises, "⊣" lowers, "⇢" acts without a stated direction, "←" walked backwards, "—carries→" for a relation that
// is no effect; "≠" before an arrow that is denied.
std::string arrow(Graph const& graph, Hop const& hop);

// "+", "−" or "0".
std::string_view sign_text(int sign);

// "subject relation object", with "not" for a denial.
std::string sentence(Graph const& graph, EdgeId edge);

// References of a witness as printed: "107,108"; identifiers of publications in full.
std::string references(Graph const& graph, WitnessId witness);

// The works that a reference stands for: "PMID:123 and PMID:124"; empty where nothing is known.
std::string cited_works(Graph const& graph, std::string_view reference);

// "Table 3, row 4 [107]".
std::string place(Graph const& graph, WitnessId witness);

// 1000 → "1", 540 → "0.54".
std::string per_mille(std::uint16_t thousandths);

// "1 row", "2 rows".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

// Columns of text output.
inline constexpr std::size_t screen_columns = 80;

}  // namespace mechgraph
