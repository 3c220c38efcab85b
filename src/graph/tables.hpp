// What a builder holds before it freezes: rows in order of arrival, all texts interned.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <tuple>
#include <vector>

#include <tsl/robin_map.h>

#include "graph/builder.hpp"
#include "graph/column.hpp"
#include "graph/texts.hpp"

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
  using Numbers = Column<std::uint32_t>;

  // Rows as they came, column by column: freezing finds which are the same. All are sealed before they are read.
  struct Edges {
    Numbers subject, object, relation_and_code;
    void seal();
  };
  struct Records {
    Numbers table, id;
  };
  struct Cells {
    Numbers record, field, text;
  };
  // What only witnesses with words have. Row 0 is that of all others.
  struct Words {
    Span text, trigger, subject, object;
    StringId rule{};
    FlagSet flags;
    auto operator<=>(Words const&) const = default;
  };
  struct WordsRows {
    SpanColumn text, trigger, subject, object;
    Numbers rule, flags;
    void push_back(Words const& words);
    [[nodiscard]] Words operator[](std::size_t row) const;
  };
  struct Qualifiers {
    Numbers key;  // twice the number of the text, and 1 where the value is the id of a node
    Numbers value;
    [[nodiscard]] StringId name(std::size_t row) const { return at_index<StringId>(key[row] / 2); }
    [[nodiscard]] bool is_node(std::size_t row) const { return key[row] % 2 != 0; }
  };
  struct Witnesses {
    Numbers edge, cell, words;
    Numbers qualifiers, references;  // the first of each: they go on to those of the next witness
    Column<std::uint16_t> confidence;
    Column<std::uint8_t> basis;
  };

  std::shared_ptr<Ontology const> ontology;
  Texts strings;

  std::vector<std::uint32_t> node_numbers;  // by StringId, where they are nodes' ids; none
  std::vector<GraphPart::Node> nodes;
  std::vector<GraphPart::Attribute> node_attributes;
  std::vector<StringId> relations;  // by number
  tsl::robin_map<StringId, std::uint32_t> relation_numbers;
  tsl::robin_map<StringId, std::uint32_t> document_numbers;
  std::vector<GraphPart::Document> documents;
  KeyedRows tables;                // {document, name}
  std::vector<StringId> captions;  // of tables
  std::vector<GraphPart::Citation> citations;
  Edges edges;
  std::vector<GraphPart::Attribute> edge_attributes;
  Records records;
  Cells cells;
  WordsRows words;
  Witnesses witnesses;
  Qualifiers qualifiers;
  Numbers references;

  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  // The number of a node by its id, or none.
  [[nodiscard]] std::uint32_t node_number(StringId id) const { return index(id) < node_numbers.size() ? node_numbers[index(id)] : none; }
  // Hints for the processor; without effect otherwise.
  void prefetch_number(StringId id) const {
    if (index(id) < node_numbers.size()) __builtin_prefetch(&node_numbers[index(id)]);
  }
  void prefetch_node(StringId id) const {
    if (std::uint32_t const number = node_number(id); number != none) __builtin_prefetch(&nodes[number]);
  }
  std::uint32_t relation_number(StringId name);
  std::uint32_t add_edge(std::uint32_t subject, std::uint32_t relation, std::uint32_t code, std::uint32_t object) {
    edges.subject.push_back(subject);
    edges.object.push_back(object);
    edges.relation_and_code.push_back(relation * codes + code);
    return static_cast<std::uint32_t>(edges.subject.size() - 1);
  }
  // Before rows but those of nodes and edges are read. None can be added afterwards.
  void seal();
  // Merges a node row into the one that has its id, and gives its number.
  std::uint32_t add_node(GraphPart::Node const& node);
  // The same for a document of a part; `own` are the numbers here of the part's strings.
  std::uint32_t add_document(GraphPart::Document const& document, std::span<StringId const> own);

  static constexpr std::uint32_t codes = 6;
  // An edge's sign and negation as one number whose order is that of (sign, negated), and back.
  static std::uint32_t code(std::int8_t sign, bool negated) { return static_cast<std::uint32_t>((sign + 1) * 2 + (negated ? 1 : 0)); }
  static std::int8_t sign(std::uint32_t code) { return static_cast<std::int8_t>(static_cast<int>(code / 2) - 1); }
  static bool negated(std::uint32_t code) { return code % 2 != 0; }

 private:
  [[nodiscard]] int standing(StringId type) const;
};

}  // namespace mechgraph
