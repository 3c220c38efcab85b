// One row of a table, interpreted, as lines that a test can compare.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interpret/interpreter.hpp"

namespace mechgraph {

// A table with one row; `cells` are (role, text).
inline RecordTable one_row(std::vector<std::pair<Role, std::string>> const& cells, std::vector<std::string> legends = {},
                           std::string caption = {}) {
  RecordTable table;
  table.document.doi = "10.1000/test";
  table.label = "Table 1";
  table.caption = std::move(caption);
  table.legends = std::move(legends);
  Record record;
  record.id = "1";
  for (auto const& [role, text] : cells) {
    Cell cell;
    cell.role = role;
    cell.column = static_cast<std::uint16_t>(table.headers.size());
    cell.text = table.text.store(text);
    table.headers.emplace_back(name(role));
    table.roles.push_back(role);
    record.cells.push_back(std::move(cell));
  }
  table.records.push_back(std::move(record));
  return table;
}

// Bone marrow, mice, exosomes; the result as given.
inline RecordTable result_row(std::string const& result, std::vector<std::string> legends = {},
                              std::string const& intervention = "MSC-exosome") {
  return one_row({{Role::source, "Bone marrow"}, {Role::model, "Mice"}, {Role::intervention, intervention}, {Role::result, result}},
                 std::move(legends));
}

inline std::string printed(TermOrWords const& thing, Ontology const& ontology) {
  if (auto const* term = std::get_if<TermId>(&thing)) return ontology.term(*term).key;
  return "'" + std::get<Unresolved>(thing).words + "'";
}

// "exosome", "'words'", "exosome[pretreated_with=tnf]"; the source only where it is not the column's bone marrow.
inline std::string printed(Entity const& entity, Ontology const& ontology) {
  if (auto const* term = std::get_if<TermId>(&entity)) return ontology.term(*term).key;
  if (auto const* words = std::get_if<Unresolved>(&entity)) return "'" + words->words + "'";
  auto const& preparation = std::get<Preparation>(entity);
  std::string text = printed(preparation.derivative, ontology);
  std::string parts;
  for (TermOrWords const& source : preparation.source) {
    if (std::string const key = printed(source, ontology); key != "bone_marrow") parts += "source=" + key + ";";
  }
  for (Modifier const& modifier : preparation.modifiers) {
    parts += ontology.relation(modifier.relation).name + "=" + printed(modifier.object, ontology) + ";";
  }
  if (!parts.empty()) {
    parts.pop_back();
    text += "[" + parts + "]";
  }
  return text;
}

// "exosome decreases nlrp3 -1 stated", then the flags that are not subject_from_column or coordination, "negated" first.
inline std::string printed(Statement const& statement, Ontology const& ontology) {
  std::string line = printed(statement.subject, ontology) + " " + ontology.relation(statement.relation).name + " " +
                     printed(statement.object, ontology) + " " +
                     (statement.sign > 0   ? "+1"
                      : statement.sign < 0 ? "-1"
                                           : "0") +
                     " " + std::string(name(statement.basis));
  if (statement.negated) line += " negated";
  for (std::size_t i = 0; i < flag_names.size(); ++i) {
    auto const flag = static_cast<Flag>(i);
    if (flag != Flag::subject_from_column && flag != Flag::coordination && statement.flags.has(flag)) line += " " + std::string(name(flag));
  }
  return line;
}

inline Interpreter const& interpreter() {
  static Interpreter const instance{std::make_shared<Lexicon const>(Ontology::builtin())};
  return instance;
}

// The statements of the row's only record without its slot edges, sorted.
inline std::vector<std::string> said(RecordTable const& table) {
  auto const ontology = Ontology::builtin();
  std::vector<std::string> lines;
  for (RecordStatements const& record : interpreter().interpret(table)) {
    for (Statement const& statement : record.statements) {
      if (ontology->relation(statement.relation).relation_class != RelationClass::slot) lines.push_back(printed(statement, *ontology));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

inline std::vector<std::string> said(std::string const& result) { return said(result_row(result)); }

using Lines = std::vector<std::string>;

// The lines that said() gives of a result.
inline void check(std::string const& result, Lines const& expected) {
  Lines const found = said(result);
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

}  // namespace mechgraph
