// A graph as RDF statements: what the syntaxes share.
#include "exporters/rdf_graph.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

std::string direct(Graph const& graph, std::string_view format) {
  std::string out;
  Sink sink = Sink::to_string(out);
  find_exporter(format)->write(graph, {.rdf = RdfForm::direct}, sink);
  return out;
}

// The triples of N-Quads, each once.
std::set<std::string> without_graphs(std::string const& quads) {
  std::set<std::string> triples;
  for (std::string const& line : lines_of(quads)) {
    std::size_t const object = line.find(' ', line.find(' ') + 1) + 1;
    std::size_t end = line[object] == '<' ? line.find('>', object) + 1 : line.rfind('"') + 1;
    if (line.compare(end, 2, "^^") == 0) end = line.find('>', end) + 1;
    triples.insert(line.substr(0, end) + " .");
  }
  return triples;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_graphs_of_documents_join_to_the_triples) {
  std::string const triples = exported(sample_graph(), "nt");
  auto const lines = lines_of(triples);
  BOOST_TEST((without_graphs(exported(sample_graph(), "nq")) == std::set<std::string>{lines.begin(), lines.end()}));
}

BOOST_AUTO_TEST_CASE(what_a_document_says_stands_in_its_graph) {
  auto const quads = lines_of(exported(sample_graph(), "nq"));
  auto const holds = [&](std::string const& line) { return std::find(quads.begin(), quads.end(), line) != quads.end(); };
  std::string const given = "<https://w3id.org/mechgraph/I00000000000000000000000000000001>";
  std::string const lowers = given + " <https://w3id.org/mechgraph/decreases> <http://identifiers.org/ncbigene/114548>";
  BOOST_TEST(holds(lowers + " ."));
  BOOST_TEST(holds(lowers + " <https://doi.org/10.1000/x%281%29> ."));
  BOOST_TEST(!holds(lowers + " <http://www.ncbi.nlm.nih.gov/pubmed/77> ."));
  std::string const result = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/biolink/vocab/TextMiningStudyResult> <";
  for (std::string const& line : quads) {
    bool const names_graph = line.ends_with(" <https://doi.org/10.1000/x%281%29> .") || line.ends_with("/pubmed/77> .");
    BOOST_TEST((line.find("TextMiningStudyResult") == std::string::npos || (line.find(result) != std::string::npos && names_graph)), line);
    if (line.find("has_evidence>") != std::string::npos) BOOST_TEST(names_graph, line);
  }
  BOOST_TEST((std::set<std::string>{quads.begin(), quads.end()}.size()) == quads.size());
}

BOOST_AUTO_TEST_CASE(directly_there_are_only_signed_triples) {
  std::string const own = "<https://w3id.org/mechgraph/";
  std::string const given = own + "I00000000000000000000000000000001> ";
  auto const triples = lines_of(direct(sample_graph(), "nt"));
  std::set<std::string> const once{triples.begin(), triples.end()};
  BOOST_TEST(once.size() == triples.size());
  BOOST_TEST(once.contains(given + own + "decreases> <http://identifiers.org/ncbigene/114548> ."));
  BOOST_TEST(once.contains(given + own + "increases> <http://identifiers.org/ncbigene/114548> ."));
  BOOST_TEST(
      once.contains("<https://w3id.org/mechgraph/foreign/DrugBank%3ADB%201> <https://w3id.org/biolink/vocab/interacts%20with> "
                    "<http://identifiers.org/ncbigene/114548> ."));
  Graph const graph = sample_graph();
  auto const positive = std::count_if(graph.edges().begin(), graph.edges().end(), [&](EdgeId id) { return !graph.edge(id).negated; });
  BOOST_TEST(triples.size() == static_cast<std::size_t>(positive));
  for (std::string const& line : triples) {
    BOOST_TEST(line.find("affects>") == std::string::npos, line);
    BOOST_TEST(line.find('"') == std::string::npos, line);
  }
}

BOOST_AUTO_TEST_CASE(every_syntax_can_be_direct) {
  auto const triples = lines_of(direct(sample_graph(), "nt"));
  std::set<std::string> const once{triples.begin(), triples.end()};
  BOOST_TEST((without_graphs(direct(sample_graph(), "nq")) == once));
  for (char const* const format : {"ttl", "trig", "jsonld"}) {
    std::string const text = direct(sample_graph(), format);
    BOOST_TEST((text.find("mg:decreases") != std::string::npos), format);
    BOOST_TEST((text.find("biolink:Association") == std::string::npos), format);
  }
}

BOOST_AUTO_TEST_CASE(foreign_names_that_are_iris_stay_what_they_are) {
  PartMaker p;
  auto const a = p.node("http://example.org/a b", Kind::context, "http://example.org/Thing", "a");
  auto const b = p.node("urn:x:b", Kind::context, "http://example.org/Thing", "b");
  p.attribute(a, "http://example.org/age", "7");
  p.attribute(a, "RO:0000052", "inheres");
  p.attribute(a, "rdfs:label", "another name");
  p.attribute(a, "http://purl.obolibrary.org/obo/RO_0000053", "not by its CURIE");
  p.table("MECHGRAPH:D1", "", "", "#1", "");
  p.witness(p.edge(a, "http://example.org/knows", b, 0), p.cell("1", "other", ""), "").rule = StringId{};
  std::string const text = exported(p.graph(), "nt");
  std::string const subject = "<http://example.org/a%20b> ";
  BOOST_TEST(line_with(text, subject + "<http://example.org/knows> <urn:x:b> .") != "");
  BOOST_TEST(line_with(text, "original_predicate> <http://example.org/knows> .") != "");
  BOOST_TEST(line_with(text, subject, "#type> <http://example.org/Thing> .") != "");
  BOOST_TEST(line_with(text, subject + "<http://example.org/age> \"7\" .") != "");
  BOOST_TEST(line_with(text, subject + "<http://purl.obolibrary.org/obo/RO_0000052> \"inheres\" .") != "");
  BOOST_TEST(line_with(text, subject + "<https://w3id.org/mechgraph/attribute/rdfs%3Alabel> \"another name\" .") != "");
  BOOST_TEST(line_with(text, subject + "<https://w3id.org/mechgraph/attribute/http%3A%2F%2Fpurl.obolibrary.org%2Fobo%2FRO_0000053> ") !=
             "");
}
