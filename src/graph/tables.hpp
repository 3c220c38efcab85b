// What a builder holds before it freezes: rows in order of arrival, one per identity, all texts interned.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "base/string_pool.hpp"
#include "graph/builder.hpp"

namespace mechgraph {

// Distinct keys, numbered in order of arrival.
class KeyedRows {
 public:
  using Key = std::array<std::uint32_t, 4>;

  std::uint32_t number(Key const& key) {
    auto const [place, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
    if (is_new) keys_.push_back(key);
    return place->second;
  }
  [[nodiscard]] bool has(Key const& key) const { return numbers_.contains(key); }
  [[nodiscard]] std::vector<Key> const& keys() const noexcept { return keys_; }
  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }

 private:
  struct Hash {
    std::size_t operator()(Key const& key) const noexcept {
      std::uint64_t mixed = 0x9E3779B97F4A7C15U;
      for (std::uint32_t const part : key) {
        mixed = (mixed ^ part) * 0xD6E8FEB86659FD93U;
        mixed ^= mixed >> 32U;
      }
      return static_cast<std::size_t>(mixed);
    }
  };
  std::vector<Key> keys_;
  tsl::robin_map<Key, std::uint32_t, Hash> numbers_;
};

struct GraphBuilder::Tables {
  struct Witness {
    std::uint32_t edge = 0, cell = 0;
    Span text, trigger, subject, object;
    StringId rule{};
    std::uint16_t confidence = 1000;
    Basis basis = Basis::stated;
    FlagSet flags;
    std::pair<std::uint32_t, std::uint32_t> qualifiers, references;  // from, to in the two lists below
  };

  std::shared_ptr<Ontology const> ontology;
  StringPool strings;

  tsl::robin_map<StringId, std::uint32_t> node_numbers;
  std::vector<GraphPart::Node> nodes;
  std::vector<GraphPart::Attribute> node_attributes;
  KeyedRows edges;  // {subject, relation, sign and negated, object}
  std::vector<GraphPart::Attribute> edge_attributes;
  tsl::robin_map<StringId, std::uint32_t> document_numbers;
  std::vector<GraphPart::Document> documents;
  KeyedRows tables;                // {document, name}
  std::vector<StringId> captions;  // of tables
  KeyedRows records;               // {table, id}
  KeyedRows cells;                 // {record, field, text}
  std::vector<Witness> witnesses;
  std::vector<GraphPart::Qualifier> qualifiers;
  std::vector<StringId> references;
  std::vector<GraphPart::Citation> citations;

  // Merges a node row into the one that has its id, and gives its number.
  std::uint32_t add_node(GraphPart::Node const& node);
  // The same for a document of a part; `own` are the numbers here of the part's strings.
  std::uint32_t add_document(GraphPart::Document const& document, std::span<StringId const> own);

  // An edge's sign and negation as one number whose order is that of (sign, negated), and back.
  static std::uint32_t code(std::int8_t sign, bool negated) { return static_cast<std::uint32_t>((sign + 1) * 2 + (negated ? 1 : 0)); }
  static std::int8_t sign(std::uint32_t code) { return static_cast<std::int8_t>(static_cast<int>(code / 2) - 1); }
  static bool negated(std::uint32_t code) { return code % 2 != 0; }

 private:
  [[nodiscard]] int standing(StringId type) const;
};

}  // namespace mechgraph
