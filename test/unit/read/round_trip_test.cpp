// The promise of some formats: reading back what was written gives the same graph.
#include <boost/test/unit_test.hpp>

#include "base/text.hpp"
#include "domain/snapshot_magic.hpp"
#include "graph/snapshot.hpp"
#include "unit/exporters/nasty_graph.hpp"
#include "unit/exporters/sample_graph.hpp"
#include "unit/read/graph_reading.hpp"

using namespace mechgraph;

namespace {

// Labels as they are once they were read.
std::vector<std::string> clean_labels() {
  std::vector<std::string> labels = nasty_labels();
  for (std::string& label : labels) {
    if (find_invalid_utf8(label) != std::string_view::npos) label = "\uFFFD";
    std::uint64_t replaced = 0;
    label = clean_text(label, replaced);
  }
  return labels;
}

// What graphs of others bring: no witnesses, attributes everywhere, odd names.
Graph foreign_graph() {
  PartMaker p;
  auto const a = p.node("TNF", Kind::context, "gadget", "", static_cast<std::uint8_t>(NodeFlag::foreign));
  auto const b = p.node("X:2", Kind::mediator, "", "b");
  p.node("X:alone", Kind::outcome, "biolink:Disease", "alone");
  for (std::string_view const name : {"id", "kind", "id_", "a b", "a_b", "valence", "flags", "|", "label"}) p.attribute(a, name, "x|y\\");
  p.attribute(b, "valence", "1");
  p.attribute(b, "valence", "none");
  p.attribute(b, attribute::identifier, "Y:1");
  p.attribute(b, attribute::identifier, "Y:2|3");
  auto const bare = p.edge(a, "likes", b, 1);
  p.edge(a, "likes", b, -1, true);
  p.edge(b, "is_a", a, 0);
  for (std::string_view const name : {"id", "sign", "weight", "witnesses", "relation"})
    p.part.edge_attributes.push_back({bare, p.text(name), p.text("2")});
  return p.graph();
}

Graph read_back(std::string_view text) {
  if (text.starts_with(snapshot_magic)) return Snapshot::from_bytes(std::string{text}, "g", Ontology::builtin(), Snapshot::Check::all);
  return built(read_text("g", text, graph_options()).parts);
}

void hold_to_the_promise(Graph const& graph) {
  for (Exporter const* const exporter : exporters()) {
    if (!exporter->round_trip) continue;
    BOOST_TEST_CONTEXT("format " << exporter->name) {
      std::string const first = written(graph, exporter->name);
      Graph const again = read_back(first);
      BOOST_TEST((written(again, exporter->name) == first));
      for (Exporter const* const other : exporters()) {
        if (other->write != nullptr && !other->is_drawn)
          BOOST_TEST((written(again, other->name) == written(graph, other->name)), "in " << other->name);
      }
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(some_formats_promise_it) {
  BOOST_TEST(find_exporter("graphml")->round_trip);
  BOOST_TEST(find_exporter("jsonl")->round_trip);
  BOOST_TEST(!find_exporter("dot")->round_trip);
}

BOOST_AUTO_TEST_CASE(a_graph_with_one_of_everything_comes_back) { hold_to_the_promise(sample_graph()); }

BOOST_AUTO_TEST_CASE(a_graph_with_nasty_labels_comes_back) { hold_to_the_promise(nasty_graph(clean_labels())); }

BOOST_AUTO_TEST_CASE(a_graph_of_others_comes_back) { hold_to_the_promise(foreign_graph()); }

BOOST_AUTO_TEST_CASE(an_empty_graph_comes_back_where_a_file_may_be_empty) {
  std::string const first = written(PartMaker{}.graph(), "graphml");
  BOOST_TEST(failure([&] { read_back(first); }) == "g: error: holds no node; give a GraphML file with a graph");
}
