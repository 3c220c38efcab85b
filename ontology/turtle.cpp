// The ontology as Turtle, and its terms as one table.
#include "ontology/turtle.hpp"

#include <algorithm>
#include <array>

#include "base/ids.hpp"

namespace mechgraph {
namespace {

// What is written as a prefixed name; all other IRIs are written out.
constexpr std::array<std::string_view, 7> short_prefixes{"biolink", "owl", "rdf", "rdfs", "skos", "xsd", "MECHGRAPH"};
constexpr std::string_view own_prefix = "MECHGRAPH";
constexpr std::string_view own_short = "mg";

// Properties of our own that are no relation.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> own_properties{
    std::pair<std::string_view, std::string_view>{"domainIncludes", "a type that a subject may have"},
    {"inverseLabel", "a form that names the same quantity with the other sign"},
    {"key", "the lexicon's name of a term"},
    {"rangeIncludes", "a type that an object may have"},
    {"relationClass", "what a relation means to a path: effect, modifier, slot, comparison, hierarchy"},
    {"sign", "the effect of a relation on the amount, activity or occurrence of its object"},
    {"valence", "1: more is better for the patient, -1: worse, 0: depends"}};

// A SKOS property for what a CURIE is to its term; empty without one.
std::string_view mapping_property(Match match) {
  switch (match) {
    case Match::none: return {};
    case Match::exact: return "skos:exactMatch";
    case Match::close: return "skos:closeMatch";
    case Match::broad: return "skos:broadMatch";
    case Match::narrow: return "skos:narrowMatch";
  }
  return {};
}

std::string_view name(Match match) {
  std::string_view property = mapping_property(match);
  if (property.empty()) return "none";
  property.remove_prefix(std::string_view{"skos:"}.size());
  property.remove_suffix(std::string_view{"Match"}.size());
  return property;
}

bool is_plain_local(std::string_view local) {
  auto const is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
  return !local.empty() && is_letter(local.front()) &&
         std::all_of(local.begin(), local.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

std::string literal(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string quoted = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted.push_back('\\');
      quoted.push_back(c);
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += "\\u00";
      quoted.push_back(digits[byte >> 4U]);
      quoted.push_back(digits[byte & 0xFU]);
    } else {
      quoted.push_back(c);
    }
  }
  quoted.push_back('"');
  return quoted;
}

class TurtleWriter {
 public:
  TurtleWriter(Ontology const& ontology, Sink& sink) : ontology_(ontology), sink_(sink) {}

  void write() {
    write_head();
    write_types();
    write_relations();
    write_terms();
  }

 private:
  // A CURIE as Turtle has it: prefixed where that is plain, else the IRI.
  [[nodiscard]] std::string resource(std::string_view curie) const {
    std::string_view const prefix = curie.substr(0, curie.find(':'));
    std::string_view const local = curie.substr(std::min(curie.size(), prefix.size() + 1));
    bool const is_short = std::find(short_prefixes.begin(), short_prefixes.end(), prefix) != short_prefixes.end();
    if (is_short && is_plain_local(local)) return std::string(prefix == own_prefix ? own_short : prefix) + ':' + std::string(local);
    return '<' + ontology_.iri(curie) + '>';
  }
  [[nodiscard]] static std::string own(std::string_view local) { return std::string(own_short) + ':' + std::string(local); }

  // A subject with its predicates: begin, add any number, end.
  void begin(std::string const& subject, std::string_view type) { sink_.print('\n', subject, " a ", type); }
  void add(std::string_view predicate, std::string_view object) { sink_.print(" ;\n  ", predicate, ' ', object); }
  void add_type(TypeId type, std::string_view predicate) { add(predicate, own(ontology_.type(type).name)); }
  void end() { sink_.write(" .\n"); }

  void write_head() {
    for (std::string_view const prefix : short_prefixes) {
      sink_.print("@prefix ", prefix == own_prefix ? own_short : prefix, ": <", ontology_.iri(std::string(prefix) + ':'), "> .\n");
    }
    begin('<' + ontology_.iri(std::string(own_prefix) + ':') + '>', "owl:Ontology");
    add("rdfs:label", literal("mechgraph"));
    end();
    for (auto const& [property, meaning] : own_properties) {
      begin(own(property), "rdf:Property");
      add("rdfs:label", literal(property));
      add("rdfs:comment", literal(meaning));
      end();
    }
  }

  void write_types() {
    DataTable const& kinds = ontology_.table("kinds");
    for (std::size_t row = 0; row < kinds.rows(); ++row) {
      begin(resource(kinds.cell(row, "iri")), "owl:Class");
      add("rdfs:label", literal(kinds.cell(row, "label")));
      end();
    }
    DataTable const& table = ontology_.table("types");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      NodeType const& type = ontology_.types()[row];
      begin(own(type.name), "owl:Class");
      add("rdfs:label", literal(type.name));
      add("rdfs:comment", literal(table.cell(row, "meaning")));
      for (std::size_t kind = 0; kind < kinds.rows(); ++kind) {
        if (kinds.cell(kind, "kind") == mechgraph::name(type.kind)) add("rdfs:subClassOf", resource(kinds.cell(kind, "iri")));
      }
      if (!type.biolink_category.empty()) add("rdfs:subClassOf", resource(type.biolink_category));
      if (!type.upper_class.empty()) add("skos:relatedMatch", resource(type.upper_class));
      end();
    }
  }

  void write_relations() {
    DataTable const& table = ontology_.table("relations");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      Relation const& relation = ontology_.relations()[row];
      begin(own(relation.name), relation.symmetric ? "owl:ObjectProperty , owl:SymmetricProperty" : "owl:ObjectProperty");
      add("rdfs:label", literal(table.cell(row, "label")));
      add("mg:relationClass", literal(name(relation.relation_class)));
      if (relation.relation_class == RelationClass::effect) add("mg:sign", std::to_string(relation.sign));
      if (!relation.symmetric) add("owl:inverseOf", own(relation.inverse));
      if (!relation.biolink_predicate.empty()) add("rdfs:subPropertyOf", resource(relation.biolink_predicate));
      if (!relation.mapping.empty()) {
        add(relation.mapping_match == "exact" ? "skos:exactMatch" : "skos:broadMatch", resource(relation.mapping));
      }
      for (TypeId const type : relation.domain) add_type(type, "mg:domainIncludes");
      for (TypeId const type : relation.range) add_type(type, "mg:rangeIncludes");
      end();
      if (relation.symmetric) continue;
      begin(own(relation.inverse), "owl:ObjectProperty");
      std::string label = relation.inverse;
      std::replace(label.begin(), label.end(), '_', ' ');
      add("rdfs:label", literal(label));
      end();
    }
  }

  void write_terms() {
    std::vector<std::vector<std::size_t>> forms(ontology_.terms().size());
    for (std::size_t i = 0; i < ontology_.synonyms().size(); ++i) forms[index(ontology_.synonyms()[i].term)].push_back(i);
    for (std::size_t i = 0; i < ontology_.terms().size(); ++i) {
      Term const& term = ontology_.terms()[i];
      begin(resource(term.id), own(ontology_.type(term.type).name));
      add("rdfs:label", literal(term.label));
      add("mg:key", literal(term.key));
      if (term.ontology_label != term.label) add("skos:altLabel", literal(term.ontology_label));
      for (std::size_t const form : forms[i]) {
        Synonym const& synonym = ontology_.synonyms()[form];
        if (synonym.form == term.label || synonym.form == term.ontology_label) continue;
        add(synonym.inverse ? "mg:inverseLabel" : "skos:altLabel", literal(synonym.form));
      }
      if (ontology_.type(term.type).kind == Kind::outcome) add("mg:valence", std::to_string(term.valence));
      if (!term.curie.empty() && term.curie != term.id) add(mapping_property(term.match), resource(term.curie));
      for (std::string const& xref : term.xrefs) add("rdfs:seeAlso", resource(xref));
      for (Parent const& parent : ontology_.parents(at_index<TermId>(i))) {
        Relation const& relation = ontology_.relation(parent.relation);
        add(relation.mapping_match == "exact" ? resource(relation.mapping) : own(relation.name), resource(ontology_.term(parent.term).id));
      }
      if (!term.note.empty()) add("skos:note", literal(term.note));
      end();
    }
  }

  Ontology const& ontology_;
  Sink& sink_;
};

template <class Texts>
void write_list(Sink& sink, Texts const& texts) {
  bool first = true;
  for (auto const& text : texts) {
    if (!first) sink.write('|');
    sink.print(text);
    first = false;
  }
}

}  // namespace

void write_turtle(Ontology const& ontology, Sink& sink) { TurtleWriter(ontology, sink).write(); }

void write_terms_tsv(Ontology const& ontology, Sink& sink) {
  struct Forms {
    std::vector<std::string_view> same, inverse;
  };
  std::vector<Forms> forms(ontology.terms().size());
  for (Synonym const& synonym : ontology.synonyms()) {
    Forms& of_term = forms[index(synonym.term)];
    (synonym.inverse ? of_term.inverse : of_term.same).push_back(synonym.form);
  }
  sink.write("id\tkey\tkind\ttype\tlabel\tontology_label\tcurie\tmatch\tvalence\tforms\tinverse_forms\tparents\txrefs\n");
  for (std::size_t i = 0; i < ontology.terms().size(); ++i) {
    Term const& term = ontology.terms()[i];
    NodeType const& type = ontology.type(term.type);
    sink.print(term.id, '\t', term.key, '\t', name(type.kind), '\t', type.name, '\t', term.label, '\t', term.ontology_label, '\t',
               term.curie, '\t', name(term.match), '\t');
    if (type.kind == Kind::outcome) sink.number(static_cast<int>(term.valence));
    sink.write('\t');
    write_list(sink, forms[i].same);
    sink.write('\t');
    write_list(sink, forms[i].inverse);
    sink.write('\t');
    std::vector<std::string> parents;
    for (Parent const& parent : ontology.parents(at_index<TermId>(i))) {
      parents.push_back(ontology.relation(parent.relation).name + ' ' + ontology.term(parent.term).key);
    }
    write_list(sink, parents);
    sink.write('\t');
    write_list(sink, term.xrefs);
    sink.write('\n');
  }
}

}  // namespace mechgraph
