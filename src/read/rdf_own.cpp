// Our own modelling in RDF → rows of a part.
#include "read/rdf_own.hpp"

#include <charconv>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/rdf_names.hpp"
#include "ontology/role.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

// Why something of ours can not be used.
struct Fault {
  std::string what;
};

// Bytes of the first `count` code points, nothing when the text has fewer.
std::optional<std::uint32_t> bytes_of(std::string_view text, int count) {
  std::size_t at = 0;
  for (; count > 0; --count) {
    if (at >= text.size()) return std::nullopt;
    at += decode(text, at).length;
  }
  return static_cast<std::uint32_t>(at);
}

// 0.905 → 905; nothing for what is not from 0 to 1 in steps of 0.001.
std::optional<std::uint16_t> per_mille(std::string_view text) {
  std::size_t const dot = std::min(text.find('.'), text.size());
  std::string digits{text.substr(0, dot)};
  std::string_view fraction = text.substr(std::min(dot + 1, text.size()));
  while (fraction.size() > 3 && fraction.ends_with('0')) fraction.remove_suffix(1);
  if (fraction.size() > 3) return std::nullopt;
  digits.append(fraction).append(3 - fraction.size(), '0');
  std::uint16_t value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value > 1000) return std::nullopt;
  return value;
}

}  // namespace

OwnRdf::OwnRdf(RdfIndex& index, RdfRows& rows, Input const& input, Diagnostics& diagnostics)
    : index_(index), rows_(rows), input_(input), diagnostics_(diagnostics) {}

void OwnRdf::read() {
  StringId const type = term(rdf_type);
  StringId const association = term(biolink_association);
  StringId const citation = term(mg_citation_class);
  StringId const relation = term(mg_relation);
  auto const complain = [&](StringId subject, std::string const& what) {
    Caret const caret{input_.number, index_.row(index_.of(subject).begin).line, 0};
    diagnostics_.add({Severity::error, caret, std::string{index_.terms().view(subject)} + " " + what, "it is left out", ""});
  };
  for (StringId const subject : index_.subjects()) {
    try {
      if (index_.has(subject, type, association) && index_.knows(subject, relation)) read_edge(subject);
      if (index_.has(subject, type, citation)) read_citation(subject);
    } catch (Fault const& fault) {
      complain(subject, fault.what);
    }
  }
  // Witnesses last: their faults are their own, not their edge's.
  StringId const has_evidence = term(biolink_has_evidence);
  for (StringId const subject : index_.subjects()) {
    auto const edge = edges_.find(subject);
    if (edge == edges_.end()) continue;
    auto const evidence = index_.of(subject, has_evidence);
    for (std::uint32_t i = evidence.begin; i < evidence.end; ++i) {
      StringId const witness = index_.row(i).object;
      index_.use(i);
      if (i > evidence.begin && index_.row(i - 1).object == witness) continue;  // the same in two graphs
      try {
        read_witness(witness, edge->second);
      } catch (Fault const& fault) {
        bool const is_described = !index_.of(witness).empty();
        complain(is_described ? witness : subject, is_described ? fault.what : "has evidence that nothing is said of");
      }
    }
  }
}

bool OwnRdf::repeats_edge(RdfIndex::Row const& row) const { return repeated_.contains({row.subject, row.property, row.object}); }

std::optional<std::uint32_t> OwnRdf::edge_row(StringId subject) const {
  auto const found = edges_.find(subject);
  return found == edges_.end() ? std::nullopt : std::optional{found->second};
}

int OwnRdf::number(StringId subject, StringId property, int least, int most) {
  std::string_view const text = index_.take_text(subject, property);
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
    throw Fault{fmt::format("has no {} that is a whole number from {}", index_.terms().view(property), least)};
  }
  return value;
}

// What follows from the rest: properties of Biolink whose names end so.
void OwnRdf::use_rest_of(StringId subject, std::string_view ending) {
  auto const all = index_.of(subject);
  for (std::uint32_t i = all.begin; i < all.end; ++i) {
    if (index_.is_used(i)) continue;
    std::string_view const property = index_.terms().view(index_.row(i).property);
    if (property.substr(1).starts_with(biolink_namespace) && property.ends_with(ending)) index_.use(i);
  }
}

void OwnRdf::read_edge(StringId edge) {
  StringId const subject = index_.take_iri(edge, term(rdf_subject));
  StringId const object = index_.take_iri(edge, term(rdf_object));
  if (subject == StringId{} || object == StringId{}) {
    throw Fault{fmt::format("has no {}", subject == StringId{} ? rdf_subject : rdf_object)};
  }
  GraphPart::Edge row;
  row.relation = rows_.text(index_.take_text(edge, term(mg_relation)));
  row.sign = static_cast<std::int8_t>(number(edge, term(mg_sign), -1, 1));
  row.negated = index_.take_text(edge, term(biolink_negated)) == "true";
  row.subject = rows_.node(subject);
  row.object = rows_.node(object);
  for (std::string_view const name : {rdf_predicate, biolink_original_predicate}) {
    StringId const property = index_.take_iri(edge, term(name));
    if (property != StringId{} && !row.negated) repeated_.insert({subject, property, object});
  }
  rows_.part.edges.push_back(row);
  auto const number = static_cast<std::uint32_t>(rows_.part.edges.size() - 1);
  edges_.emplace(edge, number);
  // What the witnesses and the relation say too.
  for (std::string_view const name :
       {dct_identifier, mg_basis, biolink_qualified_predicate, biolink_object_aspect, biolink_object_direction, biolink_knowledge_level,
        biolink_agent_type, biolink_evidence_count, biolink_publications}) {
    index_.use(index_.of(edge, term(name)));
  }
  auto const types = index_.of(edge, term(rdf_type));
  for (std::uint32_t i = types.begin; i < types.end; ++i) {
    if (index_.terms().view(index_.row(i).object) == biolink_association) index_.use(i);
  }
}

void OwnRdf::read_witness(StringId witness, std::uint32_t edge) {
  if (!places_.insert(witness).second) throw Fault{"is the evidence of two edges"};
  GraphPart::Witness row;
  row.edge = edge;
  row.cell = cell(witness);
  std::string const text{rows_.part.strings.view(rows_.part.cells[row.cell].text)};
  row.text = span(witness, text, term(mg_start), term(mg_end));
  row.trigger = span(witness, text, term(mg_trigger_start), term(mg_trigger_end));
  row.subject = span(witness, text, term(mg_subject_start), term(mg_subject_end));
  row.object = span(witness, text, term(mg_object_start), term(mg_object_end));
  if (index_.take_text(witness, term(biolink_supporting_text)) != cut(text, row.text)) {
    throw Fault{"says other words than stand there in its cell"};
  }
  index_.take_text(witness, term(mg_trigger));
  row.rule = rows_.text(index_.take_text(witness, term(mg_rule)));
  std::string_view const basis = index_.take_text(witness, term(mg_basis));
  if (auto const known = basis_named(basis))
    row.basis = *known;
  else
    throw Fault{"has no basis that is stated, implied or cargo"};
  auto const confidence = per_mille(index_.take_text(witness, term(biolink_confidence)));
  if (!confidence) throw Fault{"has no confidence from 0 to 1 in steps of 0.001"};
  row.confidence = *confidence;
  auto const flags = index_.of(witness, term(mg_flag));
  for (std::uint32_t i = flags.begin; i < flags.end; ++i) {
    std::string_view const name = index_.terms().view(index_.row(i).object).substr(1);
    auto const flag = flag_named(name);
    if (!flag) throw Fault{"has the unknown flag " + quoted(name)};
    row.flags.set(*flag);
    index_.use(i);
  }
  auto const references = index_.of(witness, term(mg_reference));
  for (std::uint32_t i = references.begin; i < references.end; ++i) {
    row.references.push_back(rows_.text(index_.terms().view(index_.row(i).object).substr(1)));
    index_.use(i);
  }
  index_.use(index_.of(witness, term(mg_cites)));
  index_.use(index_.of(witness, term(biolink_evidence_type)));
  index_.use(index_.of(witness, term(rdf_type)));
  read_qualifiers(witness, row);
  use_rest_of(witness, "_qualifier>");
  rows_.part.witnesses.push_back(std::move(row));
}

void OwnRdf::read_qualifiers(StringId witness, GraphPart::Witness& row) {
  auto const all = index_.of(witness);
  for (std::uint32_t i = all.begin; i < all.end; ++i) {
    if (index_.is_used(i)) continue;
    StringId const property = index_.row(i).property;
    if (!index_.terms().view(property).starts_with(mg_context)) continue;
    StringId const key = rows_.text(rows_.decoded(property, mg_context));
    StringId const object = index_.row(i).object;
    if (std::string_view const value = index_.terms().view(object); RdfIndex::is_literal(value))
      row.qualifiers.push_back({key, rows_.text(value.substr(1)), false});
    else
      row.qualifiers.push_back({key, rows_.part.nodes[rows_.node(object)].id, true});
    index_.use(i);
  }
}

// From code points to bytes of the cell; empty where the witness has neither.
Span OwnRdf::span(StringId witness, std::string_view cell, StringId start, StringId end) {
  if (!index_.knows(witness, start) && !index_.knows(witness, end)) return {};
  constexpr int most = std::numeric_limits<int>::max();
  auto const first = bytes_of(cell, number(witness, start, 0, most));
  auto const last = bytes_of(cell, number(witness, end, 0, most));
  if (!first || !last || *first > *last) throw Fault{fmt::format("has a {} or end outside its cell", index_.terms().view(start))};
  return {*first, *last};
}

std::uint32_t OwnRdf::cell(StringId witness) {
  StringId const place = index_.take_iri(witness, term(mg_record));
  if (place == StringId{}) throw Fault{"stands in no record"};
  std::string_view const field = index_.take_text(witness, term(mg_field));
  if (!field.empty() && !role_named(field)) throw Fault{"stands in the unknown field " + quoted(field)};
  StringId const text = rows_.text(index_.take_text(witness, term(mg_cell)));
  std::uint32_t const row = record(place);
  rows_.part.cells.push_back({row, rows_.text(field), text});
  return static_cast<std::uint32_t>(rows_.part.cells.size() - 1);
}

std::uint32_t OwnRdf::record(StringId iri) {
  if (auto const found = records_.find(iri); found != records_.end()) return found->second;
  StringId const place = index_.take_iri(iri, term(mg_table));
  if (place == StringId{}) throw Fault{"stands in a record without a table"};
  places_.insert(iri);
  index_.use(index_.of(iri, term(rdf_type)));
  std::uint32_t const above = table(place);
  rows_.part.records.push_back({above, rows_.text(index_.take_text(iri, term(mg_record_id)))});
  return records_.emplace(iri, static_cast<std::uint32_t>(rows_.part.records.size() - 1)).first->second;
}

std::uint32_t OwnRdf::table(StringId iri) {
  if (auto const found = tables_.find(iri); found != tables_.end()) return found->second;
  StringId const place = index_.take_iri(iri, term(mg_document));
  if (place == StringId{}) throw Fault{"stands in a table without a document"};
  places_.insert(iri);
  index_.use(index_.of(iri, term(rdf_type)));
  std::uint32_t const above = document(place);
  rows_.part.tables.push_back(
      {above, rows_.text(index_.take_text(iri, term(rdfs_label))), rows_.text(index_.take_text(iri, term(dct_description)))});
  return tables_.emplace(iri, static_cast<std::uint32_t>(rows_.part.tables.size() - 1)).first->second;
}

std::uint32_t OwnRdf::document(StringId iri) {
  if (auto const found = documents_.find(iri); found != documents_.end()) return found->second;
  if (!rows_.is_own_node(iri)) {
    places_.insert(iri);
    index_.use(index_.of(iri, term(rdf_type)));
  }
  auto const field = [&](std::string_view property) { return rows_.text(index_.take_text(iri, term(property))); };
  GraphPart::Document row;
  row.id = field(dct_identifier);
  if (row.id == StringId{}) row.id = rows_.text(rows_.identifier(iri));
  row.doi = field(mg_doi);
  row.pmid = field(mg_pmid);
  row.pmcid = field(mg_pmcid);
  row.title = field(dct_title);
  row.journal = field(mg_journal);
  row.year = field(dct_issued);
  row.licence = field(dct_rights);
  if (StringId const address = index_.take_iri(iri, term(dct_license)); address != StringId{}) {
    std::string_view const text = index_.terms().view(address);
    row.licence = rows_.text(text.substr(1, text.size() - 2));
  }
  rows_.part.documents.push_back(row);
  return documents_.emplace(iri, static_cast<std::uint32_t>(rows_.part.documents.size() - 1)).first->second;
}

void OwnRdf::read_citation(StringId citation) {
  std::string_view const reference = index_.take_text(citation, term(mg_reference));
  if (reference.empty()) throw Fault{fmt::format("has no {}", mg_reference)};
  auto const field = [&](std::string_view property) { return rows_.text(index_.take_text(citation, term(property))); };
  rows_.part.citations.push_back({rows_.text(reference), field(mg_doi), field(mg_pmid), field(mg_pmcid)});
  places_.insert(citation);
  index_.use(index_.of(citation, term(mg_cites)));
  index_.use(index_.of(citation, term(rdf_type)));
}

}  // namespace mechgraph
