// Paths of random graphs: every answer equals what trying everything gives.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "query/paths.hpp"
#include "unit/query/random_graph.hpp"

using namespace mechgraph;

namespace {

using Strings = std::vector<std::string>;

// "+ asserted: EX:a -increases-> EX:b", a step that was walked backwards with "<-relation-".
std::string drawn(Graph const& graph, Path const& path) {
  std::string text{path.sign > 0 ? "+ " : path.sign < 0 ? "- " : "0 "};
  text.append(name(path.support)).append(": ").append(graph.node(path.nodes.front()).id);
  for (std::size_t i = 0; i < path.hops.size(); ++i) {
    std::string const relation{graph.relation(path.hops[i].edge).name};
    text += path.hops[i].reversed ? " <-" + relation + "- " : " -" + relation + "-> ";
    text += graph.node(path.nodes[i + 1]).id;
  }
  return text;
}

Strings drawn(Graph const& graph, PathAnswer const& answer) {
  Strings lines;
  for (Path const& path : answer.paths) lines.push_back(drawn(graph, path));
  return lines;
}

// What a question asks for, in words.
struct Asked {
  std::set<std::string> from, to, avoid, inner{"Gene", "Process", "Chemical"};
  std::vector<std::set<std::string>> via;
  bool any = false;
  std::size_t max_hops = 0;
};

// All paths by trying every statement after every other.
class Plain {
 public:
  struct Step {
    std::tuple<std::string, std::string, int, std::string> edge;
    bool reversed = false;
  };
  struct Found {
    double score = 0;
    std::string support;
    int sign = 0;
    std::string from, to;
    std::vector<Step> steps;
  };
  std::map<std::string, Found> found;

  Plain(std::vector<Fact> const& facts, Asked const& asked) : facts_(facts), asked_(asked) {
    for (std::string const& start : asked.from) {
      if (!asked.avoid.contains(start)) walk({start}, {});
    }
  }

  // Some record says the opposite, or denies it, of the same two nodes.
  [[nodiscard]] bool is_contested(Step const& step) const {
    auto const& [subject, relation, sign, object] = step.edge;
    if (!is_effect(relation)) return false;
    return std::ranges::any_of(facts_, [&, s = subject, o = object, own = sign](Fact const& f) {
      if (f.subject != s || f.object != o || !is_effect(f.relation)) return false;
      return f.negated ? f.sign == 0 || f.sign == own : f.sign * own < 0;
    });
  }

 private:
  void walk(Strings const& nodes, std::vector<Step> const& steps) {
    bool const ends_well = !steps.empty() && asked_.to.contains(nodes.back()) && !steps.back().reversed &&
                           (asked_.any || is_effect(std::get<1>(steps.back().edge)));
    if (ends_well) add(nodes, steps);
    if (steps.size() == asked_.max_hops) return;
    std::string const& here = nodes.back();
    bool const is_start = steps.empty();
    bool const is_preparation = type_of(here) == "Intervention" && !asked_.any;
    if (!is_start && !is_preparation && !asked_.any && !asked_.inner.contains(type_of(here))) return;
    std::set<std::tuple<std::string, std::string, int, std::string>> tried;
    for (Fact const& fact : facts_) {
      Step step{{fact.subject, fact.relation, fact.sign, fact.object}, false};
      if (fact.negated || asked_.avoid.contains(fact.subject) || asked_.avoid.contains(fact.object) || !tried.insert(step.edge).second)
        continue;
      bool const modifies = fact.relation == "carries" || fact.relation == "combined_with" || fact.relation == "pretreated_with";
      bool const slot = fact.relation == "derives_from" || fact.relation == "instance_of";
      bool const onward = is_preparation && (fact.relation == "carries" || fact.relation == "combined_with");
      auto const is_prep = [&](std::string const& id) { return type_of(id) == "Intervention" && !asked_.any; };
      // A loop can not be walked; of two ways over one edge only one can begin here.
      if (fact.subject == here && (asked_.any || is_effect(fact.relation) || onward) && !is_prep(fact.object))
        go(nodes, steps, step, fact.object);
      if (fact.object == here && is_start && !is_preparation && is_prep(fact.subject) && (modifies || slot)) {
        step.reversed = true;
        go(nodes, steps, step, fact.subject);
      }
    }
  }

  void go(Strings nodes, std::vector<Step> steps, Step const& step, std::string const& next) {
    if (std::ranges::find(nodes, next) != nodes.end()) return;
    nodes.push_back(next);
    steps.push_back(step);
    walk(nodes, steps);
  }

  void add(Strings const& nodes, std::vector<Step> const& steps) {
    for (auto const& via : asked_.via) {
      if (std::ranges::none_of(nodes, [&](std::string const& node) { return via.contains(node); })) return;
    }
    Found path{1, "composed", 1, nodes.front(), nodes.back(), steps};
    if (std::ranges::none_of(steps, [](Step const& step) { return is_effect(std::get<1>(step.edge)); })) path.sign = 0;
    std::map<std::string, std::pair<std::size_t, bool>> records;  // hops that it witnesses, and whether one rests on cargo
    std::string text = nodes.front();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      std::string const& relation = std::get<1>(steps[i].edge);
      if (is_effect(relation)) path.sign *= std::get<2>(steps[i].edge);
      text += (steps[i].reversed ? " <-" + relation + "- " : " -" + relation + "-> ") + nodes[i + 1];
      std::map<std::string, Basis> strongest;
      std::map<std::string, unsigned> best;  // by work
      for (Fact const& fact : facts_) {
        if (fact.negated || std::tuple{fact.subject, fact.relation, fact.sign, fact.object} != steps[i].edge) continue;
        auto const [place, is_new] = strongest.try_emplace(fact.record, fact.basis);
        place->second = std::min(place->second, fact.basis);
        unsigned& confidence = best[fact.reference];
        confidence = std::max(confidence, fact.confidence);
      }
      double doubt = 1;
      for (auto const& [work, confidence] : best) doubt *= 1 - confidence / 1000.0;
      path.score *= 1 - doubt;
      for (auto const& [record, basis] : strongest) {
        ++records[record].first;
        records[record].second = records[record].second || basis == Basis::cargo;
      }
    }
    for (auto const& [record, hops] : records) {
      if (hops.first != steps.size()) continue;
      if (!hops.second) path.support = "asserted";
      if (hops.second && path.support == "composed") path.support = "suggested";
    }
    std::string const line = std::string{path.sign > 0 ? "+ " : path.sign < 0 ? "- " : "0 "} + path.support + ": " + text;
    found[line] = std::move(path);
  }

  std::vector<Fact> const& facts_;
  Asked const& asked_;
};

struct Question {
  Asked asked;
  PathQuery query;
  PathRules rules;
};

Question question(RandomGraph& random, Graph const& graph, unsigned seed) {
  Question q;
  auto const pick = [&](std::set<std::string>& into) {
    std::string const& node = random.nodes[random.random(14)];
    if (graph.find(node)) into.insert(node);
  };
  auto const ids = [&](std::set<std::string> const& nodes) {
    std::vector<NodeId> found;
    for (std::string const& node : nodes) found.push_back(graph.find(node).value());
    return found;
  };
  for (unsigned i = 0; i < 3; ++i) {
    pick(q.asked.from);
    pick(q.asked.to);
  }
  if (seed % 3 == 1) pick(q.asked.avoid);
  if (seed % 4 == 1) q.asked.via.emplace_back();
  if (seed % 8 == 1) q.asked.via.emplace_back();
  for (auto& via : q.asked.via) {
    pick(via);
    pick(via);
    if (via.empty()) via = q.asked.to;
  }
  std::erase_if(q.asked.via, [](auto const& via) { return via.empty(); });
  q.asked.any = seed % 5 == 2;
  if (seed % 5 == 3) {
    q.asked.inner = {"Gene", "Chemical", "Source"};
    q.rules.through = {Kind::mediator, Kind::source};
  }
  q.asked.max_hops = 1 + random.random(4);
  q.query.from = ids(q.asked.from);
  q.query.to = ids(q.asked.to);
  for (auto const& via : q.asked.via) q.query.via.push_back({ids(via), {}});
  q.rules.avoid = ids(q.asked.avoid);
  q.rules.any = q.asked.any;
  q.query.max_hops = static_cast<std::uint32_t>(q.asked.max_hops);
  return q;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_thousand_random_graphs_give_exactly_the_paths_that_trying_everything_gives) {
  std::map<std::string, std::size_t> seen;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    RandomGraph random{seed, 45};
    Graph const graph = random.sketch.graph();
    Question const q = question(random, graph, seed);
    Plain const plain{random.facts, q.asked};
    PathSearch search{graph, q.rules};
    PathAnswer const answer = search.find(q.query);
    auto const all = drawn(graph, answer);
    BOOST_TEST_CONTEXT("seed " << seed) {
      BOOST_TEST(answer.complete);
      std::set<std::string> const lines(all.begin(), all.end());
      BOOST_TEST(lines.size() == all.size());
      std::set<std::string> expected;
      for (auto const& [line, path] : plain.found) expected.insert(line);
      BOOST_TEST_REQUIRE(lines == expected, boost::test_tools::per_element());
      for (std::size_t i = 0; i < all.size(); ++i) {
        BOOST_TEST(std::abs(answer.paths[i].score - plain.found.at(all[i]).score) < 0.0001);
        ++seen[plain.found.at(all[i]).support];
        if (i == 0) continue;
        Path const &a = answer.paths[i - 1], &b = answer.paths[i];
        BOOST_TEST((a.support < b.support || (a.support == b.support && a.score >= b.score)));
      }

      // One after the other they are the same.
      Strings told;
      search.each(q.query, [&](Path const& path) { return told.push_back(drawn(graph, path)), true; });
      BOOST_TEST(told.size() == all.size());
      BOOST_TEST((std::set<std::string>(told.begin(), told.end()) == lines));

      // Every limit gives the beginning of the whole answer; so does a search that is used again.
      for (std::size_t limit = 1; limit < all.size(); limit += 5) {
        PathQuery fewer = q.query;
        fewer.limit = limit;
        BOOST_TEST((drawn(graph, search.find(fewer)) == Strings(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit))));
      }

      // Every choice of supports and sign gives its part of it.
      for (unsigned choice = 1; choice < 8; choice += 2 + seed % 2) {
        PathQuery some = q.query;
        some.asserted = (choice & 1U) != 0;
        some.suggested = (choice & 2U) != 0;
        some.composed = (choice & 4U) != 0;
        some.limit = choice == 7 ? 0 : 2;
        some.sign = static_cast<int>(seed % 4) - 1;
        Strings part;
        for (std::string const& line : all) {
          auto const& path = plain.found.at(line);
          bool const is_chosen = path.support == "asserted" ? some.asserted : path.support == "suggested" ? some.suggested : some.composed;
          if (is_chosen && (some.sign == 2 || some.sign == path.sign)) part.push_back(line);
        }
        if (some.limit != 0 && part.size() > some.limit) part.resize(some.limit);
        BOOST_TEST((drawn(graph, search.find(some)) == part));
      }

      // Hypotheses: ends that no record joins, a direction, no contested hop.
      std::set<std::pair<std::string, std::string>> known;
      for (auto const& [line, path] : plain.found) {
        if (path.support != "composed") known.emplace(path.from, path.to);
      }
      Strings hypotheses;
      for (std::string const& line : all) {
        auto const& path = plain.found.at(line);
        bool const is_new = path.support == "composed" && path.sign != 0 && !known.contains({path.from, path.to}) &&
                            std::ranges::none_of(path.steps, [&](Plain::Step const& step) { return plain.is_contested(step); });
        if (is_new) hypotheses.push_back(line);
      }
      PathQuery fresh = q.query;
      fresh.asserted = fresh.suggested = false;
      fresh.only_new = true;
      BOOST_TEST((drawn(graph, search.find(fresh)) == hypotheses));
      told.clear();
      search.each(fresh, [&](Path const& path) { return told.push_back(drawn(graph, path)), true; });
      BOOST_TEST((std::set<std::string>(told.begin(), told.end()) == std::set<std::string>(hypotheses.begin(), hypotheses.end())));
      seen["new"] += hypotheses.size();

      // The fewest hops are those of the shortest path that any number of hops gives, when nothing must be passed.
      std::set<std::string> both;
      std::ranges::set_intersection(q.asked.from, q.asked.to, std::inserter(both, both.end()));
      if (q.query.via.empty() && !all.empty() && both.empty()) {
        std::size_t shortest = all.size() * 100;
        for (Path const& path : answer.paths) shortest = std::min(shortest, path.hops.size());
        BOOST_TEST(search.fewest_hops(q.query) == shortest);
      }
    }
  }
  for (std::string const what : {"asserted", "suggested", "composed", "new"}) BOOST_TEST(seen[what] > 100U, what << " " << seen[what]);
}
