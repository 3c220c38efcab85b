// The witnesses of a builder as the graph has them: its numbers, lists in order and each value once.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/columns.hpp"
#include "graph/tables.hpp"

namespace mechgraph {

// A witness in the graph's numbers.
struct FrozenWitness {
  struct Qualifier {
    std::uint32_t key = 0, value = 0;
    std::uint32_t node = Graph::Columns::none;
    // In that of (name, value, kind of value): numbers of a graph have the order of their texts.
    auto operator<=>(Qualifier const& other) const {
      return std::tuple{key, value, node != Graph::Columns::none} <=>
             std::tuple{other.key, other.value, other.node != Graph::Columns::none};
    }
    bool operator==(Qualifier const&) const = default;
  };
  GraphBuilder::Tables::Words words;  // rule: the graph's number
  std::uint32_t edge = 0;
  std::uint8_t basis = 0;
  std::uint16_t confidence = 0;
  std::vector<Qualifier> qualifiers;
  std::vector<std::uint32_t> references;
  // In the order that the graph promises of the witnesses of a cell.
  std::strong_ordering operator<=>(FrozenWitness const& other) const;
  bool operator==(FrozenWitness const& other) const { return (*this <=> other) == 0; }
};

// The builder's witnesses by their rows. All that it is made with must outlive it.
class WitnessRows {
 public:
  WitnessRows(GraphBuilder::Tables const& tables, std::span<std::uint32_t const> rank, std::span<std::uint32_t const> edge_place,
              std::span<std::uint32_t const> node_place)
      : t_(tables), rank_(rank), edge_place_(edge_place), node_place_(node_place) {}

  // Valid until the next call.
  [[nodiscard]] FrozenWitness const& at(std::uint32_t row) {
    read(row, at_hand_);
    return at_hand_;
  }
  // Sorts rows by what they are, and keeps the first of those that are the same.
  void make_distinct(std::vector<std::uint32_t>& rows) const;

  // Hints for the processor: of a row that is needed soon, and then of one that is needed next. Row numbers may be those of no row.
  void prefetch(std::uint32_t row) const;
  void prefetch_ranks(std::uint32_t row) const;

 private:
  void read(std::uint32_t row, FrozenWitness& witness) const;

  GraphBuilder::Tables const& t_;
  std::span<std::uint32_t const> rank_, edge_place_, node_place_;
  FrozenWitness at_hand_;
};

// Fills the columns of witnesses.
class WitnessWriter {
 public:
  explicit WitnessWriter(Graph::Columns& columns);

  void write(FrozenWitness const& witness, std::uint32_t cell);
  void seal();
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(c_.witness_edge.size()); }

 private:
  Graph::Columns& c_;
};

}  // namespace mechgraph
