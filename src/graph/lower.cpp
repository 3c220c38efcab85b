// Statements → rows of a graph part.
#include "graph/lower.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "base/digest.hpp"
#include "ontology/fold.hpp"

namespace mechgraph {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

std::string unresolved_id(Unresolved const& unresolved) {
  return "MECHGRAPH:U" + digest(std::string{name(unresolved.kind)} + "|" + folded_form(unresolved.words));
}

std::string id_of(TermOrWords const& thing, Ontology const& ontology) {
  return std::visit(
      Overloaded{[&](TermId term) { return ontology.term(term).id; }, [](Unresolved const& words) { return unresolved_id(words); }}, thing);
}

// The words with every run of white space as one space.
std::string spaced(std::string_view words) {
  std::string text;
  for (std::size_t at = 0; at < words.size();) {
    CodePoint const point = decode(words, at);
    if (!is_space(point.value)) {
      text.append(words.substr(at, point.length));
    } else if (!text.empty() && text.back() != ' ') {
      text.push_back(' ');
    }
    at += point.length;
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string label_of(TermOrWords const& thing, Ontology const& ontology) {
  return std::visit(Overloaded{[&](TermId term) { return ontology.term(term).label; },
                               [](Unresolved const& unresolved) { return spaced(unresolved.words); }},
                    thing);
}

std::string joined(std::vector<std::string> parts, std::string_view separator) {
  std::ranges::sort(parts);
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  std::string text;
  for (std::string const& part : parts) {
    if (!text.empty()) text.append(separator);
    text.append(part);
  }
  return text;
}

// The pattern with {subject} and {object} filled in; what is filled in is not searched again.
std::string fill(std::string_view pattern, std::string_view subject, std::string_view object) {
  std::string text;
  while (!pattern.empty()) {
    if (pattern.starts_with("{subject}")) {
      text.append(subject);
      pattern.remove_prefix(std::string_view{"{subject}"}.size());
    } else if (pattern.starts_with("{object}")) {
      text.append(object);
      pattern.remove_prefix(std::string_view{"{object}"}.size());
    } else {
      text.push_back(pattern.front());
      pattern.remove_prefix(1);
    }
  }
  return text;
}

// The rows of one table in a part; every node and cell is added once.
class Lowering {
 public:
  Lowering(RecordTable const& table, Ontology const& ontology, GraphPart& part)
      : ontology_(ontology), part_(part), document_(document_id(table)) {
    for (NodeType const& type : ontology.types()) {
      if (type.preparation) preparation_ = type;
    }
    Document const& d = table.document;
    auto const document = static_cast<std::uint32_t>(part.documents.size());
    part.documents.push_back(
        {text(document_), text(d.doi), text(d.pmid), text(d.pmcid), text(d.title), text(d.journal), text(d.year), text(d.licence)});
    part.tables.push_back({document, text(table_name(table)), text(table.caption)});
    table_ = static_cast<std::uint32_t>(part.tables.size() - 1);
    for (Citation const& citation : table.citations) {
      Work const& work = citation.work;
      part.citations.push_back({reference(citation.reference), text(work.doi), text(work.pmid), text(work.pmcid)});
    }
  }

  void add(RecordStatements const& statements) {
    if (statements.statements.empty()) return;
    part_.records.push_back({table_, text(statements.record->id)});
    cells_.clear();
    for (Statement const& statement : statements.statements) add(statement);
  }

 private:
  StringId text(std::string_view view) { return part_.strings.intern(view); }
  StringId reference(std::string_view printed) { return text(document_ + "#" + std::string{printed}); }

  void add(Statement const& statement) {
    std::uint32_t const subject = node(statement.subject, 0);
    std::uint32_t const object = node(statement.object, 0);
    part_.edges.push_back({subject, object, text(ontology_.relation(statement.relation).name), statement.sign, statement.negated});

    GraphPart::Witness witness;
    witness.edge = static_cast<std::uint32_t>(part_.edges.size() - 1);
    witness.cell = cell(statement.words);
    witness.text = statement.words.text;
    witness.trigger = statement.words.trigger;
    witness.subject = statement.words.subject;
    witness.object = statement.words.object;
    witness.rule = text(statement.rule);
    witness.confidence = statement.confidence;
    witness.basis = statement.basis;
    witness.flags = statement.flags;
    for (Qualifier const& qualifier : statement.context) {
      StringId const key = text(qualifier.key);
      if (auto const* const term = std::get_if<TermId>(&qualifier.value)) {
        std::uint32_t const row = node(*term, static_cast<std::uint8_t>(NodeFlag::ancestor));
        witness.qualifiers.push_back({key, part_.nodes[row].id, true});
      } else {
        witness.qualifiers.push_back({key, text(std::get<std::string>(qualifier.value)), false});
      }
    }
    for (std::string_view const printed : statement.references) witness.references.push_back(reference(printed));
    part_.witnesses.push_back(std::move(witness));
  }

  std::uint32_t cell(Words const& words) {
    std::tuple const key{words.field, words.cell.data(), words.cell.size()};
    auto const [place, is_new] = cells_.try_emplace(key, static_cast<std::uint32_t>(part_.cells.size()));
    if (is_new) part_.cells.push_back({static_cast<std::uint32_t>(part_.records.size() - 1), text(name(words.field)), text(words.cell)});
    return place->second;
  }

  // A row for an entity. `flags` is 0 for the end of a statement and wins over `ancestor`.
  std::uint32_t node(Entity const& entity, std::uint8_t flags) {
    StringId const id = text(node_id(entity, ontology_));
    auto const [place, is_new] = nodes_.try_emplace(id, static_cast<std::uint32_t>(part_.nodes.size()));
    std::uint32_t const row = place->second;
    if (is_new) {
      part_.nodes.push_back(described(entity, id, flags));
      if (auto const* const preparation = std::get_if<Preparation>(&entity)) {
        part_.node_attributes.push_back({row, text(attribute::composition), text(composition(*preparation, ontology_))});
      }
    } else {
      part_.nodes[row].flags &= static_cast<std::uint8_t>(flags | ~static_cast<unsigned>(NodeFlag::ancestor));
    }
    return row;
  }

  GraphPart::Node described(Entity const& entity, StringId id, std::uint8_t flags) {
    return std::visit(
        Overloaded{[&](TermId term) {
                     NodeType const& type = ontology_.type(ontology_.term(term).type);
                     return GraphPart::Node{id, type.kind, text(type.name), text(ontology_.term(term).label), flags};
                   },
                   [&](Unresolved const& unresolved) {
                     bool const composed = unresolved.is_composed();
                     std::uint8_t const flag = composed ? 0 : static_cast<std::uint8_t>(NodeFlag::unresolved);
                     return GraphPart::Node{id, unresolved.kind, composed ? text(ontology_.type(*unresolved.type).name) : StringId{},
                                            text(spaced(unresolved.words)), static_cast<std::uint8_t>(flags | flag)};
                   },
                   [&](Preparation const& preparation) {
                     return GraphPart::Node{id, preparation_.kind, text(preparation_.name), text(label(preparation, ontology_)), flags};
                   }},
        entity);
  }

  Ontology const& ontology_;
  GraphPart& part_;
  std::string document_;
  NodeType preparation_;
  std::uint32_t table_ = 0;
  tsl::robin_map<StringId, std::uint32_t> nodes_;
  // Of the record at hand, by where the text stands: comparing long texts for each witness would cost their product.
  std::map<std::tuple<Role, char const*, std::size_t>, std::uint32_t> cells_;
};

}  // namespace

std::string composition(Preparation const& preparation, Ontology const& ontology) {
  std::vector<std::string> sources;
  for (TermOrWords const& source : preparation.source) sources.push_back(id_of(source, ontology));
  std::vector<std::string> modifiers;
  for (Modifier const& modifier : preparation.modifiers) {
    modifiers.push_back(ontology.relation(modifier.relation).name + "=" + id_of(modifier.object, ontology));
  }
  std::string text = id_of(preparation.derivative, ontology) + "|";
  text.append(sources.empty() ? "-" : joined(std::move(sources), ";"));
  return text.append("|").append(joined(std::move(modifiers), ";"));
}

std::string node_id(Entity const& entity, Ontology const& ontology) {
  return std::visit(Overloaded{[&](TermId term) { return ontology.term(term).id; },
                               [](Unresolved const& unresolved) { return unresolved_id(unresolved); },
                               [&](Preparation const& preparation) { return "MECHGRAPH:I" + digest(composition(preparation, ontology)); }},
                    entity);
}

std::string label(Preparation const& preparation, Ontology const& ontology) {
  std::vector<std::tuple<std::string, std::string, std::string>> modifiers;  // relation, label of the object, pattern
  for (Modifier const& modifier : preparation.modifiers) {
    Relation const& relation = ontology.relation(modifier.relation);
    modifiers.emplace_back(relation.name, label_of(modifier.object, ontology), relation.label_pattern);
  }
  std::ranges::sort(modifiers);
  modifiers.erase(std::unique(modifiers.begin(), modifiers.end()), modifiers.end());
  std::string text = label_of(preparation.derivative, ontology);
  for (auto const& [relation, object, pattern] : modifiers) {
    text = fill(pattern.empty() ? std::string_view{"{subject} + {object}"} : std::string_view{pattern}, text, object);
  }
  std::vector<std::string> sources;
  for (TermOrWords const& source : preparation.source) sources.push_back(label_of(source, ontology));
  if (!sources.empty()) text.append(" (").append(joined(std::move(sources), ", ")).append(")");
  return text;
}

void lower(RecordTable const& table, std::span<RecordStatements const> records, Ontology const& ontology, GraphPart& part) {
  Lowering lowering{table, ontology, part};
  for (RecordStatements const& record : records) lowering.add(record);
}

}  // namespace mechgraph
