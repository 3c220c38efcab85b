// The ids of a table's rows, to see when one comes again.
#include "read/seen_ids.hpp"

#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <xxhash.h>

namespace mechgraph {
namespace {

// An id that ends in a number, printed as numbers are: what stands before it, and the number.
struct Counted {
  std::string_view prefix;
  std::uint64_t number = 0;
};

std::optional<Counted> counted(std::string_view id) {
  constexpr std::size_t most_digits = 18;
  std::size_t digits = 0;
  while (digits < id.size() && id[id.size() - 1 - digits] >= '0' && id[id.size() - 1 - digits] <= '9') ++digits;
  std::string_view const number = id.substr(id.size() - digits);
  if (digits == 0 || digits > most_digits || (digits > 1 && number.front() == '0')) return std::nullopt;
  Counted found{id.substr(0, id.size() - digits), 0};
  std::from_chars(number.data(), number.data() + number.size(), found.number);
  return found;
}

std::uint64_t fingerprint(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

}  // namespace

bool SeenIds::add(std::string_view id) {
  if (auto const found = counted(id); found && (!counts_ || found->prefix == prefix_)) {
    if (counts_ && found->number >= first_ && found->number <= last_) return false;
    if (!counts_ || found->number == last_ + 1) {
      if (!others_.empty() && others_.contains(fingerprint(id))) return false;
      if (!counts_) {
        prefix_ = found->prefix;
        first_ = found->number;
      }
      counts_ = true;
      last_ = found->number;
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
