// What may be said: the tables joined, and the questions that one asks of them.
#include "ontology/ontology.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "ontology/embedded.hpp"
#include "ontology/load.hpp"
#include "ontology/outside_terms.hpp"
#include "ontology/vocabulary.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view table_ending = ".tsv";

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// What the program brings besides tables (SHACL shapes) keeps its ending in its name.
bool is_table(EmbeddedTable const& embedded) { return embedded.name.find('.') == std::string_view::npos; }

bool is_embedded(std::string_view name) {
  auto const all = embedded_tables();
  return std::any_of(all.begin(), all.end(), [&](EmbeddedTable const& embedded) { return is_table(embedded) && embedded.name == name; });
}

std::string known_tables() {
  std::string names;
  for (EmbeddedTable const& embedded : embedded_tables()) {
    if (is_table(embedded)) names += (names.empty() ? "" : ", ") + std::string(embedded.name);
  }
  return names;
}

std::string read_file(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file || file.bad()) throw Error(path.string(), "can not be read");
  return text;
}

template <class Rows>
std::optional<std::size_t> find_name(Rows const& rows, std::string_view name) {
  auto const found = std::find_if(rows.begin(), rows.end(), [&](auto const& row) { return row.name == name; });
  if (found == rows.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rows.begin());
}

// RFC 3986's unreserved characters stay; all else is written as %XX.
void append_percent_encoded(std::string& iri, std::string_view local, bool keeps_slash) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (char const c : local) {
    bool const alphanumeric = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (alphanumeric || c == '-' || c == '.' || c == '_' || c == '~' || (keeps_slash && c == '/')) {
      iri.push_back(c);
    } else {
      auto const byte = static_cast<unsigned char>(c);
      iri.push_back('%');
      iri.push_back(digits[byte >> 4U]);
      iri.push_back(digits[byte & 0xFU]);
    }
  }
}

}  // namespace

std::shared_ptr<Ontology const> Ontology::builtin() {
  static std::shared_ptr<Ontology const> const shared = from_tables({});
  return shared;
}

std::shared_ptr<Ontology const> Ontology::from_tables(std::map<std::string, std::string> tables,
                                                      std::shared_ptr<Vocabulary const> vocabulary) {
  return std::shared_ptr<Ontology const>(new Ontology(std::move(tables), std::move(vocabulary)));
}

std::shared_ptr<Ontology const> Ontology::from_directory(std::string const& path, std::shared_ptr<Vocabulary const> vocabulary) {
  namespace fs = std::filesystem;
  std::error_code failure;
  if (!fs::is_directory(path, failure)) throw Error(path, "no such folder", "give a folder with tables such as terms.tsv");
  std::map<std::string, std::string> tables;
  for (fs::directory_entry const& entry : fs::directory_iterator(path)) {
    if (entry.path().extension() == table_ending) tables.emplace(entry.path().stem().string(), read_file(entry.path()));
  }
  if (tables.empty()) throw Error(path, "holds no table", "the tables are " + known_tables() + ", each with the ending .tsv");
  std::vector<std::string> names;
  names.reserve(tables.size());
  for (auto const& [name, text] : tables) names.push_back(name + std::string(table_ending));
  try {
    return from_tables(std::move(tables), std::move(vocabulary));
  } catch (Error const& error) {
    // Tables know their file name only; say in which folder it is when it came from there.
    bool const ours = std::any_of(names.begin(), names.end(), [&](std::string const& name) { return error.place().starts_with(name); });
    if (!ours) throw;
    throw Error((fs::path(path) / error.place()).string(), error.what(), error.hint());
  }
}

Ontology::Ontology(std::map<std::string, std::string> tables, std::shared_ptr<Vocabulary const> vocabulary) {
  for (auto const& [name, text] : tables) {
    if (!is_embedded(name)) throw Error(name + std::string(table_ending), "no such table", "the tables are " + known_tables());
  }
  bool const is_own = tables.empty();
  for (EmbeddedTable const& embedded : embedded_tables()) {
    if (!is_table(embedded)) continue;
    Source& source = tables_[std::string(embedded.name)];
    auto const given = tables.find(std::string(embedded.name));
    if (given != tables.end()) source.given = std::move(given->second);
    source.text = given != tables.end() ? std::string_view{source.given} : embedded.text;
    if (!is_own) static_cast<void>(table(embedded.name));
  }
  types_ = read_types(table("kinds"), table("types"));
  relations_ = read_relations(table("relations"), read_groups(table("groups"), types_));
  prefixes_ = read_prefixes(table("prefixes"));
  if (!is_own) {  // the program's own tables hold; what is wrong with those that were given is said at once
    static_cast<void>(own_terms());
    static_cast<void>(columns());
    static_cast<void>(flags());
    static_cast<void>(biolink());
  }
  if (vocabulary) outside_ = std::make_unique<OutsideTerms const>(*this, vocabulary);
  vocabulary_ = std::move(vocabulary);
}

std::unique_ptr<Ontology::OwnTerms const> Ontology::read_own_terms() const {
  auto own = std::make_unique<OwnTerms>();
  NameIndex keys;
  own->terms = read_terms(table("terms"), types_, prefixes_, keys);
  own->ambiguous = read_ambiguous(table("ambiguous"), keys);
  own->synonyms = read_synonyms(table("synonyms"), keys, own->terms, own->ambiguous);
  own->parents = read_hierarchy(table("hierarchy"), table("relations"), keys, types_, relations_, own->terms);
  auto const& terms = own->terms;
  own->by_key.reserve(terms.size());
  own->by_id.reserve(2 * terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    own->by_key.emplace(terms[i].key, at_index<TermId>(i));
    own->by_id.emplace(terms[i].id, at_index<TermId>(i));
  }
  // A CURIE that is no node id still finds its term when no other term has it.
  tsl::robin_map<std::string_view, std::size_t> users;
  for (Term const& term : terms) ++users[term.curie];
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!terms[i].curie.empty() && users[terms[i].curie] == 1) own->by_id.emplace(terms[i].curie, at_index<TermId>(i));
  }
  return own;
}

Ontology::ColumnNames const& Ontology::columns() const {
  return columns_.get([this] {
    auto columns = std::make_unique<ColumnNames>();
    columns->names = read_columns(table("columns"), columns->roles);
    return columns;
  });
}

std::span<FlagInfo const> Ontology::flags() const {
  return flags_.get([this] { return std::make_unique<std::vector<FlagInfo> const>(read_flags(table("flags"))); });
}

Biolink const& Ontology::biolink() const {
  return biolink_.get([this] {
    return std::make_unique<Biolink const>(
        Biolink::DataTables{table("foreign_relations"), table("categories"), table("aspects"), table("relation_mappings")}, types_,
        relations_);
  });
}

std::uint64_t Ontology::fingerprint() const {
  std::string sums;
  for (auto const& [name, source] : tables_) sums += name + ' ' + std::to_string(checksum(source.text)) + ' ';
  if (vocabulary_) sums += std::to_string(vocabulary_->fingerprint());
  return checksum(sums);
}

Ontology::~Ontology() = default;

Term const& Ontology::outside_term(TermId id) const { return outside_->term(static_cast<std::uint32_t>(index(id) - terms().size())); }

std::optional<TypeId> Ontology::find_type(std::string_view name) const {
  auto const found = find_name(types_, name);
  return found ? std::optional(at_index<TypeId>(*found)) : std::nullopt;
}

std::optional<RelationId> Ontology::find_relation(std::string_view name) const {
  auto const found = find_name(relations_, name);
  return found ? std::optional(at_index<RelationId>(*found)) : std::nullopt;
}

std::optional<TermId> Ontology::find_key(std::string_view key) const {
  auto const& by_key = own_terms().by_key;
  auto const found = by_key.find(std::string(key));
  return found == by_key.end() ? std::nullopt : std::optional(found->second);
}

std::optional<TermId> Ontology::find_id(std::string_view id) const {
  auto const& [terms, synonyms, ambiguous, parents, by_key, by_id] = own_terms();
  auto const found = by_id.find(std::string(id));
  bool const own = found != by_id.end();
  if (own && (!outside_ || terms[index(found->second)].id == id)) return found->second;
  auto const outside = outside_ ? outside_->find(id) : std::nullopt;
  return outside || !own ? outside : std::optional(found->second);
}

std::optional<std::size_t> Ontology::find_flag(std::string_view name) const { return find_name(flags(), name); }

std::span<Parent const> Ontology::parents(TermId id) const {
  auto const& own = own_terms().parents;
  if (index(id) >= own.size()) return outside_->parents(static_cast<std::uint32_t>(index(id) - own.size()));
  if (own[index(id)].empty() && outside_) return outside_->parents_of_own(id);
  return own[index(id)];
}

std::optional<Role> Ontology::column_role(std::string_view header) const {
  auto const& roles = columns().roles;
  auto const found = roles.find(fold_header(header));
  return found == roles.end() ? std::nullopt : std::optional(found->second);
}

std::string Ontology::iri(std::string_view curie) const {
  std::string_view const name = curie_prefix(curie);
  auto const prefix =
      std::lower_bound(prefixes_.begin(), prefixes_.end(), name, [](OntologyPrefix const& a, std::string_view b) { return a.name < b; });
  if (name.empty() || prefix == prefixes_.end() || prefix->name != name) return {};
  std::string iri = prefix->iri;
  append_percent_encoded(iri, curie.substr(name.size() + 1), prefix->keeps_slash);
  return iri;
}

std::string Ontology::curie(std::string_view iri) const {
  OntologyPrefix const* longest = nullptr;
  for (OntologyPrefix const& prefix : prefixes_) {
    if (iri.starts_with(prefix.iri) && (longest == nullptr || prefix.iri.size() > longest->iri.size())) longest = &prefix;
  }
  if (longest == nullptr || iri.size() == longest->iri.size()) return {};
  std::string curie = longest->name + ':';
  append_percent_decoded(curie, iri.substr(longest->iri.size()));
  if (this->iri(curie) != iri) return {};
  return curie;
}

DataTable const& Ontology::table(std::string_view name) const {
  auto const found = tables_.find(name);
  if (found == tables_.end()) throw Error({}, "the ontology has no table " + quoted(name), "the tables are " + known_tables());
  return found->second.table.get([&name = found->first, &source = found->second] {
    return std::make_unique<DataTable const>(name + std::string(table_ending), std::string(source.text));
  });
}

}  // namespace mechgraph
