// JSON-LD with a context of its own: an object a subject, streamed.
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "domain/rdf_names.hpp"
#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/rdf_graph.hpp"
#include "exporters/rdf_prefixes.hpp"
#include "exporters/rdf_writer.hpp"

namespace mechgraph {
namespace {

// What the values of a property are, said once in the context.
enum class Coercion { none, thing, integer, decimal };

// Short keys for the properties that stand in every object; all others are prefixed names.
struct Key {
  std::string_view property, key;
  Coercion coercion = Coercion::none;
};
constexpr Key keys[] = {
    {rdfs_label, "label"},
    {dct_identifier, "identifier"},
    {rdf_subject, "subject", Coercion::thing},
    {rdf_predicate, "predicate", Coercion::thing},
    {rdf_object, "object", Coercion::thing},
    {biolink_original_predicate, "original_predicate", Coercion::thing},
    {mg_relation, "relation"},
    {mg_sign, "sign", Coercion::integer},
    {mg_basis, "basis"},
    {biolink_has_evidence, "evidence", Coercion::thing},
    {biolink_publications, "publications", Coercion::thing},
    {biolink_supporting_text, "text"},
    {biolink_confidence, "confidence", Coercion::decimal},
    {mg_cell, "cell"},
    {mg_record, "record", Coercion::thing},
    {mg_table, "table", Coercion::thing},
    {mg_document, "document", Coercion::thing},
    {mg_reference, "reference"},
    {mg_cites, "cites", Coercion::thing},
};

constexpr std::string_view bare(std::string_view iri) { return iri.substr(1, iri.size() - 2); }

void append_name(std::string& out, std::string_view iri) {
  if (auto const [prefix, local] = prefixed(iri); !prefix.empty())
    out.append(prefix).append(":").append(local);
  else
    out.append(bare(iri));
}

// Gathers the statements of one subject, since equal properties share one key, and writes its object when the next one begins.
class JsonLd final : public RdfWriter {
 public:
  explicit JsonLd(Sink& sink) : sink_(sink) {
    TextBuffer context;
    JsonWriter json{context};
    json.begin_object();
    for (auto const& [prefix, space] : rdf_prefixes) json.key(prefix).value(space);
    json.key("id").value("@id");
    json.key("type").value("@type");
    for (Key const& key : keys) {
      std::string name;
      append_name(name, key.property);
      json.key(key.key);
      if (key.coercion == Coercion::none) {
        json.value(name);
        continue;
      }
      json.begin_object();
      json.key("@id").value(name);
      json.key("@type").value(key.coercion == Coercion::thing ? "@id" : key.coercion == Coercion::integer ? "xsd:integer" : "xsd:decimal");
      json.end_object();
    }
    json.end_object();
    sink_.print("{\"@context\":", context, ",\n\"@graph\":[");
  }

  void in_graph(std::string_view) override {}
  void about(std::string_view subject) override {
    if (subject == subject_) return;
    end_object();
    subject_ = subject;
  }

  void add_thing(std::string_view property, std::string_view object) override {
    name_.clear();
    append_name(name_, object);
    if (property == rdf_type) return value("type", [&](JsonWriter& json) { json.value(name_); });
    auto const [key, coercion] = key_of(property);
    value(key, [&](JsonWriter& json) {
      if (coercion == Coercion::thing) return json.value(name_);
      json.begin_object();
      json.key("id").value(name_);
      json.end_object();
    });
  }

  void add_text(std::string_view property, std::string_view text) override {
    auto const [key, coercion] = key_of(property);
    value(key, [&](JsonWriter& json) {
      if (coercion == Coercion::none) return json.value(text);
      json.begin_object();
      json.key("@value").value(text);
      json.end_object();
    });
  }

  void add_number(std::string_view property, std::string_view lexical, RdfNumber type) override {
    auto const [key, coercion] = key_of(property);
    value(key, [&](JsonWriter& json) {
      if (type == RdfNumber::decimal && coercion == Coercion::decimal) return json.value(lexical);
      if (type != RdfNumber::decimal) return json.literal(lexical);
      json.begin_object();
      json.key("@value").value(lexical);
      json.key("@type").value("xsd:decimal");
      json.end_object();
    });
  }

  void finish() override {
    end_object();
    sink_.write("\n]}\n");
  }

 private:
  struct Values {
    std::string key;
    TextBuffer json;  // joined by commas
    std::size_t count = 0;
  };

  std::pair<std::string_view, Coercion> key_of(std::string_view property) {
    for (Key const& key : keys) {
      if (key.property == property) return {key.key, key.coercion};
    }
    property_.clear();
    append_name(property_, property);
    return {property_, Coercion::none};
  }

  template <class Write>
  void value(std::string_view key, Write write) {
    auto const [place, is_new] = places_.try_emplace(std::string{key}, used_);
    if (is_new && used_++ == values_.size()) values_.emplace_back();
    Values& values = values_[place->second];
    if (is_new) {
      values.key = key;
      values.json.clear();
      values.count = 0;
    }
    if (values.count++ > 0) values.json += ',';
    JsonWriter json{values.json};
    write(json);
  }

  void end_object() {
    if (used_ == 0) return;
    object_.clear();
    JsonWriter json{object_};
    json.begin_object();
    name_.clear();
    append_name(name_, subject_);
    json.key("id").value(name_);
    for (std::size_t i = 0; i < used_; ++i) {
      json.data_key(values_[i].key);
      if (values_[i].count > 1) json.begin_array();
      json.literal(values_[i].json);
      if (values_[i].count > 1) json.end_array();
    }
    json.end_object();
    sink_.print(any_ ? ",\n" : "\n", object_);
    any_ = true;
    used_ = 0;
    places_.clear();
  }

  Sink& sink_;
  bool any_ = false;
  std::string subject_, name_, property_;
  TextBuffer object_;
  std::vector<Values> values_;  // of the subject, in order of arrival; the first `used_` are in use
  std::size_t used_ = 0;
  tsl::robin_map<std::string, std::size_t> places_;  // key → place in values_
};

void write(Graph const& graph, ExportOptions const& options, Sink& sink) {
  JsonLd json{sink};
  write_rdf(graph, options, RdfGraphs::one, json);
}

}  // namespace

extern Exporter const jsonld_exporter{"jsonld",
                                      ".jsonld",
                                      "JSON-LD: the statements of nt, for scripts that know JSON",
                                      {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                      write,
                                      nullptr,
                                      false,
                                      nullptr,
                                      heeds::rdf};

}  // namespace mechgraph
