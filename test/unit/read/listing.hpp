// Reads a reference list in a test.
#pragma once

#include "read/reference_list.hpp"
#include "unit/read/reading.hpp"

namespace mechgraph {

inline References listed(std::string name, std::string_view bytes) {
  Diagnostics diagnostics;
  Input const input = check_input(std::move(name), bytes, InputLimits{}, diagnostics);
  return read_references(input, diagnostics);
}

// "doi|pmid|pmcid" of each work of a reference; "-" when the list does not have it.
inline std::string works_of(References const& list, std::string_view printed) {
  ReferenceEntry const* const entry = list.find(printed);
  if (entry == nullptr) return "-";
  std::string out;
  for (Work const& work : entry->works) out += (out.empty() ? "" : " ") + work.doi + "|" + work.pmid + "|" + work.pmcid;
  return out;
}

inline std::string list_failure(std::string name, std::string_view bytes) {
  return failure([&] { listed(std::move(name), bytes); });
}

}  // namespace mechgraph
