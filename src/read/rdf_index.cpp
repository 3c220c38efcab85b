// Statements by subject, each with a mark that it was understood.
#include "read/rdf_index.hpp"

#include <algorithm>
#include <tuple>

namespace mechgraph {

RdfIndex::RdfIndex(RdfStatements statements) : statements_(std::move(statements)) {
  auto& rows = statements_.rows;
  auto const content = [](Row const& row) { return std::tuple{row.property, row.object, row.graph}; };
  auto const less = [&](Row const& a, Row const& b) { return content(a) < content(b); };
  group_by_subject();
  for (auto first = rows.begin(); first != rows.end();) {
    auto last = first + 1;
    while (last != rows.end() && last->subject == first->subject) ++last;
    if (!std::is_sorted(first, last, less)) std::stable_sort(first, last, less);
    first = last;
  }
  rows.erase(
      std::unique(rows.begin(), rows.end(), [&](Row const& a, Row const& b) { return a.subject == b.subject && content(a) == content(b); }),
      rows.end());
  begin_.assign(statements_.terms.size() + 1, 0);
  for (Row const& row : rows) ++begin_[index(row.subject) + 1];
  for (std::size_t i = 0; i + 1 < begin_.size(); ++i) {
    if (begin_[i + 1] > 0) subjects_.push_back(at_index<StringId>(i));
    begin_[i + 1] += begin_[i];
  }
  used_.assign(rows.size(), false);
}

// Stable, by counting: most statements stand beside those of their subject already.
void RdfIndex::group_by_subject() {
  auto& rows = statements_.rows;
  auto const less = [](Row const& a, Row const& b) { return a.subject < b.subject; };
  if (std::is_sorted(rows.begin(), rows.end(), less)) return;
  std::vector<std::uint32_t> next(statements_.terms.size() + 1, 0);
  for (Row const& row : rows) ++next[index(row.subject) + 1];
  for (std::size_t i = 0; i + 1 < next.size(); ++i) next[i + 1] += next[i];
  std::vector<Row> grouped(rows.size());
  for (Row const& row : rows) grouped[next[index(row.subject)]++] = row;
  rows = std::move(grouped);
}

RdfIndex::Range RdfIndex::of(StringId subject) const {
  if (index(subject) + 1 >= begin_.size()) return {};
  return {begin_[index(subject)], begin_[index(subject) + 1]};
}

RdfIndex::Range RdfIndex::of(StringId subject, StringId property) const {
  Range const all = of(subject);
  auto const first = statements_.rows.begin();
  auto const [low, high] = std::equal_range(first + all.begin, first + all.end, Row{{}, property, {}, {}, 0, 0},
                                            [](Row const& a, Row const& b) { return a.property < b.property; });
  return {static_cast<std::uint32_t>(low - first), static_cast<std::uint32_t>(high - first)};
}

bool RdfIndex::has(StringId subject, StringId property, StringId object) const {
  Range const range = of(subject, property);
  auto const first = statements_.rows.begin();
  return std::binary_search(first + range.begin, first + range.end, Row{{}, {}, object, {}, 0, 0},
                            [](Row const& a, Row const& b) { return a.object < b.object; });
}

std::string_view RdfIndex::take_text(StringId subject, StringId property) {
  Range const range = of(subject, property);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    std::string_view const term = statements_.terms.view(row(i).object);
    if (!is_literal(term)) continue;
    for (std::uint32_t same = i; same < range.end && row(same).object == row(i).object; ++same) use(same);
    return term.substr(1);
  }
  return {};
}

StringId RdfIndex::take_iri(StringId subject, StringId property) {
  Range const range = of(subject, property);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is_literal(statements_.terms.view(row(i).object))) continue;
    for (std::uint32_t same = i; same < range.end && row(same).object == row(i).object; ++same) use(same);
    return row(i).object;
  }
  return {};
}

}  // namespace mechgraph
