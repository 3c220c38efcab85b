// The reference list of one article: what its numbers, keys, authors and years stand for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "domain/record.hpp"

namespace mechgraph {

// One entry of a list.
struct ReferenceEntry {
  std::string author;       // surname of the first author, or a group; empty when not known
  std::string year;         // "2019", "2019b"; empty when not known
  std::vector<Work> works;  // what is known of it: none for a book without identifiers, several for "12" that is a and b
};

class References {
 public:
  // Adds an entry and gives its number, from 0.
  std::uint32_t add(ReferenceEntry entry);
  // Names an entry: "107", "Li2019". The first entry that has a name keeps it. White space at its ends, brackets around it and a full stop
  // behind it do not count; an empty name is none.
  void name(std::uint32_t entry, std::string_view key);

  [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
  [[nodiscard]] ReferenceEntry const& operator[](std::uint32_t entry) const { return entries_[entry]; }
  // The entry that a printed reference means: by its name, else by first author and year ("Li et al., 2019", "Li and Wu (2019b)") where one
  // entry alone fits. Null without one. Constant time.
  [[nodiscard]] ReferenceEntry const* find(std::string_view printed) const;
  // The number of the entry of this very name.
  [[nodiscard]] std::uint32_t const* named(std::string_view key) const;

 private:
  static constexpr std::uint32_t several = 0xFFFFFFFFU;

  std::vector<ReferenceEntry> entries_;
  tsl::robin_map<std::string, std::uint32_t> names_;
  tsl::robin_map<std::string, std::uint32_t> by_author_;  // "li 2019" → entry, or `several`
};

// What became of the references of a table.
struct Resolved {
  std::uint32_t works = 0;             // stand for a work now
  std::uint32_t nameless = 0;          // are in the list, which names no DOI, PMID or PMCID
  std::vector<std::string> unmatched;  // are not in the list; each once, in their order
};

// Looks up the references of the table's cells that have no citation yet, each once, and adds what they stand for to its citations.
Resolved resolve(RecordTable& table, References const& references);

// Sorts the table's citations as RecordTable promises.
void sort_citations(RecordTable& table);

// Sets what a text says: a DOI, PMID or PMCID in any of its printed forms (with prefix, address or bare); false where it is none.
bool set_doi(Work& work, std::string_view text);
bool set_pmid(Work& work, std::string_view text);
bool set_pmcid(Work& work, std::string_view text);
// Sets what the address of a page says: that of a DOI, or of an entry of PubMed or PubMed Central.
void set_from_address(Work& work, std::string_view address);
// The first DOI that is marked as one ("doi:10.…", "https://doi.org/10.…") in running text, lower case; empty without one.
std::string doi_in(std::string_view text);
// The number behind the first "PMID", likewise.
std::string pmid_in(std::string_view text);

}  // namespace mechgraph
