// A column of numbers: its own, or a view of a mapped file.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace mechgraph {

// Reads as a span. What is its own can grow; a view can not, and the bytes behind it must outlive the column and its copies.
template <class T>
class Column {
 public:
  Column() = default;
  Column(std::vector<T>&& own) : own_(std::move(own)), values_(own_) {}
  static Column view(std::span<T const> values) {
    Column column;
    column.values_ = values;
    return column;
  }
  Column(Column&&) noexcept = default;
  Column& operator=(Column&&) noexcept = default;
  Column(Column const&) = delete;
  Column& operator=(Column const&) = delete;
  ~Column() = default;

  [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
  [[nodiscard]] bool empty() const noexcept { return values_.empty(); }
  [[nodiscard]] T const& operator[](std::size_t i) const noexcept { return values_[i]; }
  [[nodiscard]] T const* data() const noexcept { return values_.data(); }
  [[nodiscard]] auto begin() const noexcept { return values_.begin(); }
  [[nodiscard]] auto end() const noexcept { return values_.end(); }
  [[nodiscard]] std::span<T const> span() const noexcept { return values_; }

  // Of a column that is its own.
  void reserve(std::size_t size) {
    own_.reserve(size);
    values_ = own_;
  }
  void push_back(T value) {
    own_.push_back(value);
    values_ = own_;
  }
  template <class Texts>
  void append(Texts const& values) {
    own_.insert(own_.end(), values.begin(), values.end());
    values_ = own_;
  }
  [[nodiscard]] std::span<T> own() noexcept { return own_; }

 private:
  std::vector<T> own_;
  std::span<T const> values_;
};

}  // namespace mechgraph
