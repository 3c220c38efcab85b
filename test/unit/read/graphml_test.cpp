// GraphML → graph.
#include <boost/test/unit_test.hpp>

#include "unit/read/graph_reading.hpp"

using namespace mechgraph;

namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";

// Keys and one directed graph of others.
std::string file(std::string const& keys, std::string const& graph, std::string const& marks = "edgedefault=\"directed\"") {
  return std::string{head} + keys + "<graph " + marks + ">" + graph + "</graph>\n</graphml>\n";
}

Reading reading_of(std::string const& text) {
  Reading reading = read_text("g.graphml", text, graph_options());
  BOOST_TEST(reading.reader == "graphml");
  return reading;
}

Graph graph_of(std::string const& text) {
  Reading const reading = reading_of(text);
  BOOST_TEST(printed(reading.diagnostics) == "");
  return built(reading.parts);
}

constexpr std::string_view node_keys =
    "<key id='d0' for='node' attr.name='label' attr.type='string'/>"
    "<key id='d1' for='node' attr.name='category' attr.type='string'/>"
    "<key id='d2' for='node' attr.name='size' attr.type='double'><default>1.5</default></key>";

}  // namespace

BOOST_AUTO_TEST_CASE(keys_of_others_stay_as_attributes_with_their_defaults) {
  Graph const graph = graph_of(
      file(std::string{node_keys},
           "<node id='TNF'><data key='d0'>tumor &lt;necrosis&gt; <![CDATA[factor & ]]></data><data key='d1'>biolink:Protein</data></node>"
           "<node id='X:2'><data key='d1'>gadget</data><data key='d2'>2</data></node>"));
  BOOST_TEST(nodes_of(graph) ==
             "TNF [mediator|Gene|tumor <necrosis> factor & |0] category=biolink:Protein size=1.5\n"
             "X:2 [context|gadget||2] category=gadget size=2\n");
}

BOOST_AUTO_TEST_CASE(edges_of_others_have_the_relation_and_sign_that_they_name) {
  std::string const keys =
      "<key id='e0' for='edge' attr.name='interaction'/><key id='e1' for='edge' attr.name='sign' attr.type='double'/>"
      "<key id='e2' for='edge' attr.name='weight'/>";
  Graph const graph =
      graph_of(file(keys,
                    "<node id='A'/><node id='B'/>"
                    "<edge id='7' source='A' target='B'><data key='e0'>biolink:negatively_regulates</data></edge>"
                    "<edge source='A' target='B'><data key='e0'>activates</data><data key='e1'>1.0</data><data key='e2'>0.5</data></edge>"
                    "<edge source='B' target='A'><data key='e1'>2</data></edge>"));
  BOOST_TEST(edges_of(graph) ==
             "A activates 1 B interaction=activates weight=0.5\n"
             "A biolink:negatively_regulates -1 B id=7 interaction=biolink:negatively_regulates\n"
             "B related_to 0 A sign=2\n");
}

BOOST_AUTO_TEST_CASE(an_edge_may_stand_before_its_nodes) {
  Graph const graph = graph_of(file("", "<edge source='A' target='B'/><node id='A'/><node id='B'/>"));
  BOOST_TEST(edges_of(graph) == "A related_to 0 B \n");
}

BOOST_AUTO_TEST_CASE(undirected_edges_are_kept_marked_and_said) {
  std::string const text =
      file("", "<node id='A'/><node id='B'/><edge source='A' target='B'/><edge source='B' target='A' directed='true'/>",
           "edgedefault='undirected'");
  Reading const reading = reading_of(text);
  BOOST_TEST(printed(reading.diagnostics) ==
             "g.graphml: note: 1 edge is undirected: kept from source to target, with the attribute directed=false\n");
  BOOST_TEST(edges_of(built(reading.parts)) == "A related_to 0 B directed=false\nB related_to 0 A \n");
}

BOOST_AUTO_TEST_CASE(numbers_that_stand_for_nodes_mean_others_in_another_file) {
  auto const id_of = [](std::string const& text) { return std::string{graph_of(text).node(NodeId{0}).id}; };
  std::string const one = file("<key id='d0' for='node' attr.name='name'/>", "<node id='n0'><data key='d0'>a</data></node>");
  std::string const other = file("<key id='d0' for='node' attr.name='name'/>", "<node id='n0'><data key='d0'>b</data></node>");
  BOOST_TEST(id_of(one).starts_with("MECHGRAPH:N"));
  BOOST_TEST(id_of(one).ends_with(".n0"));
  BOOST_TEST(id_of(one) == id_of(one));
  BOOST_TEST(id_of(one) != id_of(other));
  BOOST_TEST(nodes_of(graph_of(one)).ends_with(" [context||a|0] name=a\n"));
}

BOOST_AUTO_TEST_CASE(labels_of_yed_are_read_out_of_its_shapes) {
  Graph const graph = graph_of(
      "<graphml xmlns:y=\"http://www.yworks.com/xml/graphml\"><key id=\"d6\" for=\"node\" yfiles.type=\"nodegraphics\"/>"
      "<key id=\"d9\" for=\"edge\" yfiles.type=\"edgegraphics\"/><graph edgedefault=\"directed\" id=\"G\">"
      "<node id=\"a\"><data key=\"d6\"><y:ShapeNode><y:Fill color=\"#FF\"/><y:NodeLabel "
      "x=\"1\">NLRP3<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>"
      "<node id=\"b\"/><edge id=\"e0\" source=\"a\" target=\"b\"><data "
      "key=\"d9\"><y:PolyLineEdge><y:EdgeLabel>drives</y:EdgeLabel></y:PolyLineEdge></data></edge>"
      "</graph></graphml>");
  BOOST_TEST(nodes_of(graph) == "a [context||NLRP3|0] \nb [context|||0] \n");
  BOOST_TEST(edges_of(graph) == "a related_to 0 b id=e0 label=drives\n");
}

BOOST_AUTO_TEST_CASE(what_has_no_place_is_said) {
  Reading const reading =
      reading_of(file("<key id='d0' for='node' attr.name='label'/>",
                      "<node id='A'><data key='zz'>1</data><graph edgedefault='directed'><node id='A::B'/></graph></node>"
                      "<hyperedge><endpoint node='A'/></hyperedge>"
                      "<edge source='A' target='A'/><edge source='A' target='A'/>"));
  BOOST_TEST(printed(reading.diagnostics) ==
             "g.graphml: warning: 1 edge repeats the ends, relation and sign of another: they are one edge, with all values\n"
             "g.graphml: warning: 1 hyperedge is left out\n"
             "g.graphml: note: 1 graph is nested in a node: the nodes are kept, the nesting is not\n"
             "g.graphml:3:87: note: a value of no <key>; kept under the name that it has here\n");
  BOOST_TEST(nodes_of(built(reading.parts)) == "A [context|||0] zz=1\nA::B [context|||0] \n");
}

BOOST_AUTO_TEST_CASE(faulty_nodes_and_edges_are_named_and_the_others_stay) {
  Reading const reading = reading_of(file("<key id='r' for='edge' attr.name='relation'/><key id='s' for='edge' attr.name='sign'/>",
                                          "\n<node id='A'/>\n<node id='A'/>\n<node/>\n"
                                          "<edge source='A' target='B'/>\n"
                                          "<edge source='A' target='A'><data key='r'>increases</data><data key='s'>-1</data></edge>\n"));
  BOOST_TEST(printed(reading.diagnostics) ==
             "g.graphml:5:1: error: the id \"A\" is there twice; the node is left out\n"
             "g.graphml:6:1: error: a node without an id; the node is left out\n"
             "g.graphml:7:1: error: an edge from \"A\" to \"B\", of which one is no node; the edge is left out\n"
             "g.graphml:8:1: error: the sign is not that of the relation \"increases\"; the edge is left out\n");
  BOOST_TEST(nodes_of(built(reading.parts)) == "A [context|||0] \n");
}

BOOST_AUTO_TEST_CASE(xml_that_is_broken_or_a_trap_is_refused) {
  auto const refused = [](std::string const& text) { return failure([&] { read_text("g.graphml", text, graph_options()); }); };
  BOOST_TEST(refused(std::string{head} + "<graph>\n<node></edge>") ==
             "g.graphml:4:7: error: </edge> where <node> of line 4 is to be closed; correct the tags, or get the file again");
  BOOST_TEST(
      refused("<!DOCTYPE graphml [<!ENTITY a \"b\">]><graphml >&a;</graphml>") ==
      "g.graphml:1:19: error: a DOCTYPE that declares entities or elements itself ('['); remove the part in brackets; declarations are "
      "never read and nothing is fetched");
  std::string deep = "<graphml >";
  for (int i = 0; i < 2000; ++i) deep += "<graph>";
  BOOST_TEST(refused(deep) == "g.graphml:1:7004: error: elements nested deeper than 1000; check that this is an article");
  BOOST_TEST(refused("<graphml ></graphml>") == "g.graphml: error: holds no node; give a GraphML file with a graph");
}

BOOST_AUTO_TEST_CASE(a_graph_of_others_is_written_and_read_again_without_loss) {
  Graph const graph =
      graph_of(file(std::string{node_keys} + "<key id='e0' for='edge' attr.name='in | words'/><key id='e1' for='edge' attr.name='sign'/>",
                    "<node id='TNF'><data key='d0'>a|b\\</data></node><node id='n1'/>"
                    "<edge source='TNF' target='n1'><data key='e0'> x|y\n</data><data key='e1'>strong</data></edge>"));
  std::string const first = written(graph, "graphml");
  Graph const again = graph_of(first);
  BOOST_TEST(written(again, "graphml") == first);
  BOOST_TEST(written(again, "jsonl") == written(graph, "jsonl"));
}

BOOST_AUTO_TEST_CASE(characters_that_references_bring_in_are_cleaned_and_said) {
  Reading const reading = reading_of(file(std::string{node_keys}, "<node id='X:1'><data key='d0'>a&#13;b\r\nc&#1;d\x01</data></node>"));
  Graph const graph = built(reading.parts);
  BOOST_TEST(graph.node(NodeId{0}).label == "a\nb\nc\uFFFDd\uFFFD");
  std::string const one = "g.graphml: warning: 1 control character was replaced by U+FFFD, since XML can not hold it\n";
  BOOST_TEST(printed(reading.diagnostics) == one + one);  // a byte, and a reference
}
