// The graph's answers, read from its columns.
#include "graph/graph.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "domain/record.hpp"
#include "graph/columns.hpp"

namespace mechgraph {

Graph::Graph(std::unique_ptr<Columns const> columns) : columns_(std::move(columns)) {}
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;
Graph::~Graph() = default;

Ontology const& Graph::ontology() const noexcept { return *columns_->ontology; }
std::shared_ptr<Ontology const> Graph::shared_ontology() const noexcept { return columns_->ontology; }

std::size_t Graph::node_count() const noexcept { return columns_->node_id.size(); }
std::size_t Graph::edge_count() const noexcept { return columns_->edge_subject.size(); }
std::size_t Graph::witness_count() const noexcept { return columns_->witness_edge.size(); }
std::size_t Graph::record_count() const noexcept { return columns_->record_id.size(); }
std::size_t Graph::document_count() const noexcept { return columns_->document_id.size(); }

void Graph::Columns::refuse() const { throw Error(name, "is damaged: a number in it points outside", "make it again from its inputs"); }

Node Graph::node(NodeId id) const {
  Columns const& c = *columns_;
  std::size_t const n = index(id);
  c.need(c.node_kind[n] < all_kinds.size());
  return {c.text(c.node_id[n]), static_cast<Kind>(c.node_kind[n]), c.text(c.node_type[n]), c.text(c.node_label[n]), c.node_flags[n]};
}

Edge Graph::edge(EdgeId id) const {
  Columns const& c = *columns_;
  std::size_t const e = index(id);
  std::size_t const nodes = c.node_id.size();
  c.need(c.edge_subject[e] < nodes && c.edge_object[e] < nodes && c.edge_relation[e] < c.relations.size() && c.edge_sign[e] >= -1 &&
         c.edge_sign[e] <= 1);
  return {at_index<NodeId>(c.edge_subject[e]), at_index<NodeId>(c.edge_object[e]), c.edge_relation[e], c.edge_sign[e],
          c.edge_negated[e] != 0};
}

DocumentView Graph::document(DocumentId id) const {
  Columns const& c = *columns_;
  std::size_t const d = index(id);
  return {c.text(c.document_id[d]),    c.text(c.document_doi[d]),     c.text(c.document_pmid[d]), c.text(c.document_pmcid[d]),
          c.text(c.document_title[d]), c.text(c.document_journal[d]), c.text(c.document_year[d]), c.text(c.document_licence[d])};
}

std::string_view Graph::id(DocumentId id) const { return columns_->text(columns_->document_id[index(id)]); }

RecordView Graph::record(RecordId id) const {
  Columns const& c = *columns_;
  std::size_t const r = index(id);
  std::size_t const table = c.record_table[r];
  c.need(table < c.table_name.size() && c.table_document[table] < c.document_id.size());
  return {at_index<DocumentId>(c.table_document[table]), c.text(c.table_name[table]), c.text(c.table_caption[table]),
          c.text(c.record_id[r])};
}

WitnessView Graph::witness(WitnessId id) const {
  Columns const& c = *columns_;
  std::size_t const w = index(id);
  std::size_t const cell = c.witness_cell[w];
  c.need(cell < c.cell_text.size() && c.witness_edge[w] < c.edge_subject.size() && c.cell_record[cell] < c.record_id.size() &&
         c.witness_basis[w] <= static_cast<std::uint8_t>(Basis::cargo));
  std::string_view const words = c.text(c.cell_text[cell]);
  for (Span const span : {c.witness_text[w], c.witness_trigger[w], c.witness_subject[w], c.witness_object[w]}) {
    c.need(!c.bytes || (span.begin <= span.end && span.end <= words.size()));
  }
  return {.edge = at_index<EdgeId>(c.witness_edge[w]),
          .record = at_index<RecordId>(c.cell_record[cell]),
          .field = c.text(c.cell_field[cell]),
          .cell = words,
          .text = c.witness_text[w],
          .trigger = c.witness_trigger[w],
          .subject = c.witness_subject[w],
          .object = c.witness_object[w],
          .rule = c.text(c.witness_rule[w]),
          .confidence = c.witness_confidence[w],
          .basis = static_cast<Basis>(c.witness_basis[w]),
          .flags = FlagSet{c.witness_flags[w]}};
}

std::string_view Graph::id(NodeId id) const { return columns_->text(columns_->node_id[index(id)]); }
std::string_view Graph::label(NodeId id) const { return columns_->text(columns_->node_label[index(id)]); }
std::string_view Graph::type(NodeId id) const { return columns_->text(columns_->node_type[index(id)]); }

Kind Graph::kind(NodeId id) const {
  std::uint8_t const kind = columns_->node_kind[index(id)];
  columns_->need(kind < all_kinds.size());
  return static_cast<Kind>(kind);
}

NodeId Graph::subject(EdgeId id) const {
  std::uint32_t const node = columns_->edge_subject[index(id)];
  columns_->need(node < node_count());
  return at_index<NodeId>(node);
}

NodeId Graph::object(EdgeId id) const {
  std::uint32_t const node = columns_->edge_object[index(id)];
  columns_->need(node < node_count());
  return at_index<NodeId>(node);
}

EdgeId Graph::edge_of(WitnessId id) const {
  std::uint32_t const edge = columns_->witness_edge[index(id)];
  columns_->need(edge < edge_count());
  return at_index<EdgeId>(edge);
}

RecordId Graph::record_of(WitnessId id) const {
  std::uint32_t const cell = columns_->witness_cell[index(id)];
  columns_->need(cell < columns_->cell_record.size() && columns_->cell_record[cell] < record_count());
  return at_index<RecordId>(columns_->cell_record[cell]);
}

std::string_view Graph::rule(WitnessId id) const { return columns_->text(columns_->witness_rule[index(id)]); }
std::uint16_t Graph::confidence(WitnessId id) const { return columns_->witness_confidence[index(id)]; }

Basis Graph::basis(WitnessId id) const {
  std::uint8_t const basis = columns_->witness_basis[index(id)];
  columns_->need(basis <= static_cast<std::uint8_t>(Basis::cargo));
  return static_cast<Basis>(basis);
}

FlagSet Graph::flags(WitnessId id) const { return FlagSet{columns_->witness_flags[index(id)]}; }

bool Graph::has_words(WitnessId id) const {
  Span const words = columns_->witness_text[index(id)];
  return words.begin < words.end;
}

DocumentId Graph::document_of(RecordId id) const {
  std::uint32_t const table = columns_->record_table[index(id)];
  columns_->need(table < columns_->table_document.size() && columns_->table_document[table] < document_count());
  return at_index<DocumentId>(columns_->table_document[table]);
}

std::span<Relation const> Graph::relations() const noexcept { return columns_->relations; }
Relation const& Graph::relation(EdgeId id) const { return columns_->relations[edge(id).relation]; }

Graph::Rows Graph::attribute_range(NodeId id) const {
  return columns_->range(columns_->node_attribute_begin, index(id), columns_->node_attribute_name.size());
}

Graph::Rows Graph::attribute_range(EdgeId id) const {
  return columns_->range(columns_->edge_attribute_begin, index(id), columns_->edge_attribute_name.size());
}

NamedValue Graph::node_attribute(std::size_t row) const {
  return {columns_->text(columns_->node_attribute_name[row]), columns_->text(columns_->node_attribute_value[row])};
}

NamedValue Graph::edge_attribute(std::size_t row) const {
  return {columns_->text(columns_->edge_attribute_name[row]), columns_->text(columns_->edge_attribute_value[row])};
}

std::string_view Graph::attribute(NodeId id, std::string_view name) const {
  auto const values = attributes(id);
  auto const found = std::ranges::lower_bound(values, name, {}, &NamedValue::name);
  if (found == values.end() || (*found).name != name) return {};
  return (*found).value;
}

ShortList<QualifierView, 2> Graph::qualifiers(WitnessId id) const {
  Columns const& c = *columns_;
  ShortList<QualifierView, 2> found;
  auto const [first, last] = c.range(c.qualifier_begin, index(id), c.qualifier_key.size());
  for (std::size_t q = first; q < last; ++q) {
    std::optional<NodeId> node;
    c.need(c.qualifier_node[q] == Columns::none || c.qualifier_node[q] < c.node_id.size());
    if (c.qualifier_node[q] != Columns::none) node = at_index<NodeId>(c.qualifier_node[q]);
    found.push_back({c.text(c.qualifier_key[q]), c.text(c.qualifier_value[q]), node});
  }
  return found;
}

Graph::Rows Graph::reference_range(WitnessId id) const {
  return columns_->range(columns_->reference_begin, index(id), columns_->reference_text.size());
}

std::string_view Graph::reference(std::size_t row) const { return columns_->text(columns_->reference_text[row]); }

std::string CitedWork::id() const { return work_id({std::string{doi}, std::string{pmid}, std::string{pmcid}}); }

std::vector<CitedWork> Graph::cited(std::string_view reference) const {
  Columns const& c = *columns_;
  auto const text_of = [&c](std::uint32_t string) { return c.text(string); };
  auto const references = c.citation_reference.values();
  auto const found = std::ranges::equal_range(references, reference, {}, text_of);
  std::vector<CitedWork> works;
  for (auto row = found.begin() - references.begin(); row < found.end() - references.begin(); ++row) {
    auto const r = static_cast<std::size_t>(row);
    works.push_back({c.text(c.citation_doi[r]), c.text(c.citation_pmid[r]), c.text(c.citation_pmcid[r])});
  }
  return works;
}

void Graph::append_works(std::vector<std::string_view>& works, WitnessId id) const {
  Columns const& c = *columns_;
  ShortList<std::uint32_t, 8> names;
  auto const add = [&](std::uint32_t of) {
    std::size_t const known = names.size();
    auto const rows = c.work_of.values();
    for (auto row = std::ranges::lower_bound(rows, of); row != rows.end() && *row == of; ++row) {
      names.push_back(c.work_name[static_cast<std::size_t>(row - rows.begin())]);
    }
    if (names.size() == known) names.push_back(of);
  };
  auto const [first, last] = reference_range(id);
  for (std::size_t row = first; row < last; ++row) add(c.reference_text[row]);
  if (first == last) add(c.document_id[index(document_of(record_of(id)))]);
  if (names.size() > 1) std::sort(names.begin(), names.end());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == 0 || names[i] != names[i - 1]) works.push_back(c.text(names[i]));
  }
}

std::vector<std::string_view> Graph::works(WitnessId id) const {
  std::vector<std::string_view> works;
  append_works(works, id);
  return works;
}

Graph::Rows Graph::out_range(NodeId id) const { return columns_->range(columns_->out_begin, index(id), columns_->edge_subject.size()); }

Graph::Rows Graph::record_range(RecordId id) const {
  return columns_->range(columns_->record_witness_begin, index(id), columns_->witness_edge.size());
}

std::span<EdgeId const> Graph::in(NodeId id) const {
  return columns_->members(columns_->in_begin, index(id), columns_->in_edges, edge_count());
}

std::span<WitnessId const> Graph::witnesses(EdgeId id) const {
  return columns_->members(columns_->edge_witness_begin, index(id), columns_->edge_witnesses, witness_count());
}

std::optional<NodeId> Graph::find(std::string_view id) const {
  Columns const& c = *columns_;
  auto const kinds = c.node_kind.values();
  for (Kind const kind : all_kinds) {  // nodes are sorted by kind first: one search in each run
    auto const same = std::ranges::equal_range(kinds, static_cast<std::uint8_t>(kind));
    auto const run =
        ids<NodeId>(static_cast<std::size_t>(same.begin() - kinds.begin()), static_cast<std::size_t>(same.end() - kinds.begin()));
    auto const found = std::ranges::lower_bound(run, id, {}, [&](NodeId n) { return c.text(c.node_id[index(n)]); });
    if (found != run.end() && c.text(c.node_id[index(*found)]) == id) return *found;
  }
  return std::nullopt;
}

std::optional<EdgeId> Graph::find(NodeId subject, std::string_view relation, std::int8_t sign, bool negated, NodeId object) const {
  auto const number = std::ranges::lower_bound(columns_->relations, relation, {}, &Relation::name);
  if (number == columns_->relations.end() || number->name != relation) return std::nullopt;
  auto const key_of = [this](EdgeId id) {
    Edge const e = edge(id);
    return std::tuple{e.relation, e.sign, e.negated, e.object};
  };
  std::tuple const key{static_cast<std::uint16_t>(number - columns_->relations.begin()), sign, negated, object};
  auto const edges = out(subject);
  auto const found = std::ranges::lower_bound(edges, key, {}, key_of);
  if (found == edges.end() || key_of(*found) != key) return std::nullopt;
  return *found;
}

namespace {

// Hints for the processor: the rows behind an edge lie anywhere, but those who go through a graph ask for one edge after the other. Brings
// near what is asked of the edges that follow, a step a few edges before the next one needs what it gives. Of a node's or a witness's many
// rows the first is enough, since the others lie beside it.
class Ahead {
 public:
  Ahead(Graph::Columns const& columns, std::size_t edge) : c_(columns), edge_(edge) {}

  void bring_near() const {
    if (auto const witness = witness_at(16)) near_witness(*witness);
    if (auto const witness = witness_at(11)) near_cell(*witness);
    if (auto const witness = witness_at(7)) near_record(*witness);
    if (auto const witness = witness_at(4)) near_texts(*witness);
    if (auto const witness = witness_at(2)) near_bytes(c_.record_id, value(c_.cell_record, c_.witness_cell[*witness]));
    if (edge_ + 16 >= c_.edge_object.size()) return;
    near(c_.node_id, c_.edge_object[edge_ + 16]);
    near(c_.string_begin, value(c_.node_id, c_.edge_object[edge_ + 8]));
    near_bytes(c_.node_id, c_.edge_object[edge_ + 4]);
  }

 private:
  template <class T>
  static void near(Column<T> const& column, std::size_t row) {
    if (row >= column.size()) return;
    column.prefetch(row);
    asm volatile("");  // GCC 12 leaves out calls of functions that do nothing but this
  }
  // A value of the row, or what no row has.
  static std::size_t value(Graph::Columns::Numbers const& column, std::size_t row) {
    return row < column.size() ? column[row] : Graph::Columns::none;
  }
  [[nodiscard]] std::optional<std::size_t> witness_at(std::size_t distance) const {
    std::size_t const edge = edge_ + distance;
    if (edge >= c_.edge_object.size()) return std::nullopt;
    std::size_t const first = c_.edge_witness_begin[edge];
    if (first == c_.edge_witness_begin[edge + 1] || first >= c_.edge_witnesses.size()) return std::nullopt;
    std::size_t const witness = index(c_.edge_witnesses[first]);
    return witness < c_.witness_cell.size() ? std::optional{witness} : std::nullopt;
  }
  void near_witness(std::size_t witness) const {
    near(c_.witness_cell, witness);
    near(c_.witness_edge, witness);
    near(c_.witness_rule, witness);
    near(c_.witness_flags, witness);
    for (SpanColumn const* const spans : {&c_.witness_text, &c_.witness_trigger, &c_.witness_subject, &c_.witness_object}) {
      near(spans->begin, witness);
      near(spans->length, witness);
    }
    near(c_.witness_confidence, witness);
    near(c_.witness_basis, witness);
    near(c_.qualifier_begin, witness);
    near(c_.reference_begin, witness);
  }
  void near_cell(std::size_t witness) const {
    std::size_t const cell = c_.witness_cell[witness];
    near(c_.cell_record, cell);
    near(c_.cell_field, cell);
    near(c_.cell_text, cell);
    near(c_.qualifier_key, c_.qualifier_begin[witness]);
    near(c_.qualifier_value, c_.qualifier_begin[witness]);
    near(c_.qualifier_node, c_.qualifier_begin[witness]);
    near(c_.reference_text, c_.reference_begin[witness]);
  }
  void near_record(std::size_t witness) const {
    std::size_t const record = value(c_.cell_record, c_.witness_cell[witness]);
    near(c_.record_table, record);
    near(c_.record_id, record);
    near(c_.string_begin, value(c_.qualifier_value, c_.qualifier_begin[witness]));
    near(c_.string_begin, value(c_.reference_text, c_.reference_begin[witness]));
  }
  void near_texts(std::size_t witness) const {
    near(c_.string_begin, value(c_.record_id, value(c_.cell_record, c_.witness_cell[witness])));
    near_bytes(c_.qualifier_value, c_.qualifier_begin[witness]);
    near_bytes(c_.reference_text, c_.reference_begin[witness]);
  }
  void near_bytes(Graph::Columns::Numbers const& strings, std::size_t row) const {
    std::size_t const string = value(strings, row);
    if (string + 1 >= c_.string_begin.size()) return;
    std::uint64_t const begin = c_.string_begin[string];
    if (begin >= c_.string_bytes.size()) return;
    __builtin_prefetch(c_.string_bytes.data() + begin);
    asm volatile("");
  }

  Graph::Columns const& c_;
  std::size_t edge_;
};

}  // namespace

Basis Graph::basis(EdgeId id) const {
  Ahead{*columns_, index(id)}.bring_near();
  auto const all = witnesses(id);
  if (all.empty()) return Basis::stated;
  Basis strongest = Basis::cargo;
  for (WitnessId const w : all) strongest = std::min(strongest, basis(w));
  return strongest;
}

std::uint16_t Graph::confidence(EdgeId id) const {
  std::uint16_t highest = 0;
  for (WitnessId const w : witnesses(id)) highest = std::max(highest, confidence(w));
  return highest;
}

std::string_view Graph::content_id(EdgeId id, TextBuffer& room) const {
  Columns const& c = *columns_;
  Edge const e = edge(id);
  room.clear();
  room.append(c.text(c.node_id[index(e.subject)]));
  room.append('|');
  room.append(c.relations[e.relation].name);
  room.append(e.sign == 0 ? std::string_view{"|0"} : e.sign > 0 ? std::string_view{"|1"} : std::string_view{"|-1"});
  room.append(e.negated ? std::string_view{"|1|"} : std::string_view{"|0|"});
  room.append(c.text(c.node_id[index(e.object)]));
  char hex[digest_size];
  write_digest(hex, room);
  room.clear();
  room.append("MECHGRAPH:E");
  room.append({hex, sizeof hex});
  return room;
}

std::string Graph::content_id(EdgeId id) const {
  TextBuffer room;
  return std::string{content_id(id, room)};
}

int Graph::valence(NodeId id) const {
  std::string_view const value = attribute(id, attribute::valence);
  return value == "1" ? 1 : value == "-1" ? -1 : 0;
}

}  // namespace mechgraph
