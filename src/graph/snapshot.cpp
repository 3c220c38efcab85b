// Columns ↔ the mapped file.
#include "graph/snapshot.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "domain/snapshot_magic.hpp"
#include "graph/builder.hpp"
#include "graph/columns.hpp"

namespace mechgraph {
namespace {

using Columns = Graph::Columns;

constexpr std::uint32_t version = 2;
constexpr std::size_t alignment = 64;
constexpr std::string_view made_again = "make it again from its inputs";

constexpr std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

// Relations as columns: the ontology says all else of those that it knows.
struct RelationNames {
  FlatColumn<std::uint32_t> begin;
  FlatColumn<char> bytes;
  FlatColumn<std::int8_t> sign;
};

// What a column's rows are; those of a begin column are the owners and one more.
enum class Rows : std::uint8_t {
  strings,
  string_bytes,
  relations,
  relation_bytes,
  nodes,
  node_attributes,
  edges,
  edge_attributes,
  documents,
  tables,
  records,
  cells,
  witnesses,
  qualifiers,
  references,
  citations,
  works,
  edge_witnesses,
  in_edges,
  count
};

// Calls take(column, what its rows are, rows more than that) for every column, in the order of the file. Another order, or another column,
// is another version.
template <class AnyColumns, class AnyNames, class Take>
void each_column(AnyColumns& c, AnyNames& relations, Take const& take) {
  take(c.string_begin, Rows::strings, 1U);
  take(c.string_bytes, Rows::string_bytes, 0U);
  take(relations.begin, Rows::relations, 1U);
  take(relations.bytes, Rows::relation_bytes, 0U);
  take(relations.sign, Rows::relations, 0U);
  take(c.node_id, Rows::nodes, 0U);
  take(c.node_type, Rows::nodes, 0U);
  take(c.node_label, Rows::nodes, 0U);
  take(c.node_kind, Rows::nodes, 0U);
  take(c.node_flags, Rows::nodes, 0U);
  take(c.node_attribute_begin, Rows::nodes, 1U);
  take(c.node_attribute_name, Rows::node_attributes, 0U);
  take(c.node_attribute_value, Rows::node_attributes, 0U);
  take(c.edge_subject, Rows::edges, 0U);
  take(c.edge_object, Rows::edges, 0U);
  take(c.edge_relation, Rows::edges, 0U);
  take(c.edge_sign, Rows::edges, 0U);
  take(c.edge_negated, Rows::edges, 0U);
  take(c.edge_attribute_begin, Rows::edges, 1U);
  take(c.edge_attribute_name, Rows::edge_attributes, 0U);
  take(c.edge_attribute_value, Rows::edge_attributes, 0U);
  take(c.out_begin, Rows::nodes, 1U);
  take(c.in_begin, Rows::nodes, 1U);
  take(c.in_edges, Rows::in_edges, 0U);
  for (auto* column : {&c.document_id, &c.document_doi, &c.document_pmid, &c.document_pmcid, &c.document_title, &c.document_journal,
                       &c.document_year, &c.document_licence}) {
    take(*column, Rows::documents, 0U);
  }
  take(c.table_document, Rows::tables, 0U);
  take(c.table_name, Rows::tables, 0U);
  take(c.table_caption, Rows::tables, 0U);
  take(c.record_table, Rows::records, 0U);
  take(c.record_id, Rows::records, 0U);
  take(c.record_witness_begin, Rows::records, 1U);
  take(c.cell_record, Rows::cells, 0U);
  take(c.cell_field, Rows::cells, 0U);
  take(c.cell_text, Rows::cells, 0U);
  take(c.witness_edge, Rows::witnesses, 0U);
  take(c.witness_cell, Rows::witnesses, 0U);
  take(c.witness_rule, Rows::witnesses, 0U);
  take(c.witness_flags, Rows::witnesses, 0U);
  for (auto* spans : {&c.witness_text, &c.witness_trigger, &c.witness_subject, &c.witness_object}) {
    take(spans->begin, Rows::witnesses, 0U);
    take(spans->length, Rows::witnesses, 0U);
  }
  take(c.witness_confidence, Rows::witnesses, 0U);
  take(c.witness_basis, Rows::witnesses, 0U);
  take(c.qualifier_begin, Rows::witnesses, 1U);
  take(c.qualifier_key, Rows::qualifiers, 0U);
  take(c.qualifier_value, Rows::qualifiers, 0U);
  take(c.qualifier_node, Rows::qualifiers, 0U);
  take(c.reference_begin, Rows::witnesses, 1U);
  take(c.reference_text, Rows::references, 0U);
  take(c.citation_reference, Rows::citations, 0U);
  take(c.citation_doi, Rows::citations, 0U);
  take(c.citation_pmid, Rows::citations, 0U);
  take(c.citation_pmcid, Rows::citations, 0U);
  take(c.work_of, Rows::works, 0U);
  take(c.work_name, Rows::works, 0U);
  take(c.edge_witness_begin, Rows::edges, 1U);
  take(c.edge_witnesses, Rows::edge_witnesses, 0U);
}

std::size_t column_count() {
  Columns columns;
  RelationNames relations;
  std::size_t count = 0;
  each_column(columns, relations, [&](auto const&, Rows, std::size_t) { ++count; });
  return count;
}

struct Head {
  std::array<char, 12> magic{};
  std::uint32_t version_number = version;
  std::uint32_t columns = 0;
  std::uint32_t reserved = 0;
  std::uint64_t file_size = 0;
  std::uint64_t ontology = 0;
  std::uint64_t checksum = 0;  // of the head with 0 here, and of the places
  std::array<char, 16> padding{};
};
static_assert(sizeof(Head) == 64 && snapshot_magic.size() <= sizeof Head::magic);

struct Place {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;  // bytes
  std::uint64_t checksum = 0;
  std::uint64_t rows = 0;
};

template <class Value>
std::string_view bytes_of(Value const& value) {
  return {reinterpret_cast<char const*>(&value), sizeof value};
}

template <class T>
std::string_view bytes_of(std::span<T const> values) {
  static_assert(std::has_unique_object_representations_v<T>, "no padding in a file");
  return {reinterpret_cast<char const*>(values.data()), values.size_bytes()};
}

// What a file holds of a column: two pieces, one behind the other.
using Pieces = std::array<std::string_view, 2>;
template <class T>
Pieces pieces_of(FlatColumn<T> const& column) {
  return {bytes_of(column.span()), std::string_view{}};
}
template <class T>
Pieces pieces_of(Column<T> const& column) {
  return {bytes_of(column.blocks()), column.bytes()};
}

std::uint64_t checksum_of(Head head, std::string_view places) {
  head.checksum = 0;
  return checksum(std::string{bytes_of(head)}.append(places));
}

RelationNames names_of(std::span<Relation const> relations) {
  RelationNames names;
  names.begin.push_back(0);
  for (Relation const& relation : relations) {
    names.bytes.append(relation.name);
    names.begin.push_back(static_cast<std::uint32_t>(names.bytes.size()));
    names.sign.push_back(relation.sign);
  }
  return names;
}

// The columns of a file that is mapped or at hand.
class Opener {
 public:
  Opener(std::string_view bytes, std::string const& name) : bytes_(bytes), name_(name) {}

  void read_head() {
    if (!bytes_.starts_with(snapshot_magic)) throw Error(name_, "is no snapshot of a graph", "'mechgraph formats' lists what can be read");
    if (std::endian::native != std::endian::little) throw Error(name_, "can not be mapped on a machine with big-endian numbers");
    if (bytes_.size() < sizeof head_) cut_off();
    std::memcpy(&head_, bytes_.data(), sizeof head_);
    if (head_.version_number != version) {
      throw Error(name_,
                  "is a snapshot of version " + std::to_string(head_.version_number) + ", and this program reads version " +
                      std::to_string(version),
                  "make it again with this program, or take one that fits");
    }
    places_.resize(column_count());
    std::size_t const size = places_.size() * sizeof(Place);
    if (head_.columns != places_.size()) damaged("its head");
    if (bytes_.size() < sizeof head_ + size) cut_off();
    std::string_view const places = bytes_.substr(sizeof head_, size);
    if (checksum_of(head_, places) != head_.checksum) damaged("its head");
    std::memcpy(places_.data(), places.data(), size);
    if (bytes_.size() < head_.file_size) cut_off();
    if (bytes_.size() > head_.file_size) damaged("it is longer than its head says");
  }

  [[nodiscard]] std::uint64_t ontology() const noexcept { return head_.ontology; }

  // The head is signed, but whoever wrote it may have meant ill: nothing in it is believed.
  void map(Columns& columns, RelationNames& relations) {
    std::array<std::size_t, static_cast<std::size_t>(Rows::count)> rows{};
    std::array<bool, static_cast<std::size_t>(Rows::count)> is_known{};
    auto place = places_.begin();
    std::uint64_t from = sizeof head_ + places_.size() * sizeof(Place);
    each_column(columns, relations, [&](auto& column, Rows of, std::size_t more) {
      Place const& at = *place++;
      if (at.offset < from || at.offset % alignment != 0 || at.offset > bytes_.size() || at.size > bytes_.size() - at.offset)
        damaged("a column is out of place");
      from = at.offset + at.size;
      map(column, at.rows, bytes_.substr(at.offset, at.size));
      std::size_t& count = rows[static_cast<std::size_t>(of)];
      bool& known = is_known[static_cast<std::size_t>(of)];
      if (column.size() < more || (known && column.size() - more != count)) damaged("its columns do not fit each other");
      count = column.size() - more;
      known = true;
    });
    constexpr std::size_t most = Columns::none;
    for (Rows const of : {Rows::nodes, Rows::edges, Rows::witnesses, Rows::records, Rows::documents}) {
      if (rows[static_cast<std::size_t>(of)] >= most) damaged("its columns do not fit each other");
    }
  }

  void verify() const {
    for (auto const& [offset, size, sum, rows] : places_) {
      if (checksum(bytes_.substr(offset, size)) != sum) damaged("its checksum is wrong");
    }
  }

  // Each relation by its name, as freezing finds it.
  [[nodiscard]] std::vector<Relation> relations(RelationNames const& names, Ontology const& ontology) const {
    if (names.sign.size() > 65'535) damaged("its columns do not fit each other");
    std::vector<Relation> relations;
    relations.reserve(names.sign.size());
    for (std::size_t i = 0; i < names.sign.size(); ++i) {
      std::size_t const begin = names.begin[i], end = names.begin[i + 1];
      if (begin > end || end > names.bytes.size()) damaged("its columns do not fit each other");
      std::string_view const name{names.bytes.data() + begin, end - begin};
      if (auto const known = ontology.find_relation(name)) {
        relations.push_back(ontology.relation(*known));
        continue;
      }
      Relation foreign;
      foreign.name = name;
      foreign.sign = names.sign[i];
      relations.push_back(std::move(foreign));
    }
    return relations;
  }

 private:
  template <class T>
  void map(FlatColumn<T>& column, std::uint64_t rows, std::string_view bytes) const {
    if (bytes.size() % sizeof(T) != 0 || bytes.size() / sizeof(T) != rows) damaged("a column is out of place");
    column = FlatColumn<T>::view({reinterpret_cast<T const*>(bytes.data()), static_cast<std::size_t>(rows)});
  }
  template <class T>
  void map(Column<T>& column, std::uint64_t rows, std::string_view bytes) const {
    std::uint64_t const blocks = rows / ColumnBlock::size + (rows % ColumnBlock::size != 0 ? 1 : 0);
    if (bytes.size() < Column<T>::slack || blocks > (bytes.size() - Column<T>::slack) / sizeof(ColumnBlock))
      damaged("a column is out of place");
    std::span const found{reinterpret_cast<ColumnBlock const*>(bytes.data()), static_cast<std::size_t>(blocks)};
    column = Column<T>::view(static_cast<std::size_t>(rows), found, bytes.substr(found.size_bytes()), name_);
  }

  [[noreturn]] void cut_off() const { throw Error(name_, "is cut off", std::string{made_again}); }
  [[noreturn]] void damaged(std::string_view what) const {
    throw Error(name_, "is damaged: " + std::string{what}, std::string{made_again});
  }

  std::string_view bytes_;
  std::string const& name_;  // lives as long as the columns
  Head head_;
  std::vector<Place> places_;
};

std::unique_ptr<Columns> columns_of(std::shared_ptr<void const> owner, std::string_view bytes, std::string const& name,
                                    std::shared_ptr<Ontology const> ontology, Snapshot::Check check, bool& is_of_ontology) {
  auto columns = std::make_unique<Columns>();
  columns->ontology = std::move(ontology);
  columns->bytes = std::move(owner);
  columns->name = name;
  RelationNames relations;
  Opener opener{bytes, columns->name};
  opener.read_head();
  opener.map(*columns, relations);
  is_of_ontology = opener.ontology() == columns->ontology->fingerprint();
  if (check == Snapshot::Check::all || !is_of_ontology) opener.verify();
  columns->relations = opener.relations(relations, *columns->ontology);
  return columns;
}

// What another ontology said of terms is said anew.
Graph of_ontology(Graph graph, bool is_of_ontology) {
  if (is_of_ontology) return graph;
  GraphBuilder builder{graph.shared_ontology()};
  builder.merge(graph);
  return std::move(builder).freeze();
}

}  // namespace

void Snapshot::write(Graph const& graph, Sink& out) {
  if (std::endian::native != std::endian::little) throw Error({}, "this machine can not write snapshots: its numbers are big-endian");
  Columns const& columns = *graph.columns_;
  RelationNames const relations = names_of(columns.relations);
  std::vector<Place> places;
  std::size_t const first = aligned(sizeof(Head) + column_count() * sizeof(Place));
  std::size_t next = first;
  each_column(columns, relations, [&](auto const& column, Rows, std::size_t) {
    Pieces const pieces = pieces_of(column);
    std::size_t const size = pieces[0].size() + pieces[1].size();
    places.push_back({next, size, checksum(pieces), column.size()});
    next = aligned(next + size);
  });
  Head head;
  std::ranges::copy(snapshot_magic, head.magic.begin());
  head.columns = static_cast<std::uint32_t>(places.size());
  head.file_size = next;
  head.ontology = columns.ontology->fingerprint();
  std::string_view const table = bytes_of(std::span<Place const>{places});
  head.checksum = checksum_of(head, table);

  constexpr std::array<char, alignment> zeros{};
  auto const pad = [&](std::size_t size) { out.write(std::string_view{zeros.data(), aligned(size) - size}); };
  out.write(bytes_of(head));
  out.write(table);
  pad(sizeof head + table.size());
  each_column(columns, relations, [&](auto const& column, Rows, std::size_t) {
    Pieces const pieces = pieces_of(column);
    out.write(pieces[0]);
    out.write(pieces[1]);
    pad(pieces[0].size() + pieces[1].size());
  });
}

Graph Snapshot::open(std::string const& path, std::shared_ptr<Ontology const> ontology, Check check) {
  auto file = std::make_shared<MappedFile const>(path);
  std::string_view const bytes = file->bytes();
  bool is_of_ontology = false;
  auto columns = columns_of(std::move(file), bytes, path, std::move(ontology), check, is_of_ontology);
  return of_ontology(Graph{std::move(columns)}, is_of_ontology);
}

Graph Snapshot::from_bytes(std::string bytes, std::string name, std::shared_ptr<Ontology const> ontology, Check check) {
  auto kept = std::make_shared<std::string const>(std::move(bytes));
  std::string_view const view = *kept;
  bool is_of_ontology = false;
  auto columns = columns_of(std::move(kept), view, name, std::move(ontology), check, is_of_ontology);
  return of_ontology(Graph{std::move(columns)}, is_of_ontology);
}

}  // namespace mechgraph
