// What a column of an evidence table holds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mechgraph {

// Roles of cells, then those columns that describe the document. `other` is a column whose role is not known: kept, never read for
// statements. `caption`, `title` and `section` are also the fields of evidence that stands outside the row.
enum class Role : std::uint8_t {
  id,
  source,
  model,
  intervention,
  disease,
  cargo,
  mechanism,
  dose,
  route,
  time,
  result,
  reference,
  doi,
  pmid,
  pmcid,
  title,
  table,
  caption,
  legend,
  section,
  other,
};

inline constexpr std::array<std::string_view, 21> role_names{
    "id",        "source", "model", "intervention", "disease", "cargo", "mechanism", "dose",   "route",   "time", "result",
    "reference", "doi",    "pmid",  "pmcid",        "title",   "table", "caption",   "legend", "section", "other"};

constexpr std::string_view name(Role role) noexcept { return role_names[static_cast<std::size_t>(role)]; }

constexpr std::optional<Role> role_named(std::string_view text) noexcept {
  for (std::size_t i = 0; i < role_names.size(); ++i) {
    if (role_names[i] == text) return static_cast<Role>(i);
  }
  return std::nullopt;
}

// True for the columns that describe the document or table, not the row.
constexpr bool describes_document(Role role) noexcept { return role >= Role::doi && role <= Role::legend; }

}  // namespace mechgraph
