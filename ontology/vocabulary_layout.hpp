// How a compiled vocabulary lies in its file: shared by the one that writes it (src/vocab) and the one that opens it (vocabulary.cpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mechgraph {

// The file: a head, then sections at multiples of 8 bytes. All numbers are little-endian, whatever the machine. Every section but the text
// is rows of 32-bit words. A text is two words: offset and size in the section `text`. A range is two words: begin and end in the section
// that it names. Numbers of rows count from 0; where a row may be missing, from 1 (0 = none).
struct VocabularyLayout {
  static constexpr std::string_view magic{"MGVOCAB\n", 8};
  static constexpr std::uint32_t version = 2;

  enum Section : std::size_t {
    text,           // bytes
    sources,        // name, version, licence, file (texts), terms, forms, parents, obsolete
    types,          // a type of types.tsv (text)
    relations,      // a relation of relations.tsv (text)
    terms,          // see the constants below; sorted by CURIE
    parents,        // relation, term; the parent's depth is less than the child's, so that there are no cycles
    xrefs,          // CURIE (text)
    term_slots,     // hash table of CURIEs: a row of terms, from 1
    forms,          // folded form (text), range of senses
    senses,         // term, printed form (text), scope and bit 8 for a symbol, form; the best of a form first
    form_slots,     // hash table of folded forms: a row of forms, from 1
    firsts,         // first folded token, or first two (text), two words of bits: there are forms of n tokens
    first_slots,    // hash table of these: a row of firsts, from 1
    senses_of_term  // row of senses, term by term
  };
  static constexpr std::size_t section_count = 14;
  // Words in a row.
  static constexpr std::array<std::size_t, section_count> width{0, 12, 2, 2, 15, 2, 2, 1, 4, 5, 1, 4, 1, 1};

  enum TermWord : std::size_t {
    curie = 0,
    label = 2,
    type = 4,  // from 1
    source = 5,
    state = 6,        // bits: obsolete, another identifier of its replacement
    replacement = 7,  // from 1
    parent_range = 8,
    xref_range = 10,
    sense_range = 12,
    depth = 14
  };
  static constexpr std::uint32_t obsolete = 1;
  static constexpr std::uint32_t alternative = 2;
  static constexpr std::uint32_t symbol = 1U << 8U;

  // The head: magic, version, number of sections, size of the file, checksum of all that follows the head, checksum of the head without
  // itself; then offset and size of each section.
  static constexpr std::size_t version_at = 8;
  static constexpr std::size_t count_at = 12;
  static constexpr std::size_t size_at = 16;
  static constexpr std::size_t body_checksum_at = 24;
  static constexpr std::size_t head_checksum_at = 32;
  static constexpr std::size_t sections_at = 40;
  static constexpr std::size_t head_size = sections_at + 16 * section_count;
};

// XXH3-64 of the bytes: what hash tables and checksums of the file use.
std::uint64_t vocabulary_hash(std::string_view bytes) noexcept;

}  // namespace mechgraph
