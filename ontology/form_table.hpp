// Forms of one or more tokens → values: the longest form that begins at a token.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <tsl/robin_map.h>

#include "ontology/fold.hpp"

namespace mechgraph {

// Values by folded form. A form may have several values (they differ by case or meaning): longest() asks `accept` for each.
template <class Value>
class FormTable {
  static_assert(!std::is_same_v<Value, bool>, "vector<bool> holds no bools that a pointer could mean");

 public:
  // Makes room for this many forms.
  void reserve(std::size_t forms) { forms_.reserve(forms); }

  // Forms without any token, or with more than 64, are ignored.
  void add(std::string_view form, Value value) { add(FoldedText(form), std::move(value)); }
  // `ending` is added to the last token.
  void add(FoldedText const& text, Value value, std::string_view ending = {}) {
    if (text.size() == 0 || text.size() > max_tokens) return;
    std::string key;
    for (std::size_t i = 0; i < text.size(); ++i) append(key, text.folded(i));
    key.append(ending);
    std::string_view const first = text.size() == 1 ? std::string_view{key} : text.folded(0);
    auto found = lengths_.find(first);
    if (found == lengths_.end()) found = lengths_.emplace(std::string(first), 0).first;
    found.value() |= std::uint64_t{1} << (text.size() - 1);
    forms_[std::move(key)].push_back(std::move(value));
  }

  struct Found {
    Value const* value = nullptr;  // valid as long as the table is unchanged
    std::size_t tokens = 0;
    explicit operator bool() const noexcept { return value != nullptr; }
  };

  // The longest form at token `at` for which accept(value, tokens) gives true. Cost: one hash for each length that forms with this first
  // token have.
  template <class Accept>
  [[nodiscard]] Found longest(FoldedText const& text, std::size_t at, Accept const& accept) const {
    auto const first = lengths_.find(text.folded(at));
    if (first == lengths_.end()) return {};
    std::uint64_t lengths = first->second;
    std::size_t const left = text.size() - at;
    if (left < max_tokens) lengths &= (std::uint64_t{1} << left) - 1;
    std::string key;
    while (lengths != 0) {
      auto const tokens = static_cast<std::size_t>(64 - __builtin_clzll(lengths));
      lengths &= ~(std::uint64_t{1} << (tokens - 1));
      key.clear();
      for (std::size_t i = at; i < at + tokens; ++i) append(key, text.folded(i));
      auto const found = forms_.find(key);
      if (found == forms_.end()) continue;
      for (Value const& value : found->second) {
        if (accept(value, tokens)) return {&value, tokens};
      }
    }
    return {};
  }

  [[nodiscard]] Found longest(FoldedText const& text, std::size_t at) const {
    return longest(text, at, [](Value const&, std::size_t) { return true; });
  }

 private:
  static constexpr std::size_t max_tokens = 64;

  static void append(std::string& key, std::string_view token) {
    if (!key.empty()) key.push_back(' ');
    key.append(token);
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  template <class Mapped>
  using Map = tsl::robin_map<std::string, Mapped, Hash, std::equal_to<>>;

  Map<std::uint64_t> lengths_;  // bit n-1: there is a form of n tokens with this first token
  Map<std::vector<Value>> forms_;
};

}  // namespace mechgraph
