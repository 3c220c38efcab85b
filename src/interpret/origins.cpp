// What set an object off, as a participle behind it says: "fibrosis induced by LPS".
#include "interpret/origins.hpp"

#include <algorithm>

#include "domain/statement.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_between = 24;     // items between a verb and the participle
constexpr std::size_t most_agent_words = 3;  // of an agent that no term covers

class OriginFinder {
 public:
  OriginFinder(Reading& reading, Grammar const& grammar, Ontology const& ontology)
      : reading_(reading), grammar_(grammar), ontology_(ontology) {}

  void run() {
    std::vector<Item>& items = reading_.items;
    std::vector<Item> kept;
    kept.reserve(items.size());
    for (std::size_t i = 0; i < items.size();) {
      std::size_t const end = is_participle(i) ? agent_end(i + 2) : i;
      bool const has_verb = end > i && (is_governed(kept) || has_verb_behind(end));
      if (!has_verb) {
        kept.push_back(items[i++]);
        continue;
      }
      reading_.origins.push_back({kept.back().mention, origin_});
      i = end;
    }
    if (!reading_.origins.empty()) items = std::move(kept);
  }

 private:
  // "induced" of "fibrosis induced by".
  bool is_participle(std::size_t i) {
    std::vector<Item> const& items = reading_.items;
    Item const& it = items[i];
    return i > 0 && i + 2 < items.size() && it.kind == ItemKind::trigger && it.trigger->is(PartOfSpeech::past) &&
           it.trigger->effect == Effect::up && items[i + 1].is(WordClass::agent) && can_be_changed(items[i - 1]);
  }

  bool can_be_changed(Item const& item) {
    if (item.kind != ItemKind::mention) return false;
    auto const& range = ontology_.relation(grammar_.effect(Basis::stated, 1)).range;
    return std::binary_search(range.begin(), range.end(), reading_.type(item));
  }

  // One past the agent that begins at an item, which is then origin_; 0 where none does, or a preparation.
  std::size_t agent_end(std::size_t item) {
    std::vector<Item> const& items = reading_.items;
    while (items[item].is(WordClass::determiner)) ++item;
    if (items[item].kind == ItemKind::mention) {
      Kind const kind = ontology_.type(reading_.type(items[item])).kind;
      if (kind == Kind::derivative || kind == Kind::source) return 0;
      origin_ = value_of(reading_.mention(items[item]).thing());
      return item + 1;
    }
    std::size_t last = item;
    while (last < item + most_agent_words && is_plain_word(items[last])) ++last;
    if (last == item || items[last].kind == ItemKind::mention || is_plain_word(items[last])) return 0;
    Span const words{items[item].span.begin, items[last - 1].span.end};
    origin_ = std::string(cut(reading_.text, words));
    return last;
  }

  // Letters: "30%" says how much.
  bool is_plain_word(Item const& item) {
    if (item.kind != ItemKind::other || !reading_.tokens[item.first].word) return false;
    char const first = reading_.tokens.folded(item.first).front();
    return first < '0' || first > '9';
  }

  // Does a verb or noun before the object act on it? Nothing between them ends its phrase.
  static bool is_governed(std::vector<Item> const& before) {
    std::size_t k = before.size() - 1;  // the object
    for (std::size_t seen = 0; k > 0 && seen < most_between; ++seen, --k) {
      Item const& it = before[k - 1];
      if (it.kind == ItemKind::stop || it.kind == ItemKind::link || it.kind == ItemKind::comparison || it.is(WordClass::agent) ||
          it.is(WordClass::contrast) || it.is(WordClass::relative) || it.is(WordClass::than))
        return false;
      if (it.kind != ItemKind::trigger) continue;
      bool const passive = k > 1 && before[k - 2].is(WordClass::auxiliary) && it.trigger->is(PartOfSpeech::past);
      return !passive;
    }
    return false;
  }

  // "... was reduced by exosomes", "... lowered survival"
  bool has_verb_behind(std::size_t item) {
    std::vector<Item> const& items = reading_.items;
    while (items[item].is(WordClass::auxiliary) || items[item].is(WordClass::degree) || items[item].is(WordClass::negation)) ++item;
    return items[item].kind == ItemKind::trigger && items[item].trigger->is_finite();
  }

  Reading& reading_;
  Grammar const& grammar_;
  Ontology const& ontology_;
  std::variant<TermId, std::string> origin_;
};

}  // namespace

void find_origins(Reading& reading, Grammar const& grammar, Ontology const& ontology) { OriginFinder(reading, grammar, ontology).run(); }

}  // namespace mechgraph
