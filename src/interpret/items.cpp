// A cell as a row of items.
#include "interpret/items.hpp"

#include "interpret/symbols.hpp"

namespace mechgraph {
namespace {

bool line_break_before(Reading const& reading, std::size_t token) {
  if (token == 0) return false;
  std::size_t const begin = reading.tokens[token - 1].span.end;
  return reading.text.substr(begin, reading.tokens[token].span.begin - begin).find('\n') != std::string_view::npos;
}

// A sign between words. A full stop or comma inside a number, and a colon or slash inside a name, are not.
ItemKind sign(Reading const& reading, std::size_t token) {
  std::string_view const sign = reading.tokens.cased(token);
  bool const inside = token + 1 < reading.tokens.size() && reading.tokens[token + 1].glued;
  if (sign == ",") return inside && reading.tokens[token].glued ? ItemKind::other : ItemKind::comma;
  if (sign == "/" || sign == "\\") return ItemKind::slash;
  if (sign == ";") return ItemKind::stop;
  if (sign == ":") return ItemKind::other;  // a heading reaches over it: "Increased: IL-10"
  if (sign == ".") return inside ? ItemKind::other : ItemKind::stop;
  if (sign == "(" || sign == "[") return ItemKind::open;
  if (sign == ")" || sign == "]") return ItemKind::close;
  return ItemKind::other;
}

// "eNOS and NO were upregulated": printed as a name of ambiguous.tsv, and no noun follows that it could deny ("NO difference").
bool names_molecule(FoldedText const& tokens, std::size_t at, Grammar const& grammar) {
  if (at == 0 || !grammar.is_ambiguous_name(tokens.cased(at))) return false;
  if (at + 1 == tokens.size() || !tokens[at + 1].word) return true;
  auto const next = grammar.words.longest(tokens, at + 1);
  if (!next) return false;
  WordClass const word = next.value->word_class;
  return word == WordClass::auxiliary || word == WordClass::aspect || word == WordClass::conjunction || word == WordClass::preposition;
}

// The longest of the words that carry relations at a token.
Item relational(Reading const& reading, std::size_t at, Grammar const& grammar) {
  FoldedText const& tokens = reading.tokens;
  Item item;
  item.first = at;
  if (!grammar.is_beginning(tokens[at])) {
    item.last = at + 1;
    item.kind = tokens[at].word ? ItemKind::other : sign(reading, at);
    return item;
  }
  std::size_t longest = 0;
  bool const after_hyphen = tokens[at].hyphen;
  auto const word = grammar.words.longest(tokens, at, [&](Word const& one, std::size_t) {
    return after_hyphen || (one.word_class != WordClass::inducer && one.word_class != WordClass::mediated);
  });
  if (word) {
    item.kind = ItemKind::word;
    item.word = *word.value;
    longest = word.tokens;
  }
  if (auto const found = grammar.links.longest(tokens, at); found && found.tokens >= longest) {
    item.kind = ItemKind::link;
    item.direction = *found.value;
    longest = found.tokens;
  }
  if (auto const found = grammar.comparisons.longest(tokens, at); found && found.tokens >= longest) {
    item.kind = ItemKind::comparison;
    item.better = *found.value == Comparative::better;
    longest = found.tokens;
  }
  if (item.is(WordClass::negation) && longest == 1 && names_molecule(tokens, at, grammar)) {
    item.kind = ItemKind::other;
    item.word = {};
  }
  // "LPS-induced": behind a hyphen the word only says where its object comes from.
  if (item.is(WordClass::inducer) || item.is(WordClass::mediated)) {
    item.last = at + longest;
    // "IL-1β-stimulated MSCs"
    if (auto const composition = grammar.compositions.longest(tokens, at); composition && composition.tokens == longest)
      item.composition = *composition.value;
    return item;
  }
  auto const function = grammar.words.longest(tokens, at, [](Word const& one, std::size_t) {
    return one.word_class == WordClass::loss || one.word_class == WordClass::gain || one.word_class == WordClass::variant;
  });
  auto const composition = grammar.compositions.longest(tokens, at);
  auto const trigger = grammar.triggers.longest(tokens, at);
  std::size_t const sign_length = std::max(composition.tokens, trigger.tokens);
  if (sign_length != 0 && sign_length >= longest) {
    if (composition && composition.tokens == sign_length) {
      item.composition = *composition.value;
      if (item.kind != ItemKind::word || composition.tokens > longest) item.kind = ItemKind::composition;
    }
    if (trigger && trigger.tokens == sign_length) {
      item.trigger = *trigger.value;
      if (item.kind != ItemKind::link || trigger.tokens > longest) item.kind = ItemKind::trigger;  // "leads to" is both
    }
    longest = sign_length;
  }
  if (function && function.tokens == longest) item.function = *function.value;
  item.last = at + std::max<std::size_t>(longest, 1);
  if (longest == 0) item.kind = tokens[at].word ? ItemKind::other : sign(reading, at);
  return item;
}

Item stop_item(std::size_t token, std::uint32_t byte) {
  Item item;
  item.kind = ItemKind::stop;
  item.first = item.last = token;
  item.span = {byte, byte};
  return item;
}

}  // namespace

Reading read_cell(std::string_view cell, Lexicon const& lexicon, Abbreviations const& abbreviations, Grammar const& grammar) {
  Reading reading(cell, folded_cell(cell, lexicon, grammar));
  reading.items.reserve(reading.tokens.size() + 1);
  reading.mentions = find_mentions(reading.tokens, cell, lexicon, abbreviations, grammar);
  std::size_t next_mention = 0;
  for (std::size_t at = 0; at < reading.tokens.size();) {
    if (line_break_before(reading, at)) reading.items.push_back(stop_item(at, reading.tokens[at].span.begin));
    Item item;
    bool const mention = next_mention < reading.mentions.size() && reading.mentions[next_mention].first == at;
    if (mention) {
      item.kind = ItemKind::mention;
      item.first = at;
      item.last = reading.mentions[next_mention].last;
      item.mention = next_mention;
      ++next_mention;
    } else {
      item = relational(reading, at, grammar);
      // A mention that begins inside these words is longer than they say: cut them to what stands before it.
      if (next_mention < reading.mentions.size() && item.last > reading.mentions[next_mention].first) {
        item = Item{};
        item.first = at;
        item.last = at + 1;
      }
    }
    item.span = reading.tokens.span(item.first, item.last);
    reading.items.push_back(item);
    at = item.last;
  }
  reading.items.push_back(stop_item(reading.tokens.size(), static_cast<std::uint32_t>(cell.size())));
  find_acting_symbols(reading, grammar);
  return reading;
}

}  // namespace mechgraph
