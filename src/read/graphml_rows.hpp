// Nodes and edges of GraphML, with the values of their keys → rows of parts.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "read/graph_rows.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// What the values of a key are. The first ones only in a graph of ours, whose other keys are attributes of several values.
enum class KeyUse : std::uint8_t {
  id,
  identifier,
  flags,
  negated,
  witnesses,
  derived,  // what the witnesses add up to: computed anew
  documents,
  columns,
  kind,
  type,
  label,
  relation,
  sign,
  attribute,
};

struct GraphMlKey {
  std::string id;         // of the XML
  std::string owner;      // "node", "edge", "graph", "all"
  std::string name;       // attr.name, else the id
  std::string otherwise;  // its default value; empty without one
  bool is_look = false;   // of yEd: shapes and places, of which only the label is read
  KeyUse use = KeyUse::attribute;
};

// One node or edge, with its values in order of the file. Kept and used again.
struct GraphMlItem {
  struct Value {
    std::size_t key = 0;
    std::string text;
  };
  std::string id, source, target;
  bool undirected = false;
  std::vector<std::pair<std::string, std::string>> marks;  // other attributes of the element
  std::string look_label;                                  // of yEd

  // The values, in order of the file.
  [[nodiscard]] std::span<Value const> values() const { return {room_.data(), used_}; }
  // One more, whose text is to be filled in.
  std::string& add(std::size_t key) {
    if (used_ == room_.size()) room_.emplace_back();
    Value& value = room_[used_++];
    value.key = key;
    value.text.clear();
    return value.text;
  }
  // Nothing, but with room for what comes.
  void clear() {
    for (std::string* const text : {&id, &source, &target, &look_label}) text->clear();
    undirected = false;
    marks.clear();
    used_ = 0;
  }

 private:
  std::vector<Value> room_;
  std::size_t used_ = 0;
};

// Collects parts. `ours`: a graph that mechgraph wrote, or that another program wrote from it. In others' graphs the id of a node is its
// XML id (one that is only a number, "n12", is joined to the content of its file, since it means another node in each), `label` or `name`
// its label, `type` or `category` its type, `kind` its kind, `relation`, `predicate`, `interaction` or `label` the relation of an edge,
// `sign` its sign where it is one; all other values are attributes, and so are those that did not keep their wording.
class GraphMlRows {
 public:
  // `content_digest` is asked for where a node's id is only a number.
  GraphMlRows(ReadOptions const& options, ReadTarget const& target, std::function<std::string()> content_digest)
      : options_(options), target_(target), content_digest_(std::move(content_digest)) {}

  // The keys, in order; before the first node.
  void keys(std::vector<GraphMlKey> keys, bool ours);
  [[nodiscard]] bool is_ours() const noexcept { return ours_; }
  // One more, for a value that no key declares; gives its number.
  std::size_t add_key(GraphMlKey key);
  [[nodiscard]] std::vector<GraphMlKey> const& keys() const noexcept { return keys_; }
  // A value of the graph itself; false for one that has no place here. Throws LineFault.
  bool graph_value(std::size_t key, std::string const& text);

  // Throw LineFault on what can not be, and add nothing then. edge() gives false when an end is not known (yet).
  void node(GraphMlItem const& item);
  bool edge(GraphMlItem const& item);
  void hand_out();
  [[nodiscard]] bool has_handed_out() const noexcept { return part_ > 0; }

  [[nodiscard]] std::size_t nodes() const noexcept { return ends_.size(); }
  [[nodiscard]] std::size_t undirected() const noexcept { return undirected_; }
  // Edges that have ends, relation, sign and negation of one before: they are one edge with all values.
  [[nodiscard]] std::size_t repeated() const noexcept { return repeated_; }
  // Code points that the text policy replaced.
  [[nodiscard]] std::uint64_t replaced() const noexcept { return rows_.replaced; }

 private:
  struct End {
    std::string id;
    std::uint8_t flags = 0;
  };
  struct KnownDocument {
    JsonObject described;
    std::map<std::string, std::string_view, std::less<>> captions;  // of its tables
  };
  struct PartEnd {
    std::uint32_t part = 0;
    std::uint32_t row = 0;
  };

  [[nodiscard]] std::string node_id(GraphMlItem const& item) const;
  std::uint32_t row_of(std::string const& xml_id);
  void own_node(GraphMlItem const& item, std::uint32_t row);
  void other_node(GraphMlItem const& item, std::uint32_t row);
  void read_own(GraphMlItem const& item, GraphPart::Edge& edge);
  void read_other(GraphMlItem const& item, GraphPart::Edge& edge);
  void attributes(GraphMlItem const& item, std::uint32_t owner, std::vector<GraphPart::Attribute>& rows);
  void attribute(std::uint32_t owner, std::vector<GraphPart::Attribute>& rows, std::string_view name, std::string_view value);
  void witnesses(std::string const& text, std::uint32_t edge);
  void note_repeated(GraphMlItem const& item, GraphPart::Edge const& edge);
  void count();

  ReadOptions const& options_;
  ReadTarget const& target_;
  std::function<std::string()> content_digest_;
  GraphRows rows_;
  std::vector<GraphMlKey> keys_;
  bool ours_ = false;
  tsl::robin_map<std::string, End> ends_;         // by XML id
  tsl::robin_map<std::string, PartEnd> in_part_;  // likewise
  std::uint32_t part_ = 0;
  std::size_t items_ = 0;
  std::size_t undirected_ = 0, repeated_ = 0;
  tsl::robin_set<std::uint64_t> seen_;  // edges of others
  mutable std::string content_;         // what numbers are joined to
  simdjson::dom::parser documents_parser_, witness_parser_;
  std::map<std::string, KnownDocument, std::less<>> documents_;
  tsl::robin_map<std::string, GraphPart::Document> part_documents_;  // those that witnesses of the part stand in
};

}  // namespace mechgraph
