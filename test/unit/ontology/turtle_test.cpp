// The ontology as Turtle and as one table.
#include "ontology/turtle.hpp"

#include <boost/test/unit_test.hpp>

#include "domain/rdf_names.hpp"

#include "small_ontology.hpp"

namespace mechgraph {
namespace {

template <class Write>
std::string written(Write const& write, Ontology const& ontology) {
  std::string text;
  Sink sink = Sink::to_string(text);
  write(ontology, sink);
  sink.close();
  return text;
}

std::string turtle(Ontology const& ontology) { return written(write_turtle, ontology); }

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

BOOST_AUTO_TEST_CASE(a_term_is_an_individual_of_its_type_with_labels_forms_and_parents) {
  std::string const text = turtle(*small_ontology());
  BOOST_TEST(holds(text,
                   "\n<http://purl.obolibrary.org/obo/GO_0070062> a mg:Derivative ;\n"
                   "  rdfs:label \"exosome\" ;\n"
                   "  mg:key \"exosome\" ;\n"
                   "  skos:altLabel \"extracellular exosome\" ;\n"
                   "  skos:altLabel \"Exo\" ;\n"
                   "  rdfs:seeAlso <http://id.nlm.nih.gov/mesh/D055354> ;\n"
                   "  rdfs:subClassOf <http://purl.obolibrary.org/obo/GO_0031982> .\n"));
  BOOST_TEST(holds(text, "\nmg:hpl_cm a mg:Derivative ;\n  rdfs:label \"HPL-CM\" ;\n  mg:key \"hpl_cm\" .\n"));
}

BOOST_AUTO_TEST_CASE(an_outcome_has_its_valence_and_the_forms_of_the_other_sign_apart) {
  BOOST_TEST(holds(turtle(*small_ontology()),
                   "\n<http://purl.obolibrary.org/obo/GO_0097284> a mg:Process ;\n"
                   "  rdfs:label \"hepatocyte apoptotic process\" ;\n"
                   "  mg:key \"hepatocyte_apoptosis\" ;\n"
                   "  mg:inverseLabel \"hepatocyte survival\" ;\n"
                   "  mg:valence -1 ;\n"
                   "  rdfs:subClassOf <http://purl.obolibrary.org/obo/GO_0006915> ;\n"
                   "  skos:note \"says \\\"no\\\" \\\\ more\" .\n"));
}

BOOST_AUTO_TEST_CASE(a_class_that_a_term_is_not_is_a_mapping) {
  std::string const terms = small_tables().at("terms") +
                            "wide\tDerivative\tw\t\tGO:0043226\tbroad\t\t\tGO\t\n"
                            "thin\tDerivative\tt\t\tGO:0043227\tnarrow\t\t\tGO\t\n"
                            "near\tDerivative\tn\t\tGO:0070062\tclose\t\t\tGO\t\n";
  std::string const text = turtle(*small_ontology({{"terms", terms}}));
  BOOST_TEST(holds(text, "mg:key \"wide\" ;\n  skos:broadMatch <http://purl.obolibrary.org/obo/GO_0043226> .\n"));
  BOOST_TEST(holds(text, "mg:key \"thin\" ;\n  skos:narrowMatch <http://purl.obolibrary.org/obo/GO_0043227> .\n"));
  BOOST_TEST(holds(text, "mg:key \"near\" ;\n  skos:closeMatch <http://purl.obolibrary.org/obo/GO_0070062> .\n"));
}

BOOST_AUTO_TEST_CASE(relations_have_inverses_types_at_their_ends_and_mappings) {
  std::string const text = turtle(*Ontology::builtin());
  BOOST_TEST(holds(text,
                   "\nmg:tested_in a owl:ObjectProperty ;\n"
                   "  rdfs:label \"tested in\" ;\n"
                   "  mg:relationClass \"slot\" ;\n"
                   "  owl:inverseOf mg:test_system_of ;\n"
                   "  rdfs:domain mg:Intervention ;\n"
                   "  mg:domainIncludes mg:Intervention ;\n"
                   "  mg:rangeIncludes mg:Organism ;\n"
                   "  mg:rangeIncludes mg:CellLine .\n"
                   "\nmg:test_system_of a owl:ObjectProperty ;\n"
                   "  rdfs:label \"test system of\" ;\n"
                   "  rdfs:range mg:Intervention .\n"));
  BOOST_TEST(holds(text,
                   "\nmg:decreases a owl:ObjectProperty ;\n"
                   "  rdfs:label \"decreases\" ;\n"
                   "  mg:relationClass \"effect\" ;\n"
                   "  mg:sign -1 ;\n"
                   "  owl:inverseOf mg:decreased_by ;\n"
                   "  rdfs:subPropertyOf biolink:affects ;\n"
                   "  skos:broadMatch <http://purl.obolibrary.org/obo/RO_0002566> ;\n"));
  BOOST_TEST(holds(text, "\nmg:combined_with a owl:ObjectProperty , owl:SymmetricProperty ;\n"));
  BOOST_TEST(!holds(text, "owl:inverseOf mg:combined_with"));
}

BOOST_AUTO_TEST_CASE(types_stand_under_their_kind_and_biolink_category) {
  BOOST_TEST(holds(turtle(*Ontology::builtin()),
                   "\nmg:CellType a owl:Class ;\n"
                   "  rdfs:label \"CellType\" ;\n"
                   "  rdfs:comment \"cell as the place of an effect\" ;\n"
                   "  rdfs:subClassOf mg:ContextKind ;\n"
                   "  rdfs:subClassOf mg:anyGroup ;\n"
                   "  rdfs:subClassOf biolink:Cell ;\n"
                   "  skos:relatedMatch <http://purl.obolibrary.org/obo/CL_0000000> .\n"));
}

BOOST_AUTO_TEST_CASE(kinds_are_disjoint_and_groups_stand_for_unions) {
  std::string const text = turtle(*Ontology::builtin());
  BOOST_TEST(holds(text,
                   "\nmg:OutcomeKind a owl:Class ;\n"
                   "  rdfs:label \"outcome\" ;\n"
                   "  owl:disjointWith mg:ContextKind .\n"));
  BOOST_TEST(holds(text,
                   "\nmg:MediatorGroup a owl:Class ;\n"
                   "  rdfs:label \"Mediator\" ;\n"
                   "  rdfs:subClassOf mg:AgentGroup ;\n"
                   "  rdfs:subClassOf mg:EffectGroup ;\n"));
  BOOST_TEST(holds(text, "  rdfs:domain mg:AgentGroup ;\n  rdfs:range mg:EffectGroup ;\n"));
}

BOOST_AUTO_TEST_CASE(what_has_a_direction_is_also_what_has_none) {
  std::string const text = turtle(*Ontology::builtin());
  std::size_t const at = text.find("\nmg:decreases a owl:ObjectProperty ;\n");
  BOOST_REQUIRE(at != std::string::npos);
  BOOST_TEST(holds(text.substr(at, text.find("\n\n", at + 1) - at), "  rdfs:subPropertyOf mg:affects ;\n"));
  BOOST_TEST(holds(text, "\nmg:part_of a owl:ObjectProperty , owl:TransitiveProperty ;\n"));
}

BOOST_AUTO_TEST_CASE(every_property_of_our_rdf_is_declared) {
  std::string const text = turtle(*Ontology::builtin());
  BOOST_TEST(holds(text,
                   "\nmg:record a owl:ObjectProperty ;\n"
                   "  rdfs:label \"record\" ;\n"
                   "  rdfs:comment \"that the words stand in\" ;\n"
                   "  rdfs:domain biolink:TextMiningStudyResult ;\n"
                   "  rdfs:range mg:Record .\n"));
  for (std::string_view const iri :
       {mg_citation_class, mg_record_class,  mg_table_class,  mg_basis, mg_category,    mg_cell,          mg_cites,     mg_composition,
        mg_document,       mg_doi,           mg_end,          mg_field, mg_flag,        mg_journal,       mg_key,       mg_match,
        mg_node_flag,      mg_object_end,    mg_object_start, mg_pmcid, mg_pmid,        mg_record,        mg_record_id, mg_reference,
        mg_relation,       mg_rule,          mg_sign,         mg_start, mg_subject_end, mg_subject_start, mg_table,     mg_trigger,
        mg_trigger_end,    mg_trigger_start, mg_valence}) {
    std::string const name{iri.substr(own_namespace.size() + 1, iri.size() - own_namespace.size() - 2)};
    BOOST_TEST(holds(text, "\nmg:" + name + " a owl:"), name);
  }
}

BOOST_AUTO_TEST_CASE(there_are_no_blank_nodes_and_no_empty_iris) {
  std::string const text = turtle(*Ontology::builtin());
  BOOST_TEST(!holds(text, "_:"));
  BOOST_TEST(!holds(text, "[ "));
  BOOST_TEST(!holds(text, "<>"));
}

BOOST_AUTO_TEST_CASE(one_line_a_term_in_the_table) {
  BOOST_TEST(written(write_terms_tsv, *small_ontology()) ==
             "id\tkey\tkind\ttype\tlabel\tontology_label\tcurie\tmatch\tvalence\tforms\tinverse_forms\tparents\txrefs\n"
             "GO:0006915\tapoptosis\toutcome\tProcess\tapoptosis\tapoptotic process\tGO:0006915\texact\t0\tapoptosis\t\t\t\n"
             "GO:0070062\texosome\tderivative\tDerivative\texosome\textracellular exosome\tGO:0070062\texact\t\tExo\t\tis_a "
             "vesicle\tMESH:D055354\n"
             "GO:0097284\thepatocyte_apoptosis\toutcome\tProcess\thepatocyte apoptotic process\thepatocyte apoptotic "
             "process\tGO:0097284\texact\t-1\t\thepatocyte survival\tis_a apoptosis\t\n"
             "MECHGRAPH:hpl_cm\thpl_cm\tderivative\tDerivative\tHPL-CM\tHPL-CM\t\tnone\t\t\t\t\t\n"
             "GO:0031982\tvesicle\tderivative\tDerivative\tvesicle\tvesicle\tGO:0031982\tclose\t\t\t\t\t\n");
}

}  // namespace
}  // namespace mechgraph
