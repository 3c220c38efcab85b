// Joining nodes: classes by union and find, then a part with other ids that a builder merges.
#include "query/same_as.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "base/digest.hpp"
#include "graph/builder.hpp"
#include "graph/extract.hpp"

namespace mechgraph {
namespace {

std::string_view prefix_of(std::string_view id) { return id.substr(0, id.find(':')); }

// Sets of nodes that are one.
class Classes {
 public:
  explicit Classes(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t root(std::size_t n) {
    while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
    return n;
  }
  // The root of both is the lesser of the two.
  void join(std::size_t a, std::size_t b) { parent_[std::max(a, b)] = std::min(a, b); }

 private:
  std::vector<std::size_t> parent_;
};

// Calls put(part) for each id of a composition "A|B;C|relation=D;relation=E", and gives the text with what it returned, sorted again.
template <class Put>
std::string recomposed(std::string_view composition, Put const& put) {
  std::string text;
  for (std::size_t begin = 0; begin <= composition.size();) {
    std::size_t const end = std::min(composition.find('|', begin), composition.size());
    std::set<std::string> parts;
    for (std::size_t at = begin; at <= end;) {
      std::size_t const stop = std::min(composition.find(';', at), end);
      std::string_view const part = composition.substr(at, stop - at);
      std::size_t const equals = part.find('=');
      std::size_t const id = equals == std::string_view::npos ? 0 : equals + 1;
      parts.insert(std::string{part.substr(0, id)} + std::string{put(part.substr(id))});
      at = stop + 1;
    }
    if (begin > 0) text += '|';
    for (std::string const& part : parts) text += (&part == &*parts.begin() ? "" : ";") + part;
    begin = end + 1;
  }
  return text;
}

class Joiner {
 public:
  Joiner(Graph const& graph, bool trusted) : graph_(graph), trusted_(trusted), classes_(graph.node_count()) {}

  JoinedGraph run(std::span<SamePair const> pairs) {
    std::vector<std::pair<std::string, std::string>> refused;
    std::size_t unused = 0;
    for (auto const& [a, b] : pairs) {
      auto const x = graph_.find(a), y = graph_.find(b);
      if (!x || !y) {
        ++unused;
      } else if (!join(index(*x), index(*y))) {
        refused.emplace_back(a, b);
      }
    }
    choose();
    rename_preparations();
    std::map<std::string, JoinedNodes> joined;
    for (NodeId const n : graph_.nodes()) {
      std::string const& kept = kept_[index(n)];
      if (kept.empty() || kept == graph_.node(n).id) continue;
      joined[kept].others.emplace_back(graph_.node(n).id);
    }
    JoinedGraph answer{rebuilt(), {}, std::move(refused), unused};
    for (auto& [kept, nodes] : joined) {
      nodes.kept = kept;
      std::ranges::sort(nodes.others);
      answer.joined.push_back(std::move(nodes));
    }
    return answer;
  }

 private:
  // False when the pair would bring two identifiers of one vocabulary together.
  bool join(std::size_t a, std::size_t b) {
    std::size_t const x = classes_.root(a), y = classes_.root(b);
    if (x == y) return true;
    auto const prefixes = [&](std::size_t root) -> std::set<std::string_view>& {
      auto& own = prefixes_[root];
      if (own.empty()) own.insert(prefix_of(graph_.node(at_index<NodeId>(root)).id));
      return own;
    };
    std::set<std::string_view>&p = prefixes(x), &q = prefixes(y);
    if (!trusted_ && std::ranges::any_of(p, [&](std::string_view prefix) { return q.contains(prefix); })) return false;
    auto all = std::move(p);
    if (all.size() < q.size()) std::swap(all, q);
    all.merge(q);
    prefixes_.erase(x);
    prefixes_.erase(y);
    classes_.join(x, y);
    prefixes_[std::min(x, y)] = std::move(all);
    touched_.push_back(a);
    touched_.push_back(b);
    return true;
  }

  // The id of each class that has more than one node.
  void choose() {
    kept_.resize(graph_.node_count());
    std::map<std::size_t, std::vector<std::size_t>> members;
    std::ranges::sort(touched_);
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    for (std::size_t const n : touched_) members[classes_.root(n)].push_back(n);
    for (auto const& [root, nodes] : members) {
      auto const rank = [this](std::size_t n) {
        std::string_view const id = graph_.node(at_index<NodeId>(n)).id;
        auto const term = graph_.ontology().find_id(id);
        bool const is_own = term && graph_.ontology().term(*term).id == id;
        return std::pair{!is_own, id};
      };
      std::size_t const best = *std::ranges::min_element(nodes, {}, rank);
      for (std::size_t const n : nodes) kept_[n] = graph_.node(at_index<NodeId>(best)).id;
    }
  }

  // The id that stands for one in the new graph.
  [[nodiscard]] std::string_view now(std::string_view id) const {
    auto const node = graph_.find(id);
    return node && !kept_[index(*node)].empty() ? std::string_view{kept_[index(*node)]} : id;
  }

  void rename_preparations() {
    for (NodeId const n : graph_.nodes()) {
      std::string_view const old = graph_.attribute(n, attribute::composition);
      if (old.empty()) continue;
      std::string composition = recomposed(old, [this](std::string_view id) { return now(id); });
      if (composition == old) continue;
      kept_[index(n)] = "MECHGRAPH:I" + digest(composition);
      compositions_.emplace(index(n), std::move(composition));
    }
  }

  [[nodiscard]] Graph rebuilt() {
    GraphPart part = extract(graph_);
    auto const text = [&](std::string_view view) { return part.strings.intern(view); };
    // Ids first, since what qualifies a witness names nodes too.
    std::vector<std::optional<NodeId>> was;  // of rows that got another id
    for (GraphPart::Node& row : part.nodes) {
      auto const node = graph_.find(part.strings.view(row.id));
      std::string const& kept = kept_[index(*node)];
      bool const changes = !kept.empty() && kept != graph_.node(*node).id;
      was.push_back(changes ? node : std::nullopt);
      if (changes) row.id = text(kept);
    }
    for (GraphPart::Witness& witness : part.witnesses) {
      for (GraphPart::Qualifier& qualifier : witness.qualifiers) {
        if (qualifier.is_node) qualifier.value = text(now(part.strings.view(qualifier.value)));
      }
    }
    // What only spoke of the other id becomes a cross-reference or a synonym.
    std::erase_if(part.node_attributes, [&](GraphPart::Attribute& row) {
      auto const node = was[row.owner];
      std::string_view const name = part.strings.view(row.name);
      if (!node) return false;
      if (auto const made = compositions_.find(index(*node)); made != compositions_.end()) {
        if (name == attribute::composition) row.value = text(made->second);
        return false;
      }
      if (name == attribute::identifier) row.name = text(attribute::xref);
      if (name == attribute::ontology_label) row.name = text(attribute::synonym);
      return name == attribute::key || name == attribute::match;
    });
    for (std::size_t row = 0; row < part.nodes.size(); ++row) {
      if (!was[row] || compositions_.contains(index(*was[row]))) continue;
      auto const owner = static_cast<std::uint32_t>(row);
      Node const old = graph_.node(*was[row]);
      Node const kept = graph_.node(*graph_.find(kept_[index(*was[row])]));
      part.node_attributes.push_back({owner, text(attribute::xref), text(old.id)});
      if (!old.label.empty() && old.label != kept.label) {
        part.node_attributes.push_back({owner, text(attribute::synonym), text(old.label)});
      }
      GraphPart::Node& node = part.nodes[row];
      constexpr auto ancestor = static_cast<unsigned>(NodeFlag::ancestor);
      node = {node.id, kept.kind, text(kept.type), text(kept.label),
              static_cast<std::uint8_t>((kept.flags & ~ancestor) | (old.flags & ancestor))};
    }
    GraphBuilder builder{graph_.shared_ontology()};
    builder.add(part);
    return std::move(builder).freeze();
  }

  Graph const& graph_;
  bool trusted_;
  Classes classes_;
  std::map<std::size_t, std::set<std::string_view>> prefixes_;  // of classes with more than one node
  std::vector<std::size_t> touched_;
  std::vector<std::string> kept_;                    // by node; empty: its own id
  std::map<std::size_t, std::string> compositions_;  // of preparations that got another id
};

}  // namespace

std::vector<SamePair> own_same_pairs(Graph const& graph) {
  std::vector<SamePair> pairs;
  for (NodeId const n : graph.nodes()) {
    std::string_view const id = graph.node(n).id;
    std::string_view const match = graph.attribute(n, attribute::match);
    bool const is_same = match.empty() || match == "exact" || match == "close";
    for (auto const& [name, value] : graph.attributes(n)) {
      bool const names = name == attribute::xref || (name == attribute::identifier && is_same);
      if (names && value != id && graph.find(value)) pairs.emplace_back(id, value);
    }
  }
  return pairs;
}

JoinedGraph join_same(Graph const& graph, std::span<SamePair const> pairs, bool trusted) { return Joiner{graph, trusted}.run(pairs); }

}  // namespace mechgraph
