// What may be said: the tables joined, and the questions that one asks of them.
#include "ontology/ontology.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ontology/embedded.hpp"
#include "ontology/load.hpp"
#include "ontology/outside_terms.hpp"

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

template <class Row>
std::optional<std::size_t> find_name(std::vector<Row> const& rows, std::string_view name) {
  auto const found = std::find_if(rows.begin(), rows.end(), [&](Row const& row) { return row.name == name; });
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
  for (EmbeddedTable const& embedded : embedded_tables()) {
    if (!is_table(embedded)) continue;
    auto const given = tables.find(std::string(embedded.name));
    std::string text = given == tables.end() ? std::string(embedded.text) : std::move(given->second);
    tables_.emplace(embedded.name, std::make_unique<DataTable>(std::string(embedded.name) + std::string(table_ending), std::move(text)));
  }
  NameIndex keys;
  types_ = read_types(table("kinds"), table("types"));
  relations_ = read_relations(table("relations"), read_groups(table("groups"), types_));
  prefixes_ = read_prefixes(table("prefixes"));
  terms_ = read_terms(table("terms"), types_, prefixes_, keys);
  ambiguous_ = read_ambiguous(table("ambiguous"), keys);
  synonyms_ = read_synonyms(table("synonyms"), keys, terms_, ambiguous_);
  parents_ = read_hierarchy(table("hierarchy"), table("relations"), keys, types_, relations_, terms_);
  columns_ = read_columns(table("columns"), roles_);
  flags_ = read_flags(table("flags"));
  biolink_ = std::make_unique<Biolink const>(
      Biolink::DataTables{table("foreign_relations"), table("categories"), table("aspects"), table("relation_mappings")}, types_,
      relations_);

  by_key_.reserve(terms_.size());
  by_id_.reserve(2 * terms_.size());
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    by_key_.emplace(terms_[i].key, at_index<TermId>(i));
    by_id_.emplace(terms_[i].id, at_index<TermId>(i));
  }
  // A CURIE that is no node id still finds its term when no other term has it.
  tsl::robin_map<std::string_view, std::size_t> users;
  for (Term const& term : terms_) ++users[term.curie];
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (!terms_[i].curie.empty() && users[terms_[i].curie] == 1) by_id_.emplace(terms_[i].curie, at_index<TermId>(i));
  }
  if (vocabulary) outside_ = std::make_unique<OutsideTerms const>(*this, std::move(vocabulary));
}

Ontology::~Ontology() = default;

Term const& Ontology::outside_term(TermId id) const { return outside_->term(static_cast<std::uint32_t>(index(id) - terms_.size())); }

std::optional<TypeId> Ontology::find_type(std::string_view name) const {
  auto const found = find_name(types_, name);
  return found ? std::optional(at_index<TypeId>(*found)) : std::nullopt;
}

std::optional<RelationId> Ontology::find_relation(std::string_view name) const {
  auto const found = find_name(relations_, name);
  return found ? std::optional(at_index<RelationId>(*found)) : std::nullopt;
}

std::optional<TermId> Ontology::find_key(std::string_view key) const {
  auto const found = by_key_.find(std::string(key));
  return found == by_key_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<TermId> Ontology::find_id(std::string_view id) const {
  auto const found = by_id_.find(std::string(id));
  bool const own = found != by_id_.end();
  if (own && (!outside_ || terms_[index(found->second)].id == id)) return found->second;
  auto const outside = outside_ ? outside_->find(id) : std::nullopt;
  return outside || !own ? outside : std::optional(found->second);
}

std::optional<std::size_t> Ontology::find_flag(std::string_view name) const { return find_name(flags_, name); }

std::span<Parent const> Ontology::parents(TermId id) const {
  if (index(id) >= terms_.size()) return outside_->parents(static_cast<std::uint32_t>(index(id) - terms_.size()));
  if (parents_[index(id)].empty() && outside_) return outside_->parents_of_own(id);
  return parents_[index(id)];
}

std::optional<Role> Ontology::column_role(std::string_view header) const {
  auto const found = roles_.find(fold_header(header));
  return found == roles_.end() ? std::nullopt : std::optional(found->second);
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
  return *found->second;
}

}  // namespace mechgraph
