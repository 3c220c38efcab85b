// Comparing two graphs: nodes in step, edges subject by subject, witnesses edge by edge.
#include "query/difference.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include <tsl/robin_set.h>

#include "graph/builder.hpp"

namespace mechgraph {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

bool same_attributes(auto const& a, auto const& b) {
  return std::ranges::equal(a, b, [](NamedValue const& x, NamedValue const& y) { return x.name == y.name && x.value == y.value; });
}

class Comparison {
 public:
  Comparison(Graph const& before, Graph const& after) : before_(before), after_(after) {}

  Difference run() {
    match_documents();
    match_nodes();
    match_relations();
    for (NodeId const old : before_.nodes()) {
      auto const now = node_now_[index(old)];
      if (now == none) {
        for (EdgeId const e : before_.out(old)) found_.removed_edges.push_back(e);
      } else {
        compare_edges(old, at_index<NodeId>(now));
      }
    }
    for (NodeId const n : found_.added_nodes) {
      for (EdgeId const e : after_.out(n)) found_.added_edges.push_back(e);
    }
    std::ranges::sort(found_.removed_edges);
    std::ranges::sort(found_.added_edges);
    compare_documents();
    compare_captions();
    compare_references();
    return std::move(found_);
  }

 private:
  // An edge by what both graphs know it by: the new graph's numbers.
  struct Key {
    std::uint32_t object = 0, relation = 0;
    int sign = 0;
    bool negated = false;
    EdgeId edge{};
    bool paired = false;  // with an edge that flipped into it
    [[nodiscard]] auto identity() const { return std::tuple{object, relation, sign, negated}; }
  };

  void match_nodes() {
    node_now_.assign(before_.node_count(), none);
    std::vector<bool> was(after_.node_count());
    for (NodeId const old : before_.nodes()) {
      Node const node = before_.node(old);
      // Most often the nodes of the two graphs stand in step.
      std::size_t const guess = next_guess_ < after_.node_count() ? next_guess_ : 0;
      std::optional<NodeId> now;
      if (guess < after_.node_count() && after_.node(at_index<NodeId>(guess)).id == node.id) {
        now = at_index<NodeId>(guess);
      } else {
        now = after_.find(node.id);
      }
      if (!now) {
        found_.removed_nodes.push_back(old);
        continue;
      }
      next_guess_ = index(*now) + 1;
      node_now_[index(old)] = static_cast<std::uint32_t>(index(*now));
      was[index(*now)] = true;
      Node const view = after_.node(*now);
      bool const same = node.kind == view.kind && node.type == view.type && node.label == view.label && node.flags == view.flags &&
                        same_attributes(before_.attributes(old), after_.attributes(*now));
      if (!same) found_.changed_nodes.emplace_back(old, *now);
    }
    for (NodeId const n : after_.nodes()) {
      if (!was[index(n)]) found_.added_nodes.push_back(n);
    }
  }

  void match_documents() {
    std::map<std::string_view, DocumentId> now;
    for (DocumentId const d : after_.documents()) now.emplace(after_.document(d).id, d);
    for (DocumentId const d : before_.documents()) {
      auto const place = now.find(before_.document(d).id);
      document_now_.push_back(place == now.end() ? none : static_cast<std::uint32_t>(index(place->second)));
    }
  }

  void match_relations() {
    std::map<std::string_view, std::uint32_t> numbers;
    for (Relation const& relation : after_.relations()) numbers.emplace(relation.name, static_cast<std::uint32_t>(numbers.size()));
    for (Relation const& relation : before_.relations()) {
      auto const place = numbers.find(relation.name);
      relation_now_.push_back(place == numbers.end() ? none : place->second);
    }
  }

  void compare_edges(NodeId old, NodeId now) {
    old_.clear();
    new_.clear();
    for (EdgeId const e : before_.out(old)) {
      Edge const edge = before_.edge(e);
      std::uint32_t const object = node_now_[index(edge.object)];
      if (object == none) {
        found_.removed_edges.push_back(e);
      } else {
        old_.push_back({object, relation_now_[edge.relation], edge.sign, edge.negated, e, false});
      }
    }
    for (EdgeId const e : after_.out(now)) {
      Edge const edge = after_.edge(e);
      new_.push_back({static_cast<std::uint32_t>(index(edge.object)), edge.relation, edge.sign, edge.negated, e, false});
    }
    std::ranges::sort(old_, {}, &Key::identity);
    std::ranges::sort(new_, {}, &Key::identity);
    removed_.clear();
    added_.clear();
    auto a = old_.begin();
    auto b = new_.begin();
    while (a != old_.end() || b != new_.end()) {
      if (b == new_.end() || (a != old_.end() && a->identity() < b->identity())) {
        removed_.push_back(*a++);
      } else if (a == old_.end() || b->identity() < a->identity()) {
        added_.push_back(*b++);
      } else {
        compare_witnesses((a++)->edge, (b++)->edge);
      }
    }
    pair_flips();
  }

  // Both lists are in order of the object.
  void pair_flips() {
    for (Key const& was : removed_) {
      bool flipped = false;
      auto is = std::ranges::lower_bound(added_, was.object, {}, &Key::object);
      for (; is != added_.end() && is->object == was.object; ++is) {
        Relation const& a = before_.relation(was.edge);
        Relation const& b = after_.relation(is->edge);
        bool const effects = a.relation_class == RelationClass::effect && b.relation_class == RelationClass::effect;
        if (is->paired || (!effects && a.name != b.name) || (was.sign == is->sign && was.negated == is->negated)) continue;
        found_.flips.push_back({was.edge, is->edge});
        is->paired = flipped = true;
        break;
      }
      if (!flipped) found_.removed_edges.push_back(was.edge);
    }
    for (Key const& is : added_) {
      if (!is.paired) found_.added_edges.push_back(is.edge);
    }
  }

  [[nodiscard]] bool same(WitnessId a, WitnessId b) const {
    WitnessView const x = before_.witness(a), y = after_.witness(b);
    RecordView const r = before_.record(x.record), s = after_.record(y.record);
    if (r.id != s.id || r.table != s.table || x.field != y.field || x.cell != y.cell || x.rule != y.rule) return false;
    if (x.text != y.text || x.trigger != y.trigger || x.subject != y.subject || x.object != y.object) return false;
    if (x.confidence != y.confidence || x.basis != y.basis || x.flags != y.flags) return false;
    if (document_now_[index(r.document)] != index(s.document)) return false;
    if (!std::ranges::equal(before_.references(a), after_.references(b))) return false;
    auto const equal = [](QualifierView const& p, QualifierView const& q) {
      return p.key == q.key && p.value == q.value && p.node.has_value() == q.node.has_value();
    };
    return std::ranges::equal(before_.qualifiers(a), after_.qualifiers(b), equal);
  }

  // Witnesses of equal content stand in equal order, so what one side lacks is skipped on the other. An edge has few witnesses; where both
  // sides have many that differ, those of one place are compared.
  void compare_witnesses(EdgeId was, EdgeId is) {
    EvidenceChange change{was, is, {}, {}, !same_attributes(before_.attributes(was), after_.attributes(is))};
    auto const a = before_.witnesses(was), b = after_.witnesses(is);
    bool const equal = a.size() == b.size() && std::ranges::equal(a, b, [this](WitnessId x, WitnessId y) { return same(x, y); });
    if (!equal) {
      std::map<Place, std::vector<WitnessId>> places;
      for (WitnessId const w : b) places[place(after_, w)].push_back(w);
      for (WitnessId const w : a) {
        auto const there = places.find(place(before_, w));
        auto* const candidates = there == places.end() ? nullptr : &there->second;
        if (candidates == nullptr || !take(*candidates, w)) change.removed.push_back(w);
      }
      for (auto const& [where, left] : places) change.added.insert(change.added.end(), left.begin(), left.end());
      std::ranges::sort(change.added);
    }
    if (change.attributes_changed || !change.removed.empty() || !change.added.empty()) found_.evidence.push_back(std::move(change));
  }

  using Place = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::uint32_t, std::uint32_t>;
  static Place place(Graph const& graph, WitnessId w) {
    WitnessView const witness = graph.witness(w);
    RecordView const record = graph.record(witness.record);
    return {graph.document(record.document).id, record.table, record.id, witness.field, witness.text.begin, witness.text.end};
  }
  bool take(std::vector<WitnessId>& candidates, WitnessId was) const {
    auto const found = std::ranges::find_if(candidates, [&](WitnessId w) { return same(was, w); });
    if (found == candidates.end()) return false;
    candidates.erase(found);
    return true;
  }

  void compare_documents() {
    for (DocumentId const d : before_.documents()) {
      if (document_now_[index(d)] == none) continue;
      auto const now = at_index<DocumentId>(document_now_[index(d)]);
      DocumentView const a = before_.document(d), b = after_.document(now);
      auto const fields = [](DocumentView const& view) {
        return std::tuple{view.doi, view.pmid, view.pmcid, view.title, view.journal, view.year, view.licence};
      };
      if (fields(a) != fields(b)) found_.changed_documents.emplace_back(d, now);
    }
  }

  // The first record of each table, by document and table. Records of a table stand together.
  static std::map<std::pair<std::string_view, std::string_view>, RecordId> tables(Graph const& graph) {
    std::map<std::pair<std::string_view, std::string_view>, RecordId> first;
    std::pair<DocumentId, char const*> last{};
    for (RecordId const r : graph.records()) {
      RecordView const record = graph.record(r);
      std::pair const place{record.document, record.table.data()};  // a graph holds each text once
      if (r != RecordId{} && place == last) continue;
      first.try_emplace({graph.document(record.document).id, record.table}, r);
      last = place;
    }
    return first;
  }

  void compare_captions() {
    auto const was = tables(before_), is = tables(after_);
    for (auto const& [key, record] : was) {
      auto const place = is.find(key);
      if (place != is.end() && before_.record(record).caption != after_.record(place->second).caption) {
        found_.changed_captions.emplace_back(record, place->second);
      }
    }
  }

  void compare_references() {
    tsl::robin_set<char const*> known, seen;  // a graph holds each text once
    std::vector<std::string_view> all;
    for (WitnessId const w : before_.witnesses()) {
      for (std::string_view const reference : before_.references(w)) {
        if (known.insert(reference.data()).second) all.push_back(reference);
      }
    }
    std::ranges::sort(all);
    for (WitnessId const w : after_.witnesses()) {
      for (std::string_view const reference : after_.references(w)) {
        if (!seen.insert(reference.data()).second || !std::ranges::binary_search(all, reference)) continue;
        auto const fields = [](CitedWork const& work) { return std::tuple{work.doi, work.pmid, work.pmcid}; };
        if (!std::ranges::equal(before_.cited(reference), after_.cited(reference), {}, fields, fields)) {
          found_.changed_references.push_back(*std::ranges::lower_bound(all, reference));
        }
      }
    }
    std::ranges::sort(found_.changed_references);
  }

  Graph const& before_;
  Graph const& after_;
  Difference found_;
  std::vector<std::uint32_t> node_now_, relation_now_, document_now_;  // the old graph's numbers → the new graph's
  std::size_t next_guess_ = 0;
  std::vector<Key> old_, new_, removed_, added_;  // scratch
};

}  // namespace

Difference difference(Graph const& before, Graph const& after) { return Comparison{before, after}.run(); }

Graph marked_union(Graph const& before, Graph const& after, Difference const& difference) {
  GraphBuilder builder{after.shared_ontology()};
  builder.merge(before);
  builder.merge(after);
  GraphPart marks;
  auto const text = [&](std::string_view view) { return marks.strings.intern(view); };
  auto const add_node = [&](Graph const& graph, NodeId n) {
    Node const node = graph.node(n);
    marks.nodes.push_back({text(node.id), node.kind, text(node.type), text(node.label), node.flags});
    return static_cast<std::uint32_t>(marks.nodes.size() - 1);
  };
  auto const mark_node = [&](Graph const& graph, NodeId n, std::string_view change) {
    marks.node_attributes.push_back({add_node(graph, n), text(attribute::change), text(change)});
  };
  auto const mark_edge = [&](Graph const& graph, EdgeId e, std::string_view change) {
    Edge const edge = graph.edge(e);
    std::uint32_t const subject = add_node(graph, edge.subject), object = add_node(graph, edge.object);
    marks.edges.push_back({subject, object, text(graph.relation(e).name), edge.sign, edge.negated});
    marks.edge_attributes.push_back({static_cast<std::uint32_t>(marks.edges.size() - 1), text(attribute::change), text(change)});
  };
  for (NodeId const n : difference.removed_nodes) mark_node(before, n, "removed");
  for (NodeId const n : difference.added_nodes) mark_node(after, n, "added");
  for (auto const& [was, is] : difference.changed_nodes) mark_node(after, is, "changed");
  for (Flip const& flip : difference.flips) {
    mark_edge(before, flip.before, "flipped");
    mark_edge(after, flip.after, "flipped");
  }
  for (EdgeId const e : difference.removed_edges) mark_edge(before, e, "removed");
  for (EdgeId const e : difference.added_edges) mark_edge(after, e, "added");
  for (EvidenceChange const& change : difference.evidence) mark_edge(after, change.after, "evidence");
  builder.add(marks);
  return std::move(builder).freeze();
}

}  // namespace mechgraph
