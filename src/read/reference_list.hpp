// A reference list that stands in a file of its own: RIS, BibTeX, NBIB (MEDLINE), TSV, or the article's XML.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "read/reader.hpp"
#include "read/references.hpp"

namespace mechgraph {

// An entry as a file gives it.
struct ListedReference {
  ReferenceEntry entry;
  std::vector<std::string> keys;  // "107", "Li2019": what it is cited by
};

// One form of such a file.
struct ReferenceForm {
  std::string_view name;
  // From the first bytes; `name` is the file's.
  bool (*recognises)(std::string_view name, std::string_view head);
  // The entries in their order. Throws Error at the place of what can not be read.
  std::vector<ListedReference> (*read)(Input const&, Diagnostics&);
};

extern ReferenceForm const ris_references;
extern ReferenceForm const nbib_references;
extern ReferenceForm const bibtex_references;
extern ReferenceForm const tsv_references;

// The list in a file, told apart by content. Entries have the numbers that the file gives them; where it gives none, those of their order,
// from 1. Throws Error where the file is none of the forms, has no entry or can not be read. Linear.
References read_references(Input const& input, Diagnostics& diagnostics);

// The surname of "Li, Xia", "Xia Li", "Ludwig van Beethoven", "{World Health Organization}".
std::string surname_of(std::string_view author);

// Sets what the value of a field may say of a work, where nothing is known yet: an address, or running text with a marked DOI or PMID.
void set_from_text(Work& work, std::string_view text);

}  // namespace mechgraph
