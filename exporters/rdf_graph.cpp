// A graph as RDF statements: each edge a biolink:Association with its witnesses as evidence, and plain triples to follow.
#include "exporters/rdf_graph.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/rdf_names.hpp"
#include "exporters/escape.hpp"
#include "exporters/json.hpp"
#include "exporters/node_text.hpp"
#include "exporters/rdf.hpp"
#include "exporters/rdf_subjects.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

#define ECO "http://purl.obolibrary.org/obo/ECO_"

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

std::string_view match_property(std::string_view match) {
  for (auto const& [name, property] : match_properties) {
    if (name == match) return property;
  }
  return skos_related_match;
}

class GraphStatements : RdfSubjects {
 public:
  GraphStatements(Graph const& graph, RdfGraphs graphs, RdfWriter& writer)
      : RdfSubjects(graph.ontology(), writer), graph_(graph), by_document_(graphs == RdfGraphs::by_document), mapping_(graph) {}

  void write() {
    for (NodeId const id : graph_.nodes()) write_node(id);
    if (!by_document_) {
      for (DocumentId const id : graph_.documents()) write_document(id);
      for (RecordId const id : graph_.records()) write_record(id);
      for (WitnessId const id : graph_.witnesses()) add_references(id);
      write_citations();
    }
    for (NodeId const id : graph_.nodes()) {
      direct_.clear();
      for (EdgeId const edge : graph_.out(id)) {
        write_edge(edge);
        add_direct(edge);
      }
      write_direct(id);
    }
    if (by_document_)
      write_by_document([this](RecordId id) {
        write_record(id);
        for (WitnessId const witness : graph_.witnesses(id)) {
          EdgeId const edge = graph_.witness(witness).edge;
          graph_.content_id(edge, edge_id_);
          about(edge_id_);
          Evidence const evidence = evidence_of(witness);
          witness_name(evidence, names_);
          add(biolink_has_evidence, names_);
          write_witness(evidence, names_);
          names_.clear();
          add_references(witness);
        }
      });
    writer_.finish();
  }

  void write_direct_alone() {
    only_signed_ = true;
    for (NodeId const id : graph_.nodes()) {
      direct_.clear();
      for (EdgeId const edge : graph_.out(id)) {
        if (!by_document_ || graph_.witnesses(edge).empty()) add_direct(edge);
      }
      write_direct(id);
    }
    if (by_document_) write_by_document([](RecordId) {});
    writer_.finish();
  }

 private:
  struct Evidence {
    WitnessId id{};
    WitnessView witness;
    RecordView record;
  };
  [[nodiscard]] Evidence evidence_of(WitnessId id) const {
    WitnessView const witness = graph_.witness(id);
    return {id, witness, graph_.record(witness.record)};
  }

  // Each document in its own graph: itself, what `write_rest` writes of each of its records, and the plain triples that it witnesses.
  template <class WriteRest>
  void write_by_document(WriteRest write_rest) {
    auto const records = graph_.records();  // in order of their documents
    for (auto at = records.begin(); at != records.end();) {
      DocumentId const document = graph_.record(*at).document;
      object_.clear();
      iris_.append(object_, graph_.id(document));
      writer_.in_graph(object_);
      if (!only_signed_) write_document(document);
      edges_.clear();
      for (; at != records.end() && graph_.record(*at).document == document; ++at) {
        write_rest(*at);
        for (WitnessId const witness : graph_.witnesses(*at)) edges_.push_back(graph_.witness(witness).edge);
      }
      write_citations();
      std::sort(edges_.begin(), edges_.end());
      edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
      for (auto edge = edges_.begin(); edge != edges_.end();) {
        NodeId const subject = graph_.edge(*edge).subject;
        direct_.clear();
        for (; edge != edges_.end() && graph_.edge(*edge).subject == subject; ++edge) add_direct(*edge);
        write_direct(subject);
      }
    }
  }

  void write_node(NodeId id) {
    Node const node = graph_.node(id);
    about(node.id);
    RdfMapping::Classes const& classes = mapping_.classes(node);
    add(rdf_type, classes.category);
    if (!classes.type.empty() && classes.type != classes.category) add(rdf_type, classes.type);
    add(rdf_type, classes.kind);
    add_text(rdfs_label, node.label);
    add_text(dct_identifier, node.id);
    if (node.has(NodeFlag::foreign)) add_text(mg_category, node.type);
    each_flag(node, [&](std::string_view flag) { add_text(mg_node_flag, flag); });
    std::string_view const match = graph_.attribute(id, attribute::match);
    for (NamedValue const named : graph_.attributes(id)) write_attribute(named, match);
  }

  void write_attribute(NamedValue const& named, std::string_view match) {
    if (named.name == attribute::identifier) return add_link(match_property(match), named.name, named.value);
    if (named.name == attribute::xref) return add_link(rdfs_see_also, named.name, named.value);
    if (named.name == attribute::valence && (named.value == "1" || named.value == "-1")) {
      return add_number(mg_valence, named.value == "1" ? 1 : -1);
    }
    std::string_view const property = named.name == attribute::key              ? mg_key
                                      : named.name == attribute::match          ? mg_match
                                      : named.name == attribute::ontology_label ? skos_alt_label
                                      : named.name == attribute::composition    ? mg_composition
                                                                                : std::string_view{};
    if (property.empty()) return add_attribute(named.name, named.value);
    writer_.add_text(property, named.value);
  }

  void write_document(DocumentId id) {
    DocumentView const document = graph_.document(id);
    about(document.id);
    add(rdf_type, biolink_publication);
    add_text(dct_identifier, document.id);
    add_text(dct_title, document.title);
    add_text(mg_doi, document.doi);
    add_text(mg_pmid, document.pmid);
    add_text(mg_pmcid, document.pmcid);
    add_text(mg_journal, document.journal);
    add_text(dct_issued, document.year);
    write_licence(document.licence);
  }

  // An address is a thing, words are a statement of rights.
  void write_licence(std::string_view licence) {
    auto const can_stand = [](char byte) {
      return byte > ' ' && byte < 0x7F && std::string_view{"<>\"{}|^`\\"}.find(byte) == std::string_view::npos;
    };
    bool const is_address = licence.starts_with("https://") || licence.starts_with("http://");
    if (!is_address || !std::all_of(licence.begin(), licence.end(), can_stand)) return add_text(dct_rights, licence);
    object_.clear();
    object_ += '<';
    object_ += licence;
    object_ += '>';
    add(dct_license, object_);
  }

  void add_references(WitnessId id) {
    for (std::string_view const reference : graph_.references(id)) {
      if (!graph_.cited(reference).empty()) references_.push_back(reference);
    }
  }
  // What the references that were added stand for, each by itself.
  void write_citations() {
    std::sort(references_.begin(), references_.end());
    references_.erase(std::unique(references_.begin(), references_.end()), references_.end());
    for (std::string_view const reference : references_) {
      for (CitedWork const& work : graph_.cited(reference)) {
        about_own('C', own_digest({reference, work.doi, work.pmid, work.pmcid}));
        add(rdf_type, mg_citation_class);
        add_text(mg_reference, reference);
        add_text(mg_doi, work.doi);
        add_text(mg_pmid, work.pmid);
        add_text(mg_pmcid, work.pmcid);
        add_thing(mg_cites, work.id());
      }
    }
    references_.clear();
  }

  // The publications among the works that a witness cites.
  template <class Visit>
  void each_publication(WitnessId id, Visit visit) {
    if (graph_.references(id).empty()) return;
    works_.clear();
    graph_.append_works(works_, id);
    for (std::string_view const work : works_) {
      if (printed_reference(work).empty()) visit(work);
    }
  }

  // A record, with its table before the first of its records: they are in the order of their tables.
  void write_record(RecordId id) {
    RecordView const record = graph_.record(id);
    std::string_view const document = graph_.id(record.document);
    if (table_iri_.empty() || record.document != table_document_ || record.table != table_name_) {
      table_document_ = record.document;
      table_name_ = record.table;
      own_name(table_iri_, 'T', own_digest({document, record.table}));
      writer_.about(table_iri_);
      add(rdf_type, mg_table_class);
      add_text(rdfs_label, record.table);
      add_text(dct_description, record.caption);
      add_thing(mg_document, document);
    }
    about_own('R', own_digest({document, record.table, record.id}));
    add(rdf_type, mg_record_class);
    add_text(mg_record_id, record.id);
    add(mg_table, table_iri_);
  }

  void write_edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    RdfPredicate const& predicate = mapping_.predicate(edge);
    graph_.content_id(id, edge_id_);
    evidence_.clear();
    for (WitnessId const witness : graph_.witnesses(id)) evidence_.push_back(evidence_of(witness));
    about(edge_id_);
    add(rdf_type, biolink_association);
    add_thing(rdf_subject, graph_.id(edge.subject));
    add(rdf_predicate, predicate.predicate);
    add_thing(rdf_object, graph_.id(edge.object));
    add_text(dct_identifier, edge_id_);
    add(biolink_original_predicate, predicate.relation);
    add_text(mg_relation, graph_.relation(id).name);
    add_number(mg_sign, edge.sign);
    if (edge.negated) writer_.add_number(biolink_negated, "true", RdfNumber::boolean);
    if (!predicate.qualified_predicate.empty()) {
      add(biolink_qualified_predicate, predicate.qualified_predicate);
      add_text(biolink_object_aspect, "activity_or_abundance");
      add_text(biolink_object_direction, predicate.direction);
    }
    write_standing(id);
    for (NamedValue const named : graph_.attributes(id)) add_attribute(named.name, named.value);
    if (by_document_) return;
    for (Evidence const& evidence : evidence_) {
      std::size_t const begin = names_.size();
      witness_name(evidence, names_);
      add(biolink_has_evidence, names_.view().substr(begin));
    }
    std::string_view names = names_;
    std::size_t const size = names.size() / std::max<std::size_t>(1, evidence_.size());  // all are equally long
    for (Evidence const& evidence : evidence_) {
      write_witness(evidence, names.substr(0, size));
      names.remove_prefix(size);
    }
    names_.clear();
  }

  // On what the edge rests as a whole.
  void write_standing(EdgeId id) {
    add_text(mg_basis, name(graph_.basis(id)));
    bool by_program = false;
    publications_.clear();
    for (Evidence const& evidence : evidence_) {
      by_program = by_program || !evidence.witness.rule.empty();
      publications_.push_back(graph_.id(evidence.record.document));
      each_publication(evidence.id, [&](std::string_view work) { publications_.push_back(work); });
    }
    Provenance const of = evidence_.empty() ? Provenance{{}, "knowledge_assertion", "manual_agent"}  // of the ontology's hierarchy
                                            : provenance(graph_.basis(id), by_program, true);
    add_text(biolink_knowledge_level, of.knowledge);
    add_text(biolink_agent_type, of.agent);
    if (publications_.empty()) return;
    add_number(biolink_evidence_count, evidence_.size());
    if (publications_.size() > 1) std::sort(publications_.begin(), publications_.end());
    publications_.erase(std::unique(publications_.begin(), publications_.end()), publications_.end());
    for (std::string_view const publication : publications_) add_thing(biolink_publications, publication);
  }

  // Appends the IRI of a witness of the edge `edge_id_`, made of the whole content, so that graphs that were written apart join without
  // clashes.
  void witness_name(Evidence const& evidence, TextBuffer& names) {
    auto const& [id, witness, record] = evidence;
    key_.clear();
    for (std::string_view const text : {std::string_view{edge_id_}, graph_.id(record.document), record.table, record.id}) {
      key_ += text;
      key_ += '\0';
    }
    JsonWriter json{key_};
    json.begin_object();
    source_members(json, graph_, id, witness, false);  // what a reference stands for is no part of it
    reading_members(json, graph_, id, witness);
    json.end_object();
    write_digest(digest_.data(), key_);
    add_own_name(names, 'W', {digest_.data(), digest_.size()});
  }

  void write_witness(Evidence const& evidence, std::string_view name_of_it) {
    auto const& [id, witness, record] = evidence;
    writer_.about(name_of_it);
    add(rdf_type, biolink_study_result);
    add_text(biolink_supporting_text, witness.words());
    own_name(object_, 'R', own_digest({graph_.id(record.document), record.table, record.id}));
    add(mg_record, object_);
    add_text(mg_field, witness.field);
    add_text(mg_cell, witness.cell);
    if (!witness.cell.empty()) add_span(witness.cell, witness.text, mg_start, mg_end);
    if (!witness.trigger.empty()) {
      add_text(mg_trigger, cut(witness.cell, witness.trigger));
      add_span(witness.cell, witness.trigger, mg_trigger_start, mg_trigger_end);
    }
    if (!witness.subject.empty()) add_span(witness.cell, witness.subject, mg_subject_start, mg_subject_end);
    if (!witness.object.empty()) add_span(witness.cell, witness.object, mg_object_start, mg_object_end);
    add_text(mg_rule, witness.rule);
    add_text(mg_basis, name(witness.basis));
    write_confidence(witness.confidence);
    for (std::size_t i = 0; witness.flags != FlagSet{} && i < flag_names.size(); ++i) {
      if (witness.flags.has(static_cast<Flag>(i))) add_text(mg_flag, flag_names[i]);
    }
    auto const references = graph_.references(id);
    Provenance const of = provenance(witness.basis, !witness.rule.empty(), !references.empty());
    if (!of.code.empty()) add(biolink_evidence_type, of.code);
    for (std::string_view const reference : references) add_text(mg_reference, reference);
    each_publication(id, [&](std::string_view work) { add_thing(mg_cites, work); });
    auto const qualifiers = graph_.qualifiers(id);
    for (QualifierView const& qualifier : qualifiers) {
      property_.clear();
      property_ += mg_context;
      iri_part(property_, qualifier.key);
      property_ += '>';
      write_qualifier(property_, qualifier);
    }
    write_slots(qualifiers);
  }

  void write_qualifier(std::string_view property, QualifierView const& qualifier) {
    if (qualifier.node)
      add_thing(property, qualifier.value);
    else
      writer_.add_text(property, qualifier.value);
  }

  // The same by Biolink's slots: several keys may share one, and one value then stands once.
  template <class Qualifiers>
  void write_slots(Qualifiers const& qualifiers) {
    slots_.clear();
    for (QualifierView const& qualifier : qualifiers) {
      std::string_view const slot = mapping_.qualifier(qualifier.key);
      if (!slot.empty() && (qualifier.node || !qualifier.value.empty())) slots_.push_back({slot, &qualifier});
    }
    auto const content = [](Slot const& slot) {
      return std::tuple{slot.property, slot.qualifier->value, slot.qualifier->node.has_value()};
    };
    std::sort(slots_.begin(), slots_.end(), [&](Slot const& a, Slot const& b) { return content(a) < content(b); });
    auto const same = [&](Slot const& a, Slot const& b) { return content(a) == content(b); };
    slots_.erase(std::unique(slots_.begin(), slots_.end(), same), slots_.end());
    for (Slot const& slot : slots_) write_qualifier(slot.property, *slot.qualifier);
  }

  // Offsets in code points of the cell.
  void add_span(std::string_view cell, Span span, std::string_view start, std::string_view end) {
    std::size_t const first = count_code_points(cell.substr(0, span.begin));
    add_number(start, first);
    add_number(end, first + count_code_points(cut(cell, span)));
  }

  void write_confidence(std::uint16_t per_mille) {
    object_.clear();
    JsonWriter::append_per_mille(object_, per_mille);
    if (per_mille % 1000 == 0) object_ += ".0";  // the canonical form of a whole decimal
    writer_.add_number(biolink_confidence, object_, RdfNumber::decimal);
  }

  // Edges of both signs give the same unsigned triple, a denial gives none.
  void add_direct(EdgeId id) {
    Edge const edge = graph_.edge(id);
    if (edge.negated) return;
    RdfPredicate const& predicate = mapping_.predicate(edge);
    direct_.push_back({&predicate.relation, edge.object});
    if (!only_signed_ && predicate.relation != predicate.predicate) direct_.push_back({&predicate.predicate, edge.object});
  }

  // The plain triples of a subject, for queries that follow paths.
  void write_direct(NodeId id) {
    if (direct_.empty()) return;
    auto const less = [](Direct const& a, Direct const& b) {
      return a.predicate != b.predicate && *a.predicate != *b.predicate ? *a.predicate < *b.predicate : a.object < b.object;
    };
    std::sort(direct_.begin(), direct_.end(), less);
    direct_.erase(std::unique(direct_.begin(), direct_.end(), [&](Direct const& a, Direct const& b) { return !less(a, b) && !less(b, a); }),
                  direct_.end());
    about(graph_.id(id));
    for (Direct const& triple : direct_) add_thing(*triple.predicate, graph_.id(triple.object));
  }

  struct Direct {
    std::string const* predicate;
    NodeId object;
  };
  struct Slot {
    std::string_view property;
    QualifierView const* qualifier;
  };

  Graph const& graph_;
  bool by_document_;
  bool only_signed_ = false;
  RdfMapping mapping_;
  std::vector<Direct> direct_;
  std::vector<Slot> slots_;
  std::vector<EdgeId> edges_;
  TextBuffer names_;  // of the witnesses of an edge, one behind the other
  std::vector<std::string_view> publications_, references_, works_;
  std::vector<Evidence> evidence_;  // of an edge
  TextBuffer property_, edge_id_;   // used again and again
  TextBuffer table_iri_;            // of the last table
  DocumentId table_document_{};
  std::string_view table_name_;
};

}  // namespace

void write_rdf(Graph const& graph, ExportOptions const& options, RdfGraphs graphs, RdfWriter& writer) {
  GraphStatements statements{graph, graphs, writer};
  if (options.rdf == RdfForm::direct)
    statements.write_direct_alone();
  else
    statements.write();
}

}  // namespace mechgraph
