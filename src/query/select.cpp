// Selecting: which witnesses, then which edges, then which nodes.
#include "query/select.hpp"

#include <algorithm>

#include "graph/builder.hpp"
#include "graph/extract.hpp"
#include "query/withdrawn.hpp"

namespace mechgraph {
namespace {

template <class Wanted, class Item>
bool is_among(Wanted const& wanted, Item const& item) {
  return wanted.empty() || std::ranges::find(wanted, item) != wanted.end();
}

class Selector {
 public:
  Selector(Graph const& graph, Selection const& selection)
      : graph_(graph), selection_(selection), edges_(graph.edge_count()), nodes_(graph.node_count()) {}

  Graph run() {
    for (EdgeId const e : graph_.edges()) edges_[index(e)] = is_wanted(e);
    if (!selection_.around.empty()) {
      keep_near();
    } else {
      keep_ends();
    }
    GraphPart part = extract(graph_, {.node = [&](NodeId n) { return nodes_[index(n)]; },
                                      .edge = [&](EdgeId e) { return edges_[index(e)]; },
                                      .witness = [&](WitnessId w) { return is_wanted(w); }});
    if (selection_.without != nullptr) {
      for (GraphPart::Witness& witness : part.witnesses) {
        witness.references.erase_if([&](StringId reference) { return selection_.without->takes(part.strings.view(reference)); });
      }
    }
    GraphBuilder builder{graph_.shared_ontology()};
    builder.add(part);
    return std::move(builder).freeze();
  }

 private:
  [[nodiscard]] bool is_wanted(WitnessId w) const {
    return is_among(selection_.bases, graph_.witness(w).basis) && (selection_.without == nullptr || !selection_.without->takes(w));
  }
  [[nodiscard]] bool is_wanted(NodeId n) const { return is_among(selection_.kinds, graph_.node(n).kind); }
  // The hierarchy of the ontology has no witnesses: the builder adds it to what is kept.
  [[nodiscard]] bool is_wanted(EdgeId e) const {
    auto const witnesses = graph_.witnesses(e);
    auto const kept = static_cast<std::size_t>(std::ranges::count_if(witnesses, [this](WitnessId w) { return is_wanted(w); }));
    Edge const edge = graph_.edge(e);
    return kept > 0 && kept >= selection_.min_witnesses && is_among(selection_.relations, graph_.relation(e).name) &&
           is_wanted(edge.subject) && is_wanted(edge.object);
  }

  void keep_ends() {
    bool const is_by_edges =
        !selection_.relations.empty() || !selection_.bases.empty() || selection_.min_witnesses > 0 || selection_.without != nullptr;
    for (NodeId const n : graph_.nodes()) nodes_[index(n)] = !is_by_edges && is_wanted(n) && !graph_.node(n).has(NodeFlag::ancestor);
    for (EdgeId const e : graph_.edges()) {
      if (edges_[index(e)]) nodes_[index(graph_.edge(e).subject)] = nodes_[index(graph_.edge(e).object)] = true;
    }
  }

  // Breadth first, without regard to direction; an edge between two nodes that were reached last is one hop further and left out.
  void keep_near() {
    std::vector<bool> reached(graph_.edge_count());
    std::vector<NodeId> layer = selection_.around;
    for (NodeId const n : layer) nodes_[index(n)] = true;
    for (std::uint32_t hop = 0; hop < selection_.hops && !layer.empty(); ++hop) {
      std::vector<NodeId> next;
      auto const reach = [&](EdgeId e, NodeId n) {
        if (!edges_[index(e)]) return;
        reached[index(e)] = true;
        if (!nodes_[index(n)]) next.push_back(n);
        nodes_[index(n)] = true;
      };
      for (NodeId const n : layer) {
        for (EdgeId const e : graph_.out(n)) reach(e, graph_.edge(e).object);
        for (EdgeId const e : graph_.in(n)) reach(e, graph_.edge(e).subject);
      }
      layer = std::move(next);
    }
    edges_ = std::move(reached);
  }

  Graph const& graph_;
  Selection const& selection_;
  std::vector<bool> edges_, nodes_;
};

}  // namespace

Graph select(Graph const& graph, Selection const& selection) { return Selector{graph, selection}.run(); }

Graph edges_alone(Graph const& graph, std::vector<bool> const& edges) {
  std::vector<bool> nodes(graph.node_count());
  for (EdgeId const e : graph.edges()) {
    if (edges[index(e)]) nodes[index(graph.edge(e).subject)] = nodes[index(graph.edge(e).object)] = true;
  }
  GraphBuilder builder{graph.shared_ontology()};
  builder.add(extract(
      graph, {.node = [&](NodeId n) { return nodes[index(n)]; }, .edge = [&](EdgeId e) { return edges[index(e)]; }, .witness = {}}));
  return std::move(builder).freeze();
}

}  // namespace mechgraph
