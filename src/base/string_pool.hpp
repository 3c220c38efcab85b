// Strings stored once and named by a number.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/arena.hpp"
#include "base/ids.hpp"
#include "base/text_hash.hpp"

namespace mechgraph {

// Interns strings: equal texts get the same StringId, numbers are dense and given in order of first arrival; StringId{0} is "".
// Views stay valid as long as the pool (moving it keeps them). intern() costs one hash and, for a new text, one copy.
class StringPool {
 public:
  StringPool() { texts_.emplace_back(); }

  StringId intern(std::string_view text) {
    if (text.empty()) return StringId{0};
    if (interned_ * 2 >= slots_.size()) grow();
    auto const hash = static_cast<std::uint32_t>(text_hash(text) >> 32U);
    for (std::size_t at = hash & mask(); true; at = (at + 1) & mask()) {
      Slot& slot = slots_[at];
      if (slot.id == 0) {
        slot = {hash, static_cast<std::uint32_t>(texts_.size())};
        ++interned_;
        return add(text);
      }
      if (slot.hash == hash && texts_[slot.id] == text) return at_index<StringId>(slot.id);
    }
  }

  // Gives a text a number of its own, without looking whether it has one: for texts that hardly repeat. intern() does not find it.
  StringId add(std::string_view text) {
    texts_.push_back(arena_.store(text));
    return at_index<StringId>(texts_.size() - 1);
  }

  // The text of a number that this pool gave.
  [[nodiscard]] std::string_view view(StringId id) const noexcept { return texts_[index(id)]; }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;  // of the text: its place, and so that few others are compared
    std::uint32_t id = 0;    // 0: empty
  };

  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }

  void grow() {
    std::vector<Slot> const before = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : slots_.size() * 2));
    for (Slot const& slot : before) {
      if (slot.id == 0) continue;
      std::size_t at = slot.hash & mask();
      while (slots_[at].id != 0) at = (at + 1) & mask();
      slots_[at] = slot;
    }
  }

  Arena arena_;
  std::vector<std::string_view> texts_;
  std::size_t interned_ = 0;
  std::vector<Slot> slots_;  // a power of two, at most half full
};

}  // namespace mechgraph
