// Between Biolink's words and ours.
#include "ontology/biolink.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view biolink_prefix = "biolink:";

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::int8_t read_sign(DataTable const& table, std::size_t row) {
  std::string_view const cell = table.cell(row, "sign");
  if (cell == "1") return 1;
  if (cell == "-1") return -1;
  if (cell != "0") throw Error(table.place(row), quoted(cell) + " in the column sign", "it is 1, -1 or 0");
  return 0;
}

std::string_view required(DataTable const& table, std::size_t row, std::string_view header) {
  std::string_view const cell = table.cell(row, header);
  if (cell.empty()) throw Error(table.place(row), "no " + std::string(header));
  return cell;
}

// The types of a cell; "*" is any and gives none.
std::vector<std::string> types_of(DataTable const& table, std::size_t row, std::string_view header) {
  std::vector<std::string> types;
  for (std::string_view const type : table.list(row, header)) {
    if (type != "*") types.emplace_back(type);
  }
  return types;
}

bool fits(std::vector<std::string> const& types, std::string_view type) {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

// "biolink:x" of "x" and of "biolink:x"; names with another prefix stay.
std::string with_prefix(std::string_view name) {
  std::string whole{name.find(':') == std::string_view::npos ? biolink_prefix : std::string_view{}};
  return whole += name;
}

std::string_view without_prefix(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

int direction_sign(std::string_view direction) {
  direction = without_prefix(direction, biolink_prefix);
  if (direction == "increased" || direction == "upregulated") return 1;
  if (direction == "decreased" || direction == "downregulated") return -1;
  return 0;
}

}  // namespace

Biolink::Biolink(DataTables const& tables, std::vector<NodeType> const& types, std::vector<Relation> const& relations) {
  DataTable const& foreign = tables.foreign_relations;
  for (std::size_t row = 0; row < foreign.rows(); ++row) {
    foreign_.push_back(
        {std::string(required(foreign, row, "relation")),
         read_sign(foreign, row),
         {std::string(required(foreign, row, "biolink_predicate")), std::string(foreign.cell(row, "biolink_qualified_predicate")),
          std::string(foreign.cell(row, "biolink_aspect")), std::string(foreign.cell(row, "biolink_direction"))}});
    bool const ours = std::any_of(relations.begin(), relations.end(), [&](Relation const& r) { return r.name == foreign_.back().name; });
    if (ours) throw Error(foreign.place(row), quoted(foreign_.back().name) + " is a relation of relations.tsv");
  }
  std::sort(foreign_.begin(), foreign_.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
  auto const doubled = std::adjacent_find(foreign_.begin(), foreign_.end(), [](auto const& a, auto const& b) { return a.name == b.name; });
  if (doubled != foreign_.end()) throw Error(foreign.name(), "the relation " + quoted(doubled->name) + " is there twice");

  for (NodeType const& type : types) types_.emplace(type.name, type.name);
  DataTable const& categories = tables.categories;
  for (std::size_t row = 0; row < categories.rows(); ++row) {
    std::string_view const type = categories.cell(row, "type");
    auto const known = std::find_if(types.begin(), types.end(), [&](NodeType const& t) { return t.name == type; });
    if (known == types.end()) throw Error(categories.place(row), "unknown type " + quoted(type), "types.tsv lists the types");
    std::string_view const category = required(categories, row, "category");
    if (!types_.emplace(category, type).second) throw Error(categories.place(row), "the category " + quoted(category) + " is there twice");
  }

  for (std::size_t row = 0; row < tables.aspects.rows(); ++row) {
    std::string_view const aspect = required(tables.aspects, row, "aspect");
    if (!aspects_.emplace(aspect, read_sign(tables.aspects, row)).second) {
      throw Error(tables.aspects.place(row), "the aspect " + quoted(aspect) + " is there twice");
    }
  }

  // Where several relations say the same in Biolink's words, those words mean the one that more kinds of things can be the subject of.
  std::map<Saying, Relation const*> widest;
  for (Relation const& relation : relations) {
    own_.emplace(
        relation.name,
        OwnRelation{relation.sign, {relation.biolink_predicate, relation.biolink_qualified_predicate, {}, relation.biolink_direction}});
    if (relation.biolink_predicate.empty()) continue;
    auto const [place, is_new] = widest.try_emplace({relation.biolink_predicate, relation.biolink_direction}, &relation);
    if (!is_new && relation.domain.size() > place->second->domain.size()) place->second = &relation;
  }
  for (auto const& [saying, relation] : widest) sayings_.emplace(saying, relation->name);
  DataTable const& mappings = tables.mappings;
  for (std::size_t row = 0; row < mappings.rows(); ++row) {
    std::string_view const predicate = mappings.cell(row, "biolink_predicate");
    if (predicate.empty()) continue;
    std::string_view const valence = mappings.cell(row, "object_valence");
    std::string const relation{mappings.cell(row, "relation")};
    mappings_[relation].push_back({types_of(mappings, row, "subject_types"), types_of(mappings, row, "object_types"),
                                   std::string(valence == "*" ? std::string_view{} : valence), std::string(predicate)});
    sayings_.emplace(Saying{std::string(predicate), {}}, relation);
  }
}

ForeignRelation const* Biolink::find_foreign(std::string_view name) const {
  auto const found = std::lower_bound(foreign_.begin(), foreign_.end(), name,
                                      [](ForeignRelation const& relation, std::string_view wanted) { return relation.name < wanted; });
  return found == foreign_.end() || found->name != name ? nullptr : &*found;
}

std::string_view Biolink::type_of(std::string_view category) const {
  auto found = types_.find(category);
  if (found == types_.end()) found = types_.find(with_prefix(category));
  return found == types_.end() ? std::string_view{} : std::string_view{found->second};
}

Biolink::OwnRelations::value_type const* Biolink::own(std::string_view name) const {
  for (std::string_view const prefix : {"mechgraph:", "MECHGRAPH:"}) name = without_prefix(name, prefix);
  auto const found = own_.find(name);
  return found == own_.end() ? nullptr : &*found;
}

EdgeMeaning Biolink::meaning(ForeignPredicate const& edge) const {
  bool const directed = direction_sign(edge.object_direction) != 0;
  int direction = direction_sign(edge.object_direction);
  if (direction_sign(edge.subject_direction) < 0) direction = -direction;
  if (!edge.object_aspect.empty()) {
    auto const aspect = aspects_.find(without_prefix(edge.object_aspect, biolink_prefix));
    direction *= aspect == aspects_.end() ? 0 : aspect->second;
  }
  auto const sign_or = [&](std::int8_t otherwise) {
    return edge.sign ? *edge.sign : directed ? static_cast<std::int8_t>(direction) : otherwise;
  };

  if (auto const* relation = own(edge.original_predicate)) {
    if (edge.sign.value_or(relation->second.sign) == relation->second.sign) return {relation->first, relation->second.sign, true};
  }
  if (auto const* relation = own(edge.predicate)) {
    if (edge.sign.value_or(relation->second.sign) != relation->second.sign) return {};
    if (!directed || direction == relation->second.sign) return {relation->first, relation->second.sign, !directed};
  }
  if (auto const* foreign = find_foreign(with_prefix(edge.original_predicate))) {
    return {foreign->name, edge.sign.value_or(foreign->sign), true};
  }
  std::string const predicate = with_prefix(edge.predicate);
  if (auto const* foreign = find_foreign(predicate)) return {foreign->name, sign_or(foreign->sign), !directed};
  constexpr std::array<std::string_view, 3> directions{"decreased", "", "increased"};
  auto const saying = sayings_.find({predicate, std::string(directions.at(static_cast<std::size_t>(direction + 1)))});
  if (saying != sayings_.end()) {
    OwnRelation const& relation = own_.find(saying->second)->second;
    bool const whole = edge.object_aspect.empty() && edge.subject_direction.empty() && edge.original_predicate.empty() &&
                       (edge.qualified_predicate.empty() || with_prefix(edge.qualified_predicate) == relation.biolink.qualified_predicate);
    if (edge.sign.value_or(relation.sign) == relation.sign) return {saying->second, relation.sign, whole};
  }
  return {edge.predicate, sign_or(0), false};
}

BiolinkPredicate Biolink::predicate(std::string_view relation, std::string_view subject_type, std::string_view object_type,
                                    int object_valence) const {
  if (auto const mappings = mappings_.find(relation); mappings != mappings_.end()) {
    for (Mapping const& mapping : mappings->second) {
      bool const valence_fits = mapping.valence.empty() || mapping.valence == std::to_string(object_valence);
      if (valence_fits && fits(mapping.subject_types, subject_type) && fits(mapping.object_types, object_type)) {
        return {mapping.predicate, {}, {}, {}};  // such a predicate says the direction itself
      }
    }
  }
  if (auto const found = own_.find(relation); found != own_.end() && !found->second.biolink.predicate.empty()) return found->second.biolink;
  if (auto const* foreign = find_foreign(relation)) return foreign->biolink;
  return {"biolink:related_to", {}, {}, {}};
}

}  // namespace mechgraph
