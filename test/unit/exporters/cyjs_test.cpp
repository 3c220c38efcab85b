// Cytoscape JSON: what its tables hold and how it looks.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string written(Graph const& graph, Theme theme) {
  std::string out;
  Sink sink = Sink::to_string(out);
  ExportOptions options;
  options.theme = theme;
  find_exporter("cyjs")->write(graph, options, sink);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_node_is_one_element_with_its_place) {
  std::string const line = line_with(exported(sample_graph(), "cyjs"), "\"id\":\"NCBIGene:114548\"");
  BOOST_TEST(line.starts_with(R"({"data":{"id":"NCBIGene:114548","name":"NLRP3","kind":"mediator","type":"Gene",)"));
  BOOST_TEST(holds(line, "},\"position\":{\"x\":"));
}

BOOST_AUTO_TEST_CASE(an_edge_names_its_interaction_and_holds_every_witness_as_text) {
  std::string const line = line_with(exported(sample_graph(), "cyjs"), "\"interaction\":\"decreases\"");
  BOOST_TEST(line.starts_with(R"({"data":{"id":"MECHGRAPH:E)"));
  BOOST_TEST(holds(line, "\"source\":\"" + std::string{sample_intervention} + "\",\"target\":\"NCBIGene:114548\""));
  BOOST_TEST(holds(line, R"("sign":-1,"negated":false,"basis":"stated","weight":2,"witness_count":1)"));
  BOOST_TEST(holds(line, R"("witnesses":["{\"record\":\"4\",\"document\":\"DOI:10.1000/x(1)\",\"table\":\"Table 3\")"));
  BOOST_TEST(holds(line, "\"classes\":\"effect\""));
}

BOOST_AUTO_TEST_CASE(attributes_never_take_the_names_that_cytoscape_acts_on) {
  PartMaker p;
  auto const node = p.node("X:1", Kind::mediator, "Gene", "x");
  for (char const* const name : {"parent", "id", "attribute parent", "note"}) p.attribute(node, name, "evil");
  std::string const line = line_with(exported(p.graph(), "cyjs"), "\"id\":\"X:1\"");
  BOOST_TEST(holds(line, R"("attribute attribute parent":["evil"],"attribute id":["evil"],"note":["evil"],"attribute parent":["evil"]},)"));
}

BOOST_AUTO_TEST_CASE(an_edge_never_has_the_id_of_a_node) {
  Graph const plain = sample_graph();
  std::string const taken = plain.content_id(EdgeId{0});
  PartMaker p = sample_part();
  p.node(taken, Kind::context, "Tissue", "the id of an edge");
  std::string const text = exported(p.graph(), "cyjs");
  BOOST_TEST(holds(text, "\"id\":\"" + taken + "\",\"name\""));
  BOOST_TEST(holds(text, "\"id\":\"" + taken + "_\",\"source\""));
}

BOOST_AUTO_TEST_CASE(signs_have_their_own_arrows_in_both_themes) {
  std::string const light = written(sample_graph(), Theme::light);
  std::string const dark = written(sample_graph(), Theme::dark);
  BOOST_TEST(holds(light, R"({"selector":"edge[sign = -1]","style":{"line-color":"#D55E00","target-arrow-color":"#D55E00",)"
                          R"("target-arrow-shape":"tee"}})"));
  BOOST_TEST(holds(dark, R"({"selector":"edge[sign = 1]","style":{"line-color":"#56B4E9","target-arrow-color":"#56B4E9",)"
                         R"("target-arrow-shape":"triangle"}})"));
  BOOST_TEST(holds(light, "\"color\":\"#000000\""));
  BOOST_TEST(holds(dark, "\"color\":\"#F4F4F4\""));
}
