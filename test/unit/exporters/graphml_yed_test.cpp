// GraphML as yEd draws it.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"
#include "strict_xml.hpp"

using namespace mechgraph;

namespace {

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(what_decreases_ends_in_a_bar_and_what_increases_in_an_arrow) {
  std::string const text = exported(sample_graph(), "graphml-yed");
  BOOST_TEST(holds(text, R"(<y:LineStyle color="#D55E00" type="line" width="1.5"/><y:Arrows source="none" target="t_shape"/>)"
                         R"(<y:EdgeLabel fontSize="10" textColor="#444444">[107], [108]</y:EdgeLabel>)"));
  BOOST_TEST(holds(text, R"(<y:LineStyle color="#0072B2" type="dashed" width="1.5"/><y:Arrows source="none" target="standard"/>)"));
}

BOOST_AUTO_TEST_CASE(a_node_has_the_shape_of_its_kind_and_all_columns_of_graphml) {
  std::string const text = exported(sample_graph(), "graphml-yed");
  std::string const line = line_with(text, "<data key=\"n_node_id\">NCBIGene:114548</data>");
  BOOST_TEST(holds(line, "modelPosition=\"c\">NLRP3</y:NodeLabel><y:Shape type=\"ellipse\"/>"));
  BOOST_TEST(holds(line, "<y:Fill color=\"#FFF7C9\" transparent=\"false\"/>"));
  BOOST_TEST(holds(line_with(text, "MECHGRAPH:Uabc"), "type=\"dashed\""));
}

BOOST_AUTO_TEST_CASE(no_label_is_html) {
  PartMaker p;
  p.node("X:1", Kind::mediator, "Gene", " <HTML><img src=x>");
  p.node("X:2", Kind::mediator, "Gene", "<b>bold");
  std::string const text = exported(p.graph(), "graphml-yed");
  BOOST_TEST(holds(text, "<![CDATA[\u200B <HTML><img\nsrc=x>]]></y:NodeLabel>"));
  BOOST_TEST(holds(text, "<![CDATA[<b>bold]]></y:NodeLabel>"));
}
