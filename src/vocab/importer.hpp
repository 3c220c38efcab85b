// Files of outside vocabularies → a VocabularyBuilder: what an importer is.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "ontology/ontology.hpp"
#include "vocab/vocabulary_builder.hpp"

namespace mechgraph {

// A file at hand: its path, its number in the Diagnostics, and its bytes without a byte order mark.
struct VocabularyInput {
  std::string path;
  std::uint32_t number = 0;
  std::string_view bytes;
  Ontology const& ontology;
};

// One form of file. `recognises` looks at the first bytes. `read` adds every term that the file declares, and sets the builder's info; it
// throws Error, with "name:line:column" where there is one, when the file is broken, and reports the rest.
struct VocabularyImporter {
  std::string_view name;     // "obo"
  std::string_view summary;  // one line for help
  bool is_text = true;       // UTF-8 is checked before
  bool (*recognises)(std::string_view head) = nullptr;
  void (*read)(VocabularyInput const&, VocabularyBuilder&, Diagnostics&) = nullptr;
};

// In the order of importers.def, which is that in which they are asked.
std::span<VocabularyImporter const* const> vocabulary_importers();

// Maps a file, finds its importer and adds its terms to the builder. Throws Error: missing, not of a known form, not UTF-8, broken, without
// a term. Linear in the file.
void import_vocabulary(std::string const& path, Ontology const& ontology, VocabularyBuilder& builder, Diagnostics& diagnostics);

}  // namespace mechgraph
