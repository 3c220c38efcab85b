// What changed: each kind of change, nothing for equal graphs, and random graphs against sets of lines.
#include "query/difference.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "unit/query/random_graph.hpp"

using namespace mechgraph;

namespace {

Sketch small() {
  Sketch s;
  s.declared("EX:a", "Gene", "a");
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:a", "increases", 1, "EX:c");
  return s;
}

std::string id(Graph const& graph, EdgeId e) {
  Edge const edge = graph.edge(e);
  return std::string{graph.node(edge.subject).id} + " " + std::string{graph.relation(e).name} + " " + (edge.negated ? "not " : "") +
         std::string{graph.node(edge.object).id};
}

std::string change_of(auto const& attributes) {
  for (auto const& [name, value] : attributes) {
    if (name == attribute::change) return std::string{value};
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_graph_and_itself_do_not_differ) { BOOST_TEST(difference(small().graph(), small().graph()).empty()); }

BOOST_AUTO_TEST_CASE(an_effect_between_the_same_nodes_with_another_sign_or_negation_flipped) {
  Sketch now;
  now.declared("EX:a", "Gene", "a");
  now.said("1", "EX:a", "decreases", -1, "EX:b");
  now.said("2", "EX:a", "increases", 1, "EX:c", Basis::stated, true);
  Graph const before = small().graph(), after = now.graph();
  Difference const found = difference(before, after);
  BOOST_TEST_REQUIRE(found.flips.size() == 2U);
  BOOST_TEST(id(before, found.flips[0].before) == "EX:a increases EX:b");
  BOOST_TEST(id(after, found.flips[0].after) == "EX:a decreases EX:b");
  BOOST_TEST(id(after, found.flips[1].after) == "EX:a increases not EX:c");
  BOOST_TEST(found.removed_edges.empty());
  BOOST_TEST(found.added_edges.empty());
}

BOOST_AUTO_TEST_CASE(nodes_edges_labels_and_evidence_are_told_apart) {
  Sketch now;
  now.declared("EX:a", "Gene", "another label");
  now.said("1", "EX:a", "increases", 1, "EX:b").confidence = 900;
  now.said("7", "EX:a", "increases", 1, "EX:d");
  Graph const before = small().graph(), after = now.graph();
  Difference const found = difference(before, after);
  BOOST_TEST(found.flips.empty());
  BOOST_TEST_REQUIRE(found.removed_nodes.size() == 1U);
  BOOST_TEST(before.node(found.removed_nodes[0]).id == "EX:c");
  BOOST_TEST_REQUIRE(found.added_nodes.size() == 1U);
  BOOST_TEST(after.node(found.added_nodes[0]).id == "EX:d");
  BOOST_TEST_REQUIRE(found.changed_nodes.size() == 1U);
  BOOST_TEST(after.node(found.changed_nodes[0].second).label == "another label");
  BOOST_TEST_REQUIRE(found.removed_edges.size() == 1U);
  BOOST_TEST_REQUIRE(found.added_edges.size() == 1U);
  BOOST_TEST_REQUIRE(found.evidence.size() == 1U);
  BOOST_TEST(found.evidence[0].removed.size() == 1U);
  BOOST_TEST(found.evidence[0].added.size() == 1U);

  Graph const both = marked_union(before, after, found);
  std::multiset<std::string> nodes, edges;
  for (NodeId const n : both.nodes()) nodes.insert(std::string{both.node(n).id} + " " + change_of(both.attributes(n)));
  for (EdgeId const e : both.edges()) edges.insert(id(both, e) + " " + change_of(both.attributes(e)));
  BOOST_TEST(nodes == (std::multiset<std::string>{"EX:a changed", "EX:b ", "EX:c removed", "EX:d added"}),
             boost::test_tools::per_element());
  BOOST_TEST(
      edges == (std::multiset<std::string>{"EX:a increases EX:b evidence", "EX:a increases EX:c removed", "EX:a increases EX:d added"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_of_two_equal_works_more_is_evidence) {
  Sketch now = small();
  now.said("1", "EX:a", "increases", 1, "EX:b").references = {now.text("DOI:10.1/x#9")};
  Graph const before = small().graph(), after = now.graph();
  Difference const found = difference(before, after);
  BOOST_TEST_REQUIRE(found.evidence.size() == 1U);
  BOOST_TEST(found.evidence[0].removed.empty());
  BOOST_TEST_REQUIRE(found.evidence[0].added.size() == 1U);
  BOOST_TEST(after.references(found.evidence[0].added[0]).size() == 1U);
}

BOOST_AUTO_TEST_CASE(fields_of_documents_captions_and_what_references_stand_for_are_compared) {
  auto const sketch = [] {
    Sketch s;
    s.said("1", "NCBIGene:7124", "increases", 1, "NCBIGene:114548").references = {s.text("DOI:10.1/x#7")};
    return s;
  };
  Sketch before = sketch(), year = sketch(), journal = sketch(), licence = sketch(), caption = sketch(), cited = sketch();
  year.part.documents.front().year = year.text("2022");
  journal.part.documents.front().journal = journal.text("Cells");
  licence.part.documents.front().licence = licence.text("CC BY 4.0");
  caption.part.tables.front().caption = caption.text("What was found");
  cited.part.citations.push_back({cited.text("DOI:10.1/x#7"), StringId{}, cited.text("12345"), StringId{}});
  Graph const old = before.graph();
  BOOST_TEST(difference(old, sketch().graph()).empty());
  for (Sketch const* changed : {&year, &journal, &licence}) {
    BOOST_TEST(difference(old, changed->graph()).changed_documents.size() == 1U);
  }
  BOOST_TEST(difference(old, caption.graph()).changed_captions.size() == 1U);
  Graph const known = cited.graph();
  auto const references = difference(old, known).changed_references;
  BOOST_TEST_REQUIRE(references.size() == 1U);
  BOOST_TEST(references.front() == "DOI:10.1/x#7");
  BOOST_TEST(difference(known, old).changed_references.size() == 1U);
}

BOOST_AUTO_TEST_CASE(random_graphs_differ_by_the_lines_that_only_one_has) {
  std::size_t flips = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    // Two graphs that share their first statements.
    RandomGraph const first{seed / 2, seed % 2 == 0 ? 40U : 30U}, second{seed / 2 + (seed % 2 == 0 ? 10000U : 0U), 40};
    Graph const before = first.sketch.graph(), after = second.sketch.graph();
    auto const edges_of = [](RandomGraph const& random) {
      std::set<std::string> lines;
      for (Fact const& f : random.facts) lines.insert(f.subject + " " + f.relation + " " + (f.negated ? "not " : "") + f.object);
      return lines;
    };
    std::set<std::string> const old_lines = edges_of(first), new_lines = edges_of(second);
    std::set<std::string> removed, added, expected_removed, expected_added;
    std::ranges::set_difference(old_lines, new_lines, std::inserter(expected_removed, expected_removed.end()));
    std::ranges::set_difference(new_lines, old_lines, std::inserter(expected_added, expected_added.end()));
    Difference const found = difference(before, after);
    for (EdgeId const e : found.removed_edges) removed.insert(id(before, e));
    for (EdgeId const e : found.added_edges) added.insert(id(after, e));
    for (Flip const& flip : found.flips) {
      removed.insert(id(before, flip.before));
      added.insert(id(after, flip.after));
      Edge const a = before.edge(flip.before), b = after.edge(flip.after);
      BOOST_TEST((a.sign != b.sign || a.negated != b.negated));
      BOOST_TEST(before.node(a.object).id == after.node(b.object).id);
    }
    flips += found.flips.size();
    BOOST_TEST_CONTEXT("seed " << seed) {
      BOOST_TEST_REQUIRE(removed == expected_removed, boost::test_tools::per_element());
      BOOST_TEST_REQUIRE(added == expected_added, boost::test_tools::per_element());
      // What is left over on one side can not be paired with a flip on the other.
      for (EdgeId const r : found.removed_edges) {
        for (EdgeId const a : found.added_edges) {
          Edge const x = before.edge(r), y = after.edge(a);
          bool const one_pair =
              before.node(x.subject).id == after.node(y.subject).id && before.node(x.object).id == after.node(y.object).id;
          bool const effects = is_effect(before.relation(r).name.c_str()) && is_effect(after.relation(a).name.c_str());
          bool const alike = before.relation(r).name == after.relation(a).name || effects;
          BOOST_TEST_REQUIRE(!(one_pair && alike && (x.sign != y.sign || x.negated != y.negated)));
        }
      }
      // The statements of both sides, with all that they say.
      auto const witness_count = [](RandomGraph const& random, std::string const& edge) {
        std::set<std::string> lines;
        for (Fact const& f : random.facts) {
          if (f.subject + " " + f.relation + " " + (f.negated ? "not " : "") + f.object != edge) continue;
          std::string line = f.record + "|" + std::to_string(f.confidence) + "|" + f.reference + "|" + std::string{name(f.basis)};
          for (auto const& [key, value] : f.context) line += "|" + key + "=" + value;
          lines.insert(line);
        }
        return lines;
      };
      std::size_t changed = 0;
      for (std::string const& line : old_lines) {
        if (new_lines.contains(line) && witness_count(first, line) != witness_count(second, line)) ++changed;
      }
      BOOST_TEST_REQUIRE(found.evidence.size() == changed);
    }
  }
  BOOST_TEST(flips > 100U);
}
