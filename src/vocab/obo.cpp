// OBO flat files (1.2 and 1.4).
#include <array>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "vocab/curies.hpp"
#include "vocab/importer.hpp"

namespace mechgraph {
namespace {

struct Scope {
  std::string_view word;
  FormScope scope;
};
constexpr std::array scopes{Scope{"EXACT", FormScope::exact}, Scope{"NARROW", FormScope::narrow}, Scope{"BROAD", FormScope::broad},
                            Scope{"RELATED", FormScope::related}};

// A value without its comment (" ! ...") and qualifiers ("{...}"), which may not stand inside quotes. A backslash takes the next byte as it
// is.
std::string_view value_of(std::string_view value) {
  bool quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\') {
      ++i;
    } else if (value[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && ((value[i] == '!' && i > 0 && value[i - 1] == ' ') || (value[i] == '{' && i > 0 && value[i - 1] == ' '))) {
      return trim(value.substr(0, i));
    }
  }
  return trim(value);
}

// Escapes: \n and \W are white space, a backslash before anything else is dropped.
std::string unescaped(std::string_view value) {
  std::string text;
  text.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      text.push_back(value[i]);
      continue;
    }
    ++i;
    text.push_back(value[i] == 'n' || value[i] == 't' || value[i] == 'W' ? ' ' : value[i]);
  }
  return text;
}

class OboReader {
 public:
  OboReader(VocabularyInput const& input, VocabularyBuilder& builder, Diagnostics& diagnostics)
      : input_(input), builder_(builder), diagnostics_(diagnostics) {}

  void read() {
    std::string_view left = input_.bytes;
    while (!left.empty()) {
      std::size_t const end = left.find('\n');
      std::string_view line = left.substr(0, end);
      left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      take(line);
    }
    finish();
    if (builder_.info().name.empty()) builder_.info().name = builder_.info().file;
  }

 private:
  enum class Stanza : std::uint8_t { head, term, other };

  void take(std::string_view line) {
    line = trim(line);
    if (line.empty() || line.front() == '!') return;
    if (line.front() == '[') {
      finish();
      stanza_ = line == "[Term]" ? Stanza::term : Stanza::other;
      begin_ = line_;
      return;
    }
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos) {
      ++odd_;
      if (odd_ == 1)
        diagnostics_.add({Severity::warning, {input_.number, line_, 0}, "a line without a tag is left out", "", std::string(line)});
      return;
    }
    std::string_view const tag = line.substr(0, colon);
    std::string_view const value = trim(line.substr(colon + 1));
    if (stanza_ == Stanza::head) take_head(tag, value);
    if (stanza_ == Stanza::term) take_term(tag, value);
  }

  void take_head(std::string_view tag, std::string_view value) {
    VocabularyInfo& info = builder_.info();
    if (tag == "ontology") info.name = value_of(value);
    if (tag == "data-version") info.version = value_of(value);
    if (tag == "date" && info.version.empty()) info.version = value;
    if (tag == "default-namespace") default_space_ = value_of(value);
    bool const licence = value.find("licen") != std::string_view::npos || value.find("Licen") != std::string_view::npos;
    if (licence && tag == "property_value") {  // property_value: terms:license http://... xsd:string
      std::string_view const rest = trim(value.substr(std::min(value.find(' '), value.size())));
      std::string_view const words = rest.substr(0, rest.find(' '));
      info.licence = words.size() > 1 && words.front() == '"' ? unescaped(rest.substr(1, rest.find('"', 1) - 1)) : std::string(words);
    }
    if (licence && tag == "remark" && info.licence.empty()) info.licence = unescaped(value_of(value));
  }

  void take_term(std::string_view tag, std::string_view value) {
    if (tag == "id") {
      entry_.curie = curie_of(input_.ontology, unescaped(value_of(value)));
    } else if (tag == "name") {
      entry_.label = unescaped(value_of(value));
    } else if (tag == "namespace") {
      entry_.space = value_of(value);
    } else if (tag == "synonym") {
      take_synonym(value);
    } else if (tag == "alt_id") {
      keep(entry_.alternatives, curie_of(input_.ontology, value_of(value)));
    } else if (tag == "xref") {
      std::string_view const all = value_of(value);
      keep(entry_.xrefs, curie_of(input_.ontology, unescaped(all.substr(0, all.find(' ')))));
    } else if (tag == "is_a" || tag == "relationship") {
      std::string_view parent = value_of(value);
      std::string_view relation = tag;
      if (tag == "relationship") {
        relation = parent.substr(0, parent.find(' '));
        parent = trim(parent.substr(relation.size()));
        if (relation == "BFO:0000050") relation = "part_of";
      }
      if (!is_hierarchy(relation)) return;
      std::string curie = curie_of(input_.ontology, unescaped(parent));
      if (!curie.empty()) entry_.parents.emplace_back(relation, std::move(curie));
    } else if (tag == "is_obsolete") {
      entry_.obsolete = value_of(value) == "true";
    } else if (tag == "replaced_by" && entry_.replaced_by.empty()) {
      entry_.replaced_by = curie_of(input_.ontology, value_of(value));
    }
  }

  [[nodiscard]] bool is_hierarchy(std::string_view relation) const {
    auto const found = input_.ontology.find_relation(relation);
    return found && input_.ontology.relation(*found).relation_class == RelationClass::hierarchy &&
           !input_.ontology.relation(*found).symmetric;
  }

  static void keep(std::vector<std::string>& values, std::string value) {
    if (!value.empty()) values.push_back(std::move(value));
  }

  // "text" SCOPE TYPE [xrefs]
  void take_synonym(std::string_view value) {
    std::size_t end = 1;
    while (end < value.size() && value[end] != '"') end += value[end] == '\\' ? 2U : 1U;
    if (value.empty() || value.front() != '"' || end >= value.size()) {
      throw Error(fmt::format("{}:{}", input_.path, line_), "a synonym without quotes at both ends",
                  "it is written synonym: \"text\" EXACT []");
    }
    VocabularyEntry::Form form{unescaped(value.substr(1, end - 1)), FormScope::related, false};
    std::string_view const rest = trim(value.substr(end + 1));
    std::string_view const word = rest.substr(0, rest.find_first_of(" ["));
    for (Scope const& scope : scopes) {
      if (scope.word == word) form.scope = scope.scope;
    }
    entry_.forms.push_back(std::move(form));
  }

  void finish() {
    if (stanza_ == Stanza::term) {
      if (entry_.curie.empty()) {
        throw Error(fmt::format("{}:{}", input_.path, begin_), "a term without an identifier",
                    "each [Term] has a line such as id: GO:0006915");
      }
      if (entry_.space.empty()) entry_.space = default_space_;
      builder_.add(std::move(entry_));
    }
    entry_ = {};
    stanza_ = Stanza::other;
  }

  VocabularyInput const& input_;
  VocabularyBuilder& builder_;
  Diagnostics& diagnostics_;
  Stanza stanza_ = Stanza::head;
  VocabularyEntry entry_;
  std::string default_space_;
  std::uint32_t line_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t odd_ = 0;
};

}  // namespace

extern VocabularyImporter const obo_importer;
VocabularyImporter const obo_importer{"obo", "an OBO file", true,
                                      [](std::string_view head) {
                                        return head.starts_with("format-version:") || head.starts_with("[Term]") ||
                                               head.find("\n[Term]") != std::string_view::npos;
                                      },
                                      [](VocabularyInput const& input, VocabularyBuilder& builder, Diagnostics& diagnostics) {
                                        OboReader(input, builder, diagnostics).read();
                                      }};

}  // namespace mechgraph
