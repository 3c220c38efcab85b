// Joining nodes: which id stays, what follows, what is refused; random graphs against renamed statements.
#include "query/same_as.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "unit/graph/dump.hpp"
#include "unit/query/random_graph.hpp"

using namespace mechgraph;

namespace {

std::vector<std::string> values(Graph const& graph, std::string_view id, std::string_view name) {
  std::vector<std::string> found;
  for (auto const& [key, value] : graph.attributes(graph.find(id).value())) {
    if (key == name) found.emplace_back(value);
  }
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(signs_and_witnesses_follow_and_the_ontologys_own_term_stays) {
  Sketch s;
  s.declared("UniProtKB:P01375", "ex:Protein", "Tumor necrosis factor");
  s.said("1", "UniProtKB:P01375", "increases", 1, "EX:b");
  s.said("2", "NCBIGene:7124", "increases", 1, "EX:b");
  s.said("3", "UniProtKB:P01375", "decreases", -1, "EX:b").qualifiers.push_back({s.text("agent"), s.text("UniProtKB:P01375"), true});
  Graph const graph = s.graph();
  std::vector<SamePair> const pairs{{"UniProtKB:P01375", "NCBIGene:7124"}, {"EX:b", "EX:unknown"}};
  JoinedGraph const answer = join_same(graph, pairs, true);
  BOOST_TEST(answer.unused == 1U);
  BOOST_TEST_REQUIRE(answer.joined.size() == 1U);
  BOOST_TEST(answer.joined[0].kept == "NCBIGene:7124");
  BOOST_TEST(answer.joined[0].others == (Strings{"UniProtKB:P01375"}), boost::test_tools::per_element());
  Graph const& one = answer.graph;
  BOOST_TEST(!one.find("UniProtKB:P01375").has_value());
  NodeId const tnf = one.find("NCBIGene:7124").value(), b = one.find("EX:b").value();
  BOOST_TEST(one.node(tnf).label == "TNF");
  BOOST_TEST(one.node(tnf).type == "Gene");
  BOOST_TEST(one.witnesses(one.find(tnf, "increases", 1, false, b).value()).size() == 2U);
  EdgeId const lowered = one.find(tnf, "decreases", -1, false, b).value();
  BOOST_TEST_REQUIRE(one.witnesses(lowered).size() == 1U);
  BOOST_TEST(one.qualifiers(one.witnesses(lowered)[0])[0].value == "NCBIGene:7124");
  BOOST_TEST(values(one, "NCBIGene:7124", "xref") == (Strings{"UniProtKB:P01375"}), boost::test_tools::per_element());
  BOOST_TEST(values(one, "NCBIGene:7124", "synonym") == (Strings{"Tumor necrosis factor"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_graph_knows_its_own_cross_references_and_joins_no_two_terms_of_one_vocabulary) {
  Sketch s;
  s.said("1", "UBERON:0002371", "increases", 1, "EX:b");  // whose cross-reference is the next
  s.said("1", "MESH:D001853", "increases", 1, "EX:b");
  s.said("1", "MESH:D9", "increases", 1, "EX:b");
  s.part.node_attributes.push_back({s.node("MESH:D9"), s.text("xref"), s.text("UBERON:0002371")});
  Graph const graph = s.graph();
  auto const pairs = own_same_pairs(graph);
  BOOST_TEST(pairs.size() == 2U);
  JoinedGraph const answer = join_same(graph, pairs, false);
  BOOST_TEST(answer.joined.size() == 1U);
  BOOST_TEST(answer.refused.size() == 1U);
  BOOST_TEST(join_same(graph, pairs, true).refused.empty());
  BOOST_TEST(join_same(graph, pairs, true).joined[0].others.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_preparation_of_joined_nodes_gets_the_id_of_its_new_composition) {
  Sketch s;
  auto const prepared = [&](std::string const& record, std::string const& composition, std::string const& source) {
    std::string const id = "MECHGRAPH:I" + digest(composition);
    s.declared(id, "Intervention", "exosome");
    s.part.node_attributes.push_back({s.node(id), s.text("composition"), s.text(composition)});
    s.said(record, id, "derives_from", 0, source);
    s.said(record, id, "increases", 1, "EX:o");
    return id;
  };
  prepared("1", "GO:0070062|MESH:D001853|pretreated_with=NCBIGene:7124", "MESH:D001853");
  std::string const kept = prepared("2", "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124", "UBERON:0002371");
  Graph const graph = s.graph();
  std::vector<SamePair> const pairs{{"MESH:D001853", "UBERON:0002371"}};
  Graph const one = join_same(graph, pairs, true).graph;
  NodeId const node = one.find(kept).value();
  BOOST_TEST(one.witnesses(one.find(node, "increases", 1, false, one.find("EX:o").value()).value()).size() == 2U);
  BOOST_TEST(values(one, kept, "composition") == (Strings{"GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124"}),
             boost::test_tools::per_element());
  BOOST_TEST(one.node_count() < graph.node_count());
}

BOOST_AUTO_TEST_CASE(nothing_to_join_leaves_the_graph_as_it_is) {
  RandomGraph const random{7, 40};
  Graph const graph = random.sketch.graph();
  BOOST_TEST(dump(join_same(graph, {}, true).graph) == dump(graph));
}

BOOST_AUTO_TEST_CASE(random_graphs_join_as_if_their_statements_had_named_the_kept_node) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    RandomGraph random{seed, 30};
    std::vector<SamePair> pairs;
    std::map<std::string, std::set<std::string>> same;
    for (auto const& node : random.nodes) same[node] = {node};
    for (unsigned i = 0; i < 4; ++i) {
      std::string const &a = random.nodes[random.random(14)], &b = random.nodes[random.random(14)];
      pairs.emplace_back(a, b);
    }
    Graph const graph = random.sketch.graph();
    // Spreads until nothing changes.
    for (std::size_t round = 0; round < pairs.size(); ++round) {
      for (auto const& [a, b] : pairs) {
        if (!graph.find(a) || !graph.find(b)) continue;
        std::set<std::string> both = same[std::string{a}];
        both.insert(same[std::string{b}].begin(), same[std::string{b}].end());
        for (std::string const& each : both) same[each] = both;
      }
    }
    auto const line = [&](std::string const& s, std::string const& r, bool negated, std::string const& o) {
      return s + " " + r + (negated ? " not " : " ") + o;
    };
    std::map<std::string, std::set<std::string>> expected, found;
    for (Fact const& f : random.facts) {
      expected[line(*same[f.subject].begin(), f.relation, f.negated, *same[f.object].begin())].insert(f.record);
    }
    Graph const one = join_same(graph, pairs, true).graph;
    for (EdgeId const e : one.edges()) {
      Edge const edge = one.edge(e);
      auto& records =
          found[line(std::string{one.node(edge.subject).id}, one.relation(e).name, edge.negated, std::string{one.node(edge.object).id})];
      for (WitnessId const w : one.witnesses(e)) records.insert(std::string{one.record(one.witness(w).record).id});
    }
    BOOST_TEST_CONTEXT("seed " << seed) { BOOST_TEST_REQUIRE((found == expected)); }
  }
}
