// Adding parts: every row finds the row that has its identity, or becomes it.
#include "graph/builder.hpp"

#include <limits>
#include <tuple>

#include "base/error.hpp"
#include "graph/extract.hpp"
#include "graph/freeze.hpp"
#include "graph/tables.hpp"

namespace mechgraph {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
// The text that merging keeps of two: the byte-least, any text before none.
void keep_least(StringPool const& strings, StringId& kept, StringId other) {
  if (other == kept || other == StringId{}) return;
  if (kept == StringId{} || strings.view(other) < strings.view(kept)) kept = other;
}

}  // namespace

// A type of the ontology wins over a foreign one, that over none: lower is better.
int GraphBuilder::Tables::standing(StringId type) const {
  if (type == StringId{}) return 2;
  return ontology->find_type(strings.view(type)) ? 0 : 1;
}

std::uint32_t GraphBuilder::Tables::add_node(GraphPart::Node const& node) {
  auto const [place, is_new] = node_numbers.try_emplace(node.id, static_cast<std::uint32_t>(nodes.size()));
  if (is_new) {
    nodes.push_back(node);
    return place->second;
  }
  GraphPart::Node& kept = nodes[place->second];
  if (kept.type != node.type || kept.kind != node.kind) {
    auto const order = [this](GraphPart::Node const& n) { return std::tuple{standing(n.type), strings.view(n.type), n.kind}; };
    if (order(node) < order(kept)) std::tie(kept.type, kept.kind) = std::tuple{node.type, node.kind};
  }
  keep_least(strings, kept.label, node.label);
  constexpr auto ancestor = static_cast<std::uint8_t>(NodeFlag::ancestor);
  unsigned const both = kept.flags & node.flags, either = kept.flags | node.flags;
  kept.flags = static_cast<std::uint8_t>((either & ~unsigned{ancestor}) | (both & ancestor));
  return place->second;
}

std::uint32_t GraphBuilder::Tables::add_document(GraphPart::Document const& document, std::span<StringId const> own) {
  StringId const id = own[index(document.id)];
  auto const [place, is_new] = document_numbers.try_emplace(id, static_cast<std::uint32_t>(documents.size()));
  if (is_new) documents.push_back({.id = id});
  auto& kept = documents[place->second];
  using D = GraphPart::Document;
  for (auto const field : {&D::doi, &D::pmid, &D::pmcid, &D::title, &D::journal, &D::year, &D::licence}) {
    keep_least(strings, kept.*field, own[index(document.*field)]);
  }
  return place->second;
}

GraphBuilder::GraphBuilder(std::shared_ptr<Ontology const> ontology) : tables_(std::make_unique<Tables>()) {
  tables_->ontology = std::move(ontology);
}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::add(GraphPart const& part) {
  Tables& t = *tables_;
  std::vector<StringId> strings;  // of the part → of the builder
  strings.reserve(part.strings.size());
  for (std::size_t i = 0; i < part.strings.size(); ++i) strings.push_back(t.strings.intern(part.strings.view(at_index<StringId>(i))));
  auto const string = [&](StringId id) { return strings[index(id)]; };
  auto const number = [&](StringId id) { return static_cast<std::uint32_t>(index(strings[index(id)])); };

  std::vector<std::uint32_t> nodes;
  nodes.reserve(part.nodes.size());
  for (auto const& n : part.nodes) nodes.push_back(t.add_node({string(n.id), n.kind, string(n.type), string(n.label), n.flags}));
  auto const add_attributes = [&](auto const& from, auto const& owners, auto& to) {  // an empty value says nothing
    for (auto const& a : from) {
      if (a.value != StringId{}) to.push_back({owners[a.owner], string(a.name), string(a.value)});
    }
  };
  add_attributes(part.node_attributes, nodes, t.node_attributes);

  std::vector<std::uint32_t> edges;
  edges.reserve(part.edges.size());
  for (auto const& e : part.edges) {
    edges.push_back(t.edges.number({nodes[e.subject], number(e.relation), Tables::code(e.sign, e.negated), nodes[e.object]}));
  }
  add_attributes(part.edge_attributes, edges, t.edge_attributes);

  // Places in which no witness of the part stands are left out here, not when freezing: else a part would count in one grouping only.
  std::vector<std::uint32_t> documents(part.documents.size(), none), tables(part.tables.size(), none), records(part.records.size(), none),
      cells(part.cells.size(), none);
  auto const document = [&](std::uint32_t row) {
    if (documents[row] == none) documents[row] = t.add_document(part.documents[row], strings);
    return documents[row];
  };
  auto const table = [&](std::uint32_t row) {
    if (tables[row] != none) return tables[row];
    auto const& from = part.tables[row];
    tables[row] = t.tables.number({document(from.document), number(from.name)});
    if (tables[row] == t.captions.size()) t.captions.emplace_back();
    keep_least(t.strings, t.captions[tables[row]], string(from.caption));
    return tables[row];
  };
  auto const record = [&](std::uint32_t row) {
    if (records[row] == none) records[row] = t.records.number({table(part.records[row].table), number(part.records[row].id)});
    return records[row];
  };
  auto const cell = [&](std::uint32_t row) {
    auto const& from = part.cells[row];
    if (cells[row] == none) cells[row] = t.cells.number({record(from.record), number(from.field), number(from.text)});
    return cells[row];
  };

  std::vector<bool> is_reference(part.strings.size());
  for (auto const& w : part.witnesses) {
    for (StringId const r : w.references) is_reference[index(r)] = true;
    auto const first_qualifier = static_cast<std::uint32_t>(t.qualifiers.size());
    for (auto const& q : w.qualifiers) t.qualifiers.push_back({string(q.key), string(q.value), q.is_node});
    auto const first_reference = static_cast<std::uint32_t>(t.references.size());
    for (StringId const r : w.references) t.references.push_back(string(r));
    t.witnesses.push_back({edges[w.edge],
                           cell(w.cell),
                           w.text,
                           w.trigger,
                           w.subject,
                           w.object,
                           string(w.rule),
                           w.confidence,
                           w.basis,
                           w.flags,
                           {first_qualifier, static_cast<std::uint32_t>(t.qualifiers.size())},
                           {first_reference, static_cast<std::uint32_t>(t.references.size())}});
  }
  for (auto const& c : part.citations) {
    if (is_reference[index(c.reference)]) t.citations.push_back({string(c.reference), string(c.doi), string(c.pmid), string(c.pmcid)});
  }
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t const count : {t.strings.size(), t.node_attributes.size(), t.edge_attributes.size(), t.witnesses.size(),
                                  t.qualifiers.size(), t.references.size(), t.citations.size()}) {
    if (count >= most) throw Error({}, "the graph is too large: more than 4294967294 rows of one kind", "build it in parts");
  }
}

void GraphBuilder::merge(Graph const& graph) { add(extract(graph)); }

Graph GraphBuilder::freeze() && { return Graph{freeze_columns(std::move(*tables_))}; }

}  // namespace mechgraph
