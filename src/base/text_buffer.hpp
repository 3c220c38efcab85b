// Text that grows at its end and is used again and again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/short_copy.hpp"

namespace mechgraph {

// Like std::string, but appending costs no call: for what is put together from many short pieces.
class TextBuffer {
 public:
  TextBuffer() = default;
  TextBuffer(TextBuffer&& other) noexcept { *this = std::move(other); }
  TextBuffer& operator=(TextBuffer&& other) noexcept {
    begin_ = std::move(other.begin_);
    next_ = std::exchange(other.next_, nullptr);
    limit_ = std::exchange(other.limit_, nullptr);
    return *this;
  }
  TextBuffer(TextBuffer const&) = delete;
  TextBuffer& operator=(TextBuffer const&) = delete;
  ~TextBuffer() = default;

  void append(std::string_view text) { next_ = copy_to(need(text.size()), text); }
  void append(char byte) {
    *need(1) = byte;
    ++next_;
  }
  TextBuffer& operator+=(std::string_view text) {
    append(text);
    return *this;
  }
  TextBuffer& operator+=(char byte) {
    append(byte);
    return *this;
  }
  void clear() noexcept { next_ = begin_.get(); }

  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(next_ - begin_.get()); }
  [[nodiscard]] bool empty() const noexcept { return next_ == begin_.get(); }
  [[nodiscard]] std::string_view view() const noexcept { return {begin_.get(), size()}; }
  [[nodiscard]] std::string str() const { return std::string{view()}; }
  operator std::string_view() const noexcept { return view(); }  // NOLINT(google-explicit-constructor): it is one

  // The place of what comes next, with room for `size` bytes; end_at() takes them in.
  char* need(std::size_t size) {
    if (size > static_cast<std::size_t>(limit_ - next_)) [[unlikely]]
      grow(size);
    return next_;
  }
  void end_at(char* end) noexcept { next_ = end; }

 private:
  void grow(std::size_t more) {
    std::size_t const used = size();
    std::size_t const capacity = std::max<std::size_t>(1024, 2 * (used + more));
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (used > 0) std::memcpy(larger.get(), begin_.get(), used);
    begin_ = std::move(larger);
    next_ = begin_.get() + used;
    limit_ = begin_.get() + capacity;
  }

  std::unique_ptr<char[]> begin_;
  char* next_ = nullptr;
  char* limit_ = nullptr;
};

}  // namespace mechgraph
