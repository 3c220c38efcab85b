// The tables of ontology/data as they stand: nothing dangling, doubled, unsorted or unknown.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "base/text.hpp"
#include "domain/flag.hpp"
#include "ontology/embedded.hpp"
#include "ontology/ontology.hpp"
#include "unit/source_folder.hpp"

namespace mechgraph {
namespace {

std::filesystem::path const folder = std::filesystem::path(source_folder()) / "ontology" / "data";

std::string read(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> table_files() {
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Lines {
  bool order_is_meaning = false;  // said by a comment that begins so
  std::vector<std::string> rows;
};

Lines lines_of(std::string const& text) {
  Lines lines;
  bool header = true;
  for (std::string_view const line : split(text, '\n')) {
    if (line.starts_with("# The order is ")) lines.order_is_meaning = true;
    if (line.empty() || line.starts_with('#')) continue;
    if (!header) lines.rows.emplace_back(line);
    header = false;
  }
  return lines;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

Ontology const& ontology() { return *Ontology::builtin(); }

BOOST_AUTO_TEST_CASE(each_table_is_a_table_with_rows) {
  auto const files = table_files();
  BOOST_TEST(files.size() >= 12U);
  for (auto const& file : files) {
    BOOST_TEST_CONTEXT(file.filename()) {
      std::string const text = read(file);
      BOOST_TEST(DataTable(file.filename().string(), text).rows() > 0U);
      BOOST_TEST(text.ends_with('\n'));
      BOOST_TEST(text.find('\r') == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_row_is_there_twice_and_rows_are_sorted_by_bytes) {
  for (auto const& file : table_files()) {
    BOOST_TEST_CONTEXT(file.filename()) {
      Lines const lines = lines_of(read(file));
      std::set<std::string> seen;
      for (std::string const& row : lines.rows) BOOST_TEST(seen.insert(row).second, "twice: " << row);
      if (lines.order_is_meaning) continue;
      for (std::size_t i = 1; i < lines.rows.size(); ++i) {
        BOOST_TEST((lines.rows[i - 1] < lines.rows[i]), "not sorted: " << lines.rows[i]);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(cells_have_no_white_space_at_their_ends_and_lists_no_empty_part) {
  for (auto const& file : table_files()) {
    BOOST_TEST_CONTEXT(file.filename()) {
      for (std::string const& row : lines_of(read(file)).rows) {
        for (std::string_view const cell : split(row, '\t')) {
          BOOST_TEST(trim(cell).size() == cell.size(), row);
          BOOST_TEST((cell.find("||") == std::string_view::npos && !cell.ends_with('|') && (cell == "|" || !cell.starts_with('|'))), row);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_program_holds_the_files_as_they_are) {
  std::set<std::string> embedded;
  for (EmbeddedTable const& table : embedded_tables()) {
    bool const is_table = table.name.find('.') == std::string_view::npos;
    embedded.insert(std::string(table.name) + (is_table ? ".tsv" : ""));
    BOOST_TEST((read(folder / (std::string(table.name) + (is_table ? ".tsv" : ""))) == table.text), table.name);
  }
  for (auto const& file : table_files()) BOOST_TEST(embedded.contains(file.filename().string()));
  auto const tables = embedded_tables();
  BOOST_TEST(std::is_sorted(tables.begin(), tables.end(), [](auto const& a, auto const& b) { return a.name < b.name; }));
}

BOOST_AUTO_TEST_CASE(kinds_are_those_of_the_program_in_its_order) {
  DataTable const& table = ontology().table("kinds");
  BOOST_REQUIRE(table.rows() == all_kinds.size());
  for (std::size_t row = 0; row < table.rows(); ++row) BOOST_TEST(table.cell(row, "kind") == name(all_kinds.at(row)));
}

BOOST_AUTO_TEST_CASE(flags_are_those_of_the_program_in_its_order) {
  auto const flags = ontology().flags();
  BOOST_REQUIRE(flags.size() == flag_names.size());
  for (std::size_t i = 0; i < flags.size(); ++i) {
    BOOST_TEST(flags[i].name == flag_names.at(i));
    BOOST_TEST((!flags[i].sign_doubt || flags[i].doubt), flags[i].name << " doubts the sign but is no doubt");
    BOOST_TEST(flags[i].meaning.ends_with('.'));
  }
}

BOOST_AUTO_TEST_CASE(every_role_has_a_header) {
  std::set<Role> roles;
  for (auto const& [form, role] : ontology().column_names()) roles.insert(role);
  BOOST_TEST(roles.size() == role_names.size());
}

BOOST_AUTO_TEST_CASE(groups_of_types_are_types_or_groups_that_hold_them) {
  DataTable const& groups = ontology().table("groups");
  for (NodeType const& type : ontology().types()) {
    bool known = type.group == type.name;
    for (std::size_t row = 0; row < groups.rows(); ++row) {
      auto const members = groups.list(row, "members");
      known = known || (groups.cell(row, "group") == type.group && std::find(members.begin(), members.end(), type.name) != members.end());
    }
    BOOST_TEST(known, type.name);
  }
}

BOOST_AUTO_TEST_CASE(every_prefix_that_the_schema_uses_is_known) {
  auto const known = [](std::string_view curie) { return curie.empty() || !ontology().iri(curie).empty(); };
  for (NodeType const& type : ontology().types()) {
    BOOST_TEST(known(type.biolink_category), type.biolink_category);
    BOOST_TEST(known(type.upper_class), type.upper_class);
  }
  DataTable const& types = ontology().table("types");
  for (std::size_t row = 0; row < types.rows(); ++row) {
    for (std::string_view const space : types.list(row, "id_spaces")) BOOST_TEST(known(std::string(space) + ":1"), space);
  }
  DataTable const& kinds = ontology().table("kinds");
  for (std::size_t row = 0; row < kinds.rows(); ++row) BOOST_TEST(known(kinds.cell(row, "iri")));
  DataTable const& relations = ontology().table("relations");
  for (std::size_t row = 0; row < relations.rows(); ++row) {
    for (std::string_view const column : {"mapping", "biolink_predicate", "biolink_qualified_predicate", "biolink_qualifier"}) {
      BOOST_TEST(known(relations.cell(row, column)), relations.cell(row, column));
    }
  }
  DataTable const& mappings = ontology().table("relation_mappings");
  for (std::size_t row = 0; row < mappings.rows(); ++row) {
    BOOST_TEST(known(mappings.cell(row, "mapping")));
    BOOST_TEST(known(mappings.cell(row, "biolink_predicate")));
  }
}

BOOST_AUTO_TEST_CASE(no_two_things_share_an_iri_of_ours) {
  std::set<std::string, std::less<>> names{"domainIncludes", "inverseLabel", "key", "rangeIncludes", "relationClass", "sign", "valence"};
  auto const add = [&](std::string_view name) { BOOST_TEST(names.emplace(name).second, "twice: " << name); };
  DataTable const& kinds = ontology().table("kinds");
  for (std::size_t row = 0; row < kinds.rows(); ++row) add(kinds.cell(row, "iri").substr(std::string_view{"MECHGRAPH:"}.size()));
  for (NodeType const& type : ontology().types()) add(type.name);
  for (Relation const& relation : ontology().relations()) {
    add(relation.name);
    if (!relation.symmetric) add(relation.inverse);
  }
  for (Term const& term : ontology().terms()) add(term.key);
}

BOOST_AUTO_TEST_CASE(the_columns_of_relations_fit_their_class) {
  for (Relation const& relation : ontology().relations()) {
    BOOST_TEST_CONTEXT(relation.name) {
      bool const effect = relation.relation_class == RelationClass::effect;
      bool const modifier = relation.relation_class == RelationClass::modifier;
      BOOST_TEST((effect || relation.sign == 0));
      BOOST_TEST((modifier || (!relation.in_identity && !relation.carries_cargo && relation.label_pattern.empty())));
      BOOST_TEST((!relation.in_identity || !relation.label_pattern.empty()));
      BOOST_TEST((relation.label_pattern.empty() || relation.label_pattern.find("{object}") != std::string::npos));
      BOOST_TEST((relation.label_pattern.empty() || relation.label_pattern.find("{subject}") != std::string::npos));
      BOOST_TEST((!relation.context_only || relation.relation_class == RelationClass::slot));
      BOOST_TEST(relation.transparent == (!effect && relation.relation_class != RelationClass::comparison));
      BOOST_TEST(relation.biolink_direction.empty() == relation.biolink_qualified_predicate.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(foreign_relations_are_mapped_to_known_names_with_the_sign_that_they_have) {
  DataTable const& aspects = ontology().table("aspects");
  std::map<std::string_view, int, std::less<>> amounts;
  for (std::size_t row = 0; row < aspects.rows(); ++row)
    amounts.emplace(aspects.cell(row, "aspect"), std::stoi(std::string(aspects.cell(row, "sign"))));
  BOOST_TEST(ontology().biolink().foreign_relations().size() == ontology().table("foreign_relations").rows());
  for (ForeignRelation const& relation : ontology().biolink().foreign_relations()) {
    BOOST_TEST_CONTEXT(relation.name) {
      BOOST_TEST(relation.name.starts_with("biolink:"));
      BOOST_TEST(relation.biolink.predicate.starts_with("biolink:"));
      BOOST_TEST(relation.biolink.direction.empty() == relation.biolink.qualified_predicate.empty());
      BOOST_TEST(relation.biolink.direction.empty() == relation.biolink.aspect.empty());
      if (relation.biolink.direction.empty()) continue;
      BOOST_TEST((relation.biolink.direction == "increased" || relation.biolink.direction == "decreased"));
      int const direction = relation.biolink.direction == "increased" ? 1 : -1;
      BOOST_TEST(relation.sign == direction * amounts.at(relation.biolink.aspect));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_type_is_read_back_from_the_category_that_it_is_written_as_or_shares_it) {
  std::map<std::string_view, std::set<std::string_view>> users;
  for (NodeType const& type : ontology().types()) users[type.biolink_category].insert(type.name);
  for (auto const& [category, types] : users) BOOST_TEST(types.contains(ontology().biolink().type_of(category)), category);
}

BOOST_AUTO_TEST_CASE(at_most_one_mapping_fits_a_statement) {
  DataTable const& table = ontology().table("relation_mappings");
  std::set<std::string> fits;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string_view const relation = table.cell(row, "relation");
    BOOST_TEST(ontology().find_relation(relation).has_value(), relation);
    BOOST_TEST((table.cell(row, "match") == "exact" || table.cell(row, "match") == "broad"));
    std::vector<std::string_view> subjects = table.list(row, "subject_types");
    if (table.cell(row, "subject_types") == "*") {
      subjects.clear();
      for (NodeType const& type : ontology().types()) subjects.push_back(type.name);
    }
    std::vector<std::string_view> valences{table.cell(row, "object_valence")};
    if (valences.front() == "*") valences = {"-1", "0", "1"};
    for (std::string_view const object : table.list(row, "object_types")) {
      BOOST_TEST(ontology().find_type(object).has_value(), object);
      for (std::string_view const subject : subjects) {
        BOOST_TEST(ontology().find_type(subject).has_value(), subject);
        for (std::string_view const valence : valences) {
          std::string const key =
              std::string(relation) + ' ' + std::string(subject) + ' ' + std::string(object) + ' ' + std::string(valence);
          BOOST_TEST(fits.insert(key).second, key);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_outcome_has_a_valence_and_nothing_else) {
  DataTable const& table = ontology().table("terms");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Term const& term = ontology().terms()[row];
    BOOST_TEST((ontology().type(term.type).kind == Kind::outcome) == !table.cell(row, "valence").empty(), term.key);
    BOOST_TEST(!table.cell(row, "verified_in").empty(), term.key);
  }
}

BOOST_AUTO_TEST_CASE(no_two_terms_show_the_same_label) {
  std::set<std::string> labels;
  for (Term const& term : ontology().terms()) BOOST_TEST(labels.insert(term.label).second, term.label);
}

BOOST_AUTO_TEST_CASE(every_term_has_a_form_and_its_short_label_is_one) {
  std::map<TermId, std::set<std::string>> forms;
  for (Synonym const& synonym : ontology().synonyms()) {
    if (!synonym.inverse) forms[synonym.term].insert(synonym.form);
  }
  for (std::size_t i = 0; i < ontology().terms().size(); ++i) {
    Term const& term = ontology().terms()[i];
    auto const& of_term = forms[at_index<TermId>(i)];
    BOOST_TEST(!of_term.empty(), term.key);
    BOOST_TEST((term.label == term.ontology_label || of_term.contains(term.label)), term.label);
  }
}

BOOST_AUTO_TEST_CASE(a_form_belongs_to_one_term_in_any_case_of_letters_unless_it_is_listed_as_ambiguous) {
  std::set<std::string> listed;
  for (AmbiguousForm const& form : ontology().ambiguous()) listed.insert(lower(form.form));
  std::map<std::string, TermId> owner;
  for (Synonym const& synonym : ontology().synonyms()) {
    BOOST_TEST(synonym.form.find('|') == std::string::npos, synonym.form);
    std::string const folded = lower(synonym.form);
    auto const [found, fresh] = owner.emplace(folded, synonym.term);
    BOOST_TEST((fresh || found->second == synonym.term || listed.contains(folded)), synonym.form);
  }
}

BOOST_AUTO_TEST_CASE(the_fallback_of_an_ambiguous_form_has_that_form) {
  std::set<std::pair<std::string, TermId>> forms;
  for (Synonym const& synonym : ontology().synonyms()) forms.emplace(synonym.form, synonym.term);
  for (AmbiguousForm const& form : ontology().ambiguous()) {
    BOOST_TEST((!form.fallback || forms.contains({form.form, *form.fallback})), form.form);
    BOOST_TEST((form.candidates.size() > 1 || form.fallback.has_value()), form.form);
  }
}

BOOST_AUTO_TEST_CASE(no_term_is_its_own_ancestor) {
  std::size_t rows = 0;
  for (std::size_t i = 0; i < ontology().terms().size(); ++i) {
    auto const start = at_index<TermId>(i);
    std::set<TermId> met;
    std::vector<TermId> open{start};
    while (!open.empty()) {
      TermId const term = open.back();
      open.pop_back();
      for (Parent const& parent : ontology().parents(term)) {
        BOOST_TEST((parent.term != start), ontology().term(start).key);
        if (met.insert(parent.term).second) open.push_back(parent.term);
      }
    }
    rows += ontology().parents(start).size();
  }
  BOOST_TEST(rows >= 150U);
}

BOOST_AUTO_TEST_CASE(hierarchy_rows_say_nothing_that_others_say) {
  // A parent that another parent is_a already adds nothing and would be drawn twice.
  auto const parents_by = [](TermId term, RelationId relation) {
    std::vector<TermId> terms;
    for (Parent const& parent : ontology().parents(term)) {
      if (parent.relation == relation) terms.push_back(parent.term);
    }
    return terms;
  };
  for (std::size_t i = 0; i < ontology().terms().size(); ++i) {
    for (Parent const& direct : ontology().parents(at_index<TermId>(i))) {
      std::vector<TermId> open;
      for (TermId const other : parents_by(at_index<TermId>(i), direct.relation)) {
        for (TermId const above : parents_by(other, direct.relation)) open.push_back(above);
      }
      while (!open.empty()) {
        TermId const above = open.back();
        open.pop_back();
        BOOST_TEST((above != direct.term), ontology().terms()[i].key << " " << ontology().term(direct.term).key);
        for (TermId const next : parents_by(above, direct.relation)) open.push_back(next);
      }
    }
  }
}

}  // namespace
}  // namespace mechgraph
