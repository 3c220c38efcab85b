// N-Triples in canonical form: each edge a biolink:Association with its witnesses as evidence, and plain triples to follow.
#include <algorithm>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "exporters/edge_text.hpp"
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/node_text.hpp"
#include "exporters/rdf.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define DCT "http://purl.org/dc/terms/"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define XSD "http://www.w3.org/2001/XMLSchema#"
#define BIOLINK "https://w3id.org/biolink/vocab/"
#define MG "https://w3id.org/mechgraph/"
#define ECO "http://purl.obolibrary.org/obo/ECO_"

constexpr std::string_view type = "<" RDF "type>";
constexpr std::string_view label = "<" RDFS "label>";
constexpr std::string_view identifier = "<" DCT "identifier>";
constexpr std::string_view title = "<" DCT "title>";
constexpr std::string_view integer = "\"^^<" XSD "integer>";

// What a mapped CURIE is to its node, by the value of the attribute `match`.
constexpr std::pair<std::string_view, std::string_view> match_properties[] = {
    {"exact", "<" SKOS "exactMatch>"},
    {"close", "<" SKOS "closeMatch>"},
    {"broad", "<" SKOS "broadMatch>"},
    {"narrow", "<" SKOS "narrowMatch>"},
};

// The evidence code, the kind of knowledge and the kind of agent behind a witness (ECO; the enumerations of Biolink).
struct Provenance {
  std::string_view code, knowledge, agent;
};
Provenance provenance(Basis basis, bool by_program, bool cited) {
  if (!by_program) return {{}, "not_provided", "not_provided"};
  switch (basis) {
    case Basis::stated: return {cited ? "<" ECO "0007321>" : "<" ECO "0007320>", "knowledge_assertion", "text_mining_agent"};
    case Basis::implied: return {"<" ECO "0007322>", "logical_entailment", "text_mining_agent"};
    case Basis::cargo: return {"<" ECO "0007322>", "prediction", "text_mining_agent"};
  }
  return {};
}

class NTriples {
 public:
  NTriples(Graph const& graph, Sink& sink) : graph_(graph), ontology_(graph.ontology()), sink_(sink), mapping_(graph) {}

  void write() {
    for (NodeId const id : graph_.nodes()) write_node(id);
    write_documents();
    write_citations();
    for (NodeId const id : graph_.nodes()) {
      direct_.clear();
      for (EdgeId const edge : graph_.out(id)) write_edge(edge);
      write_direct(id);
    }
  }

 private:
  // The subject of the triples that follow.
  void about(std::string_view curie) {
    subject_.clear();
    append_iri(subject_, ontology_, curie);
  }
  void about_own(char letter, std::string_view digits) { subject_.assign("<" MG).append(1, letter).append(digits).append(">"); }

  void add(std::string_view property, std::string_view object) { sink_.print(subject_, ' ', property, ' ', object, " .\n"); }
  void add_thing(std::string_view property, std::string_view curie) {
    object_.clear();
    append_iri(object_, ontology_, curie);
    add(property, object_);
  }
  // An empty text is no triple.
  void add_text(std::string_view property, std::string_view text) {
    if (text.empty()) return;
    sink_.print(subject_, ' ', property, ' ');
    nt_literal(sink_, text);
    sink_.write(" .\n");
  }
  template <std::integral T>
  void add_number(std::string_view property, T number) {
    sink_.print(subject_, ' ', property, " \"", number, integer, " .\n");
  }
  // A property under https://w3id.org/mechgraph/ whose name came from data.
  void add_named(std::string_view folder, std::string_view name, std::string_view text) {
    property_.assign("<" MG).append(folder);
    iri_part(property_, name);
    property_ += '>';
    add_text(property_, text);
  }

  void write_node(NodeId id) {
    Node const node = graph_.node(id);
    about(node.id);
    RdfMapping::Classes const& classes = mapping_.classes(node);
    add(type, classes.category);
    if (!classes.type.empty() && classes.type != classes.category) add(type, classes.type);
    add(type, classes.kind);
    add_text(label, node.label);
    add_text(identifier, node.id);
    if (node.has(NodeFlag::foreign)) add_text("<" MG "category>", node.type);
    each_flag(node, [&](std::string_view flag) { add_text("<" MG "nodeFlag>", flag); });
    std::string_view const match = graph_.attribute(id, attribute::match);
    for (NamedValue const named : graph_.attributes(id)) write_attribute(named, match);
  }

  void write_attribute(NamedValue const& named, std::string_view match) {
    if (named.name == attribute::identifier) return add_thing(match_property(match), named.value);
    if (named.name == attribute::xref) return add_thing("<" RDFS "seeAlso>", named.value);
    if (named.name == attribute::key) return add_text("<" MG "key>", named.value);
    if (named.name == attribute::match) return add_text("<" MG "match>", named.value);
    if (named.name == attribute::ontology_label) return add_text("<" SKOS "altLabel>", named.value);
    if (named.name == attribute::composition) return add_text("<" MG "composition>", named.value);
    if (named.name == attribute::valence && (named.value == "1" || named.value == "-1")) {
      return add_number("<" MG "valence>", named.value == "1" ? 1 : -1);
    }
    add_named("attribute/", named.name, named.value);
  }

  static std::string_view match_property(std::string_view match) {
    for (auto const& [name, property] : match_properties) {
      if (name == match) return property;
    }
    return "<" SKOS "relatedMatch>";
  }

  void write_documents() {
    for (DocumentId const id : graph_.documents()) {
      DocumentView const document = graph_.document(id);
      about(document.id);
      add(type, "<" BIOLINK "Publication>");
      add_text(label, document.title);
      add_text(title, document.title);
      add_text(identifier, document.id);
      add_text("<" MG "doi>", document.doi);
      add_text("<" MG "pmid>", document.pmid);
      add_text("<" MG "pmcid>", document.pmcid);
      add_text("<" MG "journal>", document.journal);
      add_text("<" DCT "issued>", document.year);
      write_licence(document.licence);
    }
    std::string table_iri;
    for (RecordId const id : graph_.records()) {
      RecordView const record = graph_.record(id);
      std::string_view const document = graph_.document(record.document).id;
      std::string const table = own_digest({document, record.table});
      about_own('T', table);
      if (subject_ != table_iri) {  // records are in the order of their tables
        table_iri = subject_;
        add(type, "<" MG "Table>");
        add_text(label, record.table);
        add_text("<" DCT "description>", record.caption);
        add_thing("<" MG "document>", document);
      }
      about_own('R', own_digest({document, record.table, record.id}));
      add(type, "<" MG "Record>");
      add_text("<" MG "recordId>", record.id);
      add("<" MG "table>", table_iri);
    }
  }

  // An address is a thing, words are a statement of rights.
  void write_licence(std::string_view licence) {
    auto const can_stand = [](char byte) {
      return byte > ' ' && byte < 0x7F && std::string_view{"<>\"{}|^`\\"}.find(byte) == std::string_view::npos;
    };
    bool const is_address = licence.starts_with("https://") || licence.starts_with("http://");
    if (!is_address || !std::ranges::all_of(licence, can_stand)) return add_text("<" DCT "rights>", licence);
    object_.assign("<").append(licence).append(">");
    add("<" DCT "license>", object_);
  }

  // What the references stand for, each by itself.
  void write_citations() {
    std::vector<std::string_view> references;
    for (WitnessId const witness : graph_.witnesses()) {
      for (std::string_view const reference : graph_.references(witness)) references.push_back(reference);
    }
    std::sort(references.begin(), references.end());
    references.erase(std::unique(references.begin(), references.end()), references.end());
    for (std::string_view const reference : references) {
      for (CitedWork const& work : graph_.cited(reference)) {
        about_own('C', own_digest({reference, work.doi, work.pmid, work.pmcid}));
        add(type, "<" MG "Citation>");
        add_text("<" MG "reference>", reference);
        add_text("<" MG "doi>", work.doi);
        add_text("<" MG "pmid>", work.pmid);
        add_text("<" MG "pmcid>", work.pmcid);
        add_thing("<" MG "cites>", work.id());
      }
    }
  }

  // The publications among the works that a witness cites.
  template <class Visit>
  void each_publication(WitnessId id, Visit visit) {
    if (graph_.references(id).empty()) return;
    for (std::string_view const work : graph_.works(id)) {
      if (printed_reference(work).empty()) visit(work);
    }
  }

  // Of texts that name something together.
  std::string own_digest(std::initializer_list<std::string_view> texts) {
    key_.clear();
    for (std::string_view const text : texts) key_.append(text).append(1, '\0');
    return digest(key_);
  }

  void write_edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    RdfPredicate const& predicate = mapping_.predicate(edge);
    auto const witnesses = graph_.witnesses(id);
    std::string const edge_id = graph_.content_id(id);
    about(edge_id);
    association_ = subject_;
    add(type, "<" BIOLINK "Association>");
    add_thing("<" RDF "subject>", graph_.node(edge.subject).id);
    add("<" RDF "predicate>", predicate.predicate);
    add_thing("<" RDF "object>", graph_.node(edge.object).id);
    add_text(identifier, edge_id);
    add("<" BIOLINK "original_predicate>", predicate.relation);
    add_text("<" MG "relation>", graph_.relation(id).name);
    add_number("<" MG "sign>", edge.sign);
    if (edge.negated) add("<" BIOLINK "negated>", "\"true\"^^<" XSD "boolean>");
    if (!predicate.qualified_predicate.empty()) {
      add("<" BIOLINK "qualified_predicate>", predicate.qualified_predicate);
      add_text("<" BIOLINK "object_aspect_qualifier>", "activity_or_abundance");
      add_text("<" BIOLINK "object_direction_qualifier>", predicate.direction);
    }
    write_standing(id);
    for (NamedValue const named : graph_.attributes(id)) add_named("attribute/", named.name, named.value);
    for (WitnessId const witness : witnesses) write_witness(witness, edge_id);
    if (!edge.negated) direct_.push_back({&predicate.predicate, edge.object});
    if (!edge.negated && predicate.relation != predicate.predicate) direct_.push_back({&predicate.relation, edge.object});
  }

  // On what the edge rests as a whole.
  void write_standing(EdgeId id) {
    add_text("<" MG "basis>", name(graph_.basis(id)));
    bool by_program = false;
    publications_.clear();
    for (WitnessId const witness_id : graph_.witnesses(id)) {
      WitnessView const witness = graph_.witness(witness_id);
      by_program = by_program || !witness.rule.empty();
      publications_.push_back(graph_.document(graph_.record(witness.record).document).id);
      each_publication(witness_id, [&](std::string_view work) { publications_.push_back(work); });
    }
    Provenance const of = graph_.witnesses(id).empty() ? Provenance{{}, "knowledge_assertion", "manual_agent"}
                                                       // of the ontology's hierarchy
                                                       : provenance(graph_.basis(id), by_program, true);
    add_text("<" BIOLINK "knowledge_level>", of.knowledge);
    add_text("<" BIOLINK "agent_type>", of.agent);
    if (publications_.empty()) return;
    add_number("<" BIOLINK "evidence_count>", graph_.witnesses(id).size());
    std::sort(publications_.begin(), publications_.end());
    publications_.erase(std::unique(publications_.begin(), publications_.end()), publications_.end());
    for (std::string_view const publication : publications_) add_thing("<" BIOLINK "publications>", publication);
  }

  void write_witness(WitnessId id, std::string_view edge_id) {
    WitnessView const witness = graph_.witness(id);
    RecordView const record = graph_.record(witness.record);
    std::string_view const document = graph_.document(record.document).id;
    // The name is made of the whole content, so that graphs that were written apart join without clashes.
    key_.assign(edge_id)
        .append(1, '\0')
        .append(document)
        .append(1, '\0')
        .append(record.table)
        .append(1, '\0')
        .append(record.id)
        .append(1, '\0');
    JsonWriter json{key_};
    json.begin_object();
    source_members(json, graph_, id, witness, false);  // what a reference stands for is no part of it
    reading_members(json, graph_, id, witness);
    json.end_object();
    about_own('W', digest(key_));
    sink_.print(association_, " <" BIOLINK "has_evidence> ", subject_, " .\n");

    add(type, "<" BIOLINK "TextMiningStudyResult>");
    add_text("<" BIOLINK "supporting_text>", witness.words());
    object_.assign("<" MG "R").append(own_digest({document, record.table, record.id})).append(">");
    add("<" MG "record>", object_);
    add_text("<" MG "field>", witness.field);
    add_text("<" MG "cell>", witness.cell);
    if (!witness.cell.empty()) add_span(witness.cell, witness.text, "<" MG "start>", "<" MG "end>");
    if (!witness.trigger.empty()) {
      add_text("<" MG "trigger>", cut(witness.cell, witness.trigger));
      add_span(witness.cell, witness.trigger, "<" MG "triggerStart>", "<" MG "triggerEnd>");
    }
    if (!witness.subject.empty()) add_span(witness.cell, witness.subject, "<" MG "subjectStart>", "<" MG "subjectEnd>");
    if (!witness.object.empty()) add_span(witness.cell, witness.object, "<" MG "objectStart>", "<" MG "objectEnd>");
    add_text("<" MG "rule>", witness.rule);
    add_text("<" MG "basis>", name(witness.basis));
    write_confidence(witness.confidence);
    for (std::size_t i = 0; i < flag_names.size(); ++i) {
      if (witness.flags.has(static_cast<Flag>(i))) add_text("<" MG "flag>", flag_names[i]);
    }
    auto const references = graph_.references(id);
    Provenance const of = provenance(witness.basis, !witness.rule.empty(), !references.empty());
    if (!of.code.empty()) add("<" BIOLINK "has_evidence_of_type>", of.code);
    for (std::string_view const reference : references) add_text("<" MG "reference>", reference);
    each_publication(id, [&](std::string_view work) { add_thing("<" MG "cites>", work); });
    for (QualifierView const& qualifier : graph_.qualifiers(id)) write_qualifier(qualifier);
  }

  void write_qualifier(QualifierView const& qualifier) {
    if (!qualifier.node) {
      add_named("context/", qualifier.key, qualifier.value);
      if (auto const slot = mapping_.qualifier(qualifier.key); !slot.empty()) add_text(slot, qualifier.value);
      return;
    }
    object_.clear();
    append_iri(object_, ontology_, qualifier.value);
    property_.assign("<" MG "context/");
    iri_part(property_, qualifier.key);
    property_ += '>';
    add(property_, object_);
    if (auto const slot = mapping_.qualifier(qualifier.key); !slot.empty()) add(slot, object_);
  }

  // Offsets in code points of the cell.
  void add_span(std::string_view cell, Span span, std::string_view start, std::string_view end) {
    std::size_t const first = count_code_points(cell.substr(0, span.begin));
    add_number(start, first);
    add_number(end, first + count_code_points(cut(cell, span)));
  }

  void write_confidence(std::uint16_t per_mille) {
    object_.assign("\"");
    JsonWriter::append_per_mille(object_, per_mille);
    if (per_mille % 1000 == 0) object_ += ".0";  // the canonical form of a whole decimal
    object_ += "\"^^<" XSD "decimal>";
    add("<" BIOLINK "extraction_confidence_score>", object_);
  }

  // The plain triples of a subject, for queries that follow paths; edges of both signs give the same one.
  void write_direct(NodeId id) {
    auto const less = [](Direct const& a, Direct const& b) {
      return a.object != b.object ? a.object < b.object : *a.predicate < *b.predicate;
    };
    std::sort(direct_.begin(), direct_.end(), less);
    direct_.erase(std::unique(direct_.begin(), direct_.end(), [&](Direct const& a, Direct const& b) { return !less(a, b) && !less(b, a); }),
                  direct_.end());
    about(graph_.node(id).id);
    for (Direct const& triple : direct_) add_thing(*triple.predicate, graph_.node(triple.object).id);
  }

  struct Direct {
    std::string const* predicate;
    NodeId object;
  };

  Graph const& graph_;
  Ontology const& ontology_;
  Sink& sink_;
  RdfMapping mapping_;
  std::vector<Direct> direct_;
  std::vector<std::string_view> publications_;
  std::string subject_, property_, object_, association_, key_;  // used again and again
};

void write_nt(Graph const& graph, ExportOptions const&, Sink& sink) { NTriples{graph, sink}.write(); }

}  // namespace

extern Exporter const nt_exporter{"nt",
                                  ".nt",
                                  "N-Triples by the Biolink model, a node for each witness: for triple stores and SPARQL",
                                  {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                  write_nt};

}  // namespace mechgraph
