// GEXF as its readers want it.
#include <boost/test/unit_test.hpp>
#include <map>

#include "sample_graph.hpp"
#include "strict_xml.hpp"

using namespace mechgraph;

namespace {

struct Written {
  XmlElement root;
  XmlElement const* graph = nullptr;
  std::map<std::string, std::string> columns;  // "node kind" → number

  explicit Written(Graph const& of, GexfVersion version = GexfVersion::v1_3, Theme theme = Theme::light)
      : root(StrictXml::read(bytes(of, version, theme))) {
    graph = root.all("graph").at(0);
    for (XmlElement const* attributes : graph->all("attributes")) {
      for (XmlElement const* column : attributes->all("attribute")) {
        std::string const name = attributes->attributes.at("class") + " " + column->attributes.at("title");
        BOOST_TEST(columns.emplace(name, column->attributes.at("id")).second, "twice: " << name);
      }
    }
  }
  Written(Written const&) = delete;
  Written& operator=(Written const&) = delete;
  ~Written() = default;

  static std::string bytes(Graph const& of, GexfVersion version, Theme theme) {
    std::string out;
    Sink sink = Sink::to_string(out);
    ExportOptions options;
    options.gexf = version;
    options.theme = theme;
    find_exporter("gexf")->write(of, options, sink);
    return out;
  }

  [[nodiscard]] XmlElement const& edge(std::string const& relation) const {
    for (XmlElement const* each : graph->all("edges").at(0)->all("edge")) {
      if (each->attributes.at("label") == relation) return *each;
    }
    throw std::runtime_error{"no edge " + relation};
  }
  [[nodiscard]] XmlElement const& node(std::string const& id) const {
    for (XmlElement const* each : graph->all("nodes").at(0)->all("node")) {
      if (each->attributes.at("id") == id) return *each;
    }
    throw std::runtime_error{"no node " + id};
  }
  [[nodiscard]] std::string of(XmlElement const& element, std::string const& column) const {
    for (XmlElement const* value : element.all("attvalues").at(0)->all("attvalue")) {
      if (value->attributes.at("for") == columns.at(column)) return value->attributes.at("value");
    }
    return {};
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(opposite_signs_are_edges_of_different_kinds) {
  Written const written{sample_graph()};
  BOOST_TEST(written.edge("decreases").attributes.at("kind") == "decreases -");
  BOOST_TEST(written.edge("increases").attributes.at("kind") == "increases +");
  BOOST_TEST(written.edge("affects").attributes.at("kind") == "affects denied");
  BOOST_TEST(written.of(written.edge("decreases"), "edge sign") == "-1");
  BOOST_TEST(written.of(written.edge("affects"), "edge negated") == "true");
  BOOST_TEST(written.edge("decreases").attributes.at("weight") == "2");
}

BOOST_AUTO_TEST_CASE(several_values_are_a_list_in_1_3_and_joined_in_1_2) {
  Written const now{sample_graph()};
  Written const then{sample_graph(), GexfVersion::v1_2};
  BOOST_TEST(now.root.attributes.at("version") == "1.3");
  BOOST_TEST(then.root.attributes.at("version") == "1.2");
  BOOST_TEST(now.of(now.node("DrugBank:DB 1"), "node synonym") == R"(["one|two", "three\\"])");
  BOOST_TEST(then.of(then.node("DrugBank:DB 1"), "node synonym") == R"(one\|two|three\\)");
  BOOST_TEST(now.of(now.edge("decreases"), "edge references") == R"(["DOI:10.1000/x(1)#107", "DOI:10.1000/x(1)#108"])");
  BOOST_TEST((now.of(now.edge("decreases"), "edge witnesses").starts_with(R"(["{\"record\":\"4\",)")));
  BOOST_TEST(then.edge("decreases").attributes.count("kind") == 0U);
}

BOOST_AUTO_TEST_CASE(looks_stand_in_the_main_namespace_of_both_versions) {
  Written const now{sample_graph()};
  Written const then{sample_graph(), GexfVersion::v1_2};
  Written const dark{sample_graph(), GexfVersion::v1_3, Theme::dark};
  auto const red = [](Written const& of, std::string const& name) { return of.edge("decreases").all(name).at(0)->attributes.at("r"); };
  BOOST_TEST(red(now, "color") == "213");
  BOOST_TEST(red(then, "color") == "213");
  BOOST_TEST(red(dark, "color") == "240");
  BOOST_TEST(now.edge("contributes_to").all("shape").at(0)->attributes.at("value") == "dashed");
  BOOST_TEST(now.node("NCBIGene:114548").all("shape").at(0)->attributes.at("value") == "disc");
}

BOOST_AUTO_TEST_CASE(attributes_never_take_the_names_of_columns) {
  PartMaker p;
  auto const node = p.node("X:1", Kind::mediator, "Gene", "x");
  for (char const* const name : {"Label", "kind", "note"}) p.attribute(node, name, "mine");
  Written const written{p.graph()};
  BOOST_TEST(written.of(written.node("X:1"), "node kind") == "mediator");
  BOOST_TEST(written.of(written.node("X:1"), "node attribute kind") == "[\"mine\"]");
  BOOST_TEST(written.of(written.node("X:1"), "node attribute Label") == "[\"mine\"]");
  BOOST_TEST(written.of(written.node("X:1"), "node note") == "[\"mine\"]");
}
