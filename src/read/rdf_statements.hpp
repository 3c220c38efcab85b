// RDF statements, as the readers of its syntaxes gather them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "base/string_pool.hpp"

namespace mechgraph {

// Terms are numbers of `terms`: an IRI is its text in brackets, a literal its text after a quote ("\"word"), without datatype and language.
// Blank nodes are IRIs from the start: https://w3id.org/mechgraph/B and 32 hex digits of XXH3-128 of the content's digest and the label, so
// that they are the same each time one file is read and clash with those of no other.
class RdfStatements {
 public:
  enum Mark : std::uint8_t {
    typed = 1,    // a literal with another datatype than xsd:string
    tagged = 2,   // a literal with a language
    english = 4,  // "en" or "en-…"
  };
  struct Row {
    StringId subject{}, property{}, object{};
    StringId graph{};  // empty = the default graph
    std::uint32_t line = 0;
    std::uint8_t marks = 0;
  };

  explicit RdfStatements(std::string content_digest) : salt_(std::move(content_digest)) {}

  // `bracketed` is "<http://…>".
  StringId iri(std::string_view bracketed) { return terms.intern(bracketed); }
  StringId blank(std::string_view label);
  // The text policy of base/text.hpp is applied.
  StringId literal(std::string_view text);

  [[nodiscard]] std::string const& content_digest() const noexcept { return salt_; }
  [[nodiscard]] std::size_t blank_count() const noexcept { return blanks_.size(); }

  StringPool terms;
  std::vector<Row> rows;       // in the order of the input
  std::uint64_t replaced = 0;  // control characters in literals
  std::size_t relative_iris = 0;

 private:
  std::string salt_;
  std::string buffer_;
  tsl::robin_map<std::string, StringId> blanks_;
};

}  // namespace mechgraph
