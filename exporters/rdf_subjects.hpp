// Statements of RDF one subject at a time, with the names that things of a graph have there.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/text_buffer.hpp"
#include "domain/rdf_names.hpp"
#include "exporters/rdf.hpp"
#include "exporters/rdf_writer.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// What a writer of a graph derives from. Every statement is about the subject that was named last. The texts of the writer's buffers are
// used again and again: what a function gives stays until the next call. The ontology and the writer must outlive it.
class RdfSubjects {
 public:
  RdfSubjects(Ontology const& ontology, RdfWriter& writer) : ontology_(ontology), writer_(writer), iris_(ontology) {}

 protected:
  // The subject of the statements that follow.
  void about(std::string_view curie) {
    subject_.clear();
    iris_.append(subject_, curie);
    writer_.about(subject_);
  }
  static void own_name(TextBuffer& name, char letter, std::string_view digits) {
    name.clear();
    add_own_name(name, letter, digits);
  }
  static void add_own_name(TextBuffer& names, char letter, std::string_view digits) {
    names += '<';
    names += own_namespace;
    names += letter;
    names += digits;
    names += '>';
  }
  void about_own(char letter, std::string_view digits) {
    own_name(subject_, letter, digits);
    writer_.about(subject_);
  }

  void add(std::string_view property, std::string_view object) { writer_.add_thing(property, object); }
  void add_thing(std::string_view property, std::string_view curie) {
    object_.clear();
    iris_.append(object_, curie);
    add(property, object_);
  }
  // An empty text is no statement.
  void add_text(std::string_view property, std::string_view text) {
    if (!text.empty()) writer_.add_text(property, text);
  }
  template <std::integral T>
  void add_number(std::string_view property, T number) {
    char digits[24];
    auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    writer_.add_number(property, std::string_view{digits, static_cast<std::size_t>(end - digits)}, RdfNumber::integer);
  }
  // A property whose name came from data. An empty value is a value.
  void add_attribute(std::string_view name, std::string_view text) {
    if (name != attribute_ || attribute_property_.empty()) {
      attribute_ = name;
      attribute_property_.clear();
      append_attribute(attribute_property_, ontology_, attribute_);
    }
    writer_.add_text(attribute_property_, text);
  }
  // A CURIE that its IRI says whole is a link, another one an attribute like all others.
  void add_link(std::string_view property, std::string_view name, std::string_view curie) {
    std::string const iri = ontology_.iri(curie);
    if (iri.empty() || ontology_.curie(iri) != curie) return add_attribute(name, curie);
    add_thing(property, curie);
  }

  // Of texts that name something together; it stays until the next one.
  std::string_view own_digest(std::initializer_list<std::string_view> texts) {
    key_.clear();
    for (std::string_view const text : texts) {
      key_ += text;
      key_ += '\0';
    }
    write_digest(digest_.data(), key_);
    return {digest_.data(), digest_.size()};
  }

  Ontology const& ontology_;
  RdfWriter& writer_;
  IriWriter iris_;
  TextBuffer object_, key_;
  std::array<char, digest_size> digest_{};

 private:
  TextBuffer subject_;
  std::string attribute_, attribute_property_;  // the last one, and its property
};

}  // namespace mechgraph
