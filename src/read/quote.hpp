// Words of the input, as messages show them.
#pragma once

#include <string>
#include <string_view>

#include "base/caret.hpp"

namespace mechgraph {

// The text in quotes, its white space as single spaces, cut with "…" after 60 code points.
std::string quoted(std::string_view text);

// The line up to some 200 bytes behind the caret: enough to show where it points and to count its column.
std::string excerpt_of(std::string_view line, Caret caret);

}  // namespace mechgraph
