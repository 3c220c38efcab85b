// Opposite claims, pair by pair, and whether their contexts part them.
#include "query/contradictions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "query/mute_qualifiers.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_pairs = 4096;  // of contexts that are compared one by one

// A sorted set of (qualifier, value): what a witness says of its context.
using Context = std::vector<std::pair<std::string_view, std::string_view>>;

// The qualifiers on which both contexts say something and agree in nothing. Linear.
std::vector<std::string_view> parting(Context const& a, Context const& b) {
  std::vector<std::string_view> keys;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->first != j->first) {
      ++(i->first < j->first ? i : j);
      continue;
    }
    std::string_view const key = i->first;
    bool shares = false;
    while (i != a.end() && j != b.end() && i->first == key && j->first == key) {
      shares = shares || i->second == j->second;
      ++(i->second < j->second ? i : j);
    }
    while (i != a.end() && i->first == key) ++i;
    while (j != b.end() && j->first == key) ++j;
    if (!shares) keys.push_back(key);
  }
  return keys;
}

class Finder {
 public:
  explicit Finder(Graph const& graph) : graph_(graph), mute_(mute_qualifiers(graph.ontology())) {
    for (NodeId const n : graph.nodes()) {
      auto const type = graph.ontology().find_type(graph.node(n).type);
      is_preparation_.push_back(type && graph.ontology().type(*type).preparation);
    }
  }

  std::vector<Contradiction> run() {
    std::vector<std::pair<NodeId, EdgeId>> own;
    for (NodeId const subject : graph_.nodes()) {
      own.clear();
      for (EdgeId const e : graph_.out(subject)) own.emplace_back(graph_.edge(e).object, e);
      if (own.size() < 2) continue;
      std::ranges::sort(own);
      for (auto first = own.begin(); first != own.end();) {
        auto last = first;
        while (last != own.end() && last->first == first->first) ++last;
        judge_pair(subject, first->first, std::span{first, last});
        first = last;
      }
    }
    judge_preparations();
    return std::move(found_);
  }

 private:
  using Entries = std::span<std::pair<NodeId, EdgeId> const>;

  [[nodiscard]] bool is_effect(EdgeId e) const { return graph_.relation(e).relation_class == RelationClass::effect; }
  [[nodiscard]] bool has_sign(EdgeId e) const {
    RelationClass const of = graph_.relation(e).relation_class;
    return (of == RelationClass::effect || of == RelationClass::foreign) && graph_.edge(e).sign != 0;
  }

  [[nodiscard]] bool denies(EdgeId denial, EdgeId claim) const {
    Edge const no = graph_.edge(denial), yes = graph_.edge(claim);
    if (no.relation == yes.relation && no.sign == yes.sign) return true;
    return is_effect(denial) && is_effect(claim) && (no.sign == 0 || no.sign == yes.sign);
  }

  void judge_pair(NodeId subject, NodeId object, Entries entries) {
    if (entries.size() < 2) return;
    std::vector<EdgeId> up, down, claims, denials;
    for (auto const& [node, e] : entries) {
      bool const negated = graph_.edge(e).negated;
      (negated ? denials : claims).push_back(e);
      if (!negated && has_sign(e)) (graph_.edge(e).sign > 0 ? up : down).push_back(e);
    }
    if (!up.empty() && !down.empty()) add(Contest::contested, subject, object, false, std::move(up), std::move(down));
    // At most a handful of edges join two nodes: relations times signs.
    std::vector<EdgeId> denied, denying;
    for (EdgeId const claim : claims) {
      if (std::ranges::any_of(denials, [&](EdgeId denial) { return denies(denial, claim); })) denied.push_back(claim);
    }
    for (EdgeId const denial : denials) {
      if (std::ranges::any_of(claims, [&](EdgeId claim) { return denies(denial, claim); })) denying.push_back(denial);
    }
    if (!denied.empty()) add(Contest::denied, subject, object, false, std::move(denied), std::move(denying));
  }

  // Opposite effects of different preparations of one thing.
  void judge_preparations() {
    struct Claim {
      NodeId made_of, object;
      EdgeId edge;
      auto operator<=>(Claim const&) const = default;
    };
    std::vector<Claim> claims;
    for (NodeId const n : graph_.nodes()) {
      if (!is_preparation_[index(n)]) continue;
      for (NodeId const made_of : made_of_what(n)) {
        for (EdgeId const e : graph_.out(n)) {
          if (!graph_.edge(e).negated && has_sign(e)) claims.push_back({made_of, graph_.edge(e).object, e});
        }
      }
    }
    std::ranges::sort(claims);
    for (auto first = claims.begin(); first != claims.end();) {
      auto last = first;
      std::vector<EdgeId> up, down;
      for (; last != claims.end() && last->made_of == first->made_of && last->object == first->object; ++last) {
        (graph_.edge(last->edge).sign > 0 ? up : down).push_back(last->edge);
      }
      // Where one preparation has both effects that is said of it alone.
      auto const subject = [this](EdgeId e) { return graph_.edge(e).subject; };
      bool const is_across = !up.empty() && !down.empty() &&
                             (subject(up.front()) != subject(up.back()) || subject(down.front()) != subject(down.back()) ||
                              subject(up.front()) != subject(down.front()));
      if (is_across) add(Contest::contested, first->made_of, first->object, true, std::move(up), std::move(down));
      first = last;
    }
  }

  // What a preparation is an instance of: the objects of its slots that are neither its context nor a source.
  [[nodiscard]] std::vector<NodeId> made_of_what(NodeId preparation) const {
    std::vector<NodeId> nodes;
    for (EdgeId const e : graph_.out(preparation)) {
      if (is_slot(e) && graph_.node(graph_.edge(e).object).kind != Kind::source) nodes.push_back(graph_.edge(e).object);
    }
    return nodes;
  }
  [[nodiscard]] bool is_slot(EdgeId e) const {
    Relation const& relation = graph_.relation(e);
    return relation.relation_class == RelationClass::slot && !relation.context_only && !graph_.edge(e).negated;
  }

  void add(Contest contest, NodeId subject, NodeId object, bool across, std::vector<EdgeId> pro, std::vector<EdgeId> contra) {
    Contradiction found{contest, subject, object, across, std::move(pro), std::move(contra), {}};
    if (auto differs = what_parts(found); !differs.empty()) {
      found.contest = Contest::explained;
      found.differs = std::move(differs);
    }
    found_.push_back(std::move(found));
  }

  // The distinct contexts of the witnesses of some edges.
  [[nodiscard]] std::set<Context> contexts(std::vector<EdgeId> const& edges, bool across) {
    std::set<Context> contexts;
    for (EdgeId const e : edges) {
      Context made = across ? made_with(graph_.edge(e).subject) : Context{};
      for (WitnessId const w : graph_.witnesses(e)) {
        Context context = made;
        for (QualifierView const& q : graph_.qualifiers(w)) {
          if (!mute_.contains(q.key)) context.emplace_back(q.key, q.value);
        }
        std::ranges::sort(context);
        context.erase(std::unique(context.begin(), context.end()), context.end());
        contexts.insert(std::move(context));
      }
    }
    return contexts;
  }

  // A preparation's sources and modifiers as qualifiers. A modifier that it does not have is a value too: the identifier says all.
  Context made_with(NodeId preparation) {
    Context made;
    for (Relation const& relation : graph_.relations()) {
      if (relation.in_identity) made.emplace_back(relation.name, std::string_view{});
    }
    for (EdgeId const e : graph_.out(preparation)) {
      Edge const edge = graph_.edge(e);
      Relation const& relation = graph_.relation(e);
      Node const object = graph_.node(edge.object);
      if (edge.negated) continue;
      if (is_slot(e) && object.kind == Kind::source) made.emplace_back(name(object.kind), object.id);
      if (relation.in_identity) {
        std::erase(made, std::pair{std::string_view{relation.name}, std::string_view{}});
        made.emplace_back(relation.name, object.id);
      }
    }
    return made;
  }

  // What keeps the witnesses of the two sides apart; nothing where two of them may speak of one context.
  std::vector<std::string> what_parts(Contradiction const& found) {
    auto const pro = contexts(found.pro, found.across), contra = contexts(found.contra, found.across);
    if (pro.empty() || contra.empty()) return {};
    if (auto single = single_keys(pro, contra); !single.empty()) return single;
    if (pro.size() > most_pairs / contra.size()) return {};
    std::set<std::string_view> all;
    for (Context const& a : pro) {
      for (Context const& b : contra) {
        auto const keys = parting(a, b);
        if (keys.empty()) return {};
        all.insert(keys.begin(), keys.end());
      }
    }
    return {all.begin(), all.end()};
  }

  // Qualifiers that every witness states, and of which the two sides share no value.
  static std::vector<std::string> single_keys(std::set<Context> const& pro, std::set<Context> const& contra) {
    struct Use {
      std::size_t contexts[2] = {0, 0};
      std::set<std::string_view> values[2];
    };
    std::map<std::string_view, Use> uses;
    for (std::size_t side = 0; side < 2; ++side) {
      for (Context const& context : side == 0 ? pro : contra) {
        std::string_view last;
        for (auto const& [key, value] : context) {
          Use& use = uses[key];
          if (key != last) ++use.contexts[side];
          use.values[side].insert(value);
          last = key;
        }
      }
    }
    std::vector<std::string> keys;
    for (auto const& [key, use] : uses) {
      bool const is_everywhere = use.contexts[0] == pro.size() && use.contexts[1] == contra.size();
      bool const is_shared = std::ranges::any_of(use.values[0], [&](std::string_view value) { return use.values[1].contains(value); });
      if (is_everywhere && !is_shared) keys.emplace_back(key);
    }
    return keys;
  }

  Graph const& graph_;
  std::set<std::string_view> mute_;  // qualifiers that explain nothing
  std::vector<bool> is_preparation_;
  std::vector<Contradiction> found_;
};

}  // namespace

std::string_view name(Contest contest) noexcept {
  switch (contest) {
    case Contest::contested: return "contested";
    case Contest::denied: return "denied";
    case Contest::explained: return "explained";
  }
  return {};
}

std::vector<Contradiction> contradictions(Graph const& graph) { return Finder{graph}.run(); }

}  // namespace mechgraph
