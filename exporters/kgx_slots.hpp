// A graph in the words of KGX and Biolink 4.4.4: the slots of each node and edge, for whichever form of it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// One slot. A list may have one value; `plain` values (numbers, true) stand in JSON without quotes.
struct KgxSlot {
  enum class Form { text, list, plain };
  std::string_view name;
  Form form = Form::text;
  std::vector<std::string> values;
};

// KGX has one edge for all evidence, so that witnesses are joined: their publications, words and, where all of them agree, qualifiers. Ids
// that are no CURIEs by KGX's rules are percent-encoded.
class KgxGraph {
 public:
  explicit KgxGraph(Graph const& graph);

  // The slots that have values, `id` first; valid until the next call. Linear in what the node or edge holds.
  std::vector<KgxSlot> const& node(NodeId id);
  std::vector<KgxSlot> const& edge(EdgeId id);

  // Names of the slots that some node or edge may have, as a header has them.
  [[nodiscard]] std::vector<std::string_view> node_columns() const;
  [[nodiscard]] std::vector<std::string_view> edge_columns() const;

 private:
  void put(std::string_view name, std::string_view value, KgxSlot::Form form = KgxSlot::Form::text);
  void put(std::string_view name, std::vector<std::string_view> const& values);
  std::string_view attribute_slot(std::string_view attribute, bool of_node);
  void witnesses(EdgeId id);
  void qualifiers(EdgeId id);

  Graph const& graph_;
  std::map<std::string_view, std::string_view> qualifier_slots_;             // ours → Biolink's
  std::map<std::string, std::string, std::less<>> node_names_, edge_names_;  // attribute → slot
  std::vector<KgxSlot> slots_;
};

// KGX's own programs tell edges apart by subject, predicate and object: what to say of edges that share these with one of another sign or
// denial, of which such a program keeps one; empty where there are none. n log n in the edges.
std::string kgx_warning(Graph const& graph);

}  // namespace mechgraph
