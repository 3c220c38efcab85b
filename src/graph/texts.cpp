// Interning, printing and ordering the texts of a builder.
#include "graph/texts.hpp"

#include <algorithm>
#include <bit>
#include <utility>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/text_hash.hpp"
#include "graph/sort_rows.hpp"

namespace mechgraph {
namespace {

// A packed identifier: 1, then 16 bits of the prefix's number, 4 of the count of digits, 43 of their value. Other keys do not have the
// highest bit.
constexpr std::uint64_t is_packed = std::uint64_t{1} << 63U;
constexpr unsigned prefix_shift = 47, count_shift = 43;
constexpr std::size_t most_digits = 12;  // 10^12 < 2^43
constexpr std::size_t most_prefixes = std::size_t{1} << 16U;
constexpr std::size_t longest_prefix = 24;  // with the digits less than a Room
constexpr std::uint32_t unknown_prefix = most_prefixes;
constexpr std::uint32_t none = 0xFFFFFFFFU;

// Of the bits that the place in the buckets does not use; never 0.
std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U) | 1U; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t prefix_of(std::uint64_t key) { return key >> prefix_shift & (most_prefixes - 1); }
std::size_t digits_of(std::uint64_t key) { return static_cast<std::size_t>(key >> count_shift & 15U); }
std::uint64_t value_of(std::uint64_t key) { return key & ((std::uint64_t{1} << count_shift) - 1); }

constexpr auto powers_of_ten = [] {
  std::array<std::uint64_t, most_digits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = 10 * powers[i - 1];
  return powers;
}();

// The eight bytes of a text from `at`, as a number whose order is theirs; zeroes behind its end.
std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::array<char, 8> bytes{};
  text.copy(bytes.data(), bytes.size(), at);
  auto word = std::bit_cast<std::uint64_t>(bytes);
  if constexpr (std::endian::native == std::endian::little) {
    word = (word & 0x00FF00FF00FF00FFU) << 8U | (word >> 8U & 0x00FF00FF00FF00FFU);
    word = (word & 0x0000FFFF0000FFFFU) << 16U | (word >> 16U & 0x0000FFFF0000FFFFU);
    word = word << 32U | word >> 32U;
  }
  return word;
}

}  // namespace

Texts::Texts() : keys_{0}, texts_{std::string_view{}} {}

std::uint32_t Texts::prefix_number(std::string_view prefix) {
  std::uint32_t& seen = seen_prefixes_[text_hash(prefix) % seen_prefixes_.size()];
  if (seen < prefixes_.size() && prefixes_[seen] == prefix) return seen;
  if (auto const known = prefix_numbers_.find(prefix); known != prefix_numbers_.end()) return seen = known->second;
  if (prefixes_.size() == most_prefixes) return unknown_prefix;
  auto const number = static_cast<std::uint32_t>(prefixes_.size());
  prefixes_.push_back(arena_.store(prefix));
  prefix_numbers_.emplace(prefixes_.back(), number);
  return seen = number;
}

std::uint64_t Texts::packed(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[text.size() - 1 - digits])) ++digits;
  std::string_view const prefix = text.substr(0, text.size() - digits);
  if (digits == 0 || digits > most_digits || prefix.size() > longest_prefix) return 0;
  if (prefix.find(' ') != std::string_view::npos) return 0;  // words, of which there are many
  std::uint64_t const number = prefix_number(prefix);
  if (number == unknown_prefix) return 0;
  std::uint64_t value = 0;
  for (char const digit : text.substr(prefix.size())) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return is_packed | number << prefix_shift | std::uint64_t{digits} << count_shift | value;
}

// Numbers that follow each other share a bucket, four by four: identifiers often come in order.
std::uint64_t Texts::hash_of_key(std::uint64_t key) {
  std::uint64_t const hash = mixed(key >> 2U);
  return hash ^ (key & 3U) << 60U;
}

Texts::Lookup Texts::lookup(std::string_view text) {
  std::uint64_t const key = packed(text);
  return {key, key != 0 ? hash_of_key(key) : text_hash(text)};
}

unsigned Texts::Bucket::find(std::uint32_t tag) const {
#ifdef __SSE2__
  auto const wanted = _mm_set1_epi32(static_cast<int>(tag));
  auto const four = [&](std::size_t from) {
    auto const here = _mm_load_si128(reinterpret_cast<__m128i const*>(tags.data() + from));
    return static_cast<unsigned>(_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(here, wanted))));
  };
  return four(0) | four(4) << 4U;
#else
  unsigned found = 0;
  for (unsigned i = 0; i < size; ++i) found |= (tags[i] == tag ? 1U : 0U) << i;
  return found;
#endif
}

StringId Texts::find_or_add(std::string_view text, Lookup const& wanted) {
  std::uint32_t const tag = tag_of(wanted.hash);
  for (std::size_t at = bucket_of(wanted.hash); true; at = after(at)) {
    Bucket& bucket = buckets_[at];
    for (unsigned found = bucket.find(tag); found != 0; found &= found - 1) {
      std::uint32_t const id = bucket.ids[static_cast<unsigned>(std::countr_zero(found))];
      std::uint64_t const key = keys_[id];
      bool const same = wanted.key != 0 ? key == wanted.key : (key & is_packed) == 0 && texts_[key] == text;
      if (same) return at_index<StringId>(id);
    }
    if (bucket.tags.back() != 0) continue;
    auto const id = static_cast<std::uint32_t>(keys_.size());
    auto const place = static_cast<unsigned>(std::countr_zero(bucket.find(0)));
    bucket.tags[place] = tag;
    bucket.ids[place] = id;
    keys_.push_back(wanted.key != 0 ? wanted.key : texts_.size());
    if (wanted.key == 0) texts_.push_back(arena_.store(text));
    return at_index<StringId>(id);
  }
}

// A text that is not there yet.
void Texts::put(std::uint64_t hash, std::uint32_t id) {
  std::size_t at = bucket_of(hash);
  while (buckets_[at].tags.back() != 0) at = after(at);
  auto const place = static_cast<unsigned>(std::countr_zero(buckets_[at].find(0)));
  buckets_[at].tags[place] = tag_of(hash);
  buckets_[at].ids[place] = id;
}

void Texts::grow() {
  buckets_ = std::vector<Bucket>(buckets_.empty() ? 32 : buckets_.size() * 2);
  for (std::uint32_t id = 1; id < keys_.size(); ++id) {
    std::uint64_t const key = keys_[id];
    put((key & is_packed) != 0 ? hash_of_key(key) : text_hash(texts_[key]), id);
  }
}

StringId Texts::intern(std::string_view text) {
  if (text.empty()) return StringId{0};
  if (is_full(1)) grow();
  return find_or_add(text, lookup(text));
}

std::vector<StringId> Texts::intern(StringPool const& pool) {
  constexpr std::size_t together = 32;
  std::vector<StringId> numbers(pool.size());
  std::array<Lookup, together> wanted;
  for (std::size_t first = 1; first < pool.size(); first += together) {
    std::size_t const count = std::min(together, pool.size() - first);
    while (is_full(count)) grow();
    for (std::size_t i = 0; i < count; ++i) {
      wanted[i] = lookup(pool.view(at_index<StringId>(first + i)));
      __builtin_prefetch(&buckets_[bucket_of(wanted[i].hash)]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      Bucket const& bucket = buckets_[bucket_of(wanted[i].hash)];
      unsigned const found = bucket.find(tag_of(wanted[i].hash));
      if (found != 0) __builtin_prefetch(&keys_[bucket.ids[static_cast<unsigned>(std::countr_zero(found))]]);
    }
    for (std::size_t i = 0; i < count; ++i) numbers[first + i] = find_or_add(pool.view(at_index<StringId>(first + i)), wanted[i]);
  }
  return numbers;
}

std::string_view Texts::view(StringId id, Room& room) const {
  std::uint64_t const key = keys_[index(id)];
  if ((key & is_packed) == 0) return texts_[key];
  std::string_view const prefix = prefixes_[prefix_of(key)];
  std::size_t const digits = digits_of(key);
  prefix.copy(room.bytes_.data(), prefix.size());
  std::uint64_t value = value_of(key);
  for (std::size_t i = digits; i > 0; --i) {
    room.bytes_[prefix.size() + i - 1] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  return {room.bytes_.data(), prefix.size() + digits};
}

std::vector<StringId> Texts::ordered(std::vector<bool> const& wanted) {
  buckets_ = {};
  std::vector<std::uint32_t> const ranks = prefix_ranks(wanted);
  auto const rank_of = [&](std::uint64_t key) { return (key & is_packed) != 0 ? ranks[prefix_of(key)] : none; };
  std::size_t count = 0, ranked = 0;
  for (std::uint32_t id = 0; id < wanted.size(); ++id) {
    if (!wanted[id]) continue;
    ++count;
    if (rank_of(keys_[id]) != none) ++ranked;
  }
  std::vector<SortRow> numbers, others;
  numbers.reserve(ranked);
  others.reserve(count - ranked);
  for (std::uint32_t id = 0; id < wanted.size(); ++id) {
    if (!wanted[id]) continue;
    std::uint64_t const key = keys_[id];
    std::uint32_t const rank = rank_of(key);
    if (rank == none) {
      others.push_back({0, 0, id});
      continue;
    }
    // Digits side by side, and of two that go on alike the shorter first.
    std::size_t const digits = digits_of(key);
    numbers.push_back({std::uint64_t{rank} << 44U | value_of(key) * powers_of_ten[most_digits - digits] << 4U | digits, 0, id});
  }
  sort_rows(numbers);
  sort_by_text(others);
  std::vector<StringId> order;
  order.reserve(count);
  auto next = numbers.begin();
  for (SortRow const& other : others) {
    // Those before it, in growing steps: the others stand together in few places.
    auto const is_before = [&](SortRow const& number) { return less(at_index<StringId>(number.row), at_index<StringId>(other.row)); };
    std::ptrdiff_t known = 0, step = 1;
    while (known + step <= numbers.end() - next && is_before(next[known + step - 1])) known += std::exchange(step, 2 * step);
    auto const end = std::partition_point(next + known, next + std::min(known + step, numbers.end() - next), is_before);
    for (; next != end; ++next) order.push_back(at_index<StringId>(next->row));
    order.push_back(at_index<StringId>(other.row));
  }
  for (; next != numbers.end(); ++next) order.push_back(at_index<StringId>(next->row));
  return order;
}

// By their numbers: the places of prefixes among each other when digits follow. None for those that no text has, and for those between
// whose texts others stand: "EX:1x" where there is "EX:".
std::vector<std::uint32_t> Texts::prefix_ranks(std::vector<bool> const& wanted) const {
  std::vector<bool> used(prefixes_.size());
  for (std::uint32_t id = 0; id < wanted.size(); ++id) {
    if (wanted[id] && (keys_[id] & is_packed) != 0) used[prefix_of(keys_[id])] = true;
  }
  auto const is_used = [&](std::string_view prefix) {
    auto const known = prefix_numbers_.find(prefix);
    return known != prefix_numbers_.end() && used[known->second];
  };
  std::vector<std::pair<std::string, std::uint32_t>> places;
  for (std::uint32_t number = 0; number < used.size(); ++number) {
    std::string_view const prefix = prefixes_[number];
    bool stands_apart = used[number];
    for (std::size_t i = 0; i < prefix.size() && stands_apart; ++i) stands_apart = !is_digit(prefix[i]) || !is_used(prefix.substr(0, i));
    if (stands_apart) places.emplace_back(std::string{prefix} + "0", number);
  }
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> ranks(prefixes_.size(), none);
  for (std::uint32_t rank = 0; rank < places.size(); ++rank) ranks[places[rank].second] = rank;
  return ranks;
}

// By eight bytes and how many follow; what is still the same by the next eight, and so on: a list of what is to do, since texts are long.
void Texts::sort_by_text(std::span<SortRow> rows) const {
  constexpr std::size_t long_beginning = 32, few = 32;
  struct Task {
    std::size_t first, last, at;
  };
  std::vector<Task> tasks{{0, rows.size(), 0}};
  Room room;
  while (!tasks.empty()) {
    auto const [first, last, at] = tasks.back();
    tasks.pop_back();
    std::span const part = rows.subspan(first, last - first);
    if (at >= long_beginning && part.size() <= few) {
      std::sort(part.begin(), part.end(),
                [this](SortRow const& a, SortRow const& b) { return less(at_index<StringId>(a.row), at_index<StringId>(b.row)); });
      continue;
    }
    for (SortRow& row : part) {
      std::string_view const text = view(at_index<StringId>(row.row), room);
      row.high = eight_bytes(text, at);
      row.low = static_cast<std::uint32_t>(std::min<std::size_t>(text.size() - at, 9));
    }
    sort_rows(part);
    for (std::size_t i = first; i < last;) {
      std::size_t end = i + 1;
      while (end < last && rows[end].high == rows[i].high && rows[end].low == rows[i].low) ++end;
      if (end - i > 1) tasks.push_back({i, end, at + 8});
      i = end;
    }
  }
}

}  // namespace mechgraph
