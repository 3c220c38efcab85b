// Which preparations a cell names.
#include "interpret/preparations.hpp"

#include <algorithm>

namespace mechgraph {
namespace {

constexpr std::size_t longest_phrase = 32;  // items

class Finder {
 public:
  Finder(Reading& reading, Lexicon const& lexicon, Grammar const& grammar)
      : reading_(reading), lexicon_(lexicon), ontology_(lexicon.ontology()), grammar_(grammar) {}

  std::vector<NamedPreparation> all() {
    std::vector<NamedPreparation> found;
    std::size_t free_from = 0;  // items before it belong to an earlier preparation
    for (std::size_t i = 0; i < items().size(); ++i) {
      if (i < free_from || items()[i].kind != ItemKind::mention) continue;
      auto preparation = begin_at(i);
      if (!preparation) continue;
      if (is_modifier_of_later(i)) continue;
      take_before(*preparation, free_from);
      take_origin(*preparation);
      take_after(*preparation);
      take_cargo(*preparation, free_from);
      for (std::size_t k = preparation->first; k < preparation->last; ++k) items()[k].taken = true;
      for (PreparedWith const& with : preparation->with) {
        if (with.in_identity) items()[with.item].taken = true;
      }
      free_from = preparation->last;
      found.push_back(std::move(*preparation));
    }
    return found;
  }

 private:
  std::vector<Item>& items() { return reading_.items; }
  [[nodiscard]] Kind kind(std::size_t i) const { return ontology_.type(reading_.type(reading_.items[i])).kind; }
  // The term of a derivative or source: names made from parts are neither.
  [[nodiscard]] TermId term(std::size_t i) const { return *reading_.mention(reading_.items[i]).term; }
  [[nodiscard]] bool is_mention(std::size_t i) const { return reading_.items[i].kind == ItemKind::mention; }
  [[nodiscard]] bool is_mention(std::size_t i, Kind wanted) const { return is_mention(i) && kind(i) == wanted; }

  // A mention that a preparation begins with: a derivative, or a source whose name holds its cells.
  std::optional<NamedPreparation> begin_at(std::size_t i) {
    NamedPreparation preparation;
    preparation.item = preparation.first = i;
    preparation.last = i + 1;
    preparation.derivative_span = items()[i].span;
    if (kind(i) == Kind::derivative) {
      preparation.derivative = term(i);
      // "MSC exosomes", "MSC-derived exosomes": the cells are the producer, what follows is the derivative.
      std::size_t next = skip_infix(i + 1);
      if (is_mention(next, Kind::derivative) && next != i && adjacent(i, next)) {
        preparation.derivative = term(next);
        preparation.item = next;
        preparation.derivative_span = items()[next].span;
        preparation.last = next + 1;
      }
      return preparation;
    }
    if (kind(i) != Kind::source) return std::nullopt;
    std::size_t const next = skip_infix(i + 1);
    if (is_mention(next, Kind::derivative)) return std::nullopt;  // it will take its source itself
    auto const cells = cells_in_name(items()[i]);
    if (!cells) return std::nullopt;
    preparation.derivative = *cells;
    preparation.source = term(i);
    preparation.source_span = items()[i].span;
    return preparation;
  }

  // "amniotic fluid-MSCs" → the term of "MSCs".
  std::optional<TermId> cells_in_name(Item const& item) {
    for (std::size_t token = item.first; token < item.last; ++token) {
      auto const found = lexicon_.longest_if(reading_.tokens, token, [&](TermId term) { return ontology_.kind(term) == Kind::derivative; });
      if (found && token + found->tokens == item.last) return found->term;
    }
    return std::nullopt;
  }

  // "exosome" of "exosome-rich secretome" modifies what follows.
  bool is_modifier_of_later(std::size_t i) {
    std::size_t const word = i + 1;
    if (!items()[word].composition || !items()[word].composition->before) return false;
    std::size_t next = skip_infix(word + 1);
    if (is_mention(next, Kind::source)) next = skip_infix(next + 1);
    return is_mention(next, Kind::derivative);
  }

  std::size_t skip_infix(std::size_t i) {
    while (items()[i].is(WordClass::infix) || items()[i].is(WordClass::degree) ||
           (items()[i].kind == ItemKind::other && items()[i].span.size() > 3 && is_adjective(i)))
      ++i;
    return i;
  }
  // A plain word between a composition word and its derivative ("pretreated human exosomes").
  bool is_adjective(std::size_t i) { return items()[i + 1].kind == ItemKind::mention; }

  bool adjacent(std::size_t i, std::size_t next) {
    for (std::size_t k = i + 1; k < next; ++k) {
      if (!items()[k].is(WordClass::infix)) return false;
    }
    return true;
  }

  void take_before(NamedPreparation& preparation, std::size_t free_from) {
    for (;;) {
      std::size_t i = preparation.first;
      while (i > free_from && (items()[i - 1].is(WordClass::infix) || items()[i - 1].is(WordClass::degree))) --i;
      if (i == free_from || i == 0) return;
      --i;
      if (is_mention(i, Kind::source) && !preparation.source) {
        preparation.source = term(i);
        preparation.source_span = items()[i].span;
        preparation.first = i;
        continue;
      }
      if (auto const word = composition_in_name(i)) {
        add(preparation, *word->first, i, word->second);
        preparation.first = i;
        continue;
      }
      if (!items()[i].composition || !items()[i].composition->before || i == free_from) return;
      if (!take_list_before(preparation, i, free_from)) return;
    }
  }

  // "hypoxia-preconditioned" is one name: the word that composes stands at its end.
  std::optional<std::pair<std::optional<RelationId>, Span>> composition_in_name(std::size_t i) {
    if (!is_mention(i) || !can_modify(i)) return std::nullopt;
    Item const& item = items()[i];
    for (std::size_t token = item.first + 1; token < item.last; ++token) {
      auto const found = grammar_.compositions.longest(reading_.tokens, token);
      if (found && found.value->before && token + found.tokens == item.last)
        return std::pair{found.value->before, reading_.tokens.span(token, item.last)};
    }
    return std::nullopt;
  }

  // "<X> and <Y> pretreated": the mentions before a composition word.
  bool take_list_before(NamedPreparation& preparation, std::size_t word, std::size_t free_from) {
    std::size_t i = word;
    bool any = false;
    // "RGD-modified": a symbol that no term has.
    if (i > free_from && items()[i - 1].kind == ItemKind::other && reading_.tokens[items()[i - 1].first].word &&
        reading_.tokens[items()[word].first].hyphen) {
      Unresolved symbol;
      symbol.words = reading_.printed(items()[i - 1]);
      symbol.kind = Kind::mediator;
      preparation.with.push_back({*items()[word].composition->before, symbol, i - 1, items()[i - 1].span, items()[word].span,
                                  ontology_.relation(*items()[word].composition->before).in_identity});
      preparation.first = i - 1;
      return true;
    }
    while (i > free_from && is_mention(i - 1) && can_modify(i - 1)) {
      --i;
      add(preparation, *items()[word].composition->before, i, items()[word].span);
      preparation.first = i;
      any = true;
      std::size_t before = i;
      while (before > free_from && (items()[before - 1].is(WordClass::conjunction) || items()[before - 1].kind == ItemKind::comma ||
                                    items()[before - 1].kind == ItemKind::slash))
        --before;
      if (before == i) break;
      i = before;
    }
    return any;
  }

  // "exosomes from hypoxia-preconditioned placenta MSCs": what was done to the cells was done for the exosomes.
  bool take_producer(NamedPreparation& preparation, std::size_t from) {
    std::size_t j = from;
    while (j < from + 5 && !is_mention(j, Kind::derivative)) {
      bool const plain = items()[j].kind == ItemKind::other && reading_.tokens[items()[j].first].word;
      bool const part = is_mention(j) || plain || items()[j].composition || items()[j].is(WordClass::infix) ||
                        items()[j].is(WordClass::determiner) || items()[j].is(WordClass::conjunction);
      if (!part) return false;
      ++j;
    }
    if (!is_mention(j, Kind::derivative)) return false;
    NamedPreparation producer;
    producer.item = producer.first = j;
    producer.last = j + 1;
    take_before(producer, from);
    if (!preparation.source && producer.source) {
      preparation.source = producer.source;
      preparation.source_span = producer.source_span;
    }
    preparation.with.insert(preparation.with.end(), producer.with.begin(), producer.with.end());
    preparation.last = j + 1;
    return true;
  }

  // "exosomes from placenta", "exosomes derived from placenta"
  void take_origin(NamedPreparation& preparation) {
    std::size_t i = skip_infix(preparation.last);
    // "microvesicles of KGF-transfected MSCs"
    bool const from = items()[i].is(WordClass::preposition) && (items()[i].word.value == "origin" || items()[i].word.value == "object");
    if (from && take_producer(preparation, i + 1)) return;
    if (preparation.source || !items()[i].is(WordClass::preposition) || items()[i].word.value != "origin" ||
        !is_mention(i + 1, Kind::source))
      return;
    preparation.source = term(i + 1);
    preparation.source_span = items()[i + 1].span;
    preparation.last = i + 2;
  }

  void take_after(NamedPreparation& preparation) {
    // "exosomes loaded with X"; "exosomes, carrying X, reduced": the commas belong to it.
    bool const comma = items()[preparation.last].kind == ItemKind::comma;
    std::size_t const word = preparation.last + (comma ? 1 : 0);
    if (!items()[word].composition || !items()[word].composition->after) return;
    std::size_t i = word + 1;
    while (items()[i].is(WordClass::determiner) || items()[i].is(WordClass::degree)) ++i;
    while (is_mention(i) && can_modify(i)) {
      add(preparation, *items()[word].composition->after, i, items()[word].span);
      preparation.last = i + 1;
      std::size_t next = i + 1;
      while (items()[next].is(WordClass::conjunction) || items()[next].kind == ItemKind::comma) ++next;
      if (next == i + 1) break;
      i = next;
    }
    if (comma && preparation.last > word && items()[preparation.last].kind == ItemKind::comma) ++preparation.last;
  }

  // "exosomal miR-17", "miR-17 in exosomes": carried, and free to act by itself.
  void take_cargo(NamedPreparation& preparation, std::size_t free_from) {
    std::size_t const next = preparation.last;
    if (is_mention(next, Kind::mediator) && is_carrier(preparation.item) && preparation.last == preparation.item + 1) {
      add(preparation, grammar_.carrier, next, items()[preparation.item].span);
      std::size_t i = next + 1;
      while (items()[i].is(WordClass::conjunction) && is_mention(i + 1, Kind::mediator) &&
             reading_.type(items()[i + 1]) == reading_.type(items()[next])) {
        add(preparation, grammar_.carrier, i + 1, items()[preparation.item].span);
        i += 2;
      }
      return;
    }
    if (preparation.first < free_from + 2) return;
    std::size_t const in = preparation.first - 1;
    if (items()[in].is(WordClass::preposition) && items()[in].word.value == "inside" && is_mention(in - 1, Kind::mediator) &&
        !is_object(in - 1)) {
      add(preparation, grammar_.carrier, in - 1, items()[in].span);
    }
  }

  bool is_carrier(std::size_t i) {
    auto const found = grammar_.words.longest(reading_.tokens, items()[i].first,
                                              [](Word const& word, std::size_t) { return word.word_class == WordClass::carrier; });
    return found && items()[i].first + found.tokens == items()[i].last;
  }

  // Does a trigger stand before this mention, so that it is what is changed?
  bool is_object(std::size_t i) {
    for (std::size_t seen = 0; i > 0 && seen < longest_phrase; ++seen) {
      --i;
      if (items()[i].kind == ItemKind::trigger) return true;
      if (items()[i].kind == ItemKind::stop || items()[i].kind == ItemKind::link || items()[i].is(WordClass::agent)) return false;
    }
    return false;
  }

  bool can_modify(std::size_t i) {
    TypeId const type = reading_.type(items()[i]);
    auto const& range = ontology_.relation(grammar_.carrier).range;
    return std::binary_search(range.begin(), range.end(), type) && !items()[i].taken;
  }

  void add(NamedPreparation& preparation, RelationId relation, std::size_t item, Span trigger) {
    preparation.with.push_back(
        {relation, reading_.mention(items()[item]).thing(), item, items()[item].span, trigger, ontology_.relation(relation).in_identity});
  }

  Reading& reading_;
  Lexicon const& lexicon_;
  Ontology const& ontology_;
  Grammar const& grammar_;
};

}  // namespace

std::vector<NamedPreparation> find_preparations(Reading& reading, Lexicon const& lexicon, Grammar const& grammar) {
  return Finder(reading, lexicon, grammar).all();
}

}  // namespace mechgraph
