// What witnesses stand in, numbered: documents, their tables, records and cells, each once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "exporters/row_writer.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// A witness with the numbers, from 0, of the cell, record, table and document that it stands in; `new_...` is true where the witness is the
// first in it. The views are into the graph.
struct EvidenceRow {
  WitnessId id{};
  WitnessView witness;
  RecordView record;
  std::uint32_t cell_number = 0, record_number = 0, table_number = 0;
  bool new_cell = false, new_record = false, new_table = false, new_document = false;
};

// Calls take(EvidenceRow const&) for every witness in order. Linear.
template <class Take>
void each_evidence_row(Graph const& graph, Take take) {
  EvidenceRow row;
  bool first = true;
  for (WitnessId const id : graph.witnesses()) {
    WitnessView const witness = graph.witness(id);
    RecordView const record = first || witness.record != row.witness.record ? graph.record(witness.record) : row.record;
    row.new_document = first || record.document != row.record.document;
    row.new_table = row.new_document || record.table != row.record.table;
    row.new_record = first || witness.record != row.witness.record;
    row.new_cell = row.new_record || witness.field != row.witness.field || witness.cell != row.witness.cell;
    if (!first) {
      row.table_number += row.new_table ? 1U : 0U;
      row.record_number += row.new_record ? 1U : 0U;
      row.cell_number += row.new_cell ? 1U : 0U;
    }
    first = false;
    row.id = id;
    row.witness = witness;
    row.record = record;
    take(row);
  }
}

// A part of a cell with its place in code points, as databases count.
struct WordsInCell {
  std::string_view words;
  std::size_t start = 0, end = 0;
};
inline std::optional<WordsInCell> words_in_cell(std::string_view cell, Span span) {
  if (span.empty()) return std::nullopt;
  std::size_t const start = count_code_points(cell.substr(0, span.begin));
  std::string_view const words = cut(cell, span);
  return WordsInCell{words, start, start + count_code_points(words)};
}

// Three cells of a row: the words, where they begin and where they end.
inline void write_words_in_cell(RowWriter& out, std::string_view cell, Span span) {
  auto const words = words_in_cell(cell, span);
  if (!words) {
    for (int i = 0; i < 3; ++i) out.missing();
    return;
  }
  out.text(words->words);
  out.number(static_cast<std::int64_t>(words->start));
  out.number(static_cast<std::int64_t>(words->end));
}

}  // namespace mechgraph
