// GraphML as its readers want it.
#include <boost/test/unit_test.hpp>
#include <set>

#include "sample_graph.hpp"
#include "strict_xml.hpp"

using namespace mechgraph;

namespace {

struct Written {
  XmlElement root;
  XmlElement const* graph = nullptr;
  std::map<std::string, std::string> columns;  // "node label" → key id

  explicit Written(Graph const& of) : root(StrictXml::read(exported(of, "graphml"))) {
    for (XmlElement const* key : root.all("key")) {
      auto const& a = key->attributes;
      BOOST_TEST(columns.emplace(a.at("for") + " " + a.at("attr.name"), a.at("id")).second);
    }
    graph = root.all("graph").at(0);
  }
  Written(Written const&) = delete;
  Written& operator=(Written const&) = delete;
  ~Written() = default;

  [[nodiscard]] std::string of_node(std::string const& id, std::string const& column) const {
    for (XmlElement const* node : graph->all("node")) {
      if (node->data("n_node_id") == id) return node->data(columns.at("node " + column));
    }
    return "no such node";
  }
  // Of the edge with this relation, sign and negation.
  [[nodiscard]] std::string of_edge(std::string const& relation, std::string const& column) const {
    for (XmlElement const* edge : graph->all("edge")) {
      if (edge->data("e_relation") == relation) return edge->data(columns.at("edge " + column));
    }
    return "no such edge";
  }
};

bool is_nmtoken(std::string const& text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:") == std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(keys_come_first_then_nodes_then_edges) {
  Written const written{sample_graph()};
  std::string order;
  for (XmlElement const& child : written.root.children) order += child.name == "key" ? 'k' : 'g';
  BOOST_TEST(order.find("gk") == std::string::npos);
  order.clear();
  for (XmlElement const& child : written.graph->children) order += child.name == "data" ? 'd' : child.name == "node" ? 'n' : 'e';
  BOOST_TEST(order.find("nd") == std::string::npos);
  BOOST_TEST(order.find("en") == std::string::npos);
  BOOST_TEST(written.graph->attributes.at("edgedefault") == "directed");
}

BOOST_AUTO_TEST_CASE(types_are_those_that_every_reader_takes_and_names_are_tokens) {
  Written const written{sample_graph()};
  std::set<std::string> ids;
  for (XmlElement const* key : written.root.all("key")) {
    auto const& a = key->attributes;
    BOOST_TEST((std::set<std::string>{"string", "long", "double"}.count(a.at("attr.type"))) == 1U);
    BOOST_TEST(is_nmtoken(a.at("attr.name")));
    BOOST_TEST(a.at("attr.name") != "id");
    BOOST_TEST(ids.insert(a.at("id")).second);
  }
}

BOOST_AUTO_TEST_CASE(every_end_is_a_node_and_every_id_is_one) {
  Graph const graph = sample_graph();
  Written const written{graph};
  std::set<std::string> nodes, edges;
  for (XmlElement const* node : written.graph->all("node")) BOOST_TEST(nodes.insert(node->attributes.at("id")).second);
  for (XmlElement const* edge : written.graph->all("edge")) {
    BOOST_TEST(edges.insert(edge->attributes.at("id")).second);
    BOOST_TEST(nodes.count(edge->attributes.at("source")) == 1U);
    BOOST_TEST(nodes.count(edge->attributes.at("target")) == 1U);
  }
  BOOST_TEST(nodes.size() == graph.node_count());
  BOOST_TEST(edges.size() == graph.edge_count());
}

BOOST_AUTO_TEST_CASE(a_node_has_kind_type_label_and_identifier) {
  Written const written{sample_graph()};
  BOOST_TEST(written.of_node("NCBIGene:114548", "kind") == "mediator");
  BOOST_TEST(written.of_node("NCBIGene:114548", "type") == "Gene");
  BOOST_TEST(written.of_node("NCBIGene:114548", "label") == "NLRP3");
  BOOST_TEST(written.of_node("NCBIGene:114548", "identifier") == "NCBIGene:114548");
  BOOST_TEST(written.of_node("NCBIGene:114548", "flags").empty());
  BOOST_TEST(written.of_node("MONDO:0019542", "valence") == "-1");
  BOOST_TEST(written.of_node("MECHGRAPH:Uabc", "identifier").empty());
  BOOST_TEST(written.of_node("MECHGRAPH:Uabc", "label") == "\u03B2-flux | \"odd\"");
  BOOST_TEST(written.of_node("MECHGRAPH:Uabc", "flags") == "unresolved");
  BOOST_TEST(written.of_node("CL:0000235", "flags") == "ancestor");
  BOOST_TEST(written.of_node("DrugBank:DB 1", "flags") == "foreign");
}

BOOST_AUTO_TEST_CASE(other_attributes_are_columns_whose_names_can_be_told) {
  Written const written{sample_graph()};
  BOOST_TEST(written.of_node("DrugBank:DB 1", "synonym") == "one\\|two|three\\\\");
  BOOST_TEST(written.of_node("DrugBank:DB 1", "in_stock") == "yes");
  BOOST_TEST(written.graph->data("g_columns") == "{\"" + written.columns.at("node in_stock") + "\":\"in stock\"}");
  BOOST_TEST(written.of_edge("biolink:interacts with", "score") == "0.5");
}

BOOST_AUTO_TEST_CASE(opposite_signs_are_two_edges_and_a_denial_is_marked) {
  Written const written{sample_graph()};
  BOOST_TEST(written.of_edge("decreases", "sign") == "-1");
  BOOST_TEST(written.of_edge("increases", "sign") == "1");
  BOOST_TEST(written.of_edge("decreases", "negated").empty());
  BOOST_TEST(written.of_edge("affects", "negated") == "true");
  BOOST_TEST(written.of_edge("contributes_to", "basis") == "implied");
}

BOOST_AUTO_TEST_CASE(an_edge_shows_its_references_and_words) {
  Written const written{sample_graph()};
  BOOST_TEST(written.of_edge("decreases", "references") == "DOI:10.1000/x(1)#107|DOI:10.1000/x(1)#108");
  BOOST_TEST(written.of_edge("decreases", "words") == "Suppression of NLRP3");
  BOOST_TEST(written.of_edge("decreases", "weight") == "2");
  BOOST_TEST(written.of_edge("decreases", "witness_count") == "1");
  BOOST_TEST(written.of_edge("is_a", "weight") == "1");
  BOOST_TEST(written.of_edge("is_a", "witness_count") == "0");
  BOOST_TEST(written.of_edge("is_a", "witnesses").empty());
}

BOOST_AUTO_TEST_CASE(every_witness_is_there_whole) {
  Written const written{sample_graph()};
  BOOST_TEST(
      written.of_edge("decreases", "witnesses") ==
      "[{\"record\":\"4\",\"document\":\"DOI:10.1000/x(1)\",\"table\":\"Table "
      "3\",\"reference\":\"107,108\",\"cited\":[{\"reference\":\"107\",\"pmid\":\"77\",\"doi\":\"10.5/b\"}],\"basis\":\"stated\","
      "\"context\":{\"cell_type\":\"macrophage\",\"magnitude\":\"marked\"},\"evidence\":{\"field\":\"result\","
      "\"cell\":\"\u03B2: Suppression of NLRP3 in macrophage and thereby reducing ALF\",\"text\":\"Suppression of NLRP3\",\"start\":3,"
      "\"end\":23},\"trigger\":{\"text\":\"Suppression\",\"start\":3,\"end\":14},\"rule\":\"a_rule\",\"confidence\":0.64,"
      "\"flags\":[\"ambiguous_trigger\",\"coordination\"],\"mentions\":{\"object\":{\"text\":\"NLRP3\",\"start\":18,\"end\":23}},"
      "\"references\":[\"DOI:10.1000/x(1)#107\",\"DOI:10.1000/x(1)#108\"],"
      "\"qualifiers\":[{\"key\":\"cell_type\",\"node\":\"CL:0000235\"},{\"key\":\"magnitude\",\"text\":\"marked\"}]}]");
}

BOOST_AUTO_TEST_CASE(documents_and_captions_stand_at_the_graph) {
  Written const written{sample_graph()};
  BOOST_TEST(written.graph->data("g_documents") ==
             "[{\"id\":\"DOI:10.1000/x(1)\",\"doi\":\"10.1000/x(1)\",\"title\":\"A review\",\"tables\":[{\"name\":\"Table 3\","
             "\"caption\":\"Of exosomes\"}]},{\"id\":\"PMID:77\",\"tables\":[{\"name\":\"#1\"}]}]");
}

BOOST_AUTO_TEST_CASE(an_empty_graph_is_a_graph) {
  Written const written{PartMaker{}.graph()};
  BOOST_TEST(written.graph->children.empty());
}
