// Bytes that grow in place where the system can move pages instead of copying them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace mechgraph {

// A vector of raw bytes on realloc(): a large one grows without a second copy beside it, and what it has in reserve takes no memory yet.
class GrowingBytes {
 public:
  // `more` bytes behind the last, for the caller to write. Amortised constant.
  char* grow(std::size_t more) {
    if (more > room_ - size_) {
      std::size_t const room = std::max(size_ + more, room_ + room_ / 2);
      void* const moved = std::realloc(bytes_.get(), room);
      if (moved == nullptr) throw std::bad_alloc{};
      static_cast<void>(bytes_.release());
      bytes_.reset(static_cast<char*>(moved));
      room_ = room;
    }
    char* const place = bytes_.get() + size_;
    size_ += more;
    return place;
  }
  // The last bytes are none again.
  void shrink(std::size_t less) noexcept { size_ -= less; }
  [[nodiscard]] char const* data() const noexcept { return bytes_.get(); }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  struct Free {
    void operator()(char* bytes) const noexcept { std::free(bytes); }
  };
  std::unique_ptr<char, Free> bytes_;
  std::size_t size_ = 0, room_ = 0;
};

}  // namespace mechgraph
