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

constexpr std::uint32_t none = GraphBuilder::Tables::none;
// The text that merging keeps of two: the byte-least, any text before none.
void keep_least(Texts const& strings, StringId& kept, StringId other) {
  if (other == kept || other == StringId{}) return;
  if (kept == StringId{} || strings.less(other, kept)) kept = other;
}

}  // namespace

// A type of the ontology wins over a foreign one, that over none: lower is better.
int GraphBuilder::Tables::standing(StringId type) const {
  if (type == StringId{}) return 2;
  Texts::Room room;
  return ontology->find_type(strings.view(type, room)) ? 0 : 1;
}

std::uint32_t GraphBuilder::Tables::add_node(GraphPart::Node const& node) {
  if (index(node.id) >= node_numbers.size()) node_numbers.resize(strings.size(), none);
  std::uint32_t& number = node_numbers[index(node.id)];
  if (number == none) {
    number = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(node);
    return number;
  }
  GraphPart::Node& kept = nodes[number];
  bool const says_more = node.type != StringId{} || kept.type == StringId{};
  if (says_more && (kept.type != node.type || kept.kind != node.kind)) {
    auto const order = [this](GraphPart::Node const& n) { return std::tuple{standing(n.type), strings.text(n.type), n.kind}; };
    if (order(node) < order(kept)) std::tie(kept.type, kept.kind) = std::tuple{node.type, node.kind};
  }
  keep_least(strings, kept.label, node.label);
  constexpr auto ancestor = static_cast<std::uint8_t>(NodeFlag::ancestor);
  unsigned const both = kept.flags & node.flags, either = kept.flags | node.flags;
  kept.flags = static_cast<std::uint8_t>((either & ~unsigned{ancestor}) | (both & ancestor));
  return number;
}

std::uint32_t GraphBuilder::Tables::relation_number(StringId name) {
  auto const [place, is_new] = relation_numbers.try_emplace(name, static_cast<std::uint32_t>(relations.size()));
  if (is_new) relations.push_back(name);
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

void GraphBuilder::Tables::WordsRows::push_back(Words const& row) {
  text.push_back(row.text);
  trigger.push_back(row.trigger);
  subject.push_back(row.subject);
  object.push_back(row.object);
  rule.push_back(static_cast<std::uint32_t>(index(row.rule)));
  flags.push_back(row.flags.bits());
}

GraphBuilder::Tables::Words GraphBuilder::Tables::WordsRows::operator[](std::size_t row) const {
  return {text[row], trigger[row], subject[row], object[row], at_index<StringId>(rule[row]), FlagSet{flags[row]}};
}

void GraphBuilder::Tables::Edges::seal() {
  for (Numbers* const column : {&subject, &object, &relation_and_code}) column->seal();
}

void GraphBuilder::Tables::seal() {
  for (Numbers* const column :
       {&records.table, &records.id, &cells.record, &cells.field, &cells.text, &words.rule, &words.flags, &witnesses.edge, &witnesses.cell,
        &witnesses.words, &witnesses.qualifiers, &witnesses.references, &qualifiers.key, &qualifiers.value, &references}) {
    column->seal();
  }
  for (SpanColumn* const column : {&words.text, &words.trigger, &words.subject, &words.object}) column->seal();
  witnesses.confidence.seal();
  witnesses.basis.seal();
}

GraphBuilder::GraphBuilder(std::shared_ptr<Ontology const> ontology) : tables_(std::make_unique<Tables>()) {
  tables_->ontology = std::move(ontology);
  tables_->words.push_back({});
}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::add(GraphPart const& part) {
  Tables& t = *tables_;
  std::vector<StringId> const strings = t.strings.intern(part.strings);  // of the part → of the builder
  auto const string = [&](StringId id) { return strings[index(id)]; };
  auto const number = [&](StringId id) { return static_cast<std::uint32_t>(index(strings[index(id)])); };

  std::vector<std::uint32_t> nodes;
  nodes.reserve(part.nodes.size());
  constexpr std::size_t ahead = 8;  // numbers of nodes, and then nodes, that are fetched while others are added
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    if (i + 2 * ahead < part.nodes.size()) t.prefetch_number(string(part.nodes[i + 2 * ahead].id));
    if (i + ahead < part.nodes.size()) t.prefetch_node(string(part.nodes[i + ahead].id));
    auto const& n = part.nodes[i];
    nodes.push_back(t.add_node({string(n.id), n.kind, string(n.type), string(n.label), n.flags}));
  }
  auto const add_attributes = [&](auto const& from, auto const& owners, auto& to) {  // an empty value says nothing
    for (auto const& a : from) {
      if (a.value != StringId{}) to.push_back({owners[a.owner], string(a.name), string(a.value)});
    }
  };
  add_attributes(part.node_attributes, nodes, t.node_attributes);

  std::vector<std::uint32_t> edges;
  edges.reserve(part.edges.size());
  for (auto const& e : part.edges) {
    edges.push_back(t.add_edge(nodes[e.subject], t.relation_number(string(e.relation)), Tables::code(e.sign, e.negated), nodes[e.object]));
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
    if (records[row] == none) {
      t.records.table.push_back(table(part.records[row].table));
      t.records.id.push_back(number(part.records[row].id));
      records[row] = static_cast<std::uint32_t>(t.records.id.size() - 1);
    }
    return records[row];
  };
  auto const cell = [&](std::uint32_t row) {
    if (cells[row] == none) {
      auto const& from = part.cells[row];
      t.cells.record.push_back(record(from.record));
      t.cells.field.push_back(number(from.field));
      t.cells.text.push_back(number(from.text));
      cells[row] = static_cast<std::uint32_t>(t.cells.text.size() - 1);
    }
    return cells[row];
  };

  std::vector<bool> is_reference(part.strings.size());
  for (auto const& w : part.witnesses) {
    for (StringId const r : w.references) is_reference[index(r)] = true;
    Tables::Words const words{w.text, w.trigger, w.subject, w.object, string(w.rule), w.flags};
    bool const has_words = words != Tables::Words{};
    t.witnesses.edge.push_back(edges[w.edge]);
    t.witnesses.cell.push_back(cell(w.cell));
    t.witnesses.words.push_back(has_words ? static_cast<std::uint32_t>(t.words.rule.size()) : 0);
    t.witnesses.qualifiers.push_back(static_cast<std::uint32_t>(t.qualifiers.key.size()));
    t.witnesses.references.push_back(static_cast<std::uint32_t>(t.references.size()));
    t.witnesses.confidence.push_back(w.confidence);
    t.witnesses.basis.push_back(static_cast<std::uint8_t>(w.basis));
    if (has_words) t.words.push_back(words);
    for (auto const& q : w.qualifiers) {
      t.qualifiers.key.push_back(number(q.key) * 2 + (q.is_node ? 1 : 0));
      t.qualifiers.value.push_back(number(q.value));
    }
    for (StringId const r : w.references) t.references.push_back(number(r));
  }
  for (auto const& c : part.citations) {
    if (is_reference[index(c.reference)]) t.citations.push_back({string(c.reference), string(c.doi), string(c.pmid), string(c.pmcid)});
  }
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t const count : {t.strings.size() * 2, t.node_attributes.size(), t.edges.subject.size(), t.edge_attributes.size(),
                                  t.records.id.size(), t.cells.text.size(), t.witnesses.edge.size(), t.qualifiers.key.size(),
                                  t.references.size(), t.citations.size(), t.relations.size() * Tables::codes}) {
    if (count >= most) throw Error({}, "the graph is too large: more than 4294967294 rows of one kind", "build it in parts");
  }
}

void GraphBuilder::merge(Graph const& graph) { add(extract(graph)); }

Graph GraphBuilder::freeze() && { return Graph{freeze_columns(std::move(*tables_))}; }

}  // namespace mechgraph
