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
    write_properties();
    write_groups();
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
    add("rdfs:comment", literal("classes, relations and terms of mechgraph, with the properties of its RDF"));
    end();
  }

  // The name of a cell of properties.tsv: one of ours, or a CURIE.
  [[nodiscard]] std::string named(std::string_view name) const {
    return name.find(':') == std::string_view::npos ? own(name) : resource(name);
  }

  void write_properties() {
    DataTable const& table = ontology_.table("properties");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      std::string_view const kind = table.cell(row, "kind");
      begin(own(table.cell(row, "property")), kind == "class"    ? "owl:Class"
                                              : kind == "object" ? "owl:ObjectProperty"
                                              : kind == "data"   ? "owl:DatatypeProperty"
                                                                 : "owl:AnnotationProperty");
      add("rdfs:label", literal(table.cell(row, "property")));
      add("rdfs:comment", literal(table.cell(row, "meaning")));
      if (auto const domain = table.cell(row, "domain"); !domain.empty()) add("rdfs:domain", named(domain));
      if (auto const range = table.cell(row, "range"); !range.empty()) add("rdfs:range", named(range));
      end();
    }
  }

  // Groups of types are classes, so that domains and ranges need no blank nodes.
  [[nodiscard]] static std::string group(std::string_view name) { return own(std::string(name) + "Group"); }

  void write_groups() {
    DataTable const& table = ontology_.table("groups");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      begin(group(table.cell(row, "group")), "owl:Class");
      add("rdfs:label", literal(table.cell(row, "group")));
      add_groups(table.cell(row, "group"));
      end();
    }
  }

  // The groups of a type, or of a group.
  void add_groups(std::string_view member) {
    DataTable const& table = ontology_.table("groups");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      auto const members = table.list(row, "members");
      if (std::find(members.begin(), members.end(), member) != members.end()) {
        add("rdfs:subClassOf", group(table.cell(row, "group")));
      }
    }
  }

  // A domain or range of one type or one group; several are only mg:domainIncludes and mg:rangeIncludes.
  void add_end(std::string_view property, std::vector<std::string_view> const& names) {
    if (names.size() != 1) return;
    add(property, ontology_.find_type(names.front()) ? own(names.front()) : group(names.front()));
  }

  void write_types() {
    DataTable const& kinds = ontology_.table("kinds");
    for (std::size_t row = 0; row < kinds.rows(); ++row) {
      begin(resource(kinds.cell(row, "iri")), "owl:Class");
      add("rdfs:label", literal(kinds.cell(row, "label")));
      // A node has one kind. Pair by pair, since a list would want blank nodes.
      for (std::size_t other = row + 1; other < kinds.rows(); ++other) add("owl:disjointWith", resource(kinds.cell(other, "iri")));
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
      add_groups(type.name);
      if (!type.biolink_category.empty()) add("rdfs:subClassOf", resource(type.biolink_category));
      if (!type.upper_class.empty()) add("skos:relatedMatch", resource(type.upper_class));
      end();
    }
  }

  // An effect with a direction is one without, of all that has its ends.
  void add_wider_effects(Relation const& relation) {
    auto const within = [](std::vector<TypeId> const& part, std::vector<TypeId> const& whole) {
      return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
    };
    if (relation.relation_class != RelationClass::effect || relation.sign == 0) return;
    for (Relation const& wider : ontology_.relations()) {
      if (wider.relation_class == RelationClass::effect && wider.sign == 0 && within(relation.domain, wider.domain) &&
          within(relation.range, wider.range)) {
        add("rdfs:subPropertyOf", own(wider.name));
      }
    }
  }

  void write_relations() {
    DataTable const& table = ontology_.table("relations");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      Relation const& relation = ontology_.relations()[row];
      bool const is_transitive = relation.relation_class == RelationClass::hierarchy && !relation.symmetric;
      begin(own(relation.name), relation.symmetric ? "owl:ObjectProperty , owl:SymmetricProperty"
                                : is_transitive    ? "owl:ObjectProperty , owl:TransitiveProperty"
                                                   : "owl:ObjectProperty");
      add("rdfs:label", literal(table.cell(row, "label")));
      add("mg:relationClass", literal(name(relation.relation_class)));
      if (relation.relation_class == RelationClass::effect) add("mg:sign", std::to_string(relation.sign));
      if (!relation.symmetric) add("owl:inverseOf", own(relation.inverse));
      if (!relation.biolink_predicate.empty()) add("rdfs:subPropertyOf", resource(relation.biolink_predicate));
      if (!relation.mapping.empty()) {
        add(relation.mapping_match == "exact" ? "skos:exactMatch" : "skos:broadMatch", resource(relation.mapping));
      }
      add_wider_effects(relation);
      add_end("rdfs:domain", table.list(row, "domain"));
      add_end("rdfs:range", table.list(row, "range"));
      for (TypeId const type : relation.domain) add_type(type, "mg:domainIncludes");
      for (TypeId const type : relation.range) add_type(type, "mg:rangeIncludes");
      end();
      if (relation.symmetric) continue;
      begin(own(relation.inverse), "owl:ObjectProperty");
      std::string label = relation.inverse;
      std::replace(label.begin(), label.end(), '_', ' ');
      add("rdfs:label", literal(label));
      add_end("rdfs:domain", table.list(row, "range"));
      add_end("rdfs:range", table.list(row, "domain"));
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
