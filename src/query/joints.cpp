// Joints: neighbouring hops whose records are disjoint.
#include "query/joints.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "query/mute_qualifiers.hpp"

namespace mechgraph {
namespace {

// Qualifier → its values on one side.
using Context = std::map<std::string_view, std::set<std::string_view>>;

std::string_view name_of(Graph const& graph, NodeId node) {
  Node const view = graph.node(node);
  return view.label.empty() ? view.id : view.label;
}

std::vector<RecordId> records_of(Graph const& graph, EdgeId edge) {
  std::vector<RecordId> records;
  for (WitnessId const w : graph.witnesses(edge)) {
    RecordId const record = graph.witness(w).record;
    if (records.empty() || records.back() != record) records.push_back(record);
  }
  return records;
}

Context context_of(Graph const& graph, EdgeId edge, std::set<std::string_view> const& mute) {
  Context context;
  for (WitnessId const w : graph.witnesses(edge)) {
    for (QualifierView const& q : graph.qualifiers(w)) {
      if (!mute.contains(q.key)) context[q.key].insert(q.node ? name_of(graph, *q.node) : q.value);
    }
  }
  for (RecordId const record : records_of(graph, edge)) {
    for (WitnessId const w : graph.witnesses(record)) {
      EdgeId const slot = graph.witness(w).edge;
      Relation const& relation = graph.relation(slot);
      if (relation.relation_class != RelationClass::slot || relation.context_only) continue;
      NodeId const object = graph.edge(slot).object;
      context[name(graph.node(object).kind)].insert(name_of(graph, object));
    }
  }
  return context;
}

bool is_disjoint(auto const& a, auto const& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return false;
    if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return true;
}

}  // namespace

std::vector<Joint> joints_of(Graph const& graph, Path const& path) {
  std::vector<Joint> joints;
  std::set<std::string_view> const mute = mute_qualifiers(graph.ontology());
  for (std::size_t i = 1; i < path.hops.size(); ++i) {
    EdgeId const before = path.hops[i - 1].edge, after = path.hops[i].edge;
    if (!is_disjoint(records_of(graph, before), records_of(graph, after))) continue;
    Joint joint{i, {}};
    Context const a = context_of(graph, before, mute), b = context_of(graph, after, mute);
    for (auto const& [key, values] : a) {
      auto const there = b.find(key);
      if (there == b.end() || !is_disjoint(values, there->second)) continue;
      joint.differs.push_back({key, {values.begin(), values.end()}, {there->second.begin(), there->second.end()}});
    }
    joints.push_back(std::move(joint));
  }
  return joints;
}

std::size_t weakest(Terrain const& terrain, Path const& path, std::vector<Joint> const& joints) {
  auto const strength = [&](Joint const& joint) {
    std::uint64_t const cost = std::uint64_t{terrain.cost(path.hops[joint.node - 1].edge)} + terrain.cost(path.hops[joint.node].edge);
    return std::tuple{joint.differs.size(), cost};
  };
  std::size_t worst = 0;
  for (std::size_t i = 1; i < joints.size(); ++i) {
    if (strength(joints[i]) > strength(joints[worst])) worst = i;
  }
  return worst;
}

}  // namespace mechgraph
