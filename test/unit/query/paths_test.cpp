// Mechanism paths: the worked example, each rule of a step, and all of them against a plain enumeration.
#include "query/paths.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

// "+ asserted 0.6: EX:a -increases-> EX:b", a step that was walked backwards with "<-relation-".
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

std::vector<std::string> paths_of(Graph const& graph, PathQuery const& query) {
  std::vector<std::string> drawings;
  for (Path const& path : find_paths(graph, query).paths) drawings.push_back(drawn(graph, path));
  return drawings;
}

std::vector<std::string> paths_between(Graph const& graph, std::string_view from, std::string_view to) {
  PathQuery query;
  query.from = resolve_ends(graph, from);
  query.to = resolve_ends(graph, to);
  return paths_of(graph, query);
}

using Strings = std::vector<std::string>;

// A preparation with its slot edges, all witnessed by a record.
void prepared(Sketch& s, std::string const& record, std::string const& id, std::string const& derivative, std::string const& source) {
  s.declared(id, "Intervention");
  s.said(record, id, "instance_of", 0, derivative);
  s.said(record, id, "derives_from", 0, source);
  s.said(record, id, "tested_in", 0, "NCBITaxon:10090");
}

// Row 4 of the first table.
Sketch worked_example() {
  Sketch s;
  prepared(s, "4", "EX:i4", "GO:0070062", "UBERON:0002371");
  s.said("4", "EX:i4", "pretreated_with", 0, "NCBIGene:7124");
  s.said("4", "EX:i4", "decreases", -1, "NCBIGene:114548");
  s.said("4", "EX:i4", "decreases", -1, "MONDO:0019542");
  s.said("4", "NCBIGene:114548", "contributes_to", 1, "MONDO:0019542", Basis::implied).confidence = 600;
  return s;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_worked_example_has_exactly_two_paths) {
  Graph const graph = worked_example().graph();
  PathQuery query;
  query.from = {graph.find("UBERON:0002371").value()};
  query.to = {graph.find("MONDO:0019542").value()};
  PathAnswer const answer = find_paths(graph, query);
  BOOST_TEST(answer.complete);
  BOOST_TEST_REQUIRE(answer.paths.size() == 2U);
  BOOST_TEST(drawn(graph, answer.paths[0]) == "- asserted: UBERON:0002371 <-derives_from- EX:i4 -decreases-> MONDO:0019542");
  BOOST_TEST(drawn(graph, answer.paths[1]) ==
             "- asserted: UBERON:0002371 <-derives_from- EX:i4 -decreases-> NCBIGene:114548 -contributes_to-> MONDO:0019542");
  BOOST_TEST(answer.paths[0].score == 1.0);
  BOOST_TEST(answer.paths[1].score == 0.6);
  for (Path const& path : answer.paths) {
    BOOST_TEST(path.benefit == 1);
    BOOST_TEST_REQUIRE(path.records.size() == 1U);
    BOOST_TEST(graph.record(path.records[0]).id == "4");
  }
}

BOOST_AUTO_TEST_CASE(a_class_means_everything_under_it_at_both_ends) {
  Graph const graph = worked_example().graph();
  auto const direct = "- asserted: GO:0070062 <-instance_of- EX:i4 -decreases-> MONDO:0019542";
  BOOST_TEST(paths_between(graph, "extracellular vesicle", "liver failure").front() == direct);
  BOOST_TEST(paths_between(graph, "derivative", "Disease").front() == direct);
  BOOST_TEST(paths_between(graph, "exosome", "mouse").empty());
}

BOOST_AUTO_TEST_CASE(what_pretreated_is_walked_only_from_itself) {
  Sketch s = worked_example();
  s.said("5", "NCBIGene:7124", "increases", 1, "EX:o");
  s.declared("EX:o", "Process");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "UBERON:0002371", "EX:o").empty());
  BOOST_TEST(
      paths_between(graph, "TNF", "ALF") ==
          (Strings{"- asserted: NCBIGene:7124 <-pretreated_with- EX:i4 -decreases-> MONDO:0019542",
                   "- asserted: NCBIGene:7124 <-pretreated_with- EX:i4 -decreases-> NCBIGene:114548 -contributes_to-> MONDO:0019542"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(context_is_never_a_hop) {
  Sketch s = worked_example();
  s.said("4", "EX:i4", "studied_in", 0, "EX:d");
  s.declared("EX:d", "Disease");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "EX:d", "ALF").empty());
  BOOST_TEST(paths_between(graph, "mouse", "ALF").empty());
}

BOOST_AUTO_TEST_CASE(what_one_preparation_carries_is_never_reached_from_the_source_of_another) {
  Sketch s;
  prepared(s, "1", "EX:cord", "GO:0070062", "UBERON:0002331");
  s.said("1", "EX:cord", "carries", 0, "EX:mir");
  s.said("1", "EX:mir", "decreases", -1, "EX:o", Basis::cargo).confidence = 500;
  prepared(s, "2", "EX:marrow", "GO:0070062", "UBERON:0002371");
  s.said("2", "EX:marrow", "increases", 1, "EX:other");
  s.declared("EX:mir", "MicroRNA");
  s.declared("EX:o", "Process");
  s.declared("EX:other", "Process");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "bone marrow", "EX:o").empty());
  BOOST_TEST(paths_between(graph, "umbilical cord", "EX:o") ==
                 (Strings{"- suggested: UBERON:0002331 <-derives_from- EX:cord -carries-> EX:mir -decreases-> EX:o"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_path_ends_with_an_effect_and_goes_forward_over_what_acts_beside_the_preparation) {
  Sketch s;
  prepared(s, "1", "EX:i", "GO:0070062", "UBERON:0002371");
  s.said("1", "EX:i", "combined_with", 0, "EX:drug");
  s.said("1", "EX:drug", "increases", 1, "EX:o");
  s.declared("EX:drug", "Chemical");
  s.declared("EX:o", "Process");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "EX:i", "EX:drug").empty());
  BOOST_TEST(paths_between(graph, "EX:i", "EX:o") == (Strings{"+ asserted: EX:i -combined_with-> EX:drug -increases-> EX:o"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(inner_steps_are_mediators_processes_and_phenotypes) {
  for (auto const& [type, is_inner] : std::map<std::string, bool>{{"Gene", true},
                                                                  {"Process", true},
                                                                  {"Phenotype", true},
                                                                  {"Measurement", false},
                                                                  {"Disease", false},
                                                                  {"Material", false},
                                                                  {"Intervention", false},
                                                                  {"CellType", false},
                                                                  {"ex:Thing", false}}) {
    Sketch s;
    s.said("1", "EX:a", "increases", 1, "EX:b");
    s.said("1", "EX:b", "increases", 1, "EX:c");
    s.declared("EX:a", "Gene");
    s.declared("EX:b", type);
    s.declared("EX:c", "Process");
    BOOST_TEST_CONTEXT(type) { BOOST_TEST(paths_between(s.graph(), "EX:a", "EX:c").size() == (is_inner ? 1U : 0U)); }
  }
}

BOOST_AUTO_TEST_CASE(a_preparation_is_entered_backwards_only_and_ends_no_path) {
  Sketch s;
  prepared(s, "1", "EX:i", "GO:0070062", "UBERON:0002371");
  s.said("1", "EX:a", "increases", 1, "EX:i");
  s.said("1", "EX:i", "increases", 1, "EX:b");
  s.declared("EX:a", "Gene");
  s.declared("EX:b", "Process");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "EX:a", "EX:i").empty());
  BOOST_TEST(paths_between(graph, "EX:a", "EX:b").empty());
  BOOST_TEST(paths_between(graph, "bone marrow", "EX:b").size() == 1U);
}

BOOST_AUTO_TEST_CASE(unresolved_mediators_are_inner_steps_and_unresolved_outcomes_are_not) {
  for (Kind const kind : {Kind::mediator, Kind::outcome}) {
    Sketch s;
    s.said("1", "EX:a", "increases", 1, "EX:b");
    s.said("1", "EX:b", "increases", 1, "EX:c");
    s.part.nodes[s.node("EX:b")].kind = kind;
    BOOST_TEST(paths_between(s.graph(), "EX:a", "EX:c").size() == (kind == Kind::mediator ? 1U : 0U));
  }
}

BOOST_AUTO_TEST_CASE(contradicting_signs_are_two_paths_and_no_direction_makes_the_sign_zero) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:a", "decreases", -1, "EX:b");
  s.said("3", "EX:a", "affects", 0, "EX:b");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "EX:a", "EX:b") ==
                 (Strings{"0 asserted: EX:a -affects-> EX:b", "- asserted: EX:a -decreases-> EX:b", "+ asserted: EX:a -increases-> EX:b"}),
             boost::test_tools::per_element());
  PathQuery query;
  query.from = {graph.find("EX:a").value()};
  query.to = {graph.find("EX:b").value()};
  query.sign = -1;
  BOOST_TEST(paths_of(graph, query) == (Strings{"- asserted: EX:a -decreases-> EX:b"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(denials_never_enter_a_path) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b", Basis::stated, true);
  prepared(s, "1", "EX:i", "GO:0070062", "UBERON:0002371");
  s.said("1", "EX:i", "carries", 0, "EX:m", Basis::stated, true);
  s.said("1", "EX:m", "increases", 1, "EX:b");
  s.declared("EX:m", "Gene");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "EX:a", "EX:b").empty());
  BOOST_TEST(paths_between(graph, "EX:i", "EX:b").empty());
}

BOOST_AUTO_TEST_CASE(cycles_and_loops_do_not_repeat_a_node) {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c"}) s.declared(id, "Gene");
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("1", "EX:b", "increases", 1, "EX:b");
  s.said("1", "EX:b", "increases", 1, "EX:a");
  s.said("1", "EX:b", "increases", 1, "EX:c");
  s.said("1", "EX:c", "increases", 1, "EX:b");
  Graph const graph = s.graph();
  BOOST_TEST(paths_between(graph, "EX:a", "EX:c") == (Strings{"+ asserted: EX:a -increases-> EX:b -increases-> EX:c"}),
             boost::test_tools::per_element());
  BOOST_TEST(paths_between(graph, "EX:a", "EX:a").empty());
}

BOOST_AUTO_TEST_CASE(hops_of_two_records_are_composed_and_one_record_for_all_wins) {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c"}) s.declared(id, "Gene");
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:b", "increases", 1, "EX:c");
  auto const hops = ": EX:a -increases-> EX:b -increases-> EX:c";
  BOOST_TEST(paths_between(s.graph(), "EX:a", "EX:c") == (Strings{std::string{"+ composed"} + hops}), boost::test_tools::per_element());
  s.said("3", "EX:a", "increases", 1, "EX:b", Basis::cargo);
  s.said("3", "EX:b", "increases", 1, "EX:c");
  BOOST_TEST(paths_between(s.graph(), "EX:a", "EX:c") == (Strings{std::string{"+ suggested"} + hops}), boost::test_tools::per_element());
  s.said("3", "EX:a", "increases", 1, "EX:b", Basis::implied);
  BOOST_TEST(paths_between(s.graph(), "EX:a", "EX:c") == (Strings{std::string{"+ asserted"} + hops}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(works_that_agree_strengthen_a_path_and_one_work_said_twice_does_not) {
  Sketch s;
  auto const said_by = [&](std::string const& record, std::string_view reference, std::uint16_t confidence) {
    auto& witness = s.said(record, "EX:a", "increases", 1, "EX:b");
    witness.confidence = confidence;
    if (!reference.empty()) witness.references = {s.text(reference)};
  };
  auto const score = [&] {
    Graph const graph = s.graph();
    PathQuery query;
    query.from = {graph.find("EX:a").value()};
    query.to = {graph.find("EX:b").value()};
    return find_paths(graph, query).paths.at(0).score;
  };
  said_by("1", "DOI:10.1/x#1", 500);
  BOOST_TEST(score() == 0.5);
  said_by("2", "DOI:10.1/x#1", 600);
  BOOST_TEST(score() == 0.6);
  said_by("3", "DOI:10.1/x#2", 500);
  BOOST_TEST(score() == 0.8);
  said_by("4", "", 500);  // the document itself
  said_by("5", "", 500);
  BOOST_TEST(score() == 0.9);
}

BOOST_AUTO_TEST_CASE(a_limit_keeps_the_best_and_says_that_there_are_more) {
  Sketch s;
  for (unsigned i = 0; i < 5; ++i) {
    std::string const middle = "EX:m" + std::to_string(i);
    s.declared(middle, "Gene");
    s.said(std::to_string(i), "EX:a", "increases", 1, middle);
    s.said("9", middle, "increases", 1, "EX:z").confidence = static_cast<std::uint16_t>(500 + 100 * i);
  }
  Graph const graph = s.graph();
  PathQuery query;
  query.from = {graph.find("EX:a").value()};
  query.to = {graph.find("EX:z").value()};
  auto const all = paths_of(graph, query);
  BOOST_TEST(all.size() == 5U);
  BOOST_TEST(all[0] == "+ composed: EX:a -increases-> EX:m4 -increases-> EX:z");
  query.limit = 2;
  BOOST_TEST(paths_of(graph, query) == Strings(all.begin(), all.begin() + 2), boost::test_tools::per_element());
  BOOST_TEST(!find_paths(graph, query).complete);
  query.limit = 5;
  BOOST_TEST(find_paths(graph, query).complete);
  query.limit = 0;
  query.max_hops = 1;
  BOOST_TEST(paths_of(graph, query).empty());
  query.max_hops = 6;
  query.max_steps = 3;
  BOOST_TEST(!find_paths(graph, query).complete);
}

namespace {

// What a typed graph holds, kept beside it so that the plain enumeration below does not ask the program.
struct Fact {
  std::string record, subject, relation, object;
  int sign = 0;
  Basis basis = Basis::stated;
  bool negated = false;
  unsigned confidence = 0;
};

std::string type_of(std::string const& id) { return id.substr(3, id.find('_') - 3); }
bool is_effect(std::string const& relation) { return relation == "increases" || relation == "decreases" || relation == "affects"; }

// All paths by trying everything, as lines in the format of drawn().
struct Plain {
  std::vector<Fact> facts;
  std::set<std::string> targets;
  std::size_t max_hops = 0;
  std::map<std::string, double> found;  // with their scores

  using EdgeKey = std::tuple<std::string, std::string, int, std::string>;
  struct Step {
    EdgeKey edge;
    bool reversed;
  };

  void walk(std::vector<std::string> const& nodes, std::vector<Step> const& steps) {
    if (!steps.empty() && targets.contains(nodes.back()) && is_effect(std::get<1>(steps.back().edge))) add(nodes, steps);
    if (steps.size() == max_hops) return;
    std::string const& here = nodes.back();
    bool const is_start = steps.empty();
    std::set<std::string> const inner{"Gene", "Process", "Chemical"};
    if (!is_start && type_of(here) != "Intervention" && !inner.contains(type_of(here))) return;
    std::set<EdgeKey> tried;
    for (Fact const& fact : facts) {
      EdgeKey const edge{fact.subject, fact.relation, fact.sign, fact.object};
      if (fact.negated || !tried.insert(edge).second) continue;
      bool const modifies = fact.relation == "carries" || fact.relation == "combined_with" || fact.relation == "pretreated_with";
      bool const goes_on =
          is_effect(fact.relation) || (type_of(here) == "Intervention" && (fact.relation == "carries" || fact.relation == "combined_with"));
      std::string next;
      bool reversed = false;
      if (fact.subject == here && goes_on && type_of(fact.object) != "Intervention") {
        next = fact.object;
      } else if (fact.object == here && is_start && type_of(here) != "Intervention" && type_of(fact.subject) == "Intervention" &&
                 (modifies || fact.relation == "derives_from")) {
        next = fact.subject;
        reversed = true;
      }
      if (next.empty() || std::ranges::find(nodes, next) != nodes.end()) continue;
      auto longer = nodes;
      longer.push_back(next);
      auto further = steps;
      further.push_back({edge, reversed});
      walk(longer, further);
    }
  }

  void add(std::vector<std::string> const& nodes, std::vector<Step> const& steps) {
    int sign = 1;
    double score = 1;
    std::map<std::string, std::pair<std::size_t, bool>> records;  // hops that it witnesses, and whether one rests on cargo
    std::string text = nodes.front();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      auto const& [subject, relation, edge_sign, object] = steps[i].edge;
      if (is_effect(relation)) sign *= edge_sign;
      text += (steps[i].reversed ? " <-" + relation + "- " : " -" + relation + "-> ") + nodes[i + 1];
      std::map<std::string, Basis> strongest;
      unsigned best = 0;
      for (Fact const& fact : facts) {
        if (fact.negated || EdgeKey{fact.subject, fact.relation, fact.sign, fact.object} != steps[i].edge) continue;
        auto const [place, is_new] = strongest.try_emplace(fact.record, fact.basis);
        place->second = std::min(place->second, fact.basis);
        best = std::max(best, fact.confidence);
      }
      score *= best / 1000.0;
      for (auto const& [record, basis] : strongest) {
        ++records[record].first;
        records[record].second = records[record].second || basis == Basis::cargo;
      }
    }
    std::string support = "composed";
    for (auto const& [record, hops] : records) {
      if (hops.first != steps.size()) continue;
      if (!hops.second) support = "asserted";
      if (hops.second && support == "composed") support = "suggested";
    }
    found[std::string{sign > 0 ? "+ " : sign < 0 ? "- " : "0 "} + support + ": " + text] = score;
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(random_graphs_give_exactly_the_paths_that_trying_everything_gives) {
  std::size_t seen = 0, composed = 0, suggested = 0;
  for (unsigned seed = 0; seed < 80; ++seed) {
    std::mt19937 engine{seed};
    auto const random = [&](unsigned n) { return static_cast<unsigned>(engine() % n); };
    std::vector<std::string> const nodes{"EX:Source_1",  "EX:Source_2",  "EX:Intervention_1", "EX:Intervention_2", "EX:Intervention_3",
                                         "EX:Gene_1",    "EX:Gene_2",    "EX:Gene_3",         "EX:Chemical_1",     "EX:Process_1",
                                         "EX:Process_2", "EX:Disease_1", "EX:Disease_2"};
    std::vector<std::string> const relations{"increases",     "decreases",       "affects",      "carries",
                                             "combined_with", "pretreated_with", "derives_from", "tested_in"};
    Plain plain;
    Sketch s;
    for (auto const& node : nodes) s.declared(node, type_of(node));
    for (unsigned i = 0; i < 70; ++i) {
      Fact fact;
      fact.record = std::to_string(random(4));
      fact.subject = nodes[random(3) == 0 ? 2 + random(3) : random(static_cast<unsigned>(nodes.size()))];
      fact.object = nodes[random(static_cast<unsigned>(nodes.size()))];
      fact.relation = relations[random(3) != 0 ? random(3) : random(static_cast<unsigned>(relations.size()))];
      fact.sign = fact.relation == "increases" ? 1 : fact.relation == "decreases" ? -1 : 0;
      fact.basis = random(4) == 0 ? Basis::cargo : Basis::stated;
      fact.negated = random(8) == 0;
      fact.confidence = 300 + 100 * random(8);
      auto& witness = s.said(fact.record, fact.subject, fact.relation, fact.sign, fact.object, fact.basis, fact.negated);
      witness.confidence = static_cast<std::uint16_t>(fact.confidence);
      plain.facts.push_back(fact);
    }
    Graph const graph = s.graph();
    PathQuery query;
    query.max_hops = 1 + random(5);
    for (std::string const& start : {nodes[random(13)], nodes[random(13)]}) query.from.push_back(graph.find(start).value());
    query.from.push_back(query.from.front());  // said twice
    for (std::string const& end : {nodes[5 + random(8)], nodes[5 + random(8)]}) {
      query.to.push_back(graph.find(end).value());
      plain.targets.insert(end);
    }
    plain.max_hops = query.max_hops;
    for (NodeId const start : std::set<NodeId>(query.from.begin(), query.from.end())) plain.walk({std::string{graph.node(start).id}}, {});

    BOOST_TEST_CONTEXT("seed " << seed) {
      PathAnswer const answer = find_paths(graph, query);
      BOOST_TEST(answer.complete);
      std::map<std::string, double> found;
      for (Path const& path : answer.paths) found[drawn(graph, path)] = path.score;
      BOOST_TEST(answer.paths.size() == found.size());
      BOOST_TEST_REQUIRE(found.size() == plain.found.size());
      for (auto const& [path, score] : plain.found) {
        BOOST_TEST_REQUIRE(found.contains(path), path);
        BOOST_TEST(std::abs(found.at(path) - score) < 0.0001);
      }
      for (std::size_t i = 1; i < answer.paths.size(); ++i) {
        Path const &a = answer.paths[i - 1], &b = answer.paths[i];
        BOOST_TEST((a.support < b.support || (a.support == b.support && a.score >= b.score)));
      }
      // Every limit and every choice of supports gives the beginning of the whole answer.
      auto const all = paths_of(graph, query);
      for (std::size_t limit = 1; limit < all.size(); limit += 3) {
        PathQuery fewer = query;
        fewer.limit = limit;
        BOOST_TEST(paths_of(graph, fewer) == Strings(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit)),
                   boost::test_tools::per_element());
      }
      for (unsigned choice = 1; choice < 8; ++choice) {
        PathQuery some = query;
        some.asserted = (choice & 1U) != 0;
        some.suggested = (choice & 2U) != 0;
        some.composed = (choice & 4U) != 0;
        some.limit = choice == 7 ? 0 : 2;
        Strings expected;
        for (std::string const& path : all) {
          std::string const support = path.substr(2, path.find(':') - 2);
          if ((support == "asserted" && some.asserted) || (support == "suggested" && some.suggested) ||
              (support == "composed" && some.composed))
            expected.push_back(path);
        }
        if (some.limit != 0 && expected.size() > some.limit) expected.resize(some.limit);
        BOOST_TEST(paths_of(graph, some) == expected, boost::test_tools::per_element());
      }
      seen += all.size();
      for (Path const& path : answer.paths) {
        composed += path.support == Support::composed ? 1U : 0U;
        suggested += path.support == Support::suggested ? 1U : 0U;
      }
    }
  }
  BOOST_TEST(seen > 200U);  // the graphs are not empty of paths
  BOOST_TEST(composed > 50U);
  BOOST_TEST(suggested > 10U);
}
