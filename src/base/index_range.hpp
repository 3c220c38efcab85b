// A range of values that are made from their position.
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <utility>

namespace mechgraph {

// make(first), make(first + 1) … make(last - 1): a sized random-access range that holds two numbers and the function. Instead of
// views::iota | views::transform, which clang before 16 can not compile with this standard library, and which cost every includer.
template <class Make>
class IndexRange : public std::ranges::view_base {
 public:
  class Iterator {
   public:
    using value_type = decltype(std::declval<Make const&>()(std::size_t{}));
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;  // it gives values, not references
    using iterator_concept = std::random_access_iterator_tag;

    Iterator() = default;
    Iterator(Make const* make, std::size_t at) : make_(make), at_(at) {}

    value_type operator*() const { return (*make_)(at_); }
    value_type operator[](difference_type step) const { return *(*this + step); }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this -= 1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    Iterator& operator+=(difference_type step) {
      at_ += static_cast<std::size_t>(step);
      return *this;
    }
    Iterator& operator-=(difference_type step) { return *this += -step; }
    friend Iterator operator+(Iterator it, difference_type step) { return it += step; }
    friend Iterator operator+(difference_type step, Iterator it) { return it += step; }
    friend Iterator operator-(Iterator it, difference_type step) { return it -= step; }
    friend difference_type operator-(Iterator a, Iterator b) { return static_cast<difference_type>(a.at_ - b.at_); }
    friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }
    friend auto operator<=>(Iterator a, Iterator b) { return a.at_ <=> b.at_; }

   private:
    Make const* make_ = nullptr;
    std::size_t at_ = 0;
  };

  IndexRange(std::size_t first, std::size_t last, Make make) : first_(first), last_(last), make_(std::move(make)) {}

  // Iterators hold a pointer to the range: they must not outlive it.
  [[nodiscard]] Iterator begin() const { return {&make_, first_}; }
  [[nodiscard]] Iterator end() const { return {&make_, last_}; }
  [[nodiscard]] std::size_t size() const { return last_ - first_; }
  [[nodiscard]] bool empty() const { return first_ == last_; }
  [[nodiscard]] auto operator[](std::size_t i) const { return make_(first_ + i); }
  [[nodiscard]] auto front() const { return make_(first_); }

 private:
  std::size_t first_;
  std::size_t last_;
  Make make_;
};

}  // namespace mechgraph
