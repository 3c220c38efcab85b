// Terms of outside vocabularies → one compiled file.
#include "vocab/vocabulary_builder.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "ontology/fold.hpp"
#include "ontology/load.hpp"
#include "vocab/vocabulary_file.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_tokens = 64;

std::string joined_folded(FoldedText const& text) {
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != 0) joined.push_back(' ');
    joined.append(text.folded(i));
  }
  return joined;
}

bool is_usable(FoldedText const& text) {
  auto const tokens = text.tokens();
  return text.size() <= most_tokens && std::any_of(tokens.begin(), tokens.end(), [](Token const& token) { return token.word; });
}

template <class Value>
void keep_once(std::vector<Value>& values, Value value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

std::string licence_of(Ontology const& ontology, std::string_view name) {
  DataTable const& table = ontology.table("licences");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.cell(row, "source") == name) return std::string(table.cell(row, "licence"));
  }
  return {};
}

}  // namespace

VocabularyBuilder::VocabularyBuilder(Ontology const& ontology) : ontology_(ontology) {}

void VocabularyBuilder::begin(VocabularyInfo info) {
  sources_.emplace_back();
  sources_.back().info = std::move(info);
}

std::uint32_t VocabularyBuilder::number(std::string_view curie) {
  auto const [place, added] = numbers_.emplace(std::string(curie), static_cast<std::uint32_t>(terms_.size()));
  if (added) {
    terms_.emplace_back();
    terms_.back().curie = curie;
  }
  return place->second;
}

void VocabularyBuilder::add(VocabularyEntry entry) {
  if (entry.curie.empty()) return;
  auto const source = static_cast<std::uint32_t>(sources_.size() - 1);
  std::uint32_t const n = number(entry.curie);
  ++sources_[source].declared;
  if (!terms_[n].declared) {
    Term& term = terms_[n];
    term.declared = true;
    term.alternative = false;  // a file's own term is more than what another says of it
    term.replacement = 0;
    term.source = source;
    term.obsolete = entry.obsolete;
    ++sources_[source].terms;
    if (entry.obsolete) ++sources_[source].obsolete;
    if (!entry.replaced_by.empty()) {
      std::uint32_t const replacement = number(entry.replaced_by) + 1;
      terms_[n].replacement = replacement;
    }
  }
  if (terms_[n].label.empty()) terms_[n].label = entry.label;
  if (terms_[n].space.empty()) terms_[n].space = entry.space;
  auto const add_form = [&](std::string& text, FormScope scope, bool symbol) {
    auto& senses = terms_[n].senses;
    auto const same = std::find_if(senses.begin(), senses.end(), [&](Sense const& sense) { return sense.printed == text; });
    if (text.empty() || (same != senses.end() && same->scope <= scope)) return;
    if (same != senses.end()) senses.erase(same);
    senses.push_back({std::move(text), scope, symbol});
  };
  bool const main = terms_[n].label == entry.label;
  add_form(entry.label, main ? FormScope::label : FormScope::exact, entry.symbol);
  for (VocabularyEntry::Form& form : entry.forms) add_form(form.text, form.scope, form.symbol);
  for (std::string& xref : entry.xrefs) keep_once(terms_[n].xrefs, std::move(xref));
  for (auto const& [relation, parent] : entry.parents) add_parent(entry.curie, relation, parent);
  for (std::string const& alternative : entry.alternatives) {
    std::uint32_t const other = number(alternative);
    if (other == n || terms_[other].declared) continue;
    terms_[other].alternative = true;
    terms_[other].source = source;
    terms_[other].replacement = n + 1;
  }
}

void VocabularyBuilder::add_parent(std::string_view child, std::string_view relation, std::string_view parent) {
  auto found = std::find(relations_.begin(), relations_.end(), relation);
  if (found == relations_.end()) found = relations_.insert(found, std::string(relation));
  auto const relation_number = static_cast<std::uint32_t>(found - relations_.begin());
  std::uint32_t const child_number = number(child);
  std::uint32_t const parent_number = number(parent);
  if (parent_number != child_number) keep_once(terms_[child_number].parents, {relation_number, parent_number});
}

// Terms that were only referred to: they go, and so does what refers to them.
void VocabularyBuilder::drop_undeclared(Losses& losses) {
  constexpr auto gone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> place(terms_.size(), gone);
  std::vector<std::uint32_t> order;
  for (std::uint32_t n = 0; n < terms_.size(); ++n) {
    if (terms_[n].declared || terms_[n].alternative) order.push_back(n);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return terms_[a].curie < terms_[b].curie; });
  std::vector<Term> kept;
  kept.reserve(order.size());
  for (std::uint32_t const n : order) {
    place[n] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(terms_[n]));
  }
  terms_ = std::move(kept);
  numbers_.clear();
  for (Term& term : terms_) {
    std::erase_if(term.parents, [&](auto& parent) {
      parent.second = place[parent.second];
      if (parent.second == gone) ++losses.dangling_parents;
      return parent.second == gone;
    });
    if (term.replacement == 0) continue;
    std::uint32_t const replacement = place[term.replacement - 1];
    if (replacement == gone) ++losses.dangling_replacements;
    term.replacement = replacement == gone ? 0 : replacement + 1;
  }
}

// The depth of each term: more than that of each parent. Parents that close a ring are dropped. Without recursion: hierarchies of hostile
// files are deep.
std::vector<std::uint32_t> VocabularyBuilder::break_cycles(Losses& losses) {
  enum class Mark : std::uint8_t { fresh, open, done };
  std::vector<Mark> marks(terms_.size(), Mark::fresh);
  std::vector<std::uint32_t> depth(terms_.size(), 0);
  std::vector<std::pair<std::uint32_t, std::size_t>> stack;
  for (std::uint32_t root = 0; root < terms_.size(); ++root) {
    if (marks[root] != Mark::fresh) continue;
    marks[root] = Mark::open;
    stack.emplace_back(root, 0);
    while (!stack.empty()) {
      auto& [term, at] = stack.back();
      auto& parents = terms_[term].parents;
      if (at == parents.size()) {
        for (auto const& [relation, parent] : parents) depth[term] = std::max(depth[term], depth[parent] + 1);
        marks[term] = Mark::done;
        stack.pop_back();
        continue;
      }
      std::uint32_t const parent = parents[at].second;
      if (marks[parent] == Mark::open) {
        ++losses.cycles;
        parents.erase(parents.begin() + static_cast<std::ptrdiff_t>(at));
        continue;
      }
      ++at;
      if (marks[parent] == Mark::fresh) {
        marks[parent] = Mark::open;
        stack.emplace_back(parent, 0);
      }
    }
  }
  return depth;
}

VocabularyBuilder::Type VocabularyBuilder::type_of(Term const& term) const {
  DataTable const& table = ontology_.table("vocabularies");
  std::string_view const prefix = curie_prefix(term.curie);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string_view const space = table.cell(row, "space");
    if (table.cell(row, "prefix") != prefix || (!space.empty() && space != term.space)) continue;
    std::string_view const last = table.cell(row, "last_words");
    bool const fits = last.empty() || term.label == last || term.label.ends_with(' ' + std::string(last));
    if (!fits) continue;
    return {std::string(table.cell(row, "type")), table.cell(row, "synonyms") != "0"};
  }
  return {};
}

VocabularyBuilder::Losses VocabularyBuilder::write(Sink& out) {
  using L = VocabularyLayout;
  Losses losses;
  drop_undeclared(losses);
  std::vector<std::uint32_t> const depth = break_cycles(losses);

  std::vector<Type> types_of_terms;
  types_of_terms.reserve(terms_.size());
  for (Term const& term : terms_) types_of_terms.push_back(type_of(term));

  // Forms, in order of their folded text; the best meaning first.
  struct Meaning {
    std::string folded;
    std::uint32_t term = 0;
    std::uint32_t sense = 0;
  };
  std::vector<Meaning> meanings;
  std::map<std::string, std::uint64_t> firsts;
  for (std::uint32_t n = 0; n < terms_.size(); ++n) {
    for (std::uint32_t s = 0; s < terms_[n].senses.size(); ++s) {
      FoldedText const text(terms_[n].senses[s].printed);
      if (!is_usable(text)) {
        ++losses.unusable_forms;
        continue;
      }
      meanings.push_back({joined_folded(text), n, s});
      std::string first(text.folded(0));
      std::uint64_t const length = std::uint64_t{1} << (text.size() - 1);
      firsts[first] |= length;
      if (text.size() > 1) firsts[first.append(" ").append(text.folded(1))] |= length;
    }
  }
  auto const sense_of = [&](Meaning const& meaning) -> Sense const& { return terms_[meaning.term].senses[meaning.sense]; };
  auto const key = [&](Meaning const& meaning) {
    return std::tie(meaning.folded, sense_of(meaning).scope, terms_[meaning.term].source, meaning.term, sense_of(meaning).printed);
  };
  std::sort(meanings.begin(), meanings.end(), [&](Meaning const& a, Meaning const& b) { return key(a) < key(b); });

  VocabularyFile file;
  std::vector<std::vector<std::uint32_t>> senses_of_term(terms_.size());
  std::vector<std::string_view> form_keys;
  std::vector<std::uint32_t> forms_of_source(sources_.size(), 0);
  for (std::size_t begin = 0; begin < meanings.size();) {
    std::size_t end = begin + 1;
    while (end < meanings.size() && meanings[end].folded == meanings[begin].folded) ++end;
    auto const form = static_cast<std::uint32_t>(form_keys.size());
    form_keys.push_back(meanings[begin].folded);
    file.text(L::forms, meanings[begin].folded).word(L::forms, file.rows(L::senses));
    for (std::size_t i = begin; i < end; ++i) {
      Sense const& sense = sense_of(meanings[i]);
      senses_of_term[meanings[i].term].push_back(file.rows(L::senses));
      ++forms_of_source[terms_[meanings[i].term].source];
      bool const related_only = sense.scope > FormScope::label && !types_of_terms[meanings[i].term].synonyms;
      FormScope const scope = related_only ? FormScope::related : sense.scope;
      std::uint32_t const flags = static_cast<std::uint32_t>(scope) | (sense.symbol ? L::symbol : 0);
      file.word(L::senses, meanings[i].term).text(L::senses, sense.printed).word(L::senses, flags).word(L::senses, form);
    }
    file.word(L::forms, file.rows(L::senses));
    begin = end;
  }

  std::vector<std::string> types;
  std::vector<std::string_view> curies;
  std::vector<std::uint32_t> parents_of_source(sources_.size(), 0);
  for (std::uint32_t n = 0; n < terms_.size(); ++n) {
    Term const& term = terms_[n];
    curies.push_back(term.curie);
    std::string const& type = types_of_terms[n].name;
    auto found = std::find(types.begin(), types.end(), type);
    if (!type.empty() && found == types.end()) found = types.insert(found, type);
    if (type.empty() && !term.alternative) ++losses.without_type;
    std::uint32_t const state = (term.obsolete ? L::obsolete : 0) | (term.alternative ? L::alternative : 0);
    file.text(L::terms, term.curie).text(L::terms, term.label);
    file.word(L::terms, type.empty() ? 0 : static_cast<std::uint32_t>(found - types.begin() + 1));
    file.word(L::terms, term.source).word(L::terms, state).word(L::terms, term.replacement);
    file.word(L::terms, file.rows(L::parents));
    for (auto const& [relation, parent] : term.parents) file.word(L::parents, relation).word(L::parents, parent);
    file.word(L::terms, file.rows(L::parents)).word(L::terms, file.rows(L::xrefs));
    for (std::string const& xref : term.xrefs) file.text(L::xrefs, xref);
    file.word(L::terms, file.rows(L::xrefs)).word(L::terms, file.rows(L::senses_of_term));
    for (std::uint32_t const sense : senses_of_term[n]) file.word(L::senses_of_term, sense);
    file.word(L::terms, file.rows(L::senses_of_term)).word(L::terms, depth[n]);
    parents_of_source[term.source] += static_cast<std::uint32_t>(term.parents.size());
  }
  for (std::string const& type : types) file.text(L::types, type);
  for (std::string const& relation : relations_) file.text(L::relations, relation);
  std::vector<std::string_view> first_keys;
  for (auto const& [first, lengths] : firsts) {
    first_keys.push_back(first);
    file.text(L::firsts, first);
    file.word(L::firsts, static_cast<std::uint32_t>(lengths)).word(L::firsts, static_cast<std::uint32_t>(lengths >> 32U));
  }
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    VocabularyInfo const& info = sources_[i].info;
    std::string const licence = info.licence.empty() ? licence_of(ontology_, info.name) : info.licence;
    file.text(L::sources, info.name).text(L::sources, info.version).text(L::sources, licence).text(L::sources, info.file);
    file.word(L::sources, sources_[i].terms).word(L::sources, forms_of_source[i]);
    file.word(L::sources, parents_of_source[i]).word(L::sources, sources_[i].obsolete);
  }
  file.index(L::term_slots, curies);
  file.index(L::form_slots, form_keys);
  file.index(L::first_slots, first_keys);
  file.write(out);
  return losses;
}

}  // namespace mechgraph
