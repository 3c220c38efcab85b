// Molecules whose function was taken away or added.
#include "interpret/functions.hpp"

#include <algorithm>

namespace mechgraph {
namespace {

constexpr std::size_t most_between = 6;  // items between the molecule and its verb

class FunctionFinder {
 public:
  FunctionFinder(Reading& reading, std::vector<NamedPreparation> const& preparations, Grammar const& grammar)
      : reading_(reading), preparations_(preparations), grammar_(grammar) {
    preparation_of_item_.assign(reading.items.size(), 0);
    for (std::size_t p = 0; p < preparations.size(); ++p) {
      for (std::size_t k = preparations[p].first; k < preparations[p].last; ++k) preparation_of_item_[k] = p + 1;
    }
  }

  std::vector<ChangedFunction> all() {
    std::vector<ChangedFunction> found;
    for (std::size_t i = 0; i < items().size(); ++i) {
      if (!is_molecule(i)) continue;
      auto changed = word_after(i);
      if (!changed) changed = word_before(i);
      if (!changed) continue;
      std::size_t const word = changed->first == i ? changed->last - 1 : changed->first;
      for (std::size_t k = changed->first; k < changed->last; ++k) {
        if (k != i) items()[k].taken = true;
      }
      if (changed->first == i && is_plural(word)) add_list_before(*changed, found);
      found.push_back(*changed);
      if (changed->first != i && !changed->preparation) i = add_list_after(*changed, found);
    }
    return found;
  }

 private:
  std::vector<Item>& items() { return reading_.items; }

  bool is_molecule(std::size_t i) {
    if (items()[i].kind != ItemKind::mention || items()[i].taken) return false;
    NameRole const role = grammar_.name_role(reading_.type(items()[i]));
    return role == NameRole::molecule || role == NameRole::chemical;
  }

  static int turn(Word const& word) { return word.word_class == WordClass::loss ? -1 : word.word_class == WordClass::variant ? 0 : 1; }

  bool is_plural(std::size_t i) { return reading_.tokens.folded(items()[i].last - 1).ends_with("s"); }

  bool joins(std::size_t i) {
    return items()[i].is(WordClass::conjunction) || items()[i].kind == ItemKind::comma || items()[i].kind == ItemKind::slash;
  }

  // "silencing of A and B": the word reaches over the list. Gives the last item of it.
  std::size_t add_list_after(ChangedFunction const& changed, std::vector<ChangedFunction>& found) {
    std::size_t last = changed.item;
    while (joins(last + 1)) {
      std::size_t next = last + 2;
      while (next < items().size() && (joins(next) || items()[next].is(WordClass::determiner))) ++next;
      if (next >= items().size() || !is_molecule(next) || items()[next + 1].function) break;
      found.push_back({next, next, next + 1, changed.turn, std::nullopt});
      last = next;
    }
    return last;
  }

  // "A and B inhibitors"
  void add_list_before(ChangedFunction const& changed, std::vector<ChangedFunction>& found) {
    std::size_t first = changed.item;
    std::size_t const known = found.size();
    while (first > 1 && joins(first - 1)) {
      std::size_t before = first - 2;
      while (before > 0 && joins(before)) --before;
      if (!is_molecule(before) || (known > 0 && found[known - 1].item >= before)) break;
      found.push_back({before, before, before + 1, changed.turn, std::nullopt});
      first = before;
    }
    std::reverse(found.begin() + static_cast<std::ptrdiff_t>(known), found.end());
  }

  bool is_preparation(std::size_t i) { return i < items().size() && preparation_of_item_[i] != 0; }

  // "IDO1-knockout MSCs", "TLR4 inhibitor reduced"
  std::optional<ChangedFunction> word_after(std::size_t i) {
    Item const& word = items()[i + 1];
    if (!word.function || word.function->value == "before") return std::nullopt;
    ChangedFunction changed{i, i, i + 2, turn(*word.function), std::nullopt};
    std::size_t next = i + 2;
    while (next < items().size() && (items()[next].is(WordClass::infix) || items()[next].is(WordClass::degree))) ++next;
    if (is_preparation(next)) {
      changed.preparation = preparation_of_item_[next] - 1;
      return changed;
    }
    if (word.trigger && !acts(i + 2)) return std::nullopt;
    return changed;
  }

  // "exosomes lacking CD73", "knockdown of PTEN", "Silencing of GPX4 abolished"
  std::optional<ChangedFunction> word_before(std::size_t i) {
    std::size_t k = i;
    while (k > 0 && items()[k - 1].is(WordClass::determiner)) --k;
    if (k == 0) return std::nullopt;
    bool const of = items()[k - 1].is(WordClass::preposition) && items()[k - 1].word.value == "object";
    if (of) --k;
    // "inhibitors of FYN or JAK2", where nobody knows FYN
    bool const listed = !of && k > 2 && items()[k - 1].is(WordClass::conjunction) && items()[k - 2].kind == ItemKind::other &&
                        items()[k - 3].function && items()[k - 3].function->value == "before";
    if (listed) k -= 2;
    if (k == 0) return std::nullopt;
    Item const& word = items()[k - 1];
    if (!word.function || (of ? word.function->value == "before" : word.function->value.empty())) return std::nullopt;
    ChangedFunction changed{i, k - 1, i + 1, turn(*word.function), std::nullopt};
    if (!of && k > 1 && is_preparation(k - 2)) {
      changed.preparation = preparation_of_item_[k - 2] - 1;
      return changed;
    }
    if (!acts(i + 1)) return std::nullopt;
    return changed;
  }

  // Does an active verb follow in the phrase, but for where it was done ("in MSCs")?
  bool acts(std::size_t from) {
    for (std::size_t k = from; k < from + most_between && k < items().size(); ++k) {
      Item const& it = items()[k];
      if (it.trigger && !it.taken && (it.kind == ItemKind::trigger || it.kind == ItemKind::link)) return it.trigger->is_finite();
      // "inhibition of NF-κB and reduced inflammation": another effect, not what the first one does.
      if (it.is(WordClass::conjunction) && items()[k + 1].kind == ItemKind::trigger) return false;
      bool const between = it.is(WordClass::preposition) || it.is(WordClass::degree) || it.is(WordClass::hedge) ||
                           it.is(WordClass::conjunction) || it.is(WordClass::negation) || it.is(WordClass::auxiliary) ||
                           it.is(WordClass::relative) || it.kind == ItemKind::comma || it.kind == ItemKind::mention ||
                           it.kind == ItemKind::other || it.kind == ItemKind::close || it.kind == ItemKind::open;
      if (!between) return false;
    }
    return false;
  }

  Reading& reading_;
  std::vector<NamedPreparation> const& preparations_;
  Grammar const& grammar_;
  std::vector<std::size_t> preparation_of_item_;  // number + 1, 0 = none
};

}  // namespace

std::vector<ChangedFunction> find_changed_functions(Reading& reading, std::vector<NamedPreparation> const& preparations,
                                                    Grammar const& grammar) {
  return FunctionFinder(reading, preparations, grammar).all();
}

}  // namespace mechgraph
