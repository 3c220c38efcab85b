// A compiled outside vocabulary: terms, forms, parents.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.hpp"
#include "ontology/vocabulary_layout.hpp"

namespace mechgraph {

// What a form is to its term, best first. `unscoped`: the source does not say.
enum class FormScope : std::uint8_t { label, exact, narrow, unscoped, broad, related };

std::string_view name(FormScope scope) noexcept;

// Rows [begin, end) of a section.
struct VocabularyRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
};

// One file that was imported.
struct VocabularySource {
  std::string_view name;
  std::string_view version;
  std::string_view licence;
  std::string_view file;
  std::uint32_t terms = 0;
  std::uint32_t forms = 0;
  std::uint32_t parents = 0;
  std::uint32_t obsolete = 0;
};

// A meaning of a form.
struct VocabularySense {
  std::uint32_t term = 0;
  std::string_view printed;
  FormScope scope = FormScope::label;
  bool symbol = false;  // a name that is written in one way only: case matters
  std::uint32_t form = 0;
};

// Opening maps the file and checks its head and where its sections lie, in constant time. Every number in it is checked where it is used:
// a damaged file throws Error, it is never read out of bounds. Immutable; texts live as long as the vocabulary.
class Vocabulary {
 public:
  // Throws Error: not a compiled vocabulary, of another version, cut off, damaged.
  static std::shared_ptr<Vocabulary const> open(std::string const& path);
  // The same from bytes at hand; `name` is what messages call them.
  static std::shared_ptr<Vocabulary const> from_bytes(std::string bytes, std::string name);

  // Reads everything and compares the checksum; throws Error. Linear in the file.
  void verify() const;
  // Of the head, which signs the rest. Constant time.
  [[nodiscard]] std::uint64_t fingerprint() const;

  [[nodiscard]] std::string const& name() const noexcept { return name_; }
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }
  [[nodiscard]] std::vector<VocabularySource> sources() const;
  [[nodiscard]] std::uint32_t source_count() const { return count(VocabularyLayout::sources); }
  [[nodiscard]] std::vector<std::string_view> types() const { return names(VocabularyLayout::types); }
  [[nodiscard]] std::vector<std::string_view> relations() const { return names(VocabularyLayout::relations); }

  [[nodiscard]] std::uint32_t term_count() const { return count(VocabularyLayout::terms); }
  [[nodiscard]] std::optional<std::uint32_t> find_term(std::string_view curie) const;
  [[nodiscard]] std::string_view curie(std::uint32_t term) const { return text(VocabularyLayout::terms, term, VocabularyLayout::curie); }
  [[nodiscard]] std::string_view label(std::uint32_t term) const { return text(VocabularyLayout::terms, term, VocabularyLayout::label); }
  // Number in types(), or nothing: a term that is kept to be looked up but not taken in text.
  [[nodiscard]] std::optional<std::uint32_t> type(std::uint32_t term) const;
  [[nodiscard]] std::uint32_t source(std::uint32_t term) const;
  [[nodiscard]] bool obsolete(std::uint32_t term) const;
  // What stands for an obsolete term or another identifier.
  [[nodiscard]] std::optional<std::uint32_t> replacement(std::uint32_t term) const;
  // Follows replacements to the end; nothing where an obsolete term has none.
  [[nodiscard]] std::optional<std::uint32_t> current(std::uint32_t term) const;
  // Pairs of a number in relations() and a term.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> parents(std::uint32_t term) const;
  [[nodiscard]] std::vector<std::string_view> xrefs(std::uint32_t term) const;
  // The meanings of forms that name the term.
  [[nodiscard]] std::vector<VocabularySense> senses_of(std::uint32_t term) const;

  [[nodiscard]] std::uint32_t form_count() const { return count(VocabularyLayout::forms); }
  // By folded tokens joined with single spaces.
  [[nodiscard]] std::optional<std::uint32_t> find_form(std::string_view folded) const;
  [[nodiscard]] std::string_view form(std::uint32_t form) const { return text(VocabularyLayout::forms, form, 0); }
  [[nodiscard]] VocabularyRange senses(std::uint32_t form) const {
    return range(VocabularyLayout::forms, form, 2, VocabularyLayout::senses);
  }
  [[nodiscard]] VocabularySense sense(std::uint32_t sense) const;
  // Bit n-1: there is a form of n tokens that begins with this folded token, or with these two, joined by a space.
  [[nodiscard]] std::uint64_t lengths(std::string_view first) const;

 private:
  using Section = VocabularyLayout::Section;

  Vocabulary(std::string name, std::unique_ptr<MappedFile> file, std::string bytes);

  [[noreturn]] void damaged(std::string_view what) const;
  [[nodiscard]] std::uint32_t count(Section section) const { return counts_[section]; }
  [[nodiscard]] std::uint32_t word(Section section, std::uint32_t row, std::size_t at) const;
  [[nodiscard]] std::string_view text(Section section, std::uint32_t row, std::size_t at) const;
  [[nodiscard]] VocabularyRange range(Section section, std::uint32_t row, std::size_t at, Section of) const;
  [[nodiscard]] std::vector<std::string_view> names(Section section) const;
  [[nodiscard]] std::optional<std::uint32_t> find(Section slots, Section of, std::string_view key) const;

  std::string name_;
  std::unique_ptr<MappedFile> file_;
  std::string owned_;
  std::string_view bytes_;
  std::array<std::string_view, VocabularyLayout::section_count> sections_;
  std::array<std::uint32_t, VocabularyLayout::section_count> counts_{};
};

}  // namespace mechgraph
