// A column of numbers in little memory: its own, or a view of a mapped file.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/index_range.hpp"
#include "base/text.hpp"
#include "graph/growing_bytes.hpp"

namespace mechgraph {

// How a block of a column is held: number i of it is base + step * i + what stands in `width` bytes at `offset` + width * i, little-endian.
// So a run of one value, or of each its position, takes no bytes, and others as many as the spread of their block asks for. Has the layout
// of the file.
struct ColumnBlock {
  static constexpr std::size_t size = 4096;  // numbers; the last block of a column may have less

  std::uint64_t offset = 0;
  std::uint64_t base = 0;
  std::uint64_t mask = 0;  // 8 * width ones
  std::uint32_t step = 0;
  std::uint32_t width = 0;
};

// The block that holds the numbers; what stands in its bytes is appended. Linear; a function of the numbers alone.
ColumnBlock packed(std::span<std::uint64_t const> numbers, GrowingBytes& bytes);
ColumnBlock packed(std::span<std::uint32_t const> numbers, GrowingBytes& bytes);

// Throws Error at the file: a column of it is damaged.
[[noreturn]] void refuse_column(std::string const& file);

// Numbers in order of arrival. Its own column can be read once it is sealed; a view can not grow, and the bytes behind it must outlive it.
// Reading one number takes constant time: a multiplication or two more than from an array.
template <class T>
class Column {
 public:
  static constexpr std::size_t slack = sizeof(std::uint64_t);  // bytes behind the last, so that all numbers are read alike

  Column() = default;
  explicit Column(std::vector<T> const& values) {
    for (T const value : values) push_back(value);
    seal();
  }
  // `size` numbers in their blocks, and the bytes of those, of which the last `slack` are not theirs; `file` is for the message if they
  // are not what they should be.
  static Column view(std::size_t size, std::span<ColumnBlock const> blocks, std::string_view bytes, std::string const& file) {
    Column column;
    column.size_ = size;
    column.blocks_ = blocks;
    column.bytes_ = bytes.data();
    column.last_ = bytes.size() - slack;
    column.file_ = &file;
    return column;
  }
  Column(Column&&) noexcept = default;
  Column& operator=(Column&&) noexcept = default;
  Column(Column const&) = delete;
  Column& operator=(Column const&) = delete;
  ~Column() = default;

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] T operator[](std::size_t i) const {
    ColumnBlock const& block = blocks_[i / ColumnBlock::size];
    std::size_t const at = i % ColumnBlock::size;
    if (block.width > sizeof(std::uint64_t) || block.offset > last_ || block.width * at > last_ - block.offset) [[unlikely]]
      refuse_column(*file_);
    std::uint64_t word = 0;
    std::memcpy(&word, bytes_ + block.offset + block.width * at, sizeof word);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return static_cast<T>(block.base + block.step * std::uint64_t{at} + (word & block.mask));
  }
  // A sized random-access range of the numbers.
  [[nodiscard]] auto values() const {
    return IndexRange{0, size_, [this](std::size_t i) { return (*this)[i]; }};
  }
  void prefetch(std::size_t i) const {
    ColumnBlock const& block = blocks_[i / ColumnBlock::size];
    if (block.offset <= last_)
      __builtin_prefetch(bytes_ + block.offset + std::min(block.width * (i % ColumnBlock::size), last_ - block.offset));
  }

  [[nodiscard]] std::span<ColumnBlock const> blocks() const noexcept { return blocks_; }
  // Of the numbers, with the slack.
  [[nodiscard]] std::string_view bytes() const noexcept { return {bytes_, last_ + slack}; }

  // Of a column that is its own.
  void push_back(T value) {
    open_.push_back(static_cast<Wide>(static_cast<std::make_unsigned_t<T>>(value)));
    ++size_;
    if (open_.size() == ColumnBlock::size) close();
  }
  void seal() {
    if (!open_.empty()) close();
    open_ = {};
    std::memset(own_bytes_.grow(slack), 0, slack);
    blocks_ = own_blocks_;
    bytes_ = own_bytes_.data();
    last_ = own_bytes_.size() - slack;
  }

 private:
  using Wide = std::conditional_t<(sizeof(T) > sizeof(std::uint32_t)), std::uint64_t, std::uint32_t>;
  static constexpr std::array<char, slack> nothing{};
  inline static std::string const no_file;

  void close() {
    own_blocks_.push_back(packed(std::span<Wide const>{open_}, own_bytes_));
    open_.clear();
  }

  std::size_t size_ = 0;
  std::span<ColumnBlock const> blocks_;
  char const* bytes_ = nothing.data();
  std::size_t last_ = 0;  // where the slack begins
  std::string const* file_ = &no_file;
  std::vector<Wide> open_;  // numbers of the last block
  std::vector<ColumnBlock> own_blocks_;
  GrowingBytes own_bytes_;
};

// Spans: where each begins, and its length.
struct SpanColumn {
  Column<std::uint32_t> begin, length;

  [[nodiscard]] Span operator[](std::size_t i) const {
    std::uint32_t const first = begin[i];
    return {first, first + length[i]};
  }
  void push_back(Span span) {
    begin.push_back(span.begin);
    length.push_back(span.end - span.begin);
  }
  void seal() {
    begin.seal();
    length.seal();
  }
};

}  // namespace mechgraph
