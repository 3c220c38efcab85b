// N-Triples.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "sample_graph.hpp"
#include "unit/source_folder.hpp"

using namespace mechgraph;

namespace {

std::map<std::string, std::string> const prefixes{
    {"https://w3id.org/mechgraph/", "mg:"},
    {"https://w3id.org/biolink/vocab/", "biolink:"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
    {"http://www.w3.org/2000/01/rdf-schema#", "rdfs:"},
    {"http://www.w3.org/2001/XMLSchema#", "xsd:"},
    {"http://purl.org/dc/terms/", "dct:"},
};

std::string short_form(std::string line) {
  for (auto const& [iri, prefix] : prefixes) {
    for (std::size_t at = line.find("<" + iri); at != std::string::npos; at = line.find("<" + iri, at)) {
      std::size_t const end = line.find('>', at);
      line.replace(at, end - at + 1, prefix + line.substr(at + 1 + iri.size(), end - at - 1 - iri.size()));
    }
  }
  return line;
}

// "predicate object" of all triples of a subject, in the order of the file.
std::vector<std::string> about(std::string const& text, std::string const& subject) {
  std::vector<std::string> found;
  for (std::string const& line : lines_of(text)) {
    std::string const triple = short_form(line);
    if (triple.starts_with(subject + " ")) found.push_back(triple.substr(subject.size() + 1, triple.size() - subject.size() - 3));
  }
  return found;
}

// The subject of the first triple that ends so.
std::string subject_of(std::string const& text, std::string const& end) {
  for (std::string const& line : lines_of(text)) {
    std::string const triple = short_form(line);
    if (triple.ends_with(" " + end + " .")) return triple.substr(0, triple.find(' '));
  }
  return {};
}

using Triples = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(an_edge_is_an_association_with_the_qualifiers_of_biolink) {
  std::string const text = exported(sample_graph(), "nt");
  std::string const edge = subject_of(text, "mg:relation \"decreases\"");
  std::string const evidence = subject_of(text, "biolink:supporting_text \"Suppression of NLRP3\"");
  BOOST_TEST(
      about(text, edge) ==
          (Triples{"rdf:type biolink:Association", "rdf:subject mg:I00000000000000000000000000000001", "rdf:predicate biolink:affects",
                   "rdf:object <http://identifiers.org/ncbigene/114548>", "dct:identifier \"MECHGRAPH:" + edge.substr(3) + "\"",
                   "biolink:original_predicate mg:decreases", "mg:relation \"decreases\"", "mg:sign \"-1\"^^xsd:integer",
                   "biolink:qualified_predicate biolink:causes", "biolink:object_aspect_qualifier \"activity_or_abundance\"",
                   "biolink:object_direction_qualifier \"decreased\"", "mg:basis \"stated\"",
                   "biolink:knowledge_level \"knowledge_assertion\"", "biolink:agent_type \"text_mining_agent\"",
                   "biolink:evidence_count \"1\"^^xsd:integer", "biolink:publications <https://doi.org/10.1000/x%281%29>",
                   "biolink:publications <http://www.ncbi.nlm.nih.gov/pubmed/77>", "biolink:has_evidence " + evidence}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_witness_is_a_node_of_evidence) {
  std::string const text = exported(sample_graph(), "nt");
  std::string const evidence = subject_of(text, "biolink:supporting_text \"Suppression of NLRP3\"");
  std::string const record = subject_of(text, "mg:recordId \"4\"");
  BOOST_TEST(about(text, evidence) == (Triples{"rdf:type biolink:TextMiningStudyResult",
                                               "biolink:supporting_text \"Suppression of NLRP3\"",
                                               "mg:record " + record,
                                               "mg:field \"result\"",
                                               "mg:cell \"\u03B2: Suppression of NLRP3 in macrophage and thereby reducing ALF\"",
                                               "mg:start \"3\"^^xsd:integer",
                                               "mg:end \"23\"^^xsd:integer",
                                               "mg:trigger \"Suppression\"",
                                               "mg:triggerStart \"3\"^^xsd:integer",
                                               "mg:triggerEnd \"14\"^^xsd:integer",
                                               "mg:objectStart \"18\"^^xsd:integer",
                                               "mg:objectEnd \"23\"^^xsd:integer",
                                               "mg:rule \"a_rule\"",
                                               "mg:basis \"stated\"",
                                               "biolink:extraction_confidence_score \"0.64\"^^xsd:decimal",
                                               "mg:flag \"ambiguous_trigger\"",
                                               "mg:flag \"coordination\"",
                                               "biolink:has_evidence_of_type <http://purl.obolibrary.org/obo/ECO_0007321>",
                                               "mg:reference \"DOI:10.1000/x(1)#107\"",
                                               "mg:reference \"DOI:10.1000/x(1)#108\"",
                                               "mg:cites <http://www.ncbi.nlm.nih.gov/pubmed/77>",
                                               "mg:context/cell_type <http://purl.obolibrary.org/obo/CL_0000235>",
                                               "mg:context/magnitude \"marked\"",
                                               "biolink:anatomical_context_qualifier <http://purl.obolibrary.org/obo/CL_0000235>"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(records_lead_to_their_table_and_document) {
  std::string const text = exported(sample_graph(), "nt");
  std::string const table = subject_of(text, "rdfs:label \"Table 3\"");
  BOOST_TEST(
      about(text, subject_of(text, "mg:recordId \"4\"")) == (Triples{"rdf:type mg:Record", "mg:recordId \"4\"", "mg:table " + table}),
      boost::test_tools::per_element());
  BOOST_TEST(about(text, table) == (Triples{"rdf:type mg:Table", "rdfs:label \"Table 3\"", "dct:description \"Of exosomes\"",
                                            "mg:document <https://doi.org/10.1000/x%281%29>"}),
             boost::test_tools::per_element());
  BOOST_TEST(
      about(text, "<https://doi.org/10.1000/x%281%29>") == (Triples{"rdf:type biolink:Publication", "dct:identifier \"DOI:10.1000/x(1)\"",
                                                                    "dct:title \"A review\"", "mg:doi \"10.1000/x(1)\""}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_reference_that_is_resolved_is_a_node_that_says_what_it_stands_for) {
  std::string const text = exported(sample_graph(), "nt");
  BOOST_TEST(about(text, subject_of(text, "rdf:type mg:Citation")) ==
                 (Triples{"rdf:type mg:Citation", "mg:reference \"DOI:10.1000/x(1)#107\"", "mg:doi \"10.5/b\"", "mg:pmid \"77\"",
                          "mg:cites <http://www.ncbi.nlm.nih.gov/pubmed/77>"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_licence_is_an_address_or_words) {
  PartMaker address = sample_part();
  address.part.documents[0].licence = address.text("https://creativecommons.org/licenses/by/4.0/");
  address.part.documents[0].journal = address.text("A journal");
  address.part.documents[0].year = address.text("2022");
  auto triples = about(exported(address.graph(), "nt"), "<https://doi.org/10.1000/x%281%29>");
  triples.erase(triples.begin(), triples.begin() + 4);
  BOOST_TEST(
      triples == (Triples{"mg:journal \"A journal\"", "dct:issued \"2022\"", "dct:license <https://creativecommons.org/licenses/by/4.0/>"}),
      boost::test_tools::per_element());
  PartMaker words = sample_part();
  words.part.documents[0].licence = words.text("https://a.b/> and more");
  BOOST_TEST(about(exported(words.graph(), "nt"), "<https://doi.org/10.1000/x%281%29>").back() == "dct:rights \"https://a.b/> and more\"");
}

BOOST_AUTO_TEST_CASE(plain_triples_can_be_followed_by_predicate_and_by_sign) {
  std::string const text = exported(sample_graph(), "nt");
  auto const given = about(text, "mg:I00000000000000000000000000000001");
  auto const count = [&](std::string const& triple) { return std::count(given.begin(), given.end(), triple); };
  BOOST_TEST(count("biolink:affects <http://identifiers.org/ncbigene/114548>") == 1);
  BOOST_TEST(count("mg:decreases <http://identifiers.org/ncbigene/114548>") == 1);
  BOOST_TEST(count("mg:increases <http://identifiers.org/ncbigene/114548>") == 1);
  BOOST_TEST(count("mg:pretreated_with <http://identifiers.org/ncbigene/7124>") == 1);
  BOOST_TEST(count("biolink:derives_from <http://purl.obolibrary.org/obo/UBERON_0002371>") == 1);
}

BOOST_AUTO_TEST_CASE(a_denial_is_no_plain_triple) {
  std::string const text = exported(sample_graph(), "nt");
  auto const given = about(text, "mg:I00000000000000000000000000000001");
  BOOST_TEST(std::count(given.begin(), given.end(), "biolink:affects mg:Uabc") == 0);
  auto const edge = about(text, subject_of(text, "mg:relation \"affects\""));
  BOOST_TEST(std::count(edge.begin(), edge.end(), "biolink:negated \"true\"^^xsd:boolean") == 1);
}

BOOST_AUTO_TEST_CASE(how_it_is_known_follows_the_basis) {
  std::string const text = exported(sample_graph(), "nt");
  auto const implied = about(text, subject_of(text, "mg:relation \"contributes_to\""));
  BOOST_TEST(std::count(implied.begin(), implied.end(), "biolink:knowledge_level \"logical_entailment\"") == 1);
  auto const above = about(text, subject_of(text, "mg:relation \"is_a\""));
  BOOST_TEST(std::count(above.begin(), above.end(), "biolink:agent_type \"manual_agent\"") == 1);
  auto const foreign = about(text, subject_of(text, "mg:relation \"biolink:interacts with\""));
  BOOST_TEST(std::count(foreign.begin(), foreign.end(), "biolink:agent_type \"not_provided\"") == 1);
  BOOST_TEST(std::count(foreign.begin(), foreign.end(), "mg:attribute/score \"0.5\"") == 1);
}

BOOST_AUTO_TEST_CASE(foreign_nodes_keep_their_identifier_and_category_as_text) {
  auto const drug = about(exported(sample_graph(), "nt"), "mg:foreign/DrugBank%3ADB%201");
  std::set<std::string> const triples{drug.begin(), drug.end()};
  for (char const* const triple : {"rdf:type biolink:NamedThing", "rdf:type biolink:Drug", "rdf:type mg:MediatorKind",
                                   "dct:identifier \"DrugBank:DB 1\"", "mg:category \"biolink:Drug\"", "mg:nodeFlag \"foreign\"",
                                   "mg:attribute/in%20stock \"yes\"", "mg:attribute/synonym \"three\\\\\""}) {
    BOOST_TEST(triples.count(triple) == 1U, triple);
  }
}

BOOST_AUTO_TEST_CASE(no_triple_stands_twice_and_no_node_is_blank) {
  auto const lines = lines_of(exported(sample_graph(), "nt"));
  BOOST_TEST((std::set<std::string>{lines.begin(), lines.end()}.size()) == lines.size());
  for (std::string const& line : lines) BOOST_TEST(line.starts_with("<http"));
}

BOOST_AUTO_TEST_CASE(evidence_is_named_by_its_content_in_whatever_graph_it_stands) {
  PartMaker more = sample_part();
  auto& extra = more.witness(0, 1, "marrow");
  extra.rule = more.text("another_rule");
  std::string const small = exported(sample_graph(), "nt");
  std::string const large = exported(more.graph(), "nt");
  std::string const end = "biolink:supporting_text \"Suppression of NLRP3\"";
  BOOST_TEST(subject_of(small, end) == subject_of(large, end));
  BOOST_TEST(subject_of(large, "mg:rule \"another_rule\"") != "");
}

BOOST_AUTO_TEST_CASE(the_shapes_know_every_flag) {
  std::ifstream in{source_folder() + "/ontology/data/shapes.ttl"};
  std::string const shapes{std::istreambuf_iterator<char>{in}, {}};
  for (std::string_view const flag : flag_names) {
    BOOST_TEST((shapes.find("\"" + std::string{flag} + "\"") != std::string::npos), "shapes.ttl wants the flag " << flag);
  }
}
