// Mechanism paths: the worked example, and each rule of a step.
#include "query/paths.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
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

BOOST_AUTO_TEST_CASE(a_context_relation_is_a_first_hop_only_where_it_is_named) {
  Sketch s = worked_example();
  Graph const graph = s.graph();
  PathQuery query;
  query.from = {graph.find("NCBITaxon:10090").value()};
  query.to = {graph.find("MONDO:0019542").value()};
  query.via = {{{}, "tested_in"}};
  BOOST_TEST(find_paths(graph, query).paths.empty());
  auto const found = find_paths(graph, query, {.any = false, .through = {}, .relations = {"tested_in"}, .avoid = {}}).paths;
  BOOST_TEST_REQUIRE(found.size() == 2U);
  BOOST_TEST(drawn(graph, found[0]) == "- asserted: NCBITaxon:10090 <-tested_in- EX:i4 -decreases-> MONDO:0019542");
}

BOOST_AUTO_TEST_CASE(relations_of_other_tools_are_walked_in_their_direction_when_any_may_be) {
  Sketch s;
  s.said("1", "EX:drug", "ex:targets", 0, "EX:protein");
  s.said("1", "EX:protein", "ex:takes_part_in", -1, "EX:disease");
  Graph const graph = s.graph();
  PathQuery query;
  query.from = {graph.find("EX:drug").value()};
  query.to = {graph.find("EX:disease").value()};
  BOOST_TEST(find_paths(graph, query).paths.empty());
  PathRules any;
  any.any = true;
  auto const found = find_paths(graph, query, any).paths;
  BOOST_TEST_REQUIRE(found.size() == 1U);
  BOOST_TEST(drawn(graph, found[0]) == "0 asserted: EX:drug -ex:targets-> EX:protein -ex:takes_part_in-> EX:disease");
  std::swap(query.from, query.to);
  BOOST_TEST(find_paths(graph, query, any).paths.empty());
}
