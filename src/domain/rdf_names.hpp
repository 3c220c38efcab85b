// The IRIs that our RDF is made of, in their brackets: what exporters write and readers know again. docs/formats.md says what each holds.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace mechgraph {

// Namespaces, without brackets.
inline constexpr std::string_view own_namespace = "https://w3id.org/mechgraph/";
inline constexpr std::string_view biolink_namespace = "https://w3id.org/biolink/vocab/";

#define RDF(name) "<http://www.w3.org/1999/02/22-rdf-syntax-ns#" name ">"
#define RDFS(name) "<http://www.w3.org/2000/01/rdf-schema#" name ">"
#define DCT(name) "<http://purl.org/dc/terms/" name ">"
#define SKOS(name) "<http://www.w3.org/2004/02/skos/core#" name ">"
#define XSD(name) "<http://www.w3.org/2001/XMLSchema#" name ">"
#define BIOLINK(name) "<https://w3id.org/biolink/vocab/" name ">"
#define MG(name) "<https://w3id.org/mechgraph/" name ">"

inline constexpr std::string_view rdf_type = RDF("type");
inline constexpr std::string_view rdf_subject = RDF("subject");
inline constexpr std::string_view rdf_predicate = RDF("predicate");
inline constexpr std::string_view rdf_object = RDF("object");
inline constexpr std::string_view rdfs_label = RDFS("label");
inline constexpr std::string_view rdfs_see_also = RDFS("seeAlso");
inline constexpr std::string_view dct_identifier = DCT("identifier");
inline constexpr std::string_view dct_title = DCT("title");
inline constexpr std::string_view dct_description = DCT("description");
inline constexpr std::string_view dct_issued = DCT("issued");
inline constexpr std::string_view dct_license = DCT("license");
inline constexpr std::string_view dct_rights = DCT("rights");
inline constexpr std::string_view skos_alt_label = SKOS("altLabel");
inline constexpr std::string_view skos_related_match = SKOS("relatedMatch");
inline constexpr std::string_view xsd_integer = XSD("integer");
inline constexpr std::string_view xsd_decimal = XSD("decimal");
inline constexpr std::string_view xsd_boolean = XSD("boolean");
inline constexpr std::string_view xsd_string = XSD("string");

// What a mapped CURIE is to its node, by the value of the attribute `match`.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 4> match_properties{
    {{"exact", SKOS("exactMatch")}, {"close", SKOS("closeMatch")}, {"broad", SKOS("broadMatch")}, {"narrow", SKOS("narrowMatch")}}};

inline constexpr std::string_view biolink_association = BIOLINK("Association");
inline constexpr std::string_view biolink_publication = BIOLINK("Publication");
inline constexpr std::string_view biolink_study_result = BIOLINK("TextMiningStudyResult");
inline constexpr std::string_view biolink_original_predicate = BIOLINK("original_predicate");
inline constexpr std::string_view biolink_negated = BIOLINK("negated");
inline constexpr std::string_view biolink_qualified_predicate = BIOLINK("qualified_predicate");
inline constexpr std::string_view biolink_object_aspect = BIOLINK("object_aspect_qualifier");
inline constexpr std::string_view biolink_object_direction = BIOLINK("object_direction_qualifier");
inline constexpr std::string_view biolink_knowledge_level = BIOLINK("knowledge_level");
inline constexpr std::string_view biolink_agent_type = BIOLINK("agent_type");
inline constexpr std::string_view biolink_evidence_count = BIOLINK("evidence_count");
inline constexpr std::string_view biolink_publications = BIOLINK("publications");
inline constexpr std::string_view biolink_has_evidence = BIOLINK("has_evidence");
inline constexpr std::string_view biolink_supporting_text = BIOLINK("supporting_text");
inline constexpr std::string_view biolink_confidence = BIOLINK("extraction_confidence_score");
inline constexpr std::string_view biolink_evidence_type = BIOLINK("has_evidence_of_type");

inline constexpr std::string_view mg_citation_class = MG("Citation");
inline constexpr std::string_view mg_record_class = MG("Record");
inline constexpr std::string_view mg_table_class = MG("Table");
inline constexpr std::string_view mg_attribute = "<https://w3id.org/mechgraph/attribute/";  // and a name
inline constexpr std::string_view mg_context = "<https://w3id.org/mechgraph/context/";      // and a key
inline constexpr std::string_view mg_basis = MG("basis");
inline constexpr std::string_view mg_category = MG("category");
inline constexpr std::string_view mg_cell = MG("cell");
inline constexpr std::string_view mg_cites = MG("cites");
inline constexpr std::string_view mg_composition = MG("composition");
inline constexpr std::string_view mg_document = MG("document");
inline constexpr std::string_view mg_doi = MG("doi");
inline constexpr std::string_view mg_end = MG("end");
inline constexpr std::string_view mg_field = MG("field");
inline constexpr std::string_view mg_flag = MG("flag");
inline constexpr std::string_view mg_journal = MG("journal");
inline constexpr std::string_view mg_key = MG("key");
inline constexpr std::string_view mg_match = MG("match");
inline constexpr std::string_view mg_node_flag = MG("nodeFlag");
inline constexpr std::string_view mg_object_end = MG("objectEnd");
inline constexpr std::string_view mg_object_start = MG("objectStart");
inline constexpr std::string_view mg_pmcid = MG("pmcid");
inline constexpr std::string_view mg_pmid = MG("pmid");
inline constexpr std::string_view mg_record = MG("record");
inline constexpr std::string_view mg_record_id = MG("recordId");
inline constexpr std::string_view mg_reference = MG("reference");
inline constexpr std::string_view mg_relation = MG("relation");
inline constexpr std::string_view mg_rule = MG("rule");
inline constexpr std::string_view mg_sign = MG("sign");
inline constexpr std::string_view mg_start = MG("start");
inline constexpr std::string_view mg_subject_end = MG("subjectEnd");
inline constexpr std::string_view mg_subject_start = MG("subjectStart");
inline constexpr std::string_view mg_table = MG("table");
inline constexpr std::string_view mg_trigger = MG("trigger");
inline constexpr std::string_view mg_trigger_end = MG("triggerEnd");
inline constexpr std::string_view mg_trigger_start = MG("triggerStart");
inline constexpr std::string_view mg_valence = MG("valence");

#undef RDF
#undef RDFS
#undef DCT
#undef SKOS
#undef XSD
#undef BIOLINK
#undef MG

}  // namespace mechgraph
