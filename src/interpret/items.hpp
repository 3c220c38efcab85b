// A cell as a row of items: mentions, and the words between them that carry relations.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "interpret/grammar.hpp"
#include "interpret/mentions.hpp"

namespace mechgraph {

enum class ItemKind : std::uint8_t {
  mention,
  trigger,      // a word that carries a sign; may also be a composition
  composition,  // a word that makes a preparation
  link,         // a mechanism word
  comparison,
  word,  // of words.tsv
  comma,
  slash,
  open,  // a parenthesis with all that is in it counts as one item, unless it holds a trigger
  close,
  stop,  // full stop, semicolon, colon, line break, end
  other,
};

struct Item {
  ItemKind kind = ItemKind::other;
  std::size_t first = 0;  // tokens [first, last); empty for the end
  std::size_t last = 0;
  Span span;                // bytes of the cell
  std::size_t mention = 0;  // in Reading::mentions
  std::optional<Trigger> trigger;
  std::optional<Composition> composition;
  LinkDirection direction = LinkDirection::forward;
  bool better = true;  // of a comparison
  Word word;
  std::optional<Word> function;  // loss or gain of function, beside what else the word is
  bool taken = false;            // part of a preparation: no longer free for clauses

  [[nodiscard]] bool is(WordClass word_class) const noexcept { return kind == ItemKind::word && word.word_class == word_class; }
};

// One cell, taken apart. The views point into the cell's text.
struct Reading {
  std::string_view text;
  FoldedText tokens;
  std::vector<PlacedMention> mentions;
  std::vector<Item> items;  // the last one is a stop
  // By mention: what set it off, where words that are no items say so (find_origins).
  std::vector<std::pair<std::size_t, std::variant<TermId, std::string>>> origins;

  Reading(std::string_view cell, FoldedText folded) : text(cell), tokens(std::move(folded)) {}
  // Of an item that is a mention.
  [[nodiscard]] Mention const& mention(Item const& item) const { return mentions[item.mention].mention; }
  [[nodiscard]] TypeId type(Item const& item) const { return mentions[item.mention].type; }
  [[nodiscard]] std::string_view printed(Item const& item) const { return cut(text, item.span); }
};

// Linear in the text.
Reading read_cell(std::string_view cell, Lexicon const& lexicon, Abbreviations const& abbreviations, Grammar const& grammar);

}  // namespace mechgraph
