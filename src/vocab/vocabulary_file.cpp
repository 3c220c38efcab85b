// The sections of a compiled vocabulary while they are made.
#include "vocab/vocabulary_file.hpp"

#include <bit>
#include <limits>

#include "base/error.hpp"

namespace mechgraph {
namespace {

template <class Number>
void append_little_endian(std::string& out, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

constexpr std::size_t aligned(std::size_t size) { return (size + 7) / 8 * 8; }

}  // namespace

VocabularyFile& VocabularyFile::word(Section section, std::uint32_t value) {
  append_little_endian(sections_[section], value);
  return *this;
}

VocabularyFile& VocabularyFile::text(Section section, std::string_view text) {
  std::string& all = sections_[VocabularyLayout::text];
  auto const [place, added] = places_.emplace(std::string(text), static_cast<std::uint32_t>(all.size()));
  if (added) {
    if (all.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) {
      throw Error("", "the names of these vocabularies take more than 4 GiB", "import fewer of them");
    }
    all.append(text);
  }
  return word(section, place->second).word(section, static_cast<std::uint32_t>(text.size()));
}

void VocabularyFile::index(Section slots, std::vector<std::string_view> const& keys) {
  if (keys.empty()) return;
  std::vector<std::uint32_t> table(std::bit_ceil(2 * keys.size()), 0);
  for (std::size_t row = 0; row < keys.size(); ++row) {
    std::size_t slot = vocabulary_hash(keys[row]) & (table.size() - 1);
    while (table[slot] != 0) slot = (slot + 1) & (table.size() - 1);
    table[slot] = static_cast<std::uint32_t>(row + 1);
  }
  for (std::uint32_t const row : table) word(slots, row);
}

void VocabularyFile::write(Sink& out) const {
  using L = VocabularyLayout;
  std::string body;
  std::string places;
  for (std::string const& section : sections_) {
    append_little_endian(places, static_cast<std::uint64_t>(L::head_size + body.size()));
    append_little_endian(places, static_cast<std::uint64_t>(section.size()));
    body.append(section).resize(aligned(body.size()), '\0');
  }
  std::string head(L::magic);
  append_little_endian(head, L::version);
  append_little_endian(head, static_cast<std::uint32_t>(L::section_count));
  append_little_endian(head, static_cast<std::uint64_t>(L::head_size + body.size()));
  append_little_endian(head, vocabulary_hash(body));
  std::string unsigned_head = head;
  append_little_endian(unsigned_head, std::uint64_t{0});
  unsigned_head += places;
  append_little_endian(head, vocabulary_hash(unsigned_head));
  out.print(head, places, body);
}

}  // namespace mechgraph
