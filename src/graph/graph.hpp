// The graph: typed nodes, signed edges, and all witnesses of every edge.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/index_range.hpp"
#include "base/short_list.hpp"
#include "base/string_pool.hpp"
#include "base/text.hpp"
#include "base/text_buffer.hpp"
#include "domain/evidence.hpp"
#include "domain/flag.hpp"
#include "domain/graph_part.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

enum class NodeId : std::uint32_t {};
enum class EdgeId : std::uint32_t {};
enum class WitnessId : std::uint32_t {};
enum class RecordId : std::uint32_t {};
enum class DocumentId : std::uint32_t {};

// All positions of a dense identifier: for (NodeId n : graph.nodes()).
template <DenseId Id>
auto ids(std::size_t first, std::size_t last) {
  return IndexRange{first, last, [](std::size_t i) { return at_index<Id>(i); }};
}

struct NamedValue {
  std::string_view name;
  std::string_view value;
};

struct Node {
  std::string_view id;
  Kind kind = Kind::context;
  std::string_view type;
  std::string_view label;
  std::uint8_t flags = 0;
  [[nodiscard]] bool has(NodeFlag flag) const noexcept { return (flags & static_cast<std::uint8_t>(flag)) != 0; }
};

struct Edge {
  NodeId subject{};
  NodeId object{};
  std::uint16_t relation = 0;  // of Graph::relation()
  std::int8_t sign = 0;
  bool negated = false;
};

struct DocumentView {
  std::string_view id, doi, pmid, pmcid, title, journal = {}, year = {}, licence = {};
};

// A published work that a reference stands for; what is not known is empty.
struct CitedWork {
  std::string_view doi, pmid, pmcid;
  // The CURIE: "PMID:…", else "DOI:…", else "PMCID:…".
  [[nodiscard]] std::string id() const;
};

struct RecordView {
  DocumentId document{};
  std::string_view table;  // "Table 3" or "#1"
  std::string_view caption;
  std::string_view id;  // "4"
};

// A qualifier: a node of the graph, or text (then `node` is empty).
struct QualifierView {
  std::string_view key;
  std::string_view value;  // the node's id, or the text
  std::optional<NodeId> node;
};

struct WitnessView {
  EdgeId edge{};
  RecordId record{};
  std::string_view field;               // a role's name
  std::string_view cell;                // the whole text; empty for a witness without words
  Span text, trigger, subject, object;  // bytes in the cell; empty = none
  std::string_view rule;
  std::uint16_t confidence = 1000;  // per mille
  Basis basis = Basis::stated;
  FlagSet flags;
  [[nodiscard]] std::string_view words() const { return cut(cell, text); }
};

// Immutable. Nodes are in order of (kind, id), edges of (subject, relation's name, sign, negated, object), witnesses of (document, table,
// record, field, cell, start, end, rule, edge): all by bytes, so that equal content has equal order. Identifiers are dense. Opposite signs
// are different edges, a denial is an edge of its own. Documents, records and cells are those that a witness stands in. All views and
// ranges stay valid as long as the graph is neither moved nor destroyed.
class Graph {
 public:
  struct Columns;  // the arrays inside: graph/columns.hpp, for this folder only

  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;
  Graph(Graph const&) = delete;
  Graph& operator=(Graph const&) = delete;
  ~Graph();

  [[nodiscard]] Ontology const& ontology() const noexcept;
  [[nodiscard]] std::shared_ptr<Ontology const> shared_ontology() const noexcept;

  [[nodiscard]] std::size_t node_count() const noexcept;
  [[nodiscard]] std::size_t edge_count() const noexcept;
  [[nodiscard]] std::size_t witness_count() const noexcept;
  [[nodiscard]] std::size_t record_count() const noexcept;
  [[nodiscard]] std::size_t document_count() const noexcept;
  [[nodiscard]] auto nodes() const { return ids<NodeId>(0, node_count()); }
  [[nodiscard]] auto edges() const { return ids<EdgeId>(0, edge_count()); }
  [[nodiscard]] auto witnesses() const { return ids<WitnessId>(0, witness_count()); }
  [[nodiscard]] auto records() const { return ids<RecordId>(0, record_count()); }
  [[nodiscard]] auto documents() const { return ids<DocumentId>(0, document_count()); }

  [[nodiscard]] Node node(NodeId id) const;
  [[nodiscard]] Edge edge(EdgeId id) const;
  [[nodiscard]] DocumentView document(DocumentId id) const;
  [[nodiscard]] std::string_view id(DocumentId id) const;
  [[nodiscard]] RecordView record(RecordId id) const;
  [[nodiscard]] WitnessView witness(WitnessId id) const;

  // One column each of what node(), edge(), witness() and record() give together: for loops over many rows that need no more.
  [[nodiscard]] std::string_view id(NodeId id) const;
  [[nodiscard]] std::string_view label(NodeId id) const;
  [[nodiscard]] std::string_view type(NodeId id) const;
  [[nodiscard]] Kind kind(NodeId id) const;
  [[nodiscard]] NodeId subject(EdgeId id) const;
  [[nodiscard]] NodeId object(EdgeId id) const;
  [[nodiscard]] EdgeId edge_of(WitnessId id) const;
  [[nodiscard]] RecordId record_of(WitnessId id) const;
  [[nodiscard]] std::string_view rule(WitnessId id) const;
  [[nodiscard]] std::uint16_t confidence(WitnessId id) const;
  [[nodiscard]] Basis basis(WitnessId id) const;
  [[nodiscard]] FlagSet flags(WitnessId id) const;
  [[nodiscard]] bool has_words(WitnessId id) const;
  [[nodiscard]] DocumentId document_of(RecordId id) const;

  // Relations in use: those of the ontology by name, and foreign ones (class `foreign`) that imported graphs brought; sorted by name.
  [[nodiscard]] std::span<Relation const> relations() const noexcept;
  [[nodiscard]] Relation const& relation(EdgeId id) const;

  // Sorted by (name, value). A sized random-access range of NamedValue: for (auto const& [name, value] : graph.attributes(node)).
  [[nodiscard]] auto attributes(NodeId id) const {
    auto const [first, last] = attribute_range(id);
    return IndexRange{first, last, [this](std::size_t row) { return node_attribute(row); }};
  }
  [[nodiscard]] auto attributes(EdgeId id) const {
    auto const [first, last] = attribute_range(id);
    return IndexRange{first, last, [this](std::size_t row) { return edge_attribute(row); }};
  }
  // The first value of a name, empty without one. Logarithmic in the node's attributes.
  [[nodiscard]] std::string_view attribute(NodeId id, std::string_view name) const;
  // Sorted by (key, value).
  [[nodiscard]] ShortList<QualifierView, 2> qualifiers(WitnessId id) const;
  // Sorted; "DOI:10.…#107". A sized random-access range of std::string_view.
  [[nodiscard]] auto references(WitnessId id) const {
    auto const [first, last] = reference_range(id);
    return IndexRange{first, last, [this](std::size_t row) { return reference(row); }};
  }

  // What a reference stands for, by the reference lists that were read: sorted by (doi, pmid, pmcid), none where nothing is known, several
  // for "12" that is a and b. Logarithmic.
  [[nodiscard]] std::vector<CitedWork> cited(std::string_view reference) const;
  // The works that a witness rests on: those that its references stand for, without references its document. Sorted, each once. Two
  // references, or documents, that share an identifier are one work; its name is its least PMID, else DOI, else PMCID as a CURIE. A
  // reference of which nothing is known is named as it is, a document by its id. Logarithmic.
  [[nodiscard]] std::vector<std::string_view> works(WitnessId id) const;
  void append_works(std::vector<std::string_view>& works, WitnessId id) const;

  // Edges that leave a node: consecutive numbers. Edges that enter it: ascending. Constant time.
  [[nodiscard]] auto out(NodeId id) const {
    auto const [first, last] = out_range(id);
    return ids<EdgeId>(first, last);
  }
  [[nodiscard]] std::span<EdgeId const> in(NodeId id) const;
  // Ascending. A hierarchy edge of the ontology may have none; every other edge has at least one.
  [[nodiscard]] std::span<WitnessId const> witnesses(EdgeId id) const;
  // The witnesses of a record: consecutive numbers.
  [[nodiscard]] auto witnesses(RecordId id) const {
    auto const [first, last] = record_range(id);
    return ids<WitnessId>(first, last);
  }

  // Logarithmic.
  [[nodiscard]] std::optional<NodeId> find(std::string_view id) const;
  [[nodiscard]] std::optional<EdgeId> find(NodeId subject, std::string_view relation, std::int8_t sign, bool negated, NodeId object) const;

  // Of the strongest witness; `stated` for an edge without any.
  [[nodiscard]] Basis basis(EdgeId id) const;
  // Per mille, the highest of its witnesses; 0 for an edge without any.
  [[nodiscard]] std::uint16_t confidence(EdgeId id) const;
  // MECHGRAPH:E and 32 hex digits of XXH3-128 of "subject|relation|sign|negated|object" (ids; sign "1", "0", "-1"; negated "1" or "0").
  [[nodiscard]] std::string content_id(EdgeId id) const;
  // The same in `room`, where it stays until the room is used for something else.
  std::string_view content_id(EdgeId id, TextBuffer& room) const;
  // +1, -1 or 0: of an outcome, as the ontology's curators judge it (attribute "valence").
  [[nodiscard]] int valence(NodeId id) const;

 private:
  friend class GraphBuilder;
  friend class Snapshot;
  explicit Graph(std::unique_ptr<Columns const> columns);
  using Rows = std::pair<std::size_t, std::size_t>;  // first and one past the last
  [[nodiscard]] Rows out_range(NodeId id) const;
  [[nodiscard]] Rows record_range(RecordId id) const;
  [[nodiscard]] Rows attribute_range(NodeId id) const;
  [[nodiscard]] Rows attribute_range(EdgeId id) const;
  [[nodiscard]] Rows reference_range(WitnessId id) const;
  [[nodiscard]] NamedValue node_attribute(std::size_t row) const;
  [[nodiscard]] NamedValue edge_attribute(std::size_t row) const;
  [[nodiscard]] std::string_view reference(std::size_t row) const;

  std::unique_ptr<Columns const> columns_;
};

}  // namespace mechgraph
