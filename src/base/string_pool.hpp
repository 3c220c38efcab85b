// Strings stored once and named by a number.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "base/arena.hpp"
#include "base/ids.hpp"

namespace mechgraph {

// Interns strings: equal texts get the same StringId, numbers are dense and given in order of first arrival; StringId{0} is "".
// Views stay valid as long as the pool (moving it keeps them). intern() costs one hash and, for a new text, one copy.
class StringPool {
 public:
  StringPool() { texts_.emplace_back(); }

  StringId intern(std::string_view text) {
    if (text.empty()) return StringId{0};
    if (auto const found = numbers_.find(text); found != numbers_.end()) return found->second;
    std::string_view const stored = arena_.store(text);
    auto const id = at_index<StringId>(texts_.size());
    texts_.push_back(stored);
    numbers_.emplace(stored, id);
    return id;
  }

  // The text of a number that this pool gave.
  [[nodiscard]] std::string_view view(StringId id) const noexcept { return texts_[index(id)]; }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

 private:
  Arena arena_;
  std::vector<std::string_view> texts_;
  tsl::robin_map<std::string_view, StringId> numbers_;
};

}  // namespace mechgraph
