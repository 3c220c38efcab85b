// Packing the blocks of columns.
#include "graph/column.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"

namespace mechgraph {
namespace {

// What lies between the least and the most that numbers depart from a line through zero.
struct Spread {
  std::int64_t least = 0;
  std::uint64_t width = 0;
};

template <class Number>
Spread spread_of(std::span<Number const> numbers, std::uint64_t step) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max(), most = std::numeric_limits<std::int64_t>::min();
  std::uint64_t line = 0;
  for (Number const number : numbers) {
    auto const above = static_cast<std::int64_t>(number - line);
    least = std::min(least, above);
    most = std::max(most, above);
    line += step;
  }
  return {least, static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least)};
}

std::uint32_t bytes_for(std::uint64_t number) { return static_cast<std::uint32_t>((std::bit_width(number) + 7) / 8); }

template <class Number>
ColumnBlock packed_block(std::span<Number const> numbers, GrowingBytes& bytes) {
  Spread spread = spread_of(numbers, 0);
  std::uint64_t step = 0;
  if (numbers.size() > 1 && numbers.back() > numbers.front()) {
    std::uint64_t const steps = numbers.size() - 1;
    std::uint64_t const slope = (std::uint64_t{numbers.back() - numbers.front()} + steps / 2) / steps;
    if (slope != 0 && slope <= std::numeric_limits<std::uint32_t>::max()) {
      Spread const sloped = spread_of(numbers, slope);
      if (bytes_for(sloped.width) < bytes_for(spread.width)) {
        spread = sloped;
        step = slope;
      }
    }
  }
  ColumnBlock block;
  block.offset = bytes.size();
  block.base = static_cast<std::uint64_t>(spread.least);
  block.step = static_cast<std::uint32_t>(step);
  block.width = bytes_for(spread.width);
  if (block.width == 0) return block;
  block.mask = std::numeric_limits<std::uint64_t>::max() >> (64 - 8 * block.width);
  char* out = bytes.grow(numbers.size() * block.width + sizeof(std::uint64_t));  // whole words, each over what is left of the one before
  std::uint64_t line = block.base;
  for (Number const number : numbers) {
    std::uint64_t word = number - line;
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    std::memcpy(out, &word, sizeof word);
    out += block.width;
    line += step;
  }
  bytes.shrink(sizeof(std::uint64_t));
  return block;
}

}  // namespace

ColumnBlock packed(std::span<std::uint64_t const> numbers, GrowingBytes& bytes) { return packed_block(numbers, bytes); }
ColumnBlock packed(std::span<std::uint32_t const> numbers, GrowingBytes& bytes) { return packed_block(numbers, bytes); }

void refuse_column(std::string const& file) { throw Error(file, "is damaged: a column is out of place", "make it again from its inputs"); }

}  // namespace mechgraph
