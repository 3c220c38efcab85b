// Rows of the ontology's tables → types, relations, terms: every check of what the tables say is here; ontology.cpp only joins them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "ontology/ontology.hpp"

namespace mechgraph {

// Names → positions in a table.
using NameIndex = tsl::robin_map<std::string, std::uint32_t>;

// The types that a name in a domain or range stands for: itself, or the members of a group.
using TypeGroups = std::map<std::string, std::vector<TypeId>, std::less<>>;

// All take a table and what it refers to, give its rows in order, and throw Error with the row's place ("terms.tsv:12") and what to do.
// Costs are linear in the rows (n log n where they are not sorted).
std::vector<NodeType> read_types(DataTable const& kinds, DataTable const& table);
TypeGroups read_groups(DataTable const& table, std::vector<NodeType> const& types);
std::vector<Relation> read_relations(DataTable const& table, TypeGroups const& groups);
std::vector<OntologyPrefix> read_prefixes(DataTable const& table);  // sorted by prefix
// `keys` is filled. Node ids are given here: the CURIE where the match is exact, or close and no other term has it.
std::vector<Term> read_terms(DataTable const& table, std::vector<NodeType> const& types, std::vector<OntologyPrefix> const& prefixes,
                             NameIndex& keys);
std::vector<AmbiguousForm> read_ambiguous(DataTable const& table, NameIndex const& keys);
std::vector<Synonym> read_synonyms(DataTable const& table, NameIndex const& keys, std::vector<Term> const& terms,
                                   std::vector<AmbiguousForm> const& ambiguous);
// Direct parents of each term. Refuses a parent of another group than the child's where the relation asks for the same, types outside the
// relation's domain and range, and cycles.
std::vector<std::vector<Parent>> read_hierarchy(DataTable const& table, DataTable const& relation_table, NameIndex const& keys,
                                                std::vector<NodeType> const& types, std::vector<Relation> const& relations,
                                                std::vector<Term> const& terms);
// `roles` is filled with the folded headers. Longest header first.
std::vector<std::pair<std::string, Role>> read_columns(DataTable const& table, std::map<std::string, Role, std::less<>>& roles);
std::vector<FlagInfo> read_flags(DataTable const& table);

// A header as it is compared: letters and digits only, ASCII letters in lower case; as it stands (trimmed) where none are left.
std::string fold_header(std::string_view header);

// The prefix of a CURIE (empty without a colon).
std::string_view curie_prefix(std::string_view curie);

}  // namespace mechgraph
