// Room to work in, of which only what is touched costs anything.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace mechgraph {

// As many values of all zero bits as a graph has nodes or edges. The pages of a large one come from the system when they are first touched,
// so that a question that reaches little of a large graph pays for little.
template <class T>
class Scratch {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  explicit Scratch(std::size_t size) : values_(static_cast<T*>(std::calloc(size + 1, sizeof(T)))) {
    if (!values_) throw std::bad_alloc{};
  }

  [[nodiscard]] T& operator[](std::size_t i) { return values_.get()[i]; }
  [[nodiscard]] T const& operator[](std::size_t i) const { return values_.get()[i]; }

 private:
  struct Free {
    void operator()(T* values) const noexcept { std::free(values); }
  };
  std::unique_ptr<T, Free> values_;
};

}  // namespace mechgraph
