// A compiled outside vocabulary.
#include "ontology/vocabulary.hpp"

#include <cstring>
#include <limits>
#include <utility>

#include <xxhash.h>

#include "base/error.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view again = "make it again with 'mechgraph vocab import'";

// Numbers of the file, whatever the byte order of the machine; compilers make one load of it where they can.
template <class Number>
Number little_endian(char const* bytes) noexcept {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) value |= static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return value;
}

}  // namespace

std::uint64_t vocabulary_hash(std::string_view bytes) noexcept { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string_view name(FormScope scope) noexcept {
  switch (scope) {
    case FormScope::label: return "label";
    case FormScope::exact: return "exact";
    case FormScope::narrow: return "narrow";
    case FormScope::unscoped: return "synonym";
    case FormScope::broad: return "broad";
    case FormScope::related: return "related";
  }
  return {};
}

std::shared_ptr<Vocabulary const> Vocabulary::open(std::string const& path) {
  return std::shared_ptr<Vocabulary const>(new Vocabulary(path, std::make_unique<MappedFile>(path), {}));
}

std::shared_ptr<Vocabulary const> Vocabulary::from_bytes(std::string bytes, std::string name) {
  return std::shared_ptr<Vocabulary const>(new Vocabulary(std::move(name), nullptr, std::move(bytes)));
}

Vocabulary::Vocabulary(std::string name, std::unique_ptr<MappedFile> file, std::string bytes)
    : name_(std::move(name)), file_(std::move(file)), owned_(std::move(bytes)) {
  using L = VocabularyLayout;
  bytes_ = file_ ? file_->bytes() : std::string_view{owned_};
  if (!bytes_.starts_with(L::magic)) {
    throw Error(name_, "is not a compiled vocabulary", "make one with 'mechgraph vocab import FILE... -o " + name_ + "'");
  }
  if (bytes_.size() < L::head_size) damaged("it is cut off in its head");
  auto const version = little_endian<std::uint32_t>(bytes_.data() + L::version_at);
  if (version != L::version) {
    throw Error(
        name_,
        "is a compiled vocabulary of version " + std::to_string(version) + "; this program reads version " + std::to_string(L::version),
        std::string(again));
  }
  auto const size = little_endian<std::uint64_t>(bytes_.data() + L::size_at);
  if (size != bytes_.size()) {
    damaged("it has " + std::to_string(bytes_.size()) + " bytes and should have " + std::to_string(size));
  }
  std::string head(bytes_.substr(0, L::head_size));
  std::memset(head.data() + L::head_checksum_at, 0, sizeof(std::uint64_t));
  if (vocabulary_hash(head) != little_endian<std::uint64_t>(bytes_.data() + L::head_checksum_at))
    damaged("the checksum of its head is wrong");
  if (little_endian<std::uint32_t>(bytes_.data() + L::count_at) != L::section_count) damaged("its number of sections is wrong");
  for (std::size_t section = 0; section < L::section_count; ++section) {
    char const* const entry = bytes_.data() + L::sections_at + 16 * section;
    auto const offset = little_endian<std::uint64_t>(entry);
    auto const length = little_endian<std::uint64_t>(entry + 8);
    if (offset < L::head_size || offset > bytes_.size() || length > bytes_.size() - offset) damaged("a section lies outside of it");
    sections_[section] = bytes_.substr(offset, length);
    std::size_t const row = L::width[section] * 4;
    if (row == 0) continue;
    if (length % row != 0 || length / row > std::numeric_limits<std::uint32_t>::max()) damaged("a section is cut off");
    counts_[section] = static_cast<std::uint32_t>(length / row);
  }
  for (Section const slots : {L::term_slots, L::form_slots, L::first_slots}) {
    if ((counts_[slots] & (counts_[slots] - 1)) != 0) damaged("a hash table has a wrong size");
  }
}

void Vocabulary::damaged(std::string_view what) const {
  throw Error(name_, "is a damaged vocabulary: " + std::string(what), std::string(again));
}

void Vocabulary::verify() const {
  using L = VocabularyLayout;
  if (vocabulary_hash(bytes_.substr(L::head_size)) != little_endian<std::uint64_t>(bytes_.data() + L::body_checksum_at)) {
    damaged("its checksum is wrong");
  }
}

std::uint64_t Vocabulary::fingerprint() const { return little_endian<std::uint64_t>(bytes_.data() + VocabularyLayout::head_checksum_at); }

std::uint32_t Vocabulary::word(Section section, std::uint32_t row, std::size_t at) const {
  if (row >= counts_[section]) damaged("it names a row that is not there");
  return little_endian<std::uint32_t>(sections_[section].data() + 4 * (row * VocabularyLayout::width[section] + at));
}

std::string_view Vocabulary::text(Section section, std::uint32_t row, std::size_t at) const {
  std::uint32_t const offset = word(section, row, at);
  std::uint32_t const size = word(section, row, at + 1);
  std::string_view const all = sections_[VocabularyLayout::text];
  if (offset > all.size() || size > all.size() - offset) damaged("it names a text that is not there");
  return all.substr(offset, size);
}

VocabularyRange Vocabulary::range(Section section, std::uint32_t row, std::size_t at, Section of) const {
  VocabularyRange const range{word(section, row, at), word(section, row, at + 1)};
  if (range.begin > range.end || range.end > counts_[of]) damaged("it names rows that are not there");
  return range;
}

std::vector<std::string_view> Vocabulary::names(Section section) const {
  std::vector<std::string_view> names;
  names.reserve(count(section));
  for (std::uint32_t row = 0; row < count(section); ++row) names.push_back(text(section, row, 0));
  return names;
}

std::optional<std::uint32_t> Vocabulary::find(Section slots, Section of, std::string_view key) const {
  std::uint32_t const size = counts_[slots];
  if (size == 0) return std::nullopt;
  auto slot = static_cast<std::uint32_t>(vocabulary_hash(key)) & (size - 1);
  for (std::uint32_t tried = 0; tried < size; ++tried) {
    std::uint32_t const row = word(slots, slot, 0);
    if (row == 0) return std::nullopt;
    if (text(of, row - 1, 0) == key) return row - 1;
    slot = (slot + 1) & (size - 1);
  }
  return std::nullopt;
}

std::vector<VocabularySource> Vocabulary::sources() const {
  std::vector<VocabularySource> sources;
  Section const section = VocabularyLayout::sources;
  for (std::uint32_t row = 0; row < count(section); ++row) {
    sources.push_back({text(section, row, 0), text(section, row, 2), text(section, row, 4), text(section, row, 6), word(section, row, 8),
                       word(section, row, 9), word(section, row, 10), word(section, row, 11)});
  }
  return sources;
}

std::optional<std::uint32_t> Vocabulary::find_term(std::string_view curie) const {
  return find(VocabularyLayout::term_slots, VocabularyLayout::terms, curie);
}

std::optional<std::uint32_t> Vocabulary::type(std::uint32_t term) const {
  std::uint32_t const type = word(VocabularyLayout::terms, term, VocabularyLayout::type);
  if (type == 0) return std::nullopt;
  if (type > count(VocabularyLayout::types)) damaged("it names a type that is not there");
  return type - 1;
}

std::uint32_t Vocabulary::source(std::uint32_t term) const {
  std::uint32_t const source = word(VocabularyLayout::terms, term, VocabularyLayout::source);
  if (source >= count(VocabularyLayout::sources)) damaged("it names a source that is not there");
  return source;
}

bool Vocabulary::obsolete(std::uint32_t term) const {
  return (word(VocabularyLayout::terms, term, VocabularyLayout::state) & VocabularyLayout::obsolete) != 0;
}

std::optional<std::uint32_t> Vocabulary::replacement(std::uint32_t term) const {
  std::uint32_t const replacement = word(VocabularyLayout::terms, term, VocabularyLayout::replacement);
  if (replacement == 0) return std::nullopt;
  if (replacement > term_count()) damaged("it names a term that is not there");
  return replacement - 1;
}

std::optional<std::uint32_t> Vocabulary::current(std::uint32_t term) const {
  constexpr int longest_chain = 16;  // of a damaged file it could be a ring
  for (int i = 0; i < longest_chain; ++i) {
    auto const next = replacement(term);
    if (!next) return obsolete(term) ? std::nullopt : std::optional(term);
    term = *next;
  }
  return std::nullopt;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Vocabulary::parents(std::uint32_t term) const {
  using L = VocabularyLayout;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parents;
  VocabularyRange const rows = range(L::terms, term, L::parent_range, L::parents);
  parents.reserve(rows.size());
  for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
    std::uint32_t const relation = word(L::parents, row, 0);
    std::uint32_t const parent = word(L::parents, row, 1);
    if (relation >= count(L::relations)) damaged("it names a relation that is not there");
    if (word(L::terms, parent, L::depth) >= word(L::terms, term, L::depth)) damaged("its hierarchy is not one");
    parents.emplace_back(relation, parent);
  }
  return parents;
}

std::vector<std::string_view> Vocabulary::xrefs(std::uint32_t term) const {
  std::vector<std::string_view> xrefs;
  VocabularyRange const rows = range(VocabularyLayout::terms, term, VocabularyLayout::xref_range, VocabularyLayout::xrefs);
  for (std::uint32_t row = rows.begin; row < rows.end; ++row) xrefs.push_back(text(VocabularyLayout::xrefs, row, 0));
  return xrefs;
}

std::vector<VocabularySense> Vocabulary::senses_of(std::uint32_t term) const {
  std::vector<VocabularySense> senses;
  VocabularyRange const rows = range(VocabularyLayout::terms, term, VocabularyLayout::sense_range, VocabularyLayout::senses_of_term);
  for (std::uint32_t row = rows.begin; row < rows.end; ++row) senses.push_back(sense(word(VocabularyLayout::senses_of_term, row, 0)));
  return senses;
}

std::optional<std::uint32_t> Vocabulary::find_form(std::string_view folded) const {
  return find(VocabularyLayout::form_slots, VocabularyLayout::forms, folded);
}

VocabularySense Vocabulary::sense(std::uint32_t sense) const {
  using L = VocabularyLayout;
  VocabularySense found;
  found.term = word(L::senses, sense, 0);
  if (found.term >= term_count()) damaged("it names a term that is not there");
  found.printed = text(L::senses, sense, 1);
  std::uint32_t const scope = word(L::senses, sense, 3);
  found.scope = static_cast<FormScope>(scope & 0xFFU);
  if (found.scope > FormScope::related) damaged("it has a scope that is none");
  found.symbol = (scope & L::symbol) != 0;
  found.form = word(L::senses, sense, 4);
  return found;
}

std::uint64_t Vocabulary::lengths(std::string_view first) const {
  auto const row = find(VocabularyLayout::first_slots, VocabularyLayout::firsts, first);
  if (!row) return 0;
  std::uint64_t const high = word(VocabularyLayout::firsts, *row, 3);
  return high << 32U | word(VocabularyLayout::firsts, *row, 2);
}

}  // namespace mechgraph
