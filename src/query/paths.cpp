// Mechanism paths: two searches, and on what each path rests.
#include "query/paths.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>

#include "query/walk.hpp"

namespace mechgraph {
namespace {

// The records that witness an edge, ascending: witnesses are in order of their records.
std::vector<RecordId> records_of(Graph const& graph, EdgeId edge) {
  std::vector<RecordId> records;
  for (WitnessId const w : graph.witnesses(edge)) {
    RecordId const record = graph.witness(w).record;
    if (records.empty() || records.back() != record) records.push_back(record);
  }
  return records;
}

// How far a record goes for an edge: the strongest basis of its witnesses, if it has any.
std::optional<Basis> basis_in(Graph const& graph, EdgeId edge, RecordId record) {
  auto const all = graph.witnesses(edge);
  auto own = std::ranges::lower_bound(all, record, {}, [&](WitnessId w) { return graph.witness(w).record; });
  std::optional<Basis> strongest;
  for (; own != all.end() && graph.witness(*own).record == record; ++own) {
    Basis const basis = graph.witness(*own).basis;
    if (!strongest || basis < *strongest) strongest = basis;
  }
  return strongest;
}

class PathFinder {
 public:
  PathFinder(Graph const& graph, PathQuery const& query)
      : graph_(graph),
        query_(query),
        from_(sorted(query.from)),
        to_(sorted(query.to)),
        terrain_(graph),
        distances_(terrain_, to_, query.max_hops) {}

  PathAnswer run() {
    if (query_.asserted || query_.suggested) search_records();
    if (query_.composed && !is_enough(found_.size())) search_graph();
    for (Found const& found : found_) {
      if (query_.limit != 0 && answer_.paths.size() == query_.limit) {
        answer_.complete = false;
        break;
      }
      answer_.paths.push_back(found.path);
    }
    return std::move(answer_);
  }

 private:
  static constexpr std::size_t steps_of_a_record = 1000;

  // A path with what it is ordered by.
  struct Found {
    Path path;
    std::uint64_t cost = 0;
    std::vector<std::pair<NodeId, EdgeId>> steps;

    bool operator<(Found const& other) const {
      auto const key = [](Found const& f) { return std::tuple{f.path.support, f.cost, f.steps.size(), f.path.nodes.front()}; };
      auto const mine = key(*this), its = key(other);
      return mine != its ? mine < its : steps < other.steps;
    }
  };

  static std::vector<NodeId> sorted(std::vector<NodeId> nodes) {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  // One more than the limit, so that we know whether the limit cut anything.
  [[nodiscard]] bool is_enough(std::size_t count) const { return query_.limit != 0 && count > query_.limit; }

  // One path once, and no more than are enough.
  void keep(Found found) {
    found_.insert(std::move(found));
    if (query_.limit != 0 && found_.size() > query_.limit + 1) found_.erase(std::prev(found_.end()));
  }

  // The path with its sign and support.
  Found described(Walk const& walk) const {
    Found found;
    found.cost = walk.cost;
    Path& path = found.path;
    path.nodes = walk.nodes;
    path.hops = walk.hops;
    path.score = std::round(std::exp(-1e-6 * static_cast<double>(walk.cost)) * 1e4) / 1e4;
    path.sign = 1;
    for (std::size_t i = 0; i < walk.hops.size(); ++i) {
      EdgeId const edge = walk.hops[i].edge;
      if (terrain_.is_effect(edge)) path.sign *= graph_.edge(edge).sign;
      found.steps.emplace_back(walk.nodes[i + 1], edge);
    }
    path.benefit = path.sign * graph_.valence(path.nodes.back());
    describe_support(path);
    return found;
  }

  // The records that witness every hop, without cargo if there are such.
  void describe_support(Path& path) const {
    EdgeId const rarest =
        std::ranges::min_element(path.hops, {}, [this](Hop const& hop) { return graph_.witnesses(hop.edge).size(); })->edge;
    std::vector<RecordId> asserting, suggesting;
    for (RecordId const record : records_of(graph_, rarest)) {
      bool is_cargo = false;
      bool const has_all = std::ranges::all_of(path.hops, [&](Hop const& hop) {
        auto const basis = basis_in(graph_, hop.edge, record);
        is_cargo = is_cargo || basis == Basis::cargo;
        return basis.has_value();
      });
      if (has_all) (is_cargo ? suggesting : asserting).push_back(record);
    }
    path.support = !asserting.empty() ? Support::asserted : !suggesting.empty() ? Support::suggested : Support::composed;
    path.records = !asserting.empty() ? std::move(asserting) : std::move(suggesting);
  }

  [[nodiscard]] bool has_sign(Path const& path) const { return query_.sign < -1 || query_.sign > 1 || path.sign == query_.sign; }

  // Asserted and suggested paths: within each record that has an effect on a target.
  void search_records() {
    std::vector<RecordId> records;
    for (NodeId const target : to_) {
      for (EdgeId const edge : graph_.in(target)) {
        if (terrain_.is_effect(edge)) std::ranges::copy(records_of(graph_, edge), std::back_inserter(records));
      }
    }
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    std::size_t shared = query_.max_steps;  // beyond those that every record has of its own
    for (RecordId const record : records) {
      std::size_t const given = steps_of_a_record + shared;
      std::size_t left = given;
      if (!search(record, left)) answer_.complete = false;
      if (std::size_t const used = given - left; used > steps_of_a_record) shared -= used - steps_of_a_record;
    }
  }

  bool search(RecordId record, std::size_t& steps) {
    std::vector<EdgeId> edges;
    std::vector<NodeId> starts;
    for (WitnessId const w : graph_.witnesses(record)) {
      EdgeId const edge = graph_.witness(w).edge;
      if (!terrain_.is_walked(edge)) continue;
      edges.push_back(edge);
      for (NodeId const end : {graph_.edge(edge).subject, graph_.edge(edge).object}) {
        if (std::ranges::binary_search(from_, end)) starts.push_back(end);
      }
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::size_t asserted = 0, suggested = 0;  // the k best of all are among the k best of each record
    return walk(terrain_, WalkedEdges{graph_, std::move(edges)}, distances_, sorted(std::move(starts)), query_.max_hops, steps,
                [&](Walk const& walk) {
                  Found found = described(walk);
                  if (!has_sign(found.path)) return true;
                  bool const is_asserted = found.path.support == Support::asserted;
                  ++(is_asserted ? asserted : suggested);
                  if (is_asserted ? query_.asserted : query_.suggested) keep(std::move(found));
                  return (query_.asserted && !is_enough(asserted)) || (query_.suggested && !is_enough(suggested));
                });
  }

  // Composed paths: over the whole graph, best first.
  void search_graph() {
    std::size_t steps = query_.max_steps;
    bool const ended = walk(terrain_, WalkedEdges{graph_}, distances_, from_, query_.max_hops, steps, [&](Walk const& walk) {
      Found found = described(walk);
      if (found.path.support == Support::composed && has_sign(found.path)) keep(std::move(found));
      return !is_enough(found_.size());
    });
    if (!ended) answer_.complete = false;
  }

  Graph const& graph_;
  PathQuery const& query_;
  std::vector<NodeId> from_, to_;
  Terrain terrain_;
  Distances distances_;
  std::set<Found> found_;
  PathAnswer answer_;
};

}  // namespace

std::string_view name(Support support) noexcept {
  switch (support) {
    case Support::asserted: return "asserted";
    case Support::suggested: return "suggested";
    case Support::composed: return "composed";
  }
  return {};
}

PathAnswer find_paths(Graph const& graph, PathQuery const& query) { return PathFinder{graph, query}.run(); }

}  // namespace mechgraph
