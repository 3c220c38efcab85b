// References → works.
#include "graph/works.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <unordered_set>

#include <tsl/robin_map.h>

#include "domain/record.hpp"

namespace mechgraph {
namespace {

using Fields = std::array<StringId, 3>;  // PMID, DOI, PMCID: the order in which they name a work

// What is known of a reference or document.
struct Known {
  StringId of{};
  Fields fields{};
};

std::uint32_t number(StringId string) { return static_cast<std::uint32_t>(index(string)); }

// Every row once, without rows that say the same as another of its reference and less. So adding rows in any order or grouping gives the
// same ones.
std::vector<GraphPart::Citation> most_telling(std::vector<GraphPart::Citation> const& rows) {
  KeyedRows all;
  for (auto const& row : rows) all.number({number(row.reference), number(row.doi), number(row.pmid), number(row.pmcid)});
  KeyedRows less;  // what is left of each row without some of its fields
  for (KeyedRows::Key const& key : all.keys()) {
    for (unsigned dropped = 1; dropped < 8; ++dropped) {
      KeyedRows::Key part = key;
      for (unsigned field = 0; field < 3; ++field) {
        if ((dropped >> field & 1U) != 0) part[field + 1] = 0;
      }
      if (part != key) less.number(part);
    }
  }
  std::vector<GraphPart::Citation> kept;
  for (KeyedRows::Key const& key : all.keys()) {
    bool const is_empty = key[1] == 0 && key[2] == 0 && key[3] == 0;
    if (is_empty || less.has(key)) continue;
    kept.push_back({at_index<StringId>(key[0]), at_index<StringId>(key[1]), at_index<StringId>(key[2]), at_index<StringId>(key[3])});
  }
  return kept;
}

// Rows that share an identifier, directly or over others, are one work.
class Joiner {
 public:
  explicit Joiner(std::vector<Known> const& rows) : above_(rows.size()) {
    std::iota(above_.begin(), above_.end(), 0U);
    std::array<tsl::robin_map<StringId, std::uint32_t>, 3> first;  // row with an identifier
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      for (std::size_t field = 0; field < first.size(); ++field) {
        StringId const value = rows[row].fields[field];
        if (value == StringId{}) continue;
        auto const [place, is_new] = first[field].try_emplace(value, row);
        if (!is_new) join(place->second, row);
      }
    }
  }

  std::uint32_t top(std::uint32_t row) {
    while (above_[row] != row) row = above_[row] = above_[above_[row]];
    return row;
  }

 private:
  void join(std::uint32_t a, std::uint32_t b) {
    a = top(a);
    b = top(b);
    above_[std::max(a, b)] = std::min(a, b);
  }

  std::vector<std::uint32_t> above_;
};

}  // namespace

CitedWorks find_works(GraphBuilder::Tables& tables) {
  CitedWorks works{most_telling(std::exchange(tables.citations, {})), {}};
  Texts& strings = tables.strings;
  std::vector<Known> rows;
  for (auto const& row : works.citations) rows.push_back({row.reference, {row.pmid, row.doi, row.pmcid}});
  for (auto const& document : tables.documents) rows.push_back({document.id, {document.pmid, document.doi, document.pmcid}});
  std::vector<bool> seen(strings.size());
  std::vector<StringId> plain;  // "PMID:…": each names a work of its own, unless a row above or below it has the identifier too
  constexpr std::string_view pmid_prefix = "PMID:";
  Texts::Room room;
  auto const add = [&](StringId reference, Work const& work) {
    rows.push_back({reference, {strings.intern(work.pmid), strings.intern(work.doi), strings.intern(work.pmcid)}});
  };
  for (std::uint32_t const of : tables.references.values()) {
    StringId const reference = at_index<StringId>(of);
    if (seen[index(reference)]) continue;
    seen[index(reference)] = true;
    std::string_view const text = strings.view(reference, room);
    if (text.find('#') != std::string_view::npos) continue;
    if (text.starts_with(pmid_prefix)) {
      plain.push_back(reference);
      continue;
    }
    if (Work const work = work_named(text); work.is_known()) add(reference, work);
  }
  std::unordered_set<std::string> pmids;
  for (Known const& row : rows) {
    if (row.fields[0] != StringId{}) pmids.insert(strings.text(row.fields[0]));
  }
  if (pmids.empty()) plain.clear();
  for (StringId const reference : plain) {
    Work const work = work_named(strings.view(reference, room));
    if (pmids.contains(work.pmid)) add(reference, work);
  }

  Joiner joiner{rows};
  std::vector<Fields> least(rows.size(), Fields{});  // of the rows of each work
  auto const keep_least = [&](StringId& kept, StringId other) {
    if (other != StringId{} && (kept == StringId{} || strings.less(other, kept))) kept = other;
  };
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    for (std::size_t field = 0; field < 3; ++field) keep_least(least[joiner.top(row)][field], rows[row].fields[field]);
  }
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    auto const& [pmid, doi, pmcid] = least[joiner.top(row)];
    Work const work{strings.text(doi), strings.text(pmid), strings.text(pmcid)};
    if (!work.is_known()) continue;
    StringId const name = strings.intern(work_id(work));
    if (name != rows[row].of) works.names.emplace_back(rows[row].of, name);
  }
  return works;
}

}  // namespace mechgraph
