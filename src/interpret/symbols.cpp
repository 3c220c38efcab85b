// Symbols of molecules that no term has.
#include "interpret/symbols.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace mechgraph {
namespace {

constexpr std::size_t shortest = 3;      // characters
constexpr std::size_t most_to_verb = 4;  // items
constexpr std::size_t most_parts = 3;    // of "MPT-0G-211"

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Items [first, second).
using Run = std::pair<std::size_t, std::size_t>;

std::string_view printed(Reading const& reading, Run run) {
  return cut(reading.text, {reading.items[run.first].span.begin, reading.items[run.second - 1].span.end});
}

class SymbolFinder {
 public:
  SymbolFinder(Reading const& reading) : reading_(reading), items_(reading.items) {}

  std::vector<Run> all() const {
    std::vector<Run> found;
    for (std::size_t i = 0; i < items_.size();) {
      auto const run = symbol_from(i);
      if (!run) {
        ++i;
        continue;
      }
      if (acts(run->second, run->first) || is_agent(*run)) {
        std::size_t const known = found.size();
        add_list_before(run->first, found);
        std::reverse(found.begin() + static_cast<std::ptrdiff_t>(known), found.end());
        found.push_back(*run);
      }
      i = run->second;
    }
    return found;
  }

 private:
  bool is_part(std::size_t i) const { return items_[i].kind == ItemKind::other && reading_.tokens[items_[i].first].word; }

  // "MPT0G211", "ACY-1083": words that hyphens join, one of them a symbol.
  std::optional<Run> symbol_from(std::size_t first) const {
    if (!is_part(first) || reading_.tokens[items_[first].first].hyphen || !is_letter(reading_.printed(items_[first]).front()))
      return std::nullopt;
    std::size_t last = first;
    std::size_t length = 0;
    bool symbol = false;
    while (is_part(last) && (last == first || reading_.tokens[items_[last].first].hyphen)) {
      std::string_view const word = reading_.printed(items_[last]);
      symbol = symbol || is_symbol(word);
      length += word.size();
      ++last;
    }
    // What a hyphen joins to known words is part of them.
    bool const joined = last < items_.size() && items_[last].first < reading_.tokens.size() && reading_.tokens[items_[last].first].hyphen;
    if (!symbol || length < shortest || last - first > most_parts || (joined && !items_[last].function)) return std::nullopt;
    return Run{first, last};
  }

  // Does a verb with an object follow, and nothing say that the symbol is only the place or the measure?
  bool acts(std::size_t from, std::size_t first) const {
    if (!may_stand_after(first)) return false;
    std::size_t k = from;
    while (k < from + most_to_verb && k < items_.size()) {
      Item const& it = items_[k];
      bool const verb = (it.kind == ItemKind::trigger || it.kind == ItemKind::link) && it.trigger && it.trigger->is_finite();
      if (verb && !it.function) return has_object(k);
      bool const between = it.function || it.is(WordClass::degree) || it.is(WordClass::hedge) || it.is(WordClass::auxiliary) ||
                           it.is(WordClass::negation) || it.is(WordClass::relative) || it.kind == ItemKind::close;
      if (!between) return verb && has_object(k);
      ++k;
    }
    return false;
  }

  bool has_object(std::size_t verb) const {
    Item const& next = items_[verb + 1];
    return next.kind == ItemKind::mention || next.kind == ItemKind::trigger || next.kind == ItemKind::other ||
           next.is(WordClass::determiner) || next.is(WordClass::aspect) || next.is(WordClass::location) || next.is(WordClass::degree);
  }

  // "in PBS", "levels of CDK5": not what acts; "silencing of CDK5" is.
  bool may_stand_after(std::size_t first) const {
    std::size_t k = first;
    while (k > 0 && (items_[k - 1].is(WordClass::determiner) || items_[k - 1].is(WordClass::degree))) --k;
    if (k == 0) return true;
    Item const& before = items_[k - 1];
    if (before.is(WordClass::preposition)) return k > 1 && before.word.value == "object" && items_[k - 2].function.has_value();
    return before.kind != ItemKind::mention && before.kind != ItemKind::slash && before.kind != ItemKind::other &&
           before.kind != ItemKind::trigger && !before.is(WordClass::agent) && !before.is(WordClass::than);
  }

  bool is_agent(Run run) const {
    if (run.first == 0 || !items_[run.first - 1].is(WordClass::agent)) return false;
    std::string_view const name = printed(reading_, run);
    return std::any_of(name.begin(), name.end(), is_digit);
  }

  void add_list_before(std::size_t first, std::vector<Run>& found) const {
    while (first > 1 && (items_[first - 1].is(WordClass::conjunction) || items_[first - 1].kind == ItemKind::comma)) {
      std::size_t const last = first - 1;
      std::size_t begin = last;
      while (begin > 0 && is_part(begin - 1) && last - begin < most_parts) {
        --begin;
        if (!reading_.tokens[items_[begin].first].hyphen) break;
      }
      auto const run = begin < last ? symbol_from(begin) : std::nullopt;
      if (!run || run->second != last || !may_stand_after(begin)) return;
      found.push_back(*run);
      first = begin;
    }
  }

  Reading const& reading_;
  std::vector<Item> const& items_;
};

PlacedMention symbol(Reading const& reading, Run run, TypeId type) {
  PlacedMention placed;
  placed.first = reading.items[run.first].first;
  placed.last = reading.items[run.second - 1].last;
  placed.type = type;
  placed.mention.span = reading.tokens.span(placed.first, placed.last);
  Unresolved name;
  name.words = std::string(printed(reading, run));
  name.kind = Kind::mediator;
  placed.mention.name = std::move(name);
  return placed;
}

}  // namespace

bool is_symbol(std::string_view word) {
  std::size_t capitals = 0;
  for (char const c : word) {
    if (is_digit(c)) return true;
    if (c >= 'A' && c <= 'Z') ++capitals;
  }
  return capitals > 1;
}

void find_acting_symbols(Reading& reading, Grammar const& grammar) {
  std::vector<Run> const runs = SymbolFinder(reading).all();
  if (runs.empty()) return;
  std::vector<PlacedMention> mentions;
  std::vector<Item> items;
  mentions.reserve(reading.mentions.size() + runs.size());
  items.reserve(reading.items.size());
  auto next = runs.begin();
  for (std::size_t i = 0; i < reading.items.size(); ++i) {
    Item item = reading.items[i];
    if (next != runs.end() && next->first == i) {
      PlacedMention placed = symbol(reading, *next, grammar.acting_type());
      item = Item{};
      item.kind = ItemKind::mention;
      item.first = placed.first;
      item.last = placed.last;
      item.span = placed.mention.span;
      item.mention = mentions.size();
      mentions.push_back(std::move(placed));
      i = next->second - 1;
      ++next;
    } else if (item.kind == ItemKind::mention) {
      mentions.push_back(std::move(reading.mentions[item.mention]));
      item.mention = mentions.size() - 1;
    }
    items.push_back(item);
  }
  reading.mentions = std::move(mentions);
  reading.items = std::move(items);
}

}  // namespace mechgraph
