// The part of a graph that options ask for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace mechgraph {

struct Options;

// The kind of this name. Throws Error, with the names of all, for another word.
Kind kind_of(std::string_view option, std::string const& text);

// What --kind, --relation, --basis, --min-witnesses, --without and --around leave; nothing when none of them is given. Throws Error on
// words that name nothing.
std::optional<Graph> selected(Options const& options, Graph const& graph);

}  // namespace mechgraph
