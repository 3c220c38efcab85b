// What readers owe the text policy.
#include "read/text_policy.hpp"

#include <cstddef>

#include <fmt/format.h>

namespace mechgraph {

bool is_clean_text(std::string_view text) noexcept {
  constexpr std::size_t piece = 64;
  auto const test = [](char c) {  // 0xEF begins U+FFFE and U+FFFF
    auto const byte = static_cast<unsigned char>(c);
    return (static_cast<unsigned>(byte < 0x20U) & static_cast<unsigned>(byte != '\t') & static_cast<unsigned>(byte != '\n')) |
           static_cast<unsigned>(byte == 0xEFU);
  };
  std::size_t at = 0;
  for (; at + piece <= text.size(); at += piece) {
    char const* const bytes = text.data() + at;
    unsigned found = 0;
    for (std::size_t i = 0; i < piece; ++i) found |= test(bytes[i]);
    if (found != 0) return false;
  }
  unsigned found = 0;
  for (; at < text.size(); ++at) found |= test(text[at]);
  return found == 0;
}

void say_replaced(Diagnostics& diagnostics, std::uint32_t input, std::uint64_t count) {
  if (count == 0) return;
  diagnostics.add({Severity::warning, Caret{input, 0, 0},
                   fmt::format("{} control character{} replaced by U+FFFD, since XML can not hold {}", count,
                               count == 1 ? " was" : "s were", count == 1 ? "it" : "them"),
                   "", ""});
}

}  // namespace mechgraph
