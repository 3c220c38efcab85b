// Forms of a vocabulary in text: which may be taken, and why.
#include "ontology/outside_forms.hpp"

#include <algorithm>
#include <array>

#include "ontology/symbol_case.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t window = 16;           // tokens on each side in which a reason may stand
constexpr std::size_t brief_name = 3;        // letters and digits
constexpr std::size_t most_candidates = 16;  // of one form that are weighed; the best come first

bool same_case(VocabularySense const& sense, FoldedText const& text, std::size_t at, std::size_t tokens, bool plural) {
  if (!sense.symbol) return true;
  FoldedText const printed(sense.printed);
  std::string name = printed.joined_cased(0, printed.size());
  if (plural) name.push_back('s');
  if (text.is_printed(at, tokens, name)) return true;
  return !plural && tokens == 1 && sense.scope == FormScope::label && is_mouse_style(text.cased(at));
}

bool can_be_plural(std::string_view form) { return form.size() >= 5 && form.ends_with('s') && !form.ends_with("ss"); }

struct Letters {
  std::size_t number = 0;  // and digits
  bool any = false;        // a letter
};

Letters letters_of(std::string_view form) {
  Letters letters;
  for (std::size_t at = 0; at < form.size();) {
    CodePoint const point = decode(form, at);
    at += point.length;
    if (!is_word(point.value)) continue;
    ++letters.number;
    letters.any = letters.any || point.value < '0' || point.value > '9';
  }
  return letters;
}

// Needs a reason beside it.
bool is_brief(std::string_view form) { return letters_of(form).number <= brief_name; }

// One letter, or numbers: nothing beside it is reason enough.
bool is_sign(std::string_view form) {
  Letters const letters = letters_of(form);
  return letters.number <= 1 || !letters.any;
}

void add_list(tsl::robin_set<std::string>& words, std::string_view form) {
  FoldedText const text(form);
  if (text.size() == 1) words.insert(std::string(text.folded(0)));
}

void add_column(tsl::robin_set<std::string>& words, DataTable const& table, std::string_view column) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::string_view const form : table.list(row, column)) add_list(words, form);
  }
}

}  // namespace

std::string_view meaning(FormChoice choice) noexcept {
  switch (choice) {
    case FormChoice::label: return "the label of one term only";
    case FormChoice::synonym: return "a synonym of one term only";
    case FormChoice::first_label: return "the label of several terms: the vocabulary that was imported first wins";
    case FormChoice::gene_word: return "short or shared, but a word beside it says that a gene is meant";
    case FormChoice::named_beside: return "short or shared, but another name of the term stands beside it";
    case FormChoice::english: return "an English word or a word of the grammar";
    case FormChoice::ruled: return "ambiguous.tsv decides about this form";
    case FormChoice::relation: return "a word inside it carries a relation";
    case FormChoice::letter_case: return "a symbol that is written in another case";
    case FormChoice::brief: return "too short to be taken without a reason beside it";
    case FormChoice::ambiguous: return "names several terms, and nothing beside it decides";
    case FormChoice::stem: return "what the names of several genes begin with";
    case FormChoice::loose: return "only a broader or a related name";
    case FormChoice::without_term: return "obsolete without replacement, or of no type";
  }
  return {};
}

OutsideForms::OutsideForms(Ontology const& ontology) : ontology_(ontology), terms_(*ontology.outside()), vocabulary_(terms_.vocabulary()) {
  add_column(english_, ontology.table("english"), "form");
  for (std::string_view const table : {"words", "links", "compositions", "comparisons"})
    add_column(english_, ontology.table(table), "form");
  for (std::string_view const column : {"present", "past", "gerund", "noun", "adjective"}) {
    add_column(relating_, ontology.table("triggers"), column);
  }
  for (AmbiguousForm const& form : ontology.ambiguous()) ruled_.insert(folded_form(form.form));
  DataTable const& words = ontology.table("gene_words");
  for (std::size_t row = 0; row < words.rows(); ++row) {
    std::string_view const place = words.cell(row, "place");
    gene_words_.add(words.cell(row, "form"), GeneWord{place != "after", place != "before"});
  }
}

std::optional<std::uint32_t> OutsideForms::find(std::string_view key, bool& plural) const {
  plural = false;
  if (auto const form = vocabulary_.find_form(key)) return form;
  if (!can_be_plural(key)) return std::nullopt;
  plural = true;
  return vocabulary_.find_form(key.substr(0, key.size() - 1));
}

// Bit n-1: there may be a form of n tokens here. "in" begins many names, "in the" few.
std::uint64_t OutsideForms::lengths_at(FoldedText const& text, std::size_t at) const {
  std::uint64_t const lengths = vocabulary_.lengths(text.folded(at));
  if ((lengths & ~std::uint64_t{1}) == 0 || at + 1 == text.size()) return lengths & 1U;
  std::string two(text.folded(at));
  two.append(" ").append(text.folded(at + 1));
  std::uint64_t longer = vocabulary_.lengths(two);
  if (can_be_plural(two)) longer |= vocabulary_.lengths(std::string_view{two}.substr(0, two.size() - 1)) & 2U;
  return (lengths & 1U) | longer;
}

std::optional<OutsideForm> OutsideForms::longest(FoldedText const& text, std::size_t at, Accept const& accept) const {
  if (!text[at].word) return std::nullopt;  // what begins with a bracket is the tail of a chemical's name
  std::string_view const first = text.folded(at);
  std::uint64_t lengths = lengths_at(text, at);
  if (can_be_plural(first)) lengths |= vocabulary_.lengths(first.substr(0, first.size() - 1)) & 1U;
  std::size_t const left = text.size() - at;
  if (left < 64) lengths &= (std::uint64_t{1} << left) - 1;
  if (lengths == 0) return std::nullopt;
  // The key of the longest form, and where each shorter one ends in it.
  auto const most = static_cast<std::size_t>(64 - __builtin_clzll(lengths));
  std::string key;
  std::array<std::size_t, 65> ends{};
  for (std::size_t i = 0; i < most; ++i) {
    if (i != 0) key.push_back(' ');
    key.append(text.folded(at + i));
    ends[i + 1] = key.size();
  }
  while (lengths != 0) {
    auto const tokens = static_cast<std::size_t>(64 - __builtin_clzll(lengths));
    lengths &= ~(std::uint64_t{1} << (tokens - 1));
    bool plural = false;
    auto const form = find(std::string_view{key}.substr(0, ends[tokens]), plural);
    if (!form || refusal(text, at, tokens, *form)) continue;
    OutsideForm decided = decide(text, at, tokens, *form, plural);
    if (is_taken(decided.choice) && (!accept || accept(decided.term))) return decided;
  }
  return std::nullopt;
}

// What the form alone forbids: cheap, and most words of a text end here.
std::optional<FormChoice> OutsideForms::refusal(FoldedText const& text, std::size_t at, std::size_t tokens, std::uint32_t form) const {
  std::string const word(vocabulary_.form(form));
  if (ruled_.contains(word)) return FormChoice::ruled;
  if (tokens == 1 && (english_.contains(word) || english_.contains(std::string(text.folded(at))))) return FormChoice::english;
  if (carries_relation(text, at, tokens)) return FormChoice::relation;
  if (is_sign(word)) return FormChoice::brief;
  return std::nullopt;
}

std::optional<OutsideForm> OutsideForms::decide(FoldedText const& text, std::size_t at, std::size_t tokens) const {
  bool plural = false;
  auto const form = find(text.joined_folded(at, tokens), plural);
  if (!form) return std::nullopt;
  return decide(text, at, tokens, *form, plural);
}

OutsideForm OutsideForms::decide(FoldedText const& text, std::size_t at, std::size_t tokens, std::uint32_t form, bool plural) const {
  struct Candidate {
    TermId term{};
    VocabularySense sense;
    std::uint32_t source = 0;
  };
  std::vector<Candidate> candidates;
  OutsideForm decided;
  decided.tokens = tokens;
  decided.plural = plural;
  bool wrong_case = false;
  bool loose = false;
  VocabularyRange const senses = vocabulary_.senses(form);
  for (std::uint32_t i = senses.begin; i < senses.end && candidates.size() < most_candidates; ++i) {
    VocabularySense const sense = vocabulary_.sense(i);
    decided.others.push_back(sense.term);
    auto const current = vocabulary_.current(sense.term);
    auto const id = current ? terms_.id_of(*current) : std::nullopt;
    if (!id) continue;
    if (sense.scope > FormScope::unscoped) {
      loose = true;
    } else if (!same_case(sense, text, at, tokens, plural)) {
      wrong_case = true;
    } else {
      auto const same = std::find_if(candidates.begin(), candidates.end(), [&](Candidate const& other) { return other.term == *id; });
      if (same == candidates.end()) candidates.push_back({*id, sense, vocabulary_.source(sense.term)});
    }
  }
  std::string_view const folded = vocabulary_.form(form);
  auto const leave = [&](FormChoice choice) {
    decided.choice = choice;
    return decided;
  };
  auto const take = [&](Candidate const& candidate, FormChoice choice) {
    decided.choice = choice;
    decided.term = candidate.term;
    decided.printed = candidate.sense.printed;
    decided.scope = candidate.sense.scope;
    auto const current = vocabulary_.current(candidate.sense.term);
    std::erase_if(decided.others, [&](std::uint32_t other) { return other == candidate.sense.term || other == current; });
    return decided;
  };
  if (auto const refused = refusal(text, at, tokens, form)) return leave(*refused);
  if (candidates.empty()) return leave(wrong_case ? FormChoice::letter_case : loose ? FormChoice::loose : FormChoice::without_term);

  bool const brief = is_brief(folded);
  if (!brief) {
    if (candidates.size() == 1) {
      if (is_stem(folded, candidates[0].sense)) return leave(FormChoice::stem);
      return take(candidates[0], candidates[0].sense.scope == FormScope::label ? FormChoice::label : FormChoice::synonym);
    }
    // Labels come first, in the order of their sources.
    bool const one_label = candidates[0].sense.scope == FormScope::label && candidates[1].sense.scope != FormScope::label;
    if (one_label) return take(candidates[0], FormChoice::label);
    bool const labels = candidates[1].sense.scope == FormScope::label;
    if (labels && candidates[0].source != candidates[1].source) return take(candidates[0], FormChoice::first_label);
  }
  for (Candidate const& candidate : candidates) {
    if (named_beside(text, at, tokens, form, candidate.term)) return take(candidate, FormChoice::named_beside);
  }
  auto const is_mediator = [&](Candidate const& candidate) { return ontology_.kind(candidate.term) == Kind::mediator; };
  auto const genes = std::count_if(candidates.begin(), candidates.end(), is_mediator);
  auto const gene = std::find_if(candidates.begin(), candidates.end(), is_mediator);
  bool const decides = genes == 1 || (genes > 1 && gene->sense.scope == FormScope::label &&
                                      std::find_if(gene + 1, candidates.end(), is_mediator)->sense.scope != FormScope::label);
  if (decides && gene_word_beside(text, at, tokens)) return take(*gene, FormChoice::gene_word);
  return leave(brief ? FormChoice::brief : FormChoice::ambiguous);
}

// "inhibition of apoptosis" is a relation and a process, "T cell activation" one process.
bool OutsideForms::carries_relation(FoldedText const& text, std::size_t at, std::size_t tokens) const {
  for (std::size_t i = at; i < at + tokens; ++i) {
    bool const last = tokens > 1 && i + 1 == at + tokens;
    if (!last && relating_.contains(std::string(text.folded(i)))) return true;
  }
  return false;
}

// HDAC, an alias of HDAC9, where HDAC1 and HDAC2 are genes too.
bool OutsideForms::is_stem(std::string_view form, VocabularySense const& sense) const {
  if (!sense.symbol || sense.scope == FormScope::label) return false;
  int others = 0;
  for (char const digit : std::string_view{"123"}) {
    auto const longer = vocabulary_.find_form(std::string(form) + digit);
    if (!longer) continue;
    VocabularySense const first = vocabulary_.sense(vocabulary_.senses(*longer).begin);
    if (first.symbol && first.scope == FormScope::label && first.term != sense.term) ++others;
  }
  return others >= 2;
}

bool OutsideForms::gene_word_beside(FoldedText const& text, std::size_t at, std::size_t tokens) const {
  constexpr std::size_t longest_word = 3;  // tokens
  std::size_t const end = at + tokens;
  if (end < text.size() && gene_words_.longest(text, end, [](GeneWord const& word, std::size_t) { return word.after; })) return true;
  for (std::size_t length = 1; length <= longest_word && length <= at; ++length) {
    auto const found =
        gene_words_.longest(text, at - length, [&](GeneWord const& word, std::size_t size) { return word.before && size == length; });
    if (found) return true;
  }
  return false;
}

bool OutsideForms::named_beside(FoldedText const& text, std::size_t at, std::size_t tokens, std::uint32_t form, TermId term) const {
  std::size_t const begin = at > window ? at - window : 0;
  std::size_t const end = std::min(text.size(), at + tokens + window);
  for (std::size_t i = begin; i < end; ++i) {
    if (i == at) i = at + tokens;
    if (i >= end) break;
    std::uint64_t lengths = lengths_at(text, i);
    std::size_t const room = (i < at ? at : end) - i;
    if (room < 64) lengths &= (std::uint64_t{1} << room) - 1;
    while (lengths != 0) {
      auto const size = static_cast<std::size_t>(64 - __builtin_clzll(lengths));
      lengths &= ~(std::uint64_t{1} << (size - 1));
      auto const other = vocabulary_.find_form(text.joined_folded(i, size));
      if (!other || *other == form || is_brief(vocabulary_.form(*other))) continue;
      VocabularyRange const senses = vocabulary_.senses(*other);
      for (std::uint32_t s = senses.begin; s < senses.end; ++s) {
        auto const current = vocabulary_.current(vocabulary_.sense(s).term);
        if (current && terms_.id_of(*current) == term) return true;
      }
    }
  }
  return false;
}

}  // namespace mechgraph
