// The texts of a builder: many identifiers, few of them ever read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "base/arena.hpp"
#include "base/ids.hpp"
#include "base/string_pool.hpp"
#include "graph/sort_rows.hpp"

namespace mechgraph {

// Interns strings as StringPool does, but keeps identifiers that end in a number ("PMID:123", "NCBIGene:0007124", "E17") in eight bytes:
// the number of what stands before the digits, how many there are, and their value. They are printed again when somebody asks.
class Texts {
 public:
  // Where the text of such an identifier is printed: a view lives as long as its room, and until that is used again.
  class Room {
   private:
    friend class Texts;
    std::array<char, 40> bytes_;
  };

  Texts();

  StringId intern(std::string_view text);
  // All strings of a pool: their numbers here, by their numbers there. Faster than one by one: waits for memory together.
  std::vector<StringId> intern(StringPool const& pool);

  [[nodiscard]] std::string_view view(StringId id, Room& room) const;
  [[nodiscard]] std::string text(StringId id) const {
    Room room;
    return std::string{view(id, room)};
  }
  [[nodiscard]] bool less(StringId a, StringId b) const {
    Room left, right;
    return view(a, left) < view(b, right);
  }
  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }

  // The numbers that are wanted, in the order of their texts. Frees what interning needs: nothing can be interned any more.
  std::vector<StringId> ordered(std::vector<bool> const& wanted);

 private:
  // One line of the processor's cache: parts of hashes, and the texts that have them. Tag 0: nothing, and nothing behind it.
  struct alignas(64) Bucket {
    static constexpr unsigned size = 8;
    std::array<std::uint32_t, size> tags;
    std::array<std::uint32_t, size> ids;
    [[nodiscard]] unsigned find(std::uint32_t tag) const;  // a bit for each place
  };
  struct Lookup {
    std::uint64_t key = 0;  // 0: not an identifier of this kind
    std::uint64_t hash = 0;
  };

  [[nodiscard]] std::vector<std::uint32_t> prefix_ranks(std::vector<bool> const& wanted) const;
  void sort_by_text(std::span<SortRow> rows) const;

  [[nodiscard]] Lookup lookup(std::string_view text);
  [[nodiscard]] std::uint64_t packed(std::string_view text);
  std::uint32_t prefix_number(std::string_view prefix);
  StringId find_or_add(std::string_view text, Lookup const& wanted);
  [[nodiscard]] static std::uint64_t hash_of_key(std::uint64_t key);
  void grow();
  void put(std::uint64_t hash, std::uint32_t id);
  [[nodiscard]] bool is_full(std::size_t more) const { return keys_.size() + more > buckets_.size() * (Bucket::size / 4 * 3); }
  [[nodiscard]] std::size_t bucket_of(std::uint64_t hash) const { return hash & (buckets_.size() - 1); }
  [[nodiscard]] std::size_t after(std::size_t bucket) const { return (bucket + 1) & (buckets_.size() - 1); }

  Arena arena_;
  std::vector<std::uint64_t> keys_;         // by StringId: packed, or a place in texts_
  std::vector<std::string_view> texts_;     // of all others
  std::vector<std::string_view> prefixes_;  // by number
  tsl::robin_map<std::string_view, std::uint32_t> prefix_numbers_;
  std::array<std::uint32_t, 256> seen_prefixes_{};  // a number by its text's hash: most are asked for again soon
  std::vector<Bucket> buckets_;                     // a power of two
};

}  // namespace mechgraph
