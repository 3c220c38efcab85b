// Forms of one or more tokens → values: the longest form that begins at a token.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <tsl/robin_map.h>

#include "ontology/fold.hpp"

namespace mechgraph {

// What a value of a form is worth for a place in a text.
enum class Fit : std::uint8_t { no, good, best };

// Values by folded form. A form may have several values (they differ by case or meaning): longest() asks for each how it fits.
template <class Value>
class FormTable {
  static_assert(!std::is_same_v<Value, bool>, "vector<bool> holds no bools that a pointer could mean");

 public:
  // Makes room for this many forms.
  void reserve(std::size_t forms) {
    entries_.reserve(forms);
    entry_of_.reserve(forms);
  }

  // Forms without any token, or with more than 64, are ignored.
  void add(std::string_view form, Value value) { add(FoldedText(form), std::move(value)); }
  // `ending` is added to the last token.
  void add(FoldedText const& text, Value value, std::string_view ending = {}) {
    if (text.size() == 0 || text.size() > max_tokens) return;
    std::string key;
    std::uint64_t hash = 0;
    std::uint64_t first_hash = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i != 0) key.push_back(' ');
      std::size_t const begin = key.size();
      key.append(text.folded(i));
      if (i + 1 == text.size()) key.append(ending);
      std::uint64_t const of_token = ending.empty() ? text[i].hash : hash_of_word(std::string_view{key}.substr(begin));
      if (i == 0) first_hash = of_token;
      hash = joined(hash, of_token);
    }
    lengths_[first_hash] |= std::uint64_t{1} << (text.size() - 1);
    auto const [place, is_new] = entry_of_.try_emplace(hash, static_cast<std::uint32_t>(entries_.size()));
    std::uint32_t entry = place->second;
    if (!is_new) {
      while (entries_[entry].key != key && entries_[entry].next != none) entry = entries_[entry].next;
      if (entries_[entry].key == key) {
        entries_[entry].values.push_back(std::move(value));
        return;
      }
      entries_[entry].next = static_cast<std::uint32_t>(entries_.size());
    }
    entries_.push_back({std::move(key), {}, none});
    entries_.back().values.push_back(std::move(value));
  }

  struct Found {
    Value const* value = nullptr;  // valid as long as the table is unchanged
    std::size_t tokens = 0;
    explicit operator bool() const noexcept { return value != nullptr; }
  };

  // The longest form at token `at` that has a value for which fit(value, tokens) is not Fit::no; of its values the first best one, else the
  // first good one. Cost: one look for the token, which most words of a text end at; then one for each length that forms with this first
  // token have.
  template <class Fitness>
  [[nodiscard]] Found longest_fit(FoldedText const& text, std::size_t at, Fitness const& fit) const {
    auto const first = lengths_.find(text[at].hash);
    if (first == lengths_.end()) return {};
    std::uint64_t lengths = first->second;
    std::size_t const left = text.size() - at;
    if (left < max_tokens) lengths &= (std::uint64_t{1} << left) - 1;
    if (lengths == 0) return {};
    auto const most = static_cast<std::size_t>(std::bit_width(lengths));
    std::array<std::uint64_t, max_tokens> hashes;  // of the forms of 1, 2 ... tokens
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < most; ++i) hashes[i] = hash = joined(hash, text[at + i].hash);
    while (lengths != 0) {
      auto const tokens = static_cast<std::size_t>(std::bit_width(lengths));
      lengths &= ~(std::uint64_t{1} << (tokens - 1));
      auto const place = entry_of_.find(hashes[tokens - 1]);
      if (place == entry_of_.end()) continue;
      std::uint32_t entry = place->second;
      while (entry != none && !text.folds_to(at, tokens, entries_[entry].key)) entry = entries_[entry].next;
      if (entry == none) continue;
      Value const* good = nullptr;
      for (Value const& value : entries_[entry].values) {
        Fit const how = fit(value, tokens);
        if (how == Fit::best) return {&value, tokens};
        if (how == Fit::good && good == nullptr) good = &value;
      }
      if (good != nullptr) return {good, tokens};
    }
    return {};
  }

  // The longest form at token `at` for which accept(value, tokens) gives true.
  template <class Accept>
  [[nodiscard]] Found longest(FoldedText const& text, std::size_t at, Accept const& accept) const {
    return longest_fit(text, at, [&](Value const& value, std::size_t tokens) { return accept(value, tokens) ? Fit::best : Fit::no; });
  }
  [[nodiscard]] Found longest(FoldedText const& text, std::size_t at) const {
    return longest_fit(text, at, [](Value const&, std::size_t) { return Fit::best; });
  }
  // Calls visit(hash) with the hash of each token that begins a form.
  template <class Visit>
  void for_each_beginning(Visit const& visit) const {
    for (auto const& beginning : lengths_) visit(beginning.first);
  }
  [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }

 private:
  static constexpr std::size_t max_tokens = 64;
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  static std::uint64_t joined(std::uint64_t before, std::uint64_t token) noexcept {
    return std::rotl(before * 0x9E3779B97F4A7C15U, 29) ^ token;
  }
  struct AsItIs {
    std::size_t operator()(std::uint64_t hash) const noexcept { return static_cast<std::size_t>(hash); }
  };
  struct Entry {
    std::string key;  // folded tokens, joined by single spaces
    std::vector<Value> values;
    std::uint32_t next = none;  // another form whose hash is the same
  };

  tsl::robin_map<std::uint64_t, std::uint64_t, AsItIs> lengths_;  // by the hash of a first token; bit n-1: there is a form of n tokens
  tsl::robin_map<std::uint64_t, std::uint32_t, AsItIs> entry_of_;
  std::vector<Entry> entries_;
};

}  // namespace mechgraph
