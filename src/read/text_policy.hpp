// What readers owe the text policy (base/text.hpp, clean_text) where escapes bring in what the check of the input kept out.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/diagnostics.hpp"

namespace mechgraph {

// False for a text that clean_text may change. A pass without branches.
bool is_clean_text(std::string_view text) noexcept;

// A warning of how many code points clean_text replaced in an input; nothing when none.
void say_replaced(Diagnostics& diagnostics, std::uint32_t input, std::uint64_t count);

}  // namespace mechgraph
