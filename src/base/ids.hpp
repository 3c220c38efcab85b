// Distinct integer identifiers: a value of one kind can not be passed for another.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace mechgraph {

template <class T>
concept DenseId = std::is_enum_v<T> && std::unsigned_integral<std::underlying_type_t<T>>;

// The position of a dense identifier in its table.
template <DenseId Id>
constexpr std::size_t index(Id id) noexcept {
  return static_cast<std::size_t>(id);
}

// The identifier at a position. The caller guarantees that the position fits the identifier's width.
template <DenseId Id>
constexpr Id at_index(std::size_t position) noexcept {
  return static_cast<Id>(position);
}

// A place in a StringPool (string_pool.hpp). Value 0 is the empty string.
enum class StringId : std::uint32_t {};

}  // namespace mechgraph
