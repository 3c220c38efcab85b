// How far apart two spellings are.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mechgraph {

// Changed, missing and extra bytes between two texts, or nothing above `most`. Only the band of width 2 most + 1 is computed.
std::optional<std::size_t> spelling_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace mechgraph
