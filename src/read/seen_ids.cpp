// The ids of a table's rows, to see when one comes again.
#include "read/seen_ids.hpp"

#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <xxhash.h>

namespace mechgraph {
namespace {

// The number that the id is, when it is printed as numbers are.
std::optional<std::uint64_t> number_of(std::string_view id) {
  constexpr std::size_t most_digits = 18;
  if (id.empty() || id.size() > most_digits || id.front() == '0') return std::nullopt;
  std::uint64_t number = 0;
  auto const [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  return error == std::errc{} && end == id.data() + id.size() ? std::optional{number} : std::nullopt;
}

std::uint64_t fingerprint(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

}  // namespace

bool SeenIds::add(std::string_view id) {
  if (auto const number = number_of(id)) {
    bool const is_counted = last_ >= first_ && *number >= first_ && *number <= last_;
    if (is_counted || (!others_.empty() && others_.contains(fingerprint(id)))) return false;
    if (last_ < first_) first_ = *number;
    if (last_ < first_ || *number == last_ + 1) {
      last_ = *number;
      return true;
    }
  }
  return others_.insert(fingerprint(id)).second;
}

std::string SeenIds::distinct(std::string_view id) {
  std::string name{id};
  if (add(name)) return name;
  std::uint32_t& copies = copies_[fingerprint(id)];
  do name = fmt::format("{} ({})", id, ++copies + 1);
  while (!add(name));
  return name;
}

}  // namespace mechgraph
