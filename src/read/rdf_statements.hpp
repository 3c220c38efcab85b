// RDF statements, as the readers of its syntaxes gather them.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
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
  // The digest is asked for when the first blank node or settle() wants it.
  explicit RdfStatements(std::function<std::string()> content_digest) : make_salt_(std::move(content_digest)) {}
  // Must be called once all statements are there, where the digest is made by a function.
  void settle();

  // `bracketed` is "<http://…>". One that was asked for a short while ago costs one comparison.
  StringId iri(std::string_view bracketed) {
    StringId& recent = recent_[recent_place(bracketed)];
    if (terms.view(recent) != bracketed) recent = terms.intern(bracketed);
    return recent;
  }
  StringId blank(std::string_view label);
  // The text policy of base/text.hpp is applied.
  StringId literal(std::string_view text);
  // The same of a text with the quote before it: what its term is.
  StringId quoted_literal(std::string_view quote_and_text);

  [[nodiscard]] std::string const& content_digest() const noexcept { return salt_; }
  [[nodiscard]] std::size_t blank_count() const noexcept { return blanks_.size(); }

  StringPool terms;
  std::vector<Row> rows;       // in the order of the input
  std::uint64_t replaced = 0;  // control characters in literals
  std::size_t relative_iris = 0;

 private:
  // By the last bytes but the bracket: they differ most.
  static std::size_t recent_place(std::string_view bracketed) {
    std::uint64_t last = 0;
    std::size_t const size = std::min<std::size_t>(bracketed.size(), 9);
    std::memcpy(&last, bracketed.data() + bracketed.size() - size, std::min<std::size_t>(size, 8));
    return ((last ^ bracketed.size()) * 0x9E3779B97F4A7C15U) >> 54U;
  }

  std::string salt_;
  std::function<std::string()> make_salt_;
  std::string buffer_;
  std::array<StringId, 1024> recent_{};
  tsl::robin_map<std::string, StringId> blanks_;
};

}  // namespace mechgraph
