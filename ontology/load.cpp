// Rows of the ontology's tables → kinds, types, relations, terms.
#include "ontology/load.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace mechgraph {
namespace {

constexpr std::array relation_class_names{
    std::pair{std::string_view{"effect"}, RelationClass::effect}, std::pair{std::string_view{"modifier"}, RelationClass::modifier},
    std::pair{std::string_view{"slot"}, RelationClass::slot}, std::pair{std::string_view{"comparison"}, RelationClass::comparison},
    std::pair{std::string_view{"hierarchy"}, RelationClass::hierarchy}};
constexpr std::array match_names{std::pair{std::string_view{"none"}, Match::none}, std::pair{std::string_view{"exact"}, Match::exact},
                                 std::pair{std::string_view{"close"}, Match::close}, std::pair{std::string_view{"broad"}, Match::broad},
                                 std::pair{std::string_view{"narrow"}, Match::narrow}};

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

[[noreturn]] void refuse(DataTable const& table, std::size_t row, std::string const& message, std::string hint = {}) {
  throw Error(table.place(row), message, std::move(hint));
}

std::string joined(std::vector<std::string> const& names) {
  std::string text;
  for (std::string const& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// Cells of one row by column number, so that headers are looked up once for each table.
struct Rows {
  DataTable const& table;
  std::vector<std::size_t> columns;

  Rows(DataTable const& of, std::initializer_list<std::string_view> headers) : table(of) {
    columns.reserve(headers.size());
    for (std::string_view const header : headers) columns.push_back(of.column(header));
  }
  [[nodiscard]] std::string_view operator()(std::size_t row, std::size_t column) const { return table.cell(row, columns[column]); }
};

std::string_view required(DataTable const& table, std::size_t row, std::string_view header, std::string_view cell) {
  if (cell.empty()) refuse(table, row, "no " + std::string(header));
  return cell;
}

bool read_bool(DataTable const& table, std::size_t row, std::string_view header, std::string_view cell) {
  if (cell == "1") return true;
  if (cell != "0") refuse(table, row, quoted(cell) + " in the column " + std::string(header), "it is 0 or 1");
  return false;
}

std::int8_t read_sign(DataTable const& table, std::size_t row, std::string_view header, std::string_view cell) {
  if (cell == "1") return 1;
  if (cell == "-1") return -1;
  if (cell != "0") refuse(table, row, quoted(cell) + " in the column " + std::string(header), "it is 1, -1 or 0");
  return 0;
}

template <class Value, std::size_t Size>
Value read_name(DataTable const& table, std::size_t row, std::string_view what, std::string_view cell,
                std::array<std::pair<std::string_view, Value>, Size> const& names) {
  for (auto const& [name, value] : names) {
    if (name == cell) return value;
  }
  std::vector<std::string> known;
  known.reserve(Size);
  for (auto const& [name, value] : names) known.emplace_back(name);
  refuse(table, row, "unknown " + std::string(what) + ' ' + quoted(cell), "it is one of " + joined(known));
}

std::uint32_t find_term(DataTable const& table, std::size_t row, NameIndex const& keys, std::string_view key) {
  auto const found = keys.find(std::string(key));
  if (found == keys.end()) refuse(table, row, "no term has the key " + quoted(key), "terms.tsv lists the keys");
  return found->second;
}

bool is_key(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

void require_prefix(DataTable const& table, std::size_t row, std::vector<OntologyPrefix> const& prefixes, std::string_view curie) {
  std::string_view const prefix = curie_prefix(curie);
  if (prefix.empty() || prefix.size() + 1 == curie.size())
    refuse(table, row, quoted(curie) + " is no identifier", "write prefix:local, as GO:0006915");
  auto const found =
      std::lower_bound(prefixes.begin(), prefixes.end(), prefix, [](OntologyPrefix const& a, std::string_view b) { return a.name < b; });
  if (found == prefixes.end() || found->name != prefix) {
    refuse(table, row, "unknown prefix " + quoted(prefix) + " of " + std::string(curie), "add it to prefixes.tsv");
  }
}

}  // namespace

std::string_view curie_prefix(std::string_view curie) {
  std::size_t const colon = curie.find(':');
  return colon == std::string_view::npos ? std::string_view{} : curie.substr(0, colon);
}

std::string fold_header(std::string_view header) {
  std::string folded;
  for (std::size_t at = 0; at < header.size();) {
    CodePoint const point = decode(header, at);
    if (point.value < 0x80 && point.value >= 'A' && point.value <= 'Z') {
      folded.push_back(static_cast<char>(point.value - 'A' + 'a'));
    } else if (is_word(point.value)) {
      folded.append(header.substr(at, point.length));
    }
    at += point.length;
  }
  return folded.empty() ? std::string(trim(header)) : folded;
}

std::vector<NodeType> read_types(DataTable const& kinds, DataTable const& table) {
  std::vector<std::string> known;
  for (std::size_t row = 0; row < kinds.rows(); ++row) {
    std::string_view const kind = kinds.cell(row, "kind");
    if (!kind_named(kind)) refuse(kinds, row, "unknown kind " + quoted(kind), "the program knows those of its own kinds.tsv only");
    if (std::find(known.begin(), known.end(), kind) != known.end()) refuse(kinds, row, "the kind " + quoted(kind) + " is there twice");
    known.emplace_back(kind);
  }
  std::vector<NodeType> types;
  Rows const cells(table, {"type", "kind", "group", "biolink_category", "upper_class", "preparation", "inner_step"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    NodeType type;
    type.name = required(table, row, "type", cells(row, 0));
    auto const kind = kind_named(cells(row, 1));
    if (!kind) refuse(table, row, "unknown kind " + quoted(cells(row, 1)), "kinds.tsv has " + joined(known));
    type.kind = *kind;
    type.group = required(table, row, "group", cells(row, 2));
    type.biolink_category = cells(row, 3);
    type.upper_class = cells(row, 4);
    type.preparation = read_bool(table, row, "preparation", cells(row, 5));
    type.inner_step = read_bool(table, row, "inner_step", cells(row, 6));
    bool const doubled = std::any_of(types.begin(), types.end(), [&](NodeType const& other) { return other.name == type.name; });
    if (doubled) refuse(table, row, "the type " + quoted(type.name) + " is there twice");
    types.push_back(std::move(type));
  }
  return types;
}

TypeGroups read_groups(DataTable const& table, std::vector<NodeType> const& types) {
  TypeGroups groups;
  for (std::size_t i = 0; i < types.size(); ++i) groups.emplace(types[i].name, std::vector{at_index<TypeId>(i)});
  Rows const cells(table, {"group", "members"});
  std::map<std::string, std::size_t, std::less<>> rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string_view const name = required(table, row, "group", cells(row, 0));
    if (groups.contains(name)) refuse(table, row, "the group " + quoted(name) + " has the name of a type");
    if (!rows.emplace(name, row).second) refuse(table, row, "the group " + quoted(name) + " is there twice");
  }
  // Groups may hold groups: each pass settles those whose members are known.
  for (std::size_t settled = 1; settled > 0;) {
    settled = 0;
    for (auto const& [name, row] : rows) {
      if (groups.contains(name)) continue;
      std::set<TypeId> members;
      bool known = true;
      for (std::string_view const member : table.list(row, "members")) {
        auto const found = groups.find(member);
        if (found == groups.end() && !rows.contains(member)) refuse(table, row, "no type or group is called " + quoted(member));
        known = known && found != groups.end();
        if (known) members.insert(found->second.begin(), found->second.end());
      }
      if (!known) continue;
      groups.emplace(name, std::vector(members.begin(), members.end()));
      ++settled;
    }
  }
  for (auto const& [name, row] : rows) {
    if (!groups.contains(name)) refuse(table, row, "the group " + quoted(name) + " is a member of itself");
  }
  return groups;
}

std::vector<Relation> read_relations(DataTable const& table, TypeGroups const& groups) {
  std::vector<Relation> relations;
  std::set<std::string, std::less<>> names;
  Rows const cells(
      table, {"relation", "inverse", "class", "sign", "symmetric", "transparent", "in_identity", "carries_cargo", "context_only", "mapping",
              "mapping_match", "biolink_predicate", "biolink_qualified_predicate", "biolink_direction", "label_pattern"});
  auto const types_of = [&](std::size_t row, std::string_view header) {
    std::set<TypeId> types;
    for (std::string_view const name : table.list(row, header)) {
      auto const found = groups.find(name);
      if (found == groups.end()) refuse(table, row, "no type or group is called " + quoted(name));
      types.insert(found->second.begin(), found->second.end());
    }
    if (types.empty()) refuse(table, row, "no " + std::string(header));
    return std::vector(types.begin(), types.end());
  };
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Relation relation;
    relation.name = required(table, row, "relation", cells(row, 0));
    if (!names.emplace(relation.name).second) refuse(table, row, "the relation " + quoted(relation.name) + " is there twice");
    relation.inverse = required(table, row, "inverse", cells(row, 1));
    relation.relation_class = read_name(table, row, "class", cells(row, 2), relation_class_names);
    relation.sign = read_sign(table, row, "sign", cells(row, 3));
    relation.symmetric = read_bool(table, row, "symmetric", cells(row, 4));
    if (relation.symmetric != (relation.inverse == relation.name)) {
      refuse(table, row, "the inverse is " + quoted(relation.inverse), "a symmetric relation is its own inverse, and no other is");
    }
    relation.transparent = read_bool(table, row, "transparent", cells(row, 5));
    relation.in_identity = read_bool(table, row, "in_identity", cells(row, 6));
    relation.carries_cargo = read_bool(table, row, "carries_cargo", cells(row, 7));
    relation.context_only = read_bool(table, row, "context_only", cells(row, 8));
    relation.domain = types_of(row, "domain");
    relation.range = types_of(row, "range");
    relation.mapping = cells(row, 9);
    relation.mapping_match = cells(row, 10);
    bool const good_match =
        relation.mapping.empty() ? relation.mapping_match.empty() : relation.mapping_match == "exact" || relation.mapping_match == "broad";
    if (!good_match)
      refuse(table, row, "unknown match " + quoted(relation.mapping_match), "it is exact or broad, and empty without a mapping");
    relation.biolink_predicate = cells(row, 11);
    relation.biolink_qualified_predicate = cells(row, 12);
    relation.biolink_direction = cells(row, 13);
    relation.label_pattern = cells(row, 14);
    relations.push_back(std::move(relation));
  }
  return relations;
}

std::vector<OntologyPrefix> read_prefixes(DataTable const& table) {
  std::vector<OntologyPrefix> prefixes;
  std::set<std::string_view> names;
  Rows const cells(table, {"prefix", "iri", "keeps_slash"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string_view const prefix = required(table, row, "prefix", cells(row, 0));
    if (!names.insert(prefix).second) refuse(table, row, "the prefix " + quoted(prefix) + " is there twice");
    prefixes.push_back({std::string(prefix), std::string(required(table, row, "iri", cells(row, 1))),
                        read_bool(table, row, "keeps_slash", cells(row, 2))});
  }
  std::sort(prefixes.begin(), prefixes.end(), [](OntologyPrefix const& a, OntologyPrefix const& b) { return a.name < b.name; });
  return prefixes;
}

std::vector<Term> read_terms(DataTable const& table, std::vector<NodeType> const& types, std::vector<OntologyPrefix> const& prefixes,
                             NameIndex& keys) {
  std::vector<Term> terms;
  terms.reserve(table.rows());
  keys.reserve(table.rows());
  tsl::robin_map<std::string_view, std::uint32_t> users;  // of a CURIE: how many terms
  tsl::robin_map<std::string_view, std::size_t> exact;    // CURIE → its row
  users.reserve(table.rows());
  exact.reserve(table.rows());
  std::map<std::string_view, TypeId> by_name;
  for (std::size_t i = 0; i < types.size(); ++i) by_name.emplace(types[i].name, at_index<TypeId>(i));
  Rows const cells(table, {"key", "type", "preferred_label", "short_label", "curie", "match", "valence", "xrefs", "note"});

  for (std::size_t row = 0; row < table.rows(); ++row) {
    Term term;
    term.key = cells(row, 0);
    if (!is_key(term.key)) refuse(table, row, quoted(term.key) + " is no key", "a key has the letters a-z, digits and _");
    if (!keys.emplace(term.key, static_cast<std::uint32_t>(row)).second)
      refuse(table, row, "the key " + quoted(term.key) + " is there twice");
    auto const type = by_name.find(cells(row, 1));
    if (type == by_name.end()) refuse(table, row, "unknown type " + quoted(cells(row, 1)), "types.tsv lists the types");
    term.type = type->second;
    term.ontology_label = required(table, row, "preferred_label", cells(row, 2));
    term.label = cells(row, 3).empty() ? cells(row, 2) : cells(row, 3);
    std::string_view const curie = cells(row, 4);
    term.curie = curie;
    term.match = read_name(table, row, "match", cells(row, 5), match_names);
    if (curie.empty() != (term.match == Match::none)) {
      refuse(table, row, curie.empty() ? "a match without an identifier" : "an identifier with the match \"none\"",
             "match says what the class in the column curie is to the term");
    }
    if (!curie.empty()) {
      require_prefix(table, row, prefixes, curie);
      ++users[curie];
      if (term.match == Match::exact && !exact.emplace(curie, row).second) {
        refuse(table, row, std::string(curie) + " is the exact identifier of " + quoted(terms[exact[curie]].key) + " already",
               "two terms can not be the same class: merge them, or call one match close, broad or narrow");
      }
    }
    bool const outcome = types[index(term.type)].kind == Kind::outcome;
    if (outcome) {
      term.valence = read_sign(table, row, "valence", cells(row, 6));
    } else if (!cells(row, 6).empty()) {
      refuse(table, row, "a valence on a " + types[index(term.type)].name, "only outcomes are good or bad; leave it empty");
    }
    for (std::string_view const xref : split(cells(row, 7), '|')) {
      require_prefix(table, row, prefixes, xref);
      term.xrefs.emplace_back(xref);
    }
    term.note = cells(row, 8);
    terms.push_back(std::move(term));
  }
  for (Term& term : terms) {
    bool const own = term.match == Match::exact || (term.match == Match::close && users[term.curie] == 1);
    term.id = own ? term.curie : "MECHGRAPH:" + term.key;
  }
  return terms;
}

std::vector<AmbiguousForm> read_ambiguous(DataTable const& table, NameIndex const& keys) {
  std::vector<AmbiguousForm> forms;
  std::set<std::string_view> seen;
  Rows const cells(table, {"form", "candidates", "fallback", "rule"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    AmbiguousForm ambiguous;
    std::string_view const form = required(table, row, "form", cells(row, 0));
    if (!seen.insert(form).second) refuse(table, row, "the form " + quoted(form) + " is there twice");
    ambiguous.form = form;
    for (std::string_view const candidate : split(cells(row, 1), '|')) {
      if (candidate != "*") find_term(table, row, keys, candidate);
      ambiguous.candidates.emplace_back(candidate);
    }
    if (std::string_view const fallback = cells(row, 2); !fallback.empty()) {
      ambiguous.fallback = at_index<TermId>(find_term(table, row, keys, fallback));
      if (std::find(ambiguous.candidates.begin(), ambiguous.candidates.end(), fallback) == ambiguous.candidates.end()) {
        refuse(table, row, "the fallback " + quoted(fallback) + " is no candidate");
      }
    }
    ambiguous.rule = cells(row, 3);
    forms.push_back(std::move(ambiguous));
  }
  return forms;
}

std::vector<Synonym> read_synonyms(DataTable const& table, NameIndex const& keys, std::vector<Term> const& terms,
                                   std::vector<AmbiguousForm> const& ambiguous) {
  std::vector<Synonym> synonyms;
  synonyms.reserve(table.rows());
  Rows const cells(table, {"form", "key", "inverse"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    synonyms.push_back({std::string(required(table, row, "form", cells(row, 0))),
                        at_index<TermId>(find_term(table, row, keys, cells(row, 1))), read_bool(table, row, "inverse", cells(row, 2))});
  }
  // Equal forms side by side, to see the doubled ones.
  std::vector<std::size_t> order(synonyms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto const less = [&](std::size_t a, std::size_t b) { return synonyms[a].form < synonyms[b].form; };
  if (!std::is_sorted(order.begin(), order.end(), less)) std::stable_sort(order.begin(), order.end(), less);
  for (std::size_t i = 1; i < order.size(); ++i) {
    Synonym const& before = synonyms[order[i - 1]];
    Synonym const& here = synonyms[order[i]];
    if (before.form != here.form) continue;
    if (before.term == here.term) refuse(table, order[i], quoted(here.form) + " is there twice for " + quoted(terms[index(here.term)].key));
    bool const listed = std::any_of(ambiguous.begin(), ambiguous.end(), [&](AmbiguousForm const& form) { return form.form == here.form; });
    if (!listed) {
      refuse(table, order[i], quoted(here.form) + " is a form of " + quoted(terms[index(before.term)].key) + " already",
             "take it from one of the two, or list it in ambiguous.tsv");
    }
  }
  return synonyms;
}

namespace {

// Throws for the first term that is its own ancestor. Each term and edge is met once.
void require_no_cycle(DataTable const& table, std::vector<Term> const& terms, std::vector<std::vector<Parent>> const& parents) {
  enum class State : std::uint8_t { fresh, open, done };
  std::vector<State> states(terms.size(), State::fresh);
  struct Step {
    std::size_t term = 0;
    std::size_t next = 0;  // the parent to look at
  };
  std::vector<Step> path;
  for (std::size_t start = 0; start < terms.size(); ++start) {
    if (states[start] != State::fresh) continue;
    states[start] = State::open;
    path.push_back({start, 0});
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == parents[step.term].size()) {
        states[step.term] = State::done;
        path.pop_back();
        continue;
      }
      std::size_t const parent = index(parents[step.term][step.next++].term);
      if (states[parent] == State::done) continue;
      if (states[parent] == State::fresh) {
        states[parent] = State::open;
        path.push_back({parent, 0});
        continue;
      }
      std::string circle = terms[parent].key;
      auto from = std::find_if(path.begin(), path.end(), [&](Step const& s) { return s.term == parent; });
      for (++from; from != path.end(); ++from) circle += " → " + terms[from->term].key;
      throw Error(table.name(), quoted(terms[parent].key) + " is its own ancestor: " + circle + " → " + terms[parent].key);
    }
  }
}

bool holds(std::vector<TypeId> const& types, TypeId type) { return std::binary_search(types.begin(), types.end(), type); }

}  // namespace

std::vector<std::vector<Parent>> read_hierarchy(DataTable const& table, DataTable const& relation_table, NameIndex const& keys,
                                                std::vector<NodeType> const& types, std::vector<Relation> const& relations,
                                                std::vector<Term> const& terms) {
  std::vector<bool> same_group;
  for (std::size_t row = 0; row < relation_table.rows(); ++row) {
    same_group.push_back(read_bool(relation_table, row, "same_group", relation_table.cell(row, "same_group")));
  }
  std::vector<std::vector<Parent>> parents(terms.size());
  Rows const cells(table, {"child", "relation", "parent", "source"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::uint32_t const child = find_term(table, row, keys, cells(row, 0));
    std::uint32_t const parent = find_term(table, row, keys, cells(row, 2));
    std::string_view const name = cells(row, 1);
    auto const relation = std::find_if(relations.begin(), relations.end(), [&](Relation const& r) { return r.name == name; });
    if (relation == relations.end() || relation->relation_class != RelationClass::hierarchy || relation->symmetric) {
      refuse(table, row, quoted(name) + " is no relation to a parent",
             "those of relations.tsv with the class hierarchy that are not symmetric");
    }
    auto const id = static_cast<std::size_t>(relation - relations.begin());
    NodeType const& child_type = types[index(terms[child].type)];
    NodeType const& parent_type = types[index(terms[parent].type)];
    if (!holds(relation->domain, terms[child].type) || !holds(relation->range, terms[parent].type)) {
      refuse(table, row, "a " + child_type.name + " can not be " + relation->name + " a " + parent_type.name,
             "relations.tsv has its domain and range");
    }
    if (same_group[id] && child_type.group != parent_type.group) {
      refuse(table, row, "a " + child_type.name + " can not be " + relation->name + " a " + parent_type.name,
             "both must be of one group of types.tsv");
    }
    required(table, row, "source", cells(row, 3));
    for (Parent const& other : parents[child]) {
      if (index(other.relation) == id && index(other.term) == parent) refuse(table, row, "this row is there twice");
    }
    parents[child].push_back({at_index<RelationId>(id), at_index<TermId>(parent)});
  }
  require_no_cycle(table, terms, parents);
  return parents;
}

std::vector<std::pair<std::string, Role>> read_columns(DataTable const& table, std::map<std::string, Role, std::less<>>& roles) {
  std::vector<std::pair<std::string, Role>> columns;
  Rows const cells(table, {"form", "role"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string_view const form = required(table, row, "form", cells(row, 0));
    auto const role = role_named(cells(row, 1));
    if (!role) {
      std::vector<std::string> known(role_names.begin(), role_names.end());
      refuse(table, row, "unknown role " + quoted(cells(row, 1)), "it is one of " + joined(known));
    }
    if (!roles.emplace(fold_header(form), *role).second) {
      refuse(table, row, "the header " + quoted(form) + " is there twice", "case, white space and punctuation make no difference");
    }
    columns.emplace_back(form, *role);
  }
  std::stable_sort(columns.begin(), columns.end(), [](auto const& a, auto const& b) { return a.first.size() > b.first.size(); });
  return columns;
}

std::vector<FlagInfo> read_flags(DataTable const& table) {
  std::vector<FlagInfo> flags;
  Rows const cells(table, {"flag", "doubt", "sign_doubt", "meaning"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string_view const name = required(table, row, "flag", cells(row, 0));
    bool const doubled = std::any_of(flags.begin(), flags.end(), [&](FlagInfo const& other) { return other.name == name; });
    if (doubled) refuse(table, row, "the flag " + quoted(name) + " is there twice");
    flags.push_back({std::string(name), read_bool(table, row, "doubt", cells(row, 1)), read_bool(table, row, "sign_doubt", cells(row, 2)),
                     std::string(required(table, row, "meaning", cells(row, 3)))});
  }
  return flags;
}

}  // namespace mechgraph
