// Names that no lexicon can list.
#include "interpret/compose.hpp"

#include <algorithm>
#include <forward_list>
#include <optional>
#include <string>
#include <utility>

#include "interpret/symbols.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_before_head = 4;  // mentions or words
constexpr std::size_t most_chain_links = 6;  // molecules
constexpr std::size_t longest_arm = 3;       // characters of "3p", "29b"

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A mention, or a token that is in none.
struct Part {
  std::size_t first = 0;
  std::size_t last = 0;              // tokens [first, last)
  PlacedMention* mention = nullptr;  // of the cell, or made here
};

class Composer {
 public:
  Composer(FoldedText const& text, std::string_view printed, Lexicon const& lexicon, Grammar const& grammar)
      : text_(text), printed_(printed), lexicon_(lexicon), ontology_(lexicon.ontology()), grammar_(grammar) {}

  void run(std::vector<PlacedMention>& mentions) {
    parts_ = parts_of(mentions);
    join_chains();
    join_heads();
    share_heads();
    if (is_as_given_) return;
    std::vector<PlacedMention> composed;
    for (Part const& part : parts_) {
      if (part.mention != nullptr) composed.push_back(std::move(*part.mention));
    }
    mentions = std::move(composed);
  }

 private:
  [[nodiscard]] std::string printed(std::size_t first, std::size_t last) const {
    return std::string(cut(printed_, text_.span(first, last)));
  }
  [[nodiscard]] Kind kind(TypeId type) const { return ontology_.type(type).kind; }
  [[nodiscard]] bool is_sign(std::size_t token, std::string_view sign) const { return token < text_.size() && text_.cased(token) == sign; }

  Part keep(PlacedMention placed) {
    is_as_given_ = false;
    return {placed.first, placed.last, &made_.emplace_front(std::move(placed))};
  }
  Part named(std::size_t first, std::size_t last, Unresolved name) {
    PlacedMention placed;
    placed.first = first;
    placed.last = last;
    placed.type = *name.type;
    placed.mention.match = MentionMatch::composed;
    placed.mention.name = std::move(name);
    return keep(std::move(placed));
  }
  Part named(std::size_t first, std::size_t last, FoundTerm const& found) {
    PlacedMention placed;
    placed.first = first;
    placed.last = last;
    placed.type = ontology_.term(found.term).type;
    placed.mention.match = MentionMatch::composed;
    placed.mention.term = found.term;
    placed.mention.inverse = found.inverse;
    return keep(std::move(placed));
  }
  Unresolved name(std::string words, TypeId type) const {
    Unresolved name;
    name.words = std::move(words);
    name.type = type;
    name.kind = kind(type);
    return name;
  }

  // ---- symbols and numbers --------------------------------------------------------------------------------------------------------------

  std::vector<Part> parts_of(std::vector<PlacedMention>& mentions) {
    std::vector<Part> parts;
    parts.reserve(text_.size());
    std::size_t next = 0;
    for (std::size_t at = 0; at < text_.size();) {
      while (next < mentions.size() && mentions[next].first < at) ++next;
      bool const mention = next < mentions.size() && mentions[next].first == at;
      if (auto numbered = text_[at].word ? numbered_name(at) : std::nullopt;
          numbered && (!mention || mentions[next].last < numbered->last)) {
        at = numbered->last;
        parts.push_back(*numbered);
        continue;
      }
      if (mention && !begins_longer_symbol(mentions[next])) {
        parts.push_back({at, mentions[next].last, &mentions[next]});
        at = mentions[next].last;
        continue;
      }
      if (mention) is_as_given_ = false;
      parts.push_back({at, at + 1, nullptr});
      ++at;
    }
    return parts;
  }

  // "MMP" of "MMP-3": another molecule than the one named.
  [[nodiscard]] bool begins_longer_symbol(PlacedMention const& placed) const {
    if (placed.last >= text_.size() || kind(placed.type) != Kind::mediator || !text_[placed.last].hyphen) return false;
    std::string_view const next = text_.folded(placed.last);
    return is_digit(next.front()) && next.size() <= longest_arm && (placed.last + 1 == text_.size() || !text_[placed.last + 1].hyphen);
  }

  // "miR-342-3p", "let-7a", "circFOXP1", "lncRNA TUG1"
  [[nodiscard]] std::optional<Part> numbered_name(std::size_t at) {
    std::string_view const folded = text_.folded(at);
    for (auto const& [beginning, part] : grammar_.name_beginnings()) {
      if (!folded.starts_with(beginning)) continue;
      std::string_view const rest = text_.cased(at).substr(std::min(beginning.size(), text_.cased(at).size()));
      if (part.use == NameUse::number) return microrna(at, beginning, rest, part.type);
      if (!rest.empty()) return is_symbol(rest) ? std::optional{named(at, at + 1, name(printed(at, at + 1), part.type))} : std::nullopt;
      if (at + 1 < text_.size() && text_[at + 1].word && is_symbol(text_.cased(at + 1)) && !lexicon_.longest(text_, at + 1))
        return named(at, at + 2, name(printed(at + 1, at + 2), part.type));
      return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Part> microrna(std::size_t at, std::string_view prefix, std::string_view rest, TypeId type) {
    std::size_t last = at + 1;
    std::string number;
    if (!rest.empty()) {
      number = rest;
    } else if (last < text_.size() && text_[last].word && (text_[last].hyphen || is_digit(text_.folded(last).front()))) {
      number = text_.cased(last++);
    }
    if (number.empty() || !is_digit(number.front()) || number.size() > 6) return std::nullopt;
    while (last < text_.size() && text_[last].hyphen && is_digit(text_.folded(last).front()) && text_.folded(last).size() <= longest_arm) {
      number.append("-").append(text_.folded(last++));
    }
    return named(at, last, name((prefix == "let" ? "let-" : "miR-") + number, type));
  }

  // ---- chains ---------------------------------------------------------------------------------------------------------------------------

  // How many tokens at a token end a chain: "pathway", "signaling axis".
  [[nodiscard]] std::size_t axis_word(std::size_t token) const {
    if (token >= text_.size()) return 0;
    auto const found =
        grammar_.words.longest(text_, token, [](Word const& word, std::size_t) { return word.word_class == WordClass::axis; });
    return found.tokens;
  }

  [[nodiscard]] bool is_ratio_word(std::size_t token) const {
    auto const& words = grammar_.ratio_words();
    return token < text_.size() && std::find(words.begin(), words.end(), text_.folded(token)) != words.end();
  }

  // "Akt pathway" as the lexicon has it.
  [[nodiscard]] bool ends_with_axis_word(Part const& part) const {
    for (std::size_t token = part.first + 1; token < part.last; ++token) {
      if (std::size_t const words = axis_word(token); words != 0 && token + words == part.last) return true;
    }
    return false;
  }

  [[nodiscard]] bool can_be_link(Part const& part) const {
    if (part.mention) return kind(part.mention->type) == Kind::mediator;
    return text_[part.first].word && is_symbol(text_.cased(part.first));
  }

  void join_chains() {
    std::vector<Part> joined;
    joined.reserve(parts_.size());
    for (std::size_t i = 0; i < parts_.size();) {
      std::size_t links = 1;
      std::size_t last = i;
      bool const repressor = parts_[i].mention && grammar_.represses(parts_[i].mention->type);
      if (can_be_link(parts_[i]) && !repressor) {
        while (links < most_chain_links && last + 2 < parts_.size() && is_sign(parts_[last + 1].first, "/") &&
               can_be_link(parts_[last + 2])) {
          last += 2;
          ++links;
        }
      }
      if (links == 2 && is_ratio_word(parts_[last].last)) {
        std::size_t const end = parts_[last].last + 1;
        joined.push_back(named(parts_[i].first, end, name(printed(parts_[i].first, end), grammar_.ratio_type())));
        i = last + 2;
        continue;
      }
      std::size_t const words = can_be_link(parts_[i]) && !repressor ? axis_word(parts_[last].last) : 0;
      bool const ended = links > 1 && words == 0 && ends_with_axis_word(parts_[last]);
      bool const pathway = parts_[i].mention && parts_[i].mention->type == grammar_.chain_type();
      if ((words == 0 && !ended) || (links == 1 && !pathway && (!parts_[i].mention || is_linked(joined)))) {
        joined.push_back(parts_[i++]);
        continue;
      }
      std::size_t const first = parts_[i].first;
      std::size_t const end = parts_[last].last + words;
      if (links == 1 && pathway) {
        is_as_given_ = false;  // the words may be a mention
        Part extended = parts_[i];
        extended.last = extended.mention->last = end;
        joined.push_back(extended);
      } else if (auto const known = pathway_of(i, last)) {
        joined.push_back(named(first, end, *known));
      } else {
        joined.push_back(named(first, end, name(printed(first, end), grammar_.chain_type())));
      }
      ++last;
      while (last < parts_.size() && parts_[last].first < end) ++last;
      i = last;
    }
    parts_ = std::move(joined);
  }

  // Does a slash stand before, but for words such as "intracellular"?
  [[nodiscard]] bool is_linked(std::vector<Part> const& before) const {
    std::size_t i = before.size();
    while (i > 0 && before.size() - i < 3 && !before[i - 1].mention && text_[before[i - 1].first].word) --i;
    return i > 0 && is_sign(before[i - 1].first, "/");
  }

  // The pathway that the lexicon has for a chain: under the names of all its links, or of every molecule in it ("LPS/TLR4 signaling").
  [[nodiscard]] std::optional<FoundTerm> pathway_of(std::size_t from, std::size_t to) const {
    if (auto const whole = pathway_named(printed(parts_[from].first, parts_[to].last))) return whole;
    std::optional<FoundTerm> common;
    for (std::size_t i = from; i <= to; i += 2) {
      Part const& link = parts_[i];
      std::optional<FoundTerm> of;
      if (link.mention && link.mention->type == grammar_.chain_type() && link.mention->mention.term) {
        of = FoundTerm{*link.mention->mention.term};
      } else {
        of = pathway_named(printed(link.first, link.last));
        if (!of && link.mention && link.mention->mention.term) of = pathway_of_molecule(*link.mention->mention.term);
        if (!of && common && is_named_in(printed(link.first, link.last), common->term)) of = common;
      }
      // What sets a pathway off is not in its name: "LPS/TLR4 signaling".
      if (!of && link.mention && grammar_.name_role(link.mention->type) == NameRole::chemical) continue;
      if (!of || (common && common->term != of->term)) return std::nullopt;
      common = of;
    }
    return common;
  }

  [[nodiscard]] std::optional<FoundTerm> pathway_of_molecule(TermId molecule) const {
    for (std::string_view const form : lexicon_.forms_of(molecule)) {
      if (auto const found = pathway_named(std::string(form))) return found;
    }
    return std::nullopt;
  }

  // "Smad3" in a pathway that is also called "TGF-β/Smad pathway".
  [[nodiscard]] bool is_named_in(std::string const& link, TermId pathway) const {
    constexpr std::size_t shortest = 3;
    std::string const folded = folded_form(link);
    for (std::string_view const form : lexicon_.forms_of(pathway)) {
      FoldedText const tokens(form);
      for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens.folded(i).size() >= shortest && folded.starts_with(tokens.folded(i))) return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::optional<FoundTerm> pathway_named(std::string const& words) const {
    for (char const* const ending : {" pathway", " signaling pathway", " signaling", " axis"}) {
      auto const found = lexicon_.whole(words + ending);
      if (found && ontology_.term(found->term).type == grammar_.chain_type()) return found;
    }
    return std::nullopt;
  }

  // ---- heads ----------------------------------------------------------------------------------------------------------------------------

  struct FoundHead {
    Head head;
    std::size_t last = 0;        // token, one past
    std::optional<TermId> term;  // the lexicon's, for the bare noun
    bool listed = false;         // in heads.tsv
  };

  [[nodiscard]] std::optional<FoundHead> head_at(std::size_t i) const {
    Part const& part = parts_[i];
    if (!text_[part.first].word) return std::nullopt;
    auto const listed = grammar_.heads.longest(text_, part.first);
    if (listed && (!part.mention || part.mention->last == part.first + listed.tokens)) {
      FoundHead found{*listed.value, part.first + listed.tokens, std::nullopt, true};
      // Its tokens must not run into a mention.
      for (std::size_t k = i; k < parts_.size() && parts_[k].first < found.last; ++k) {
        if (parts_[k].last > found.last || (k > i && parts_[k].mention)) return std::nullopt;
      }
      if (part.mention) found.term = part.mention->mention.term;
      return found;
    }
    if (!part.mention || !part.mention->mention.term || part.mention->mention.inverse) return std::nullopt;
    Term const& term = ontology_.term(*part.mention->mention.term);
    if (grammar_.name_role(term.type) != NameRole::process) return std::nullopt;
    FoundHead found;
    found.head.type = term.type;
    found.head.valence = term.valence;
    found.head.cell = true;
    found.last = part.last;
    found.term = part.mention->mention.term;
    return found;
  }

  [[nodiscard]] bool joins(Head const& head, Part const& part) const {
    if (part.mention) {
      TypeId const type = part.mention->type;
      if (part.mention->mention.name && kind(type) == Kind::outcome) return head.tissue;
      switch (grammar_.name_role(type)) {
        case NameRole::cell: return head.cell;
        case NameRole::tissue: return head.tissue;
        case NameRole::molecule:
        case NameRole::chemical: return head.molecule;
        case NameRole::outcome: return head.outcome;
        case NameRole::process:
        case NameRole::none: return false;
      }
    }
    if (!text_[part.first].word) return false;
    if (is_symbol(text_.cased(part.first))) return head.molecule || head.tissue;  // "RV hypertrophy"
    return head.word && is_plain(part.first);
  }

  // A word that carries no relation and is no verb form.
  [[nodiscard]] bool is_plain(std::size_t token) const {
    std::string_view const word = text_.folded(token);
    if (word.size() < 3 || word.ends_with("ed") || word.ends_with("ly")) return false;
    if (!grammar_.is_beginning(text_[token])) return true;
    return !grammar_.words.longest(text_, token) && !grammar_.triggers.longest(text_, token) && !grammar_.links.longest(text_, token) &&
           !grammar_.compositions.longest(text_, token) && !grammar_.comparisons.longest(text_, token);
  }

  void join_heads() {
    std::vector<Part> joined;
    joined.reserve(parts_.size());
    for (std::size_t i = 0; i < parts_.size();) {
      auto const head = head_at(i);
      if (!head) {
        joined.push_back(parts_[i++]);
        continue;
      }
      std::size_t next = i + 1;
      while (next < parts_.size() && parts_[next].first < head->last) ++next;
      std::size_t from = joined.size();
      while (from > 0 && joined.size() - from < most_before_head && joins(head->head, joined[from - 1])) --from;
      // "cell" of "smooth muscle cell" is in the mention; a lone adjective before a term of the lexicon qualifies it.
      if (from < joined.size()) {
        Part whole = with_modifiers(joined, from, *head, parts_[i].first);
        joined.resize(joined.size() - static_cast<std::size_t>(std::count_if(joined.begin(), joined.end(),
                                                                             [&](Part const& part) { return part.first >= whole.first; })));
        joined.push_back(whole);
        i = next;
        continue;
      }
      // "proliferation and migration of chondrocytes" is said of both, so neither takes the cells into its name.
      bool const coordinated =
          joined.size() > 1 && !joined.back().mention && is_conjunction(joined.back().first) && joined[joined.size() - 2].mention;
      if (auto whole = coordinated ? std::nullopt : with_of(next, *head, parts_[i].first)) {
        joined.push_back(whole->first);
        i = whole->second;
        continue;
      }
      for (; i < next; ++i) joined.push_back(parts_[i]);
    }
    parts_ = std::move(joined);
  }

  // "Neutrophil and macrophage infiltration": the noun belongs to both.
  void share_heads() {
    for (std::size_t i = 0; i + 2 < parts_.size(); ++i) {
      Part const& cell = parts_[i];
      Part const& whole = parts_[i + 2];
      if (!cell.mention || !whole.mention || !cell.mention->mention.term || parts_[i + 1].mention) continue;
      if (grammar_.name_role(cell.mention->type) != NameRole::cell || grammar_.name_role(whole.mention->type) != NameRole::process)
        continue;
      auto const word = grammar_.words.longest(text_, parts_[i + 1].first);
      bool const coordinated = is_sign(parts_[i + 1].first, "/") || (word && word.value->word_class == WordClass::conjunction);
      auto const own = lexicon_.longest_if(text_, whole.first,
                                           [&](TermId term) { return grammar_.name_role(ontology_.term(term).type) == NameRole::cell; });
      if (!coordinated || !own || whole.first + own->tokens >= whole.last) continue;
      std::string const noun = printed(whole.first + own->tokens, whole.last);
      if (auto const known = of_cell(*cell.mention->mention.term, noun)) {
        parts_[i] = named(cell.first, cell.last, *known);
      } else {
        Unresolved made = name(printed(cell.first, cell.last) + " " + folded_form(noun), whole.mention->type);
        made.valence = valence(whole);
        parts_[i] = named(cell.first, cell.last, std::move(made));
      }
    }
  }

  [[nodiscard]] bool is_conjunction(std::size_t token) const {
    auto const word = grammar_.words.longest(text_, token);
    return word && word.value->word_class == WordClass::conjunction;
  }

  Part with_modifiers(std::vector<Part> const& joined, std::size_t from, FoundHead const& head, std::size_t head_first) {
    Part const& nearest = joined.back();
    if (nearest.mention && nearest.mention->mention.term) {
      if (auto const known = of_cell(*nearest.mention->mention.term, printed(head_first, head.last)))
        return named(nearest.first, head.last, *known);
    }
    Unresolved whole = composed(printed(joined[from].first, head.last), head);
    // A score of something bad is bad.
    for (std::size_t i = from; i < joined.size() && whole.valence == 0; ++i) whole.valence = valence(joined[i]);
    return named(joined[from].first, head.last, std::move(whole));
  }

  // "apoptosis of the smooth muscle cells"; gives the part after it too.
  std::optional<std::pair<Part, std::size_t>> with_of(std::size_t next, FoundHead const& head, std::size_t head_first) {
    if (next >= parts_.size() || parts_[next].mention || !head.listed || head.head.type == grammar_.ratio_type()) return std::nullopt;
    auto const of = grammar_.words.longest(text_, parts_[next].first);
    if (!of || of.value->word_class != WordClass::preposition || of.value->value != "object") return std::nullopt;
    std::size_t cell = next + 1;
    while (cell < parts_.size() && cell < next + 3 && text_[parts_[cell].first].word &&
           (!parts_[cell].mention || grammar_.name_role(parts_[cell].mention->type) == NameRole::tissue))
      ++cell;
    if (cell >= parts_.size() || !parts_[cell].mention || !parts_[cell].mention->mention.term || !head.head.cell ||
        grammar_.name_role(parts_[cell].mention->type) != NameRole::cell)
      return std::nullopt;
    if (cell + 1 < parts_.size() && head_at(cell + 1)) return std::nullopt;
    TermId const term = *parts_[cell].mention->mention.term;
    std::string const noun = printed(head_first, head.last);
    std::size_t const last = parts_[cell].last;
    if (auto const known = of_cell(term, noun)) return std::pair{named(head_first, last, *known), cell + 1};
    return std::pair{named(head_first, last, composed(ontology_.term(term).label + " " + folded_form(noun), head)), cell + 1};
  }

  [[nodiscard]] std::int8_t valence(Part const& part) const {
    if (!part.mention || kind(part.mention->type) != Kind::outcome) return 0;
    return part.mention->mention.term ? ontology_.term(*part.mention->mention.term).valence : part.mention->mention.name->valence;
  }

  Unresolved composed(std::string words, FoundHead const& head) const {
    Unresolved made = name(std::move(words), head.head.type);
    made.head = head.term;
    made.valence = head.head.valence;
    return made;
  }

  // The lexicon's term for a process of a cell, under any form of the cell.
  [[nodiscard]] std::optional<FoundTerm> of_cell(TermId cell, std::string const& noun) const {
    for (std::string_view const form : lexicon_.forms_of(cell)) {
      if (auto const found = lexicon_.whole(std::string(form) + " " + noun)) return found;
    }
    return std::nullopt;
  }

  FoldedText const& text_;
  std::string_view printed_;
  Lexicon const& lexicon_;
  Ontology const& ontology_;
  Grammar const& grammar_;
  std::vector<Part> parts_;
  std::forward_list<PlacedMention> made_;
  bool is_as_given_ = true;
};

}  // namespace

std::pair<TermOrWords, TypeId> counted(TermId cell, Lexicon const& lexicon, Grammar const& grammar) {
  Ontology const& ontology = lexicon.ontology();
  for (std::string const& noun : grammar.count_nouns()) {
    for (std::string_view const form : lexicon.forms_of(cell)) {
      auto const found = lexicon.whole(std::string(form) + " " + noun);
      if (found) return {found->term, ontology.term(found->term).type};
    }
  }
  Unresolved number;
  number.words = ontology.term(cell).label + " number";
  number.type = grammar.count_type();
  number.kind = ontology.type(grammar.count_type()).kind;
  return {number, grammar.count_type()};
}

void compose_names(FoldedText const& text, std::string_view printed, std::vector<PlacedMention>& mentions, Lexicon const& lexicon,
                   Grammar const& grammar) {
  Composer(text, printed, lexicon, grammar).run(mentions);
}

}  // namespace mechgraph
