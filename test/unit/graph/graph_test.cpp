// What a graph answers.
#include <boost/test/unit_test.hpp>

#include "base/digest.hpp"
#include "unit/graph/dump.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(out_and_in_list_every_edge_once_parallel_ones_and_loops_too) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("1", "EX:a", "decreases", -1, "EX:b");
  s.said("1", "EX:b", "increases", 1, "EX:a");
  s.said("1", "EX:c", "increases", 1, "EX:c");
  Graph const graph = s.graph();
  NodeId const a = graph.find("EX:a").value(), b = graph.find("EX:b").value(), c = graph.find("EX:c").value();
  BOOST_TEST(graph.out(a).size() == 2U);
  BOOST_TEST(graph.in(b).size() == 2U);
  BOOST_TEST(graph.out(c).size() == 1U);
  BOOST_TEST((graph.in(c).front() == graph.out(c).front()));
  std::size_t out = 0, in = 0;
  for (NodeId const n : graph.nodes()) {
    for (EdgeId const e : graph.out(n)) out += graph.edge(e).subject == n ? 1U : 100U;
    for (EdgeId const e : graph.in(n)) in += graph.edge(e).object == n ? 1U : 100U;
  }
  BOOST_TEST(out == graph.edge_count());
  BOOST_TEST(in == graph.edge_count());
}

BOOST_AUTO_TEST_CASE(a_content_id_is_the_digest_of_what_makes_the_edge) {
  Sketch s;
  s.said("1", "EX:a", "decreases", -1, "EX:b", Basis::stated, true);
  BOOST_TEST(s.graph().content_id(EdgeId{0}) == "MECHGRAPH:E" + digest("EX:a|decreases|-1|1|EX:b"));
}

BOOST_AUTO_TEST_CASE(the_basis_of_an_edge_is_that_of_its_strongest_witness) {
  Sketch s;
  s.said("1", "EX:a", "decreases", -1, "EX:b", Basis::cargo);
  s.said("2", "EX:a", "decreases", -1, "EX:b", Basis::implied);
  BOOST_TEST((s.graph().basis(EdgeId{0}) == Basis::implied));
}

BOOST_AUTO_TEST_CASE(a_node_is_found_by_its_id_whatever_its_kind) {
  Sketch s;
  s.declared("EX:m", "Source");
  s.declared("EX:a", "Gene");
  s.declared("EX:z", "Derivative");
  Graph const graph = s.graph();
  for (NodeId const n : graph.nodes()) BOOST_TEST((graph.find(graph.node(n).id) == n));
  BOOST_TEST(!graph.find("EX:b"));
  BOOST_TEST(!graph.find(""));
}

BOOST_AUTO_TEST_CASE(a_witness_gives_back_its_words_and_where_they_stand) {
  Sketch s;
  auto& witness = s.said("4", "EX:a", "decreases", -1, "EX:b");
  s.part.cells[0].text = s.text("A lowers B");
  witness.text = {2, 10};
  witness.references = {s.text("DOI:10.1/x#108"), s.text("DOI:10.1/x#107"), s.text("DOI:10.1/x#107")};
  Graph const graph = s.graph();
  WitnessView const view = graph.witness(WitnessId{0});
  BOOST_TEST(view.words() == "lowers B");
  BOOST_TEST(view.field == "result");
  RecordView const record = graph.record(view.record);
  BOOST_TEST(record.id == "4");
  BOOST_TEST(record.table == "Table 3");
  BOOST_TEST(record.caption == "What was seen");
  BOOST_TEST(graph.document(record.document).title == "A review");
  BOOST_TEST_REQUIRE(graph.references(WitnessId{0}).size() == 2U);
  BOOST_TEST(graph.references(WitnessId{0})[0] == "DOI:10.1/x#107");
  BOOST_TEST(graph.witnesses(view.record).size() == 1U);
}

BOOST_AUTO_TEST_CASE(single_columns_say_what_the_whole_rows_say) {
  Sketch s;
  s.declared("EX:a", "Gene", "A");
  s.said("4", "EX:a", "decreases", -1, "EX:b").confidence = 700;
  auto& witness = s.said("5", "EX:a", "decreases", -1, "EX:b", Basis::cargo);
  s.part.cells[1].text = s.text("A lowers B");
  witness.text = {2, 10};
  witness.confidence = 900;
  witness.flags.set(Flag::hedged);
  s.said("5", "EX:b", "increases", 1, "EX:a", Basis::implied);
  Graph const graph = s.graph();
  for (NodeId const n : graph.nodes()) {
    Node const node = graph.node(n);
    BOOST_TEST((graph.id(n) == node.id && graph.label(n) == node.label && graph.type(n) == node.type && graph.kind(n) == node.kind));
  }
  for (EdgeId const e : graph.edges()) {
    BOOST_TEST((graph.subject(e) == graph.edge(e).subject && graph.object(e) == graph.edge(e).object));
  }
  for (WitnessId const w : graph.witnesses()) {
    WitnessView const view = graph.witness(w);
    BOOST_TEST((graph.edge_of(w) == view.edge && graph.record_of(w) == view.record && graph.rule(w) == view.rule));
    BOOST_TEST((graph.confidence(w) == view.confidence && graph.basis(w) == view.basis && graph.flags(w) == view.flags));
    BOOST_TEST(graph.has_words(w) == !view.words().empty());
    BOOST_TEST((graph.document_of(view.record) == graph.record(view.record).document));
  }
  BOOST_TEST(graph.confidence(*graph.find(*graph.find("EX:a"), "decreases", -1, false, *graph.find("EX:b"))) == 900);
}

BOOST_AUTO_TEST_CASE(views_outlive_a_move_of_the_graph) {
  Sketch s;
  s.declared("EX:a", "Gene", "A");
  Graph graph = s.graph();
  std::string_view const label = graph.node(NodeId{0}).label;
  Graph const moved = std::move(graph);
  BOOST_TEST(label == "A");
  BOOST_TEST((moved.node(NodeId{0}).label.data() == label.data()));  // the place, which Boost.Test would read as a text
}
