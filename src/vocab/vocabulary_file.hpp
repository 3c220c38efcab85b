// The sections of a compiled vocabulary while they are made.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "base/sink.hpp"
#include "ontology/vocabulary_layout.hpp"

namespace mechgraph {

// Collects words and texts, and writes them as vocabulary_layout.hpp says. Equal texts are stored once.
class VocabularyFile {
 public:
  using Section = VocabularyLayout::Section;

  VocabularyFile& word(Section section, std::uint32_t value);
  // Throws Error when all texts together pass 4 GiB.
  VocabularyFile& text(Section section, std::string_view text);
  // The words of a section so far.
  [[nodiscard]] std::size_t words(Section section) const { return sections_[section].size() / 4; }
  [[nodiscard]] std::uint32_t rows(Section section) const {
    return static_cast<std::uint32_t>(words(section) / VocabularyLayout::width[section]);
  }
  // A hash table in `slots` over the rows of a section, whose keys these are, in order.
  void index(Section slots, std::vector<std::string_view> const& keys);
  void write(Sink& out) const;

 private:
  std::array<std::string, VocabularyLayout::section_count> sections_;
  tsl::robin_map<std::string, std::uint32_t> places_;
};

}  // namespace mechgraph
