// A list that is nearly always short.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <utility>

namespace mechgraph {

// A vector whose first `few` items need no memory of their own. For plain data. Its items may move when it grows, or is moved.
template <class T, std::size_t few>
requires std::is_trivially_copyable_v<T>
class ShortList {
 public:
  ShortList() = default;
  ShortList(std::initializer_list<T> items) {
    for (T const& item : items) push_back(item);
  }
  ShortList(ShortList const& other) { *this = other; }
  ShortList(ShortList&& other) noexcept { *this = std::move(other); }
  ShortList& operator=(ShortList const& other) {
    if (this == &other) return *this;
    size_ = 0;
    for (T const& item : other) push_back(item);
    return *this;
  }
  ShortList& operator=(ShortList&& other) noexcept {
    if (this == &other) return *this;
    std::copy(other.few_, other.few_ + few, few_);
    many_ = std::move(other.many_);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, static_cast<std::uint32_t>(few));
    return *this;
  }
  ~ShortList() = default;

  void push_back(T item) {
    if (size_ == capacity_) grow();
    data()[size_++] = item;
  }

  template <class Test>
  void erase_if(Test test) {
    size_ = static_cast<std::uint32_t>(std::remove_if(begin(), end(), test) - begin());
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] T* begin() noexcept { return data(); }
  [[nodiscard]] T* end() noexcept { return data() + size_; }
  [[nodiscard]] T const* begin() const noexcept { return data(); }
  [[nodiscard]] T const* end() const noexcept { return data() + size_; }
  [[nodiscard]] T& front() noexcept { return *data(); }
  [[nodiscard]] T const& front() const noexcept { return *data(); }
  [[nodiscard]] T& operator[](std::size_t i) noexcept { return data()[i]; }
  [[nodiscard]] T const& operator[](std::size_t i) const noexcept { return data()[i]; }

 private:
  [[nodiscard]] T* data() noexcept { return many_ ? many_.get() : few_; }
  [[nodiscard]] T const* data() const noexcept { return many_ ? many_.get() : few_; }

  void grow() {
    auto more = std::make_unique<T[]>(std::size_t{capacity_} * 2);
    std::copy(begin(), end(), more.get());
    many_ = std::move(more);
    capacity_ *= 2;
  }

  T few_[few] = {};
  std::unique_ptr<T[]> many_;  // all items, once they are more
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = few;
};

}  // namespace mechgraph
