// Text that must outlive its source: stored once, never moved.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace mechgraph {

// A bump allocator for text. Views that it gives stay valid until it is destroyed; moving the arena keeps them valid.
// store() costs one copy; blocks are 64 KiB, or the text's size when that is larger.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;
  Arena(Arena const&) = delete;
  Arena& operator=(Arena const&) = delete;
  ~Arena() = default;

  std::string_view store(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) grow(text.size());
    std::memcpy(next_, text.data(), text.size());
    std::string_view const stored{next_, text.size()};
    next_ += text.size();
    left_ -= text.size();
    return stored;
  }

 private:
  static constexpr std::size_t block_size = std::size_t{64} * 1024;

  void grow(std::size_t at_least) {
    std::size_t const size = at_least > block_size ? at_least : block_size;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    left_ = size;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace mechgraph
