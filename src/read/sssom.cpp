// SSSOM: mappings between identifiers.
#include "read/sssom.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/lines.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::string_view, 3> same_predicates{"owl:equivalentClass", "owl:sameAs", "skos:exactMatch"};

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    std::size_t const end = std::min(line.find('\t', begin), line.size());
    cells.push_back(trim(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

std::string place(Input const& input, Line const& line) { return input.name + ":" + std::to_string(line.number); }

}  // namespace

SameMappings read_sssom(Input const& input) {
  SameMappings mappings;
  std::array<std::size_t, 3> columns{};  // subject, predicate, object
  std::size_t modifier = std::string_view::npos;
  std::size_t needed = 0;
  Lines lines{input.bytes};
  Line line;
  while (lines.next(line)) {
    if (line.text.starts_with('#') || trim(line.text).empty()) continue;
    auto const cells = cells_of(line.text);
    if (needed == 0) {
      constexpr std::array<std::string_view, 3> names{"subject_id", "predicate_id", "object_id"};
      for (std::size_t i = 0; i < names.size(); ++i) {
        columns[i] = static_cast<std::size_t>(std::ranges::find(cells, names[i]) - cells.begin());
        if (columns[i] == cells.size()) {
          throw Error(place(input, line), "has no column " + std::string{names[i]},
                      "SSSOM needs the columns subject_id, predicate_id and object_id, parted by tabs");
        }
        needed = std::max(needed, columns[i] + 1);
      }
      auto const found = std::ranges::find(cells, "predicate_modifier");
      if (found != cells.end()) modifier = static_cast<std::size_t>(found - cells.begin());
      continue;
    }
    if (cells.size() < needed)
      throw Error(place(input, line), "has " + std::to_string(cells.size()) + " cells, and needs " + std::to_string(needed));
    bool const is_negated = modifier < cells.size() && !cells[modifier].empty();
    std::string_view const a = cells[columns[0]], b = cells[columns[2]];
    if (!is_negated && std::ranges::find(same_predicates, cells[columns[1]]) != same_predicates.end() && !a.empty() && !b.empty()) {
      mappings.pairs.emplace_back(a, b);
    } else {
      ++mappings.others;
    }
  }
  if (needed == 0)
    throw Error(input.name, "holds no mappings", "SSSOM needs the columns subject_id, predicate_id and object_id, parted by tabs");
  return mappings;
}

}  // namespace mechgraph
