// Mechanism paths: two searches, and on what each path rests.
#include "query/paths.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace mechgraph {
namespace {

// The records that witness an edge, ascending: witnesses are in order of their records.
std::vector<RecordId> records_of(Graph const& graph, EdgeId edge) {
  std::vector<RecordId> records;
  for (WitnessId const w : graph.witnesses(edge)) {
    RecordId const record = graph.record_of(w);
    if (records.empty() || records.back() != record) records.push_back(record);
  }
  return records;
}

// How far a record goes for an edge: the strongest basis of its witnesses, if it has any.
std::optional<Basis> basis_in(Graph const& graph, EdgeId edge, RecordId record) {
  auto const all = graph.witnesses(edge);
  auto own = std::ranges::lower_bound(all, record, {}, [&](WitnessId w) { return graph.record_of(w); });
  std::optional<Basis> strongest;
  for (; own != all.end() && graph.record_of(*own) == record; ++own) {
    Basis const basis = graph.basis(*own);
    if (!strongest || basis < *strongest) strongest = basis;
  }
  return strongest;
}

std::vector<NodeId> sorted(std::vector<NodeId> nodes) {
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

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

}  // namespace

class PathSearch::State {
 public:
  State(Graph const& graph, PathRules const& rules) : graph_(graph), terrain_(graph, rules), goal_(terrain_) {}

  [[nodiscard]] Terrain const& terrain() const noexcept { return terrain_; }

  void prepare() { terrain_.look_at_all(); }

  PathAnswer find(PathQuery const& query) {
    aim(query);
    found_.clear();
    known_.clear();
    PathAnswer answer;
    if (query.asserted || query.suggested || query.only_new) answer.complete = search_records();
    if (query.composed && !is_enough(found_.size())) answer.complete = search_graph() && answer.complete;
    for (Found const& found : found_) {
      if (query.limit != 0 && answer.paths.size() == query.limit) {
        answer.complete = false;
        break;
      }
      answer.paths.push_back(found.path);
    }
    return answer;
  }

  void each(PathQuery const& query, std::function<bool(Path const&)> const& take) {
    aim(query);
    known_.clear();
    auto const records = records_with_effect();
    bool goes_on = true;
    for (Support const support : {Support::asserted, Support::suggested}) {
      bool const is_wanted = support == Support::asserted ? query.asserted : query.suggested;
      if (!is_wanted && !query.only_new) continue;
      for (RecordId const record : records) {
        auto const [edges, starts] = edges_of(record);
        walk_all(terrain_, edges, goal_, starts, query.max_hops, [&](Walk const& walk) {
          Path const path = described(walk);
          if (path.support != support || path.records.front() != record) return true;  // another record has told it
          if (query.only_new) known_.emplace(path.nodes.front(), path.nodes.back());
          if (is_wanted && !query.only_new && has_sign(path)) goes_on = take(path);
          return goes_on;
        });
        if (!goes_on) return;
      }
    }
    if (!query.composed) return;
    walk_all(terrain_, WalkedEdges{graph_}, goal_, from_, query.max_hops, [&](Walk const& walk) {
      Path const path = described(walk);
      return path.support != Support::composed || !is_wanted_composed(path) || take(path);
    });
  }

  std::uint32_t fewest_hops(PathQuery const& query) {
    Distances far{terrain_};
    far.begin(query.to, Distances::unreachable - 1);
    std::uint32_t const fewest = mechgraph::fewest_hops(terrain_, far, query.from);
    return fewest == Distances::unreachable ? 0 : fewest;
  }

 private:
  static constexpr std::size_t steps_of_a_record = 1000;

  void aim(PathQuery const& query) {
    query_ = &query;
    from_ = sorted(query.from);
    to_ = sorted(query.to);
    goal_.aim(to_, query.via, query.max_hops);
  }

  // One more than the limit, so that we know whether the limit cut anything.
  [[nodiscard]] bool is_enough(std::size_t count) const { return query_->limit != 0 && count > query_->limit; }

  // One path once, and no more than are enough.
  void keep(Walk const& walk, Path path) {
    Found found{std::move(path), walk.cost, {}};
    for (std::size_t i = 0; i < walk.hops.size(); ++i) found.steps.emplace_back(walk.nodes[i + 1], walk.hops[i].edge);
    found_.insert(std::move(found));
    if (query_->limit != 0 && found_.size() > query_->limit + 1) found_.erase(std::prev(found_.end()));
  }

  // The path with its sign and support.
  [[nodiscard]] Path described(Walk const& walk) const {
    Path path;
    path.nodes = walk.nodes;
    path.hops = walk.hops;
    path.score = std::round(std::exp(-1e-6 * static_cast<double>(walk.cost)) * 1e4) / 1e4;
    path.sign = std::ranges::any_of(walk.hops, [this](Hop const& hop) { return terrain_.is_signed(hop.edge); }) ? 1 : 0;
    for (Hop const& hop : walk.hops) {
      if (terrain_.is_signed(hop.edge)) path.sign *= graph_.edge(hop.edge).sign;
    }
    path.benefit = path.sign * graph_.valence(path.nodes.back());
    describe_support(path);
    return path;
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

  [[nodiscard]] bool has_sign(Path const& path) const { return query_->sign < -1 || query_->sign > 1 || path.sign == query_->sign; }

  [[nodiscard]] bool is_wanted_composed(Path const& path) const {
    if (!has_sign(path)) return false;
    return !query_->only_new || (path.sign != 0 && !known_.contains({path.nodes.front(), path.nodes.back()}) &&
                                 std::ranges::none_of(path.hops, [this](Hop const& hop) { return is_contested(hop.edge); }));
  }

  // Some record says the opposite of an effect, or denies it, of the same two nodes.
  [[nodiscard]] bool is_contested(EdgeId edge) const {
    if (!terrain_.is_signed(edge)) return false;
    Edge const claim = graph_.edge(edge);
    return std::ranges::any_of(graph_.out(claim.subject), [&](EdgeId e) {
      Edge const other = graph_.edge(e);
      if (other.object != claim.object || !terrain_.is_signed(e)) return false;
      return other.negated ? other.sign == 0 || other.sign == claim.sign : other.sign * claim.sign < 0;
    });
  }

  // The records that have an effect on a target.
  [[nodiscard]] std::vector<RecordId> records_with_effect() const {
    std::vector<RecordId> records;
    for (NodeId const target : to_) {
      for (EdgeId const edge : graph_.in(target)) {
        if (terrain_.is_effect(edge)) std::ranges::copy(records_of(graph_, edge), std::back_inserter(records));
      }
    }
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return records;
  }

  // What a record witnesses and can be walked, and the starts among its ends.
  [[nodiscard]] std::pair<WalkedEdges, std::vector<NodeId>> edges_of(RecordId record) const {
    std::vector<EdgeId> edges;
    std::vector<NodeId> starts;
    for (WitnessId const w : graph_.witnesses(record)) {
      EdgeId const edge = graph_.edge_of(w);
      if (!terrain_.is_walked(edge)) continue;
      edges.push_back(edge);
      for (NodeId const end : {graph_.edge(edge).subject, graph_.edge(edge).object}) {
        if (std::ranges::binary_search(from_, end)) starts.push_back(end);
      }
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return {WalkedEdges{graph_, std::move(edges)}, sorted(std::move(starts))};
  }

  // Without, all paths of a record are asserted.
  [[nodiscard]] bool rests_on_cargo(RecordId record) const {
    return std::ranges::any_of(graph_.witnesses(record), [this](WitnessId w) { return graph_.basis(w) == Basis::cargo; });
  }

  // Asserted and suggested paths: within each record that has an effect on a target. False when the steps ran out.
  bool search_records() {
    bool complete = true;
    std::size_t shared = query_->max_steps;  // beyond those that every record has of its own
    for (RecordId const record : records_with_effect()) {
      std::size_t const given = steps_of_a_record + shared;
      std::size_t left = given;
      if (!search(record, left)) complete = false;
      if (std::size_t const used = given - left; used > steps_of_a_record) shared -= used - steps_of_a_record;
    }
    return complete;
  }

  bool search(RecordId record, std::size_t& steps) {
    auto const [edges, starts] = edges_of(record);
    std::size_t asserted = 0, suggested = 0;  // the k best of all are among the k best of each record
    bool const suggests = query_->suggested && rests_on_cargo(record);
    return walk(terrain_, edges, goal_, starts, query_->max_hops, steps, [&](Walk const& walk) {
      Path path = described(walk);
      if (query_->only_new) {
        known_.emplace(path.nodes.front(), path.nodes.back());
        return true;
      }
      if (!has_sign(path)) return true;
      bool const is_asserted = path.support == Support::asserted;
      ++(is_asserted ? asserted : suggested);
      if (is_asserted ? query_->asserted : query_->suggested) keep(walk, std::move(path));
      return (query_->asserted && !is_enough(asserted)) || (suggests && !is_enough(suggested));
    });
  }

  // Composed paths: over the whole graph, best first. False when the steps ran out.
  bool search_graph() {
    std::size_t steps = query_->max_steps;
    return walk(terrain_, WalkedEdges{graph_}, goal_, from_, query_->max_hops, steps, [&](Walk const& walk) {
      Path path = described(walk);
      if (path.support == Support::composed && is_wanted_composed(path)) keep(walk, std::move(path));
      return !is_enough(found_.size());
    });
  }

  Graph const& graph_;
  Terrain terrain_;
  Goal goal_;
  PathQuery const* query_ = nullptr;
  std::vector<NodeId> from_, to_;
  std::set<Found> found_;
  std::set<std::pair<NodeId, NodeId>> known_;  // ends that a record joins
};

PathSearch::PathSearch(Graph const& graph, PathRules const& rules) : state_(std::make_unique<State>(graph, rules)) {}
PathSearch::~PathSearch() = default;
PathSearch::PathSearch(PathSearch&&) noexcept = default;
PathSearch& PathSearch::operator=(PathSearch&&) noexcept = default;

void PathSearch::prepare() { state_->prepare(); }
PathAnswer PathSearch::find(PathQuery const& query) { return state_->find(query); }
void PathSearch::each(PathQuery const& query, std::function<bool(Path const&)> const& take) { state_->each(query, take); }
std::uint32_t PathSearch::fewest_hops(PathQuery const& query) { return state_->fewest_hops(query); }

Terrain const& PathSearch::terrain() const noexcept { return state_->terrain(); }

std::string_view name(Support support) noexcept {
  switch (support) {
    case Support::asserted: return "asserted";
    case Support::suggested: return "suggested";
    case Support::composed: return "composed";
  }
  return {};
}

}  // namespace mechgraph
