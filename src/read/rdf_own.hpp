// Our own modelling in RDF → rows of a part.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tsl/robin_set.h>

#include "base/diagnostics.hpp"
#include "read/rdf_rows.hpp"

namespace mechgraph {

// Reads the edges, witnesses, records, tables, documents and citations that mechgraph wrote, and marks what it used. What is broken is an
// error in the Diagnostics and left out.
class OwnRdf {
 public:
  OwnRdf(RdfIndex& index, RdfRows& rows, Input const& input, Diagnostics& diagnostics);

  void read();

  // True for a plain triple that only repeats an edge.
  [[nodiscard]] bool repeats_edge(RdfIndex::Row const& row) const;
  // The row of an edge of ours, for what else is said of it; nothing for another subject.
  [[nodiscard]] std::optional<std::uint32_t> edge_row(StringId subject) const;
  // True for a witness, record, table, document or citation of ours.
  [[nodiscard]] bool is_place(StringId subject) const { return places_.contains(subject); }

 private:
  void read_edge(StringId edge);
  void read_witness(StringId witness, std::uint32_t edge);
  void read_citation(StringId citation);
  std::uint32_t cell(StringId witness);
  std::uint32_t record(StringId iri);
  std::uint32_t table(StringId iri);
  std::uint32_t document(StringId iri);
  void read_qualifiers(StringId witness, GraphPart::Witness& row);
  Span span(StringId witness, std::string_view cell, StringId start, StringId end);
  int number(StringId subject, StringId property, int least, int most);
  // `name` is a constant of domain/rdf_names.hpp: it is known by its place.
  StringId term(std::string_view name) {
    auto const [place, is_new] = terms_.try_emplace(name.data());
    if (is_new) place.value() = index_.terms().intern(name);
    return place->second;
  }
  void use_rest_of(StringId subject, std::string_view ending);

  RdfIndex& index_;
  RdfRows& rows_;
  Input const& input_;
  Diagnostics& diagnostics_;
  tsl::robin_map<char const*, StringId> terms_;
  tsl::robin_map<StringId, std::uint32_t> edges_, records_, tables_, documents_;
  tsl::robin_set<StringId> places_;
  struct Hash {
    std::size_t operator()(std::array<StringId, 3> const& key) const noexcept {
      std::uint64_t mixed = 0x9E3779B97F4A7C15U;
      for (StringId const part : key) mixed = (mixed ^ static_cast<std::uint64_t>(part)) * 0xD6E8FEB86659FD93U, mixed ^= mixed >> 32U;
      return static_cast<std::size_t>(mixed);
    }
  };
  tsl::robin_set<std::array<StringId, 3>, Hash> repeated_;
};

}  // namespace mechgraph
