// The first bytes of a snapshot (graph/snapshot.hpp).
#pragma once

#include <string_view>

namespace mechgraph {

// As in PNG: a byte that no text has, and line ends that a transfer as text would change.
inline constexpr std::string_view snapshot_magic{"\x89MGRAPH\r\n\x1A\n", 11};

}  // namespace mechgraph
