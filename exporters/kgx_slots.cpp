// A graph in the words of KGX and Biolink.
#include "exporters/kgx_slots.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "exporters/edge_text.hpp"
#include "exporters/json.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view biolink = "biolink:";
constexpr std::string_view own_source = "infores:mechgraph";

constexpr std::array<std::string_view, 3> node_slots{"id", "category", "name"};
constexpr std::array<std::string_view, 25> edge_slots{"id",
                                                      "category",
                                                      "subject",
                                                      "predicate",
                                                      "object",
                                                      "qualified_predicate",
                                                      "object_aspect_qualifier",
                                                      "object_direction_qualifier",
                                                      "original_predicate",
                                                      "negated",
                                                      "sign",
                                                      "basis",
                                                      "confidence",
                                                      "knowledge_level",
                                                      "agent_type",
                                                      "primary_knowledge_source",
                                                      "publications",
                                                      "supporting_text",
                                                      "evidence_count",
                                                      "anatomical_context_qualifier",
                                                      "disease_context_qualifier",
                                                      "species_context_qualifier",
                                                      "subject_context_qualifier",
                                                      "object_context_qualifier",
                                                      "record"};

// The slots of Biolink 4.4.4 that hold lists, and two of KGX; sorted. All others hold one value.
constexpr std::array<std::string_view, 76> list_slots{"FDA_regulatory_approvals",
                                                      "affiliation",
                                                      "aggregator_knowledge_source",
                                                      "anatomical_context_qualifier",
                                                      "animal_model_available_from",
                                                      "authors",
                                                      "available_from",
                                                      "broad_matches",
                                                      "catalyst_qualifier",
                                                      "category",
                                                      "clinical_trial_age_stage",
                                                      "clinical_trial_conditions",
                                                      "clinical_trial_interventions",
                                                      "edges",
                                                      "equivalent_identifiers",
                                                      "exact_matches",
                                                      "expressed_in",
                                                      "expresses",
                                                      "has_attribute",
                                                      "has_chemical_role",
                                                      "has_constituent",
                                                      "has_device",
                                                      "has_drug",
                                                      "has_evidence",
                                                      "has_evidence_of_type",
                                                      "has_gene",
                                                      "has_gene_or_gene_product",
                                                      "has_phenotype",
                                                      "has_procedure",
                                                      "has_quantitative_value",
                                                      "has_studies",
                                                      "has_study_results",
                                                      "has_supporting_studies",
                                                      "hgvs_nomenclature",
                                                      "is_chemical_role_of",
                                                      "keywords",
                                                      "log_odds_ratio_95_ci",
                                                      "mesh_terms",
                                                      "narrow_matches",
                                                      "nodes",
                                                      "object_category_closure",
                                                      "object_closure",
                                                      "object_label_closure",
                                                      "object_location_in_text",
                                                      "pages",
                                                      "phenotype_of",
                                                      "predicate_mappings",
                                                      "provided_by",
                                                      "publication_type",
                                                      "publications",
                                                      "qualifiers",
                                                      "related_to",
                                                      "retrieval_source_ids",
                                                      "routes_of_delivery",
                                                      "same_as",
                                                      "source_record_urls",
                                                      "sources",
                                                      "study_method_types",
                                                      "subclass_of",
                                                      "subject_category_closure",
                                                      "subject_closure",
                                                      "subject_label_closure",
                                                      "subject_location_in_text",
                                                      "subsets",
                                                      "superclass_of",
                                                      "support_graphs",
                                                      "supporting_data_set",
                                                      "supporting_data_source",
                                                      "supporting_documents",
                                                      "supporting_study_method_types",
                                                      "supporting_text",
                                                      "synonym",
                                                      "systematic_synonym",
                                                      "type",
                                                      "upstream_resource_ids",
                                                      "xref"};

bool is_list(std::string_view slot) { return std::binary_search(list_slots.begin(), list_slots.end(), slot); }

bool is_curie(std::string_view id) {
  std::size_t const colon = id.find(':');
  if (colon == std::string_view::npos || colon + 1 == id.size()) return false;
  return id.substr(0, colon).find_first_of(" <()>%") == std::string_view::npos &&
         id.substr(colon + 1).find_first_of(" /:%") == std::string_view::npos;
}

// KGX wants a prefix and no second colon, slash or space.
std::string kgx_id(std::string_view id) {
  if (is_curie(id)) return std::string{id};
  std::size_t const colon = id.find(':');
  bool const has_prefix =
      colon != std::string_view::npos && colon > 0 && id.substr(0, colon).find_first_of(" <()>%") == std::string_view::npos;
  std::string text{has_prefix ? id.substr(0, colon + 1) : std::string_view{"MECHGRAPH:"}};
  iri_part(text, has_prefix ? id.substr(colon + 1) : id);
  return text;
}

// All witnesses' value of a qualifier; empty where one has none, or they differ.
std::string_view agreed(Graph const& graph, EdgeId edge, std::string_view key) {
  std::string_view value;
  bool first = true;
  for (WitnessId const w : graph.witnesses(edge)) {
    std::string_view own;
    for (QualifierView const& q : graph.qualifiers(w)) {
      if (q.key == key) own = q.value;
    }
    if (own.empty() || (!first && own != value)) return {};
    value = own;
    first = false;
  }
  return value;
}

void sort_and_cut(std::vector<std::string_view>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

KgxGraph::KgxGraph(Graph const& graph) : graph_(graph) {
  DataTable const& table = graph.ontology().table("qualifiers");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string_view slot = table.cell(row, "biolink_qualifier");
    if (slot.starts_with(biolink)) qualifier_slots_.emplace(table.cell(row, "qualifier"), slot.substr(biolink.size()));
  }
  for (NodeId const id : graph.nodes()) {
    for (NamedValue const named : graph.attributes(id)) attribute_slot(named.name, true);
  }
  for (EdgeId const id : graph.edges()) {
    for (NamedValue const named : graph.attributes(id)) attribute_slot(named.name, false);
  }
}

// The slot of an attribute: its name, unless that is one of KGX's own.
std::string_view KgxGraph::attribute_slot(std::string_view attribute, bool of_node) {
  auto& names = of_node ? node_names_ : edge_names_;
  if (auto const found = names.find(attribute); found != names.end()) return found->second;
  std::string name;
  for (char const c : attribute) name += c == '\t' || c == '\n' || c == '|' ? '_' : c;
  auto const taken = [&](std::string const& slot) {
    if (of_node ? std::find(node_slots.begin(), node_slots.end(), slot) != node_slots.end()
                : std::find(edge_slots.begin(), edge_slots.end(), slot) != edge_slots.end()) {
      return true;
    }
    return std::any_of(names.begin(), names.end(), [&](auto const& other) { return other.second == slot; });
  };
  // What the label and the categories do not say has slots of its own.
  if (of_node && attribute == "name") name = "synonym";
  if (of_node && attribute == "category") name = "type";
  bool const shared = of_node && (name == "synonym" || name == "type");
  while (!shared && taken(name)) name += '_';
  return names.emplace(attribute, name).first->second;
}

void KgxGraph::put(std::string_view name, std::string_view value, KgxSlot::Form form) {
  if (!value.empty()) slots_.push_back({name, form, {std::string{value}}});
}

// Several values; more of a slot that is there already join it. Where Biolink has no list they are one text.
void KgxGraph::put(std::string_view name, std::vector<std::string_view> const& values) {
  if (values.empty()) return;
  if (!is_list(name)) {
    std::string joined;
    for (std::string_view const value : values) joined.append(joined.empty() ? "" : "; ").append(value);
    return put(name, joined);
  }
  auto slot = std::find_if(slots_.begin(), slots_.end(), [&](KgxSlot const& other) { return other.name == name; });
  if (slot == slots_.end()) slot = slots_.insert(slots_.end(), {name, KgxSlot::Form::list, {}});
  for (std::string_view const value : values) {
    if (std::find(slot->values.begin(), slot->values.end(), value) == slot->values.end()) slot->values.emplace_back(value);
  }
}

std::vector<KgxSlot> const& KgxGraph::node(NodeId id) {
  slots_.clear();
  Node const node = graph_.node(id);
  put("id", kgx_id(node.id));
  std::vector<std::string_view> categories;
  for (NamedValue const named : graph_.attributes(id)) {
    if (named.name == "category" && named.value.starts_with(biolink)) categories.push_back(named.value);
  }
  if (categories.empty()) {
    auto const type = graph_.ontology().find_type(node.type);
    std::string_view const category = type ? std::string_view{graph_.ontology().type(*type).biolink_category} : node.type;
    categories.push_back(category.starts_with(biolink) ? category : std::string_view{"biolink:NamedThing"});
  }
  put("category", categories);
  put("name", node.label);
  auto const attributes = graph_.attributes(id);
  for (auto at = attributes.begin(); at != attributes.end();) {
    std::string_view const attribute = (*at).name;
    std::vector<std::string_view> values;
    for (; at != attributes.end() && (*at).name == attribute; ++at) {
      bool const said = (attribute == "category" && (*at).value.starts_with(biolink)) || (attribute == "name" && (*at).value == node.label);
      if (!said) values.push_back((*at).value);
    }
    put(attribute_slot(attribute, true), values);
  }
  return slots_;
}

std::vector<KgxSlot> const& KgxGraph::edge(EdgeId id) {
  slots_.clear();
  Edge const edge = graph_.edge(id);
  Node const subject = graph_.node(edge.subject), object = graph_.node(edge.object);
  Relation const& relation = graph_.relation(id);
  BiolinkPredicate const said =
      graph_.ontology().biolink().predicate(relation.name, subject.type, object.type, graph_.valence(edge.object));
  put("id", graph_.content_id(id));
  put("category", std::vector<std::string_view>{"biolink:Association"});
  put("subject", kgx_id(subject.id));
  put("predicate", said.predicate);
  put("object", kgx_id(object.id));
  put("qualified_predicate", said.qualified_predicate);
  put("object_aspect_qualifier", said.aspect);
  put("object_direction_qualifier", said.direction);
  bool const foreign = relation.relation_class == RelationClass::foreign;
  put("original_predicate", foreign ? relation.name : "mechgraph:" + relation.name);
  if (edge.negated) put("negated", "true", KgxSlot::Form::plain);
  put("sign", std::to_string(edge.sign), KgxSlot::Form::plain);
  witnesses(id);
  auto const attributes = graph_.attributes(id);
  for (auto at = attributes.begin(); at != attributes.end();) {
    std::string_view const attribute = (*at).name;
    std::vector<std::string_view> values;
    for (; at != attributes.end() && (*at).name == attribute; ++at) values.push_back((*at).value);
    put(attribute_slot(attribute, false), values);
  }
  return slots_;
}

void KgxGraph::witnesses(EdgeId id) {
  auto const all = graph_.witnesses(id);
  if (all.empty()) {
    bool const ours = from_ontology(graph_, id);
    put("knowledge_level", ours ? "knowledge_assertion" : "not_provided");
    put("agent_type", ours ? "manual_agent" : "not_provided");
    put("primary_knowledge_source", own_source);
    return;
  }
  std::vector<std::string_view> sources, publications, words, records;
  bool by_program = false;
  std::uint16_t confidence = 0;
  for (WitnessId const w : all) {
    WitnessView const witness = graph_.witness(w);
    RecordView const record = graph_.record(witness.record);
    std::string_view const document = graph_.document(record.document).id;
    by_program = by_program || !witness.rule.empty();
    confidence = std::max(confidence, witness.confidence);
    records.push_back(record.id);
    if (document.starts_with("infores:")) {
      sources.push_back(document);
    } else if (!document.starts_with("MECHGRAPH:")) {
      publications.push_back(document);
    }
    for (std::string_view const work : graph_.works(w)) {
      bool const source = work.starts_with("infores:") || work.starts_with("MECHGRAPH:");
      if (!source && printed_reference(work).empty()) publications.push_back(work);
    }
    if (!witness.words().empty()) words.push_back(witness.words());
  }
  for (auto* const values : {&sources, &publications, &words, &records}) sort_and_cut(*values);
  Basis const basis = graph_.basis(id);
  constexpr std::array<std::string_view, 3> levels{"knowledge_assertion", "logical_entailment", "prediction"};
  std::string_view const level = agreed(graph_, id, "knowledge_level"), agent = agreed(graph_, id, "agent_type");
  put("basis", name(basis));
  std::string thousandths;
  JsonWriter::append_per_mille(thousandths, confidence);
  put("confidence", thousandths, KgxSlot::Form::plain);
  put("knowledge_level", !level.empty() ? level : by_program ? levels.at(static_cast<std::size_t>(basis)) : "not_provided");
  put("agent_type", !agent.empty() ? agent : by_program ? "text_mining_agent" : "not_provided");
  put("primary_knowledge_source", sources.size() == 1 ? sources.front() : own_source);
  put("publications", publications);
  put("supporting_text", words);
  put("evidence_count", std::to_string(all.size()), KgxSlot::Form::plain);
  qualifiers(id);
  put("record", records);
}

void KgxGraph::qualifiers(EdgeId id) {
  std::map<std::string_view, std::vector<std::string_view>> found;
  auto const all = graph_.witnesses(id);
  for (QualifierView const& q : graph_.qualifiers(all.front())) {
    auto const slot = qualifier_slots_.find(q.key);
    if (slot == qualifier_slots_.end() || !q.node || std::find(edge_slots.begin(), edge_slots.end(), slot->second) == edge_slots.end())
      continue;
    if (agreed(graph_, id, q.key) == q.value) found[slot->second].push_back(q.value);
  }
  for (auto& [slot, values] : found) {
    if (slot == "anatomical_context_qualifier") {
      sort_and_cut(values);
      put(slot, values);
    } else if (values.size() == 1) {
      put(slot, values.front());
    }
  }
}

std::vector<std::string_view> KgxGraph::node_columns() const {
  std::vector<std::string_view> columns{"id", "category", "name"};
  for (auto const& [attribute, slot] : node_names_) {
    if (std::find(columns.begin(), columns.end(), slot) == columns.end()) columns.push_back(slot);
  }
  return columns;
}

std::vector<std::string_view> KgxGraph::edge_columns() const {
  std::vector<std::string_view> columns{edge_slots.begin(), edge_slots.end()};
  for (auto const& [attribute, slot] : edge_names_) columns.push_back(slot);
  return columns;
}

std::string kgx_warning(Graph const& graph) {
  struct Row {
    NodeId subject{}, object{};
    std::string predicate;
    int sense = 0;
  };
  std::vector<Row> rows;
  rows.reserve(graph.edge_count());
  for (EdgeId const id : graph.edges()) {
    Edge const edge = graph.edge(id);
    rows.push_back(
        {edge.subject, edge.object,
         graph.ontology()
             .biolink()
             .predicate(graph.relation(id).name, graph.node(edge.subject).type, graph.node(edge.object).type, graph.valence(edge.object))
             .predicate,
         edge.sign * 2 + (edge.negated ? 1 : 0)});
  }
  auto const key = [](Row const& row) { return std::tie(row.subject, row.object, row.predicate); };
  std::sort(rows.begin(), rows.end(), [&](Row const& a, Row const& b) { return key(a) < key(b); });
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin;
    bool differ = false;
    while (end < rows.size() && key(rows[end]) == key(rows[begin])) differ = rows[end++].sense != rows[begin].sense || differ;
    if (differ) count += end - begin;
    begin = end;
  }
  if (count == 0) return {};
  return std::to_string(count) +
         " edges have the subject, predicate and object of one with another sign: a program that tells edges apart by these alone keeps "
         "one";
}

}  // namespace mechgraph
