// The arrays of a graph: columns of numbers and one block of text, so that a file can hold them as they stand in memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/column.hpp"
#include "graph/flat_column.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// A string's number is its rank among all strings of the graph, so that comparing numbers compares bytes. `..._begin` columns have one
// more row than their owner: the things of row i are [begin[i], begin[i + 1]).
struct Graph::Columns {
  using Numbers = Column<std::uint32_t>;
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  std::shared_ptr<Ontology const> ontology;
  std::shared_ptr<void const> bytes;  // what views look at; nothing where all columns are their own
  std::string name;                   // of the file, for messages
  std::vector<Relation> relations;    // in use, by name

  Column<std::uint64_t> string_begin;
  FlatColumn<char> string_bytes;

  Numbers node_id, node_type, node_label;  // strings
  Column<std::uint8_t> node_kind, node_flags;
  Numbers node_attribute_begin, node_attribute_name, node_attribute_value;

  Numbers edge_subject, edge_object;
  Column<std::uint16_t> edge_relation;
  Column<std::int8_t> edge_sign;
  Column<std::uint8_t> edge_negated;
  Numbers edge_attribute_begin, edge_attribute_name, edge_attribute_value;

  Numbers out_begin;  // of nodes, in edges
  Numbers in_begin;   // of nodes, in in_edges
  FlatColumn<EdgeId> in_edges;

  Numbers document_id, document_doi, document_pmid, document_pmcid, document_title, document_journal, document_year, document_licence;
  Numbers table_document, table_name, table_caption;
  Numbers record_table, record_id;
  Numbers record_witness_begin;  // of records, in witnesses
  Numbers cell_record, cell_field, cell_text;

  Numbers witness_edge, witness_cell, witness_rule, witness_flags;
  SpanColumn witness_text, witness_trigger, witness_subject, witness_object;
  Column<std::uint16_t> witness_confidence;
  Column<std::uint8_t> witness_basis;
  Numbers qualifier_begin, qualifier_key, qualifier_value, qualifier_node;  // of witnesses; node: none = text
  Numbers reference_begin, reference_text;                                  // of witnesses
  Numbers citation_reference, citation_doi, citation_pmid, citation_pmcid;  // sorted
  // The works behind references and document ids that are known by another name; sorted.
  Numbers work_of, work_name;
  Numbers edge_witness_begin;  // of edges, in edge_witnesses
  FlatColumn<WitnessId> edge_witnesses;

  // Numbers of a mapped file are checked where they are used, so that opening it touches nothing and a damaged one can not lead astray.
  // Throws Error at the file.
  void need(bool holds) const {
    if (!holds) [[unlikely]]
      refuse();
  }
  [[noreturn]] void refuse() const;

  [[nodiscard]] std::string_view text(std::uint32_t string) const {
    need(std::size_t{string} + 1 < string_begin.size());
    std::uint64_t const begin = string_begin[string], end = string_begin[string + 1];
    need(begin <= end && end <= string_bytes.size());
    return {string_bytes.data() + begin, static_cast<std::size_t>(end - begin)};
  }
  // The rows of an owner by its begin column.
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(Numbers const& begin, std::size_t owner, std::size_t rows) const {
    std::size_t const first = begin[owner], last = begin[owner + 1];
    need(first <= last && last <= rows);
    return {first, last};
  }
  // The same, of rows that are themselves numbers below `limit`.
  template <class Id>
  [[nodiscard]] std::span<Id const> members(Numbers const& begin, std::size_t owner, FlatColumn<Id> const& ids, std::size_t limit) const {
    auto const [first, last] = range(begin, owner, ids.size());
    auto const found = ids.span().subspan(first, last - first);
    std::size_t most = 0;
    if (bytes) {
      for (Id const id : found) most = std::max(most, index(id));
    }
    need(found.empty() || most < limit);
    return found;
  }
};

}  // namespace mechgraph
