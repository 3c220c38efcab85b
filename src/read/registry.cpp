// The table of readers, made from readers.def.
#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/reader.hpp"

namespace mechgraph {

#define READER(name) extern Reader const name##_reader;
#include "read/readers.def"
#undef READER

namespace {

constexpr std::array all_readers{
#define READER(name) &name##_reader,
#include "read/readers.def"
#undef READER
};

struct Choice {
  Reader const* reader = nullptr;
  int score = 0;
};

Choice choose(Input const& input) {
  constexpr std::size_t head_size = std::size_t{64} * 1024;
  std::string_view const head = std::string_view{input.bytes}.substr(0, head_size);
  Choice best;
  for (Reader const* reader : all_readers) {
    int const score = reader->recognises(input.name, head);
    if (score > best.score) best = {reader, score};
  }
  return best;
}

// What an input looks like that no reader takes.
std::string_view likeness(std::string_view head) {
  head = trim(head);
  if (head.starts_with('<')) return "it looks like XML";
  if (head.starts_with('{') || head.starts_with('['))
    return "it looks like JSON, but not like JSON Lines, an object a line (jq -c '.[]' makes them from a list, jq -c '.rows[]' from the "
           "list rows of a document)";
  if (head.starts_with("digraph") || head.starts_with("strict digraph")) return "it looks like DOT";
  return "it has neither tabs, nor commas, nor the lines of a copied table";
}

}  // namespace

std::span<Reader const* const> readers() { return all_readers; }

Reader const* find_reader(std::string_view name) {
  auto const found = std::ranges::find(all_readers, name, &Reader::name);
  return found == all_readers.end() ? nullptr : *found;
}

Reader const& reader_for(Input const& input, std::string_view shown) {
  Choice const best = choose(input);
  if (best.reader != nullptr) return *best.reader;
  std::string names;
  for (Reader const* reader : all_readers) names += (names.empty() ? "" : ", ") + std::string{reader->name};
  if (shown.empty()) shown = input.name == "-" ? "standard input" : std::string_view{input.name};
  throw Error(std::string{shown}, "no reader knows this form: " + std::string{likeness(input.bytes)},
              "give a table, or name the form with --input-format (" + names + ")");
}

int recognition(Input const& input) { return choose(input).score; }

}  // namespace mechgraph
