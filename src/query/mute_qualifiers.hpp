// Qualifiers that part no findings.
#pragma once

#include <set>
#include <string_view>

#include "ontology/ontology.hpp"

namespace mechgraph {

// Those of qualifiers.tsv that explain nothing: how strong an effect was, the identifier of an imported edge. Views into the ontology.
inline std::set<std::string_view> mute_qualifiers(Ontology const& ontology) {
  std::set<std::string_view> mute;
  DataTable const& table = ontology.table("qualifiers");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.cell(row, "explains") == "0") mute.insert(table.cell(row, "qualifier"));
  }
  return mute;
}

}  // namespace mechgraph
