// Turtle and TriG.
#include "exporters/rdf_turtle.hpp"

#include <boost/test/unit_test.hpp>

#include "domain/rdf_names.hpp"
#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

template <class Write>
std::string written(bool graphs, Write write) {
  std::string out;
  Sink sink = Sink::to_string(out);
  RdfTurtle turtle{sink, graphs};
  write(turtle);
  turtle.finish();
  std::size_t const end = out.rfind("@prefix");
  return out.substr(out.find('\n', end) + 1);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_subject_is_a_paragraph_and_equal_properties_share_a_line) {
  BOOST_TEST(written(false,
                     [](RdfTurtle& turtle) {
                       turtle.about("<https://w3id.org/mechgraph/E1>");
                       turtle.add_thing(rdf_type, "<https://w3id.org/biolink/vocab/Association>");
                       turtle.add_thing(rdf_type, "<http://example.org/Thing>");
                       turtle.add_text(rdfs_label, "two\nlines \"and\" \\");
                       turtle.about("<https://w3id.org/mechgraph/E1>");
                       turtle.add_number(mg_sign, "-1", RdfNumber::integer);
                       turtle.add_number(biolink_negated, "true", RdfNumber::boolean);
                       turtle.about("<https://w3id.org/mechgraph/a%20b>");
                       turtle.about("<http://purl.obolibrary.org/obo/GO_1>");
                       turtle.add_number("<http://example.org/p>", "0.5", RdfNumber::decimal);
                     }) ==
             "\nmg:E1 a biolink:Association , <http://example.org/Thing> ;\n"
             "  rdfs:label \"two\\nlines \\\"and\\\" \\\\\" ;\n"
             "  mg:sign -1 ;\n"
             "  biolink:negated true .\n"
             "\nobo:GO_1 <http://example.org/p> 0.5 .\n");
}

BOOST_AUTO_TEST_CASE(each_graph_is_a_block_without_a_keyword) {
  BOOST_TEST(written(true,
                     [](RdfTurtle& turtle) {
                       turtle.about("<urn:a>");
                       turtle.add_thing(rdf_type, "<urn:A>");
                       turtle.in_graph("<https://doi.org/10.1/x>");
                       turtle.about("<urn:a>");
                       turtle.add_thing(mg_cites, "<urn:b>");
                       turtle.in_graph("<urn:silent>");
                       turtle.in_graph("<https://w3id.org/mechgraph/D1>");
                       turtle.about("<urn:a>");
                       turtle.add_thing(mg_cites, "<urn:c>");
                     }) ==
             "\n{\n  <urn:a> a <urn:A> .\n}\n"
             "\n<https://doi.org/10.1/x> {\n  <urn:a> mg:cites <urn:b> .\n}\n"
             "\nmg:D1 {\n  <urn:a> mg:cites <urn:c> .\n}\n");
}

BOOST_AUTO_TEST_CASE(only_plain_names_are_prefixed) {
  std::string const text = exported(sample_graph(), "ttl");
  BOOST_TEST(line_with(text, "<https://w3id.org/mechgraph/foreign/DrugBank%3ADB%201> a biolink:NamedThing") != "");
  BOOST_TEST(line_with(text, "rdf:object <http://identifiers.org/ncbigene/114548> ;") != "");
}
