// A column of values side by side: its own, or a view of a mapped file.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace mechgraph {

// Reads as a span. What is its own can grow; a view can not, and the bytes behind it must outlive the column and its copies.
template <class T>
class FlatColumn {
 public:
  FlatColumn() = default;
  FlatColumn(std::vector<T>&& own) : own_(std::move(own)), values_(own_) {}
  static FlatColumn view(std::span<T const> values) {
    FlatColumn column;
    column.values_ = values;
    return column;
  }
  FlatColumn(FlatColumn&&) noexcept = default;
  FlatColumn& operator=(FlatColumn&&) noexcept = default;
  FlatColumn(FlatColumn const&) = delete;
  FlatColumn& operator=(FlatColumn const&) = delete;
  ~FlatColumn() = default;

  [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
  [[nodiscard]] T const& operator[](std::size_t i) const noexcept { return values_[i]; }
  [[nodiscard]] T const* data() const noexcept { return values_.data(); }
  [[nodiscard]] std::span<T const> span() const noexcept { return values_; }

  // Of a column that is its own.
  void push_back(T value) {
    own_.push_back(value);
    values_ = own_;
  }
  template <class Values>
  void append(Values const& values) {
    own_.insert(own_.end(), values.begin(), values.end());
    values_ = own_;
  }

 private:
  std::vector<T> own_;
  std::span<T const> values_;
};

}  // namespace mechgraph
