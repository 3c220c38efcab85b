// RDF statements, as the readers of its syntaxes gather them.
#include "read/rdf_statements.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/rdf_names.hpp"

namespace mechgraph {

StringId RdfStatements::blank(std::string_view label) {
  auto const [place, is_new] = blanks_.try_emplace(std::string{label}, StringId{});
  if (is_new) {
    buffer_.assign("<").append(own_namespace).append("B").append(digest(salt_ + '\0' + std::string{label})).append(">");
    place.value() = terms.intern(buffer_);
  }
  return place->second;
}

StringId RdfStatements::literal(std::string_view text) {
  // U+FFFE and U+FFFF begin with 0xEF.
  bool const plain = std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\xEF'; });
  buffer_ = '"';
  if (plain)
    buffer_ += text;
  else
    buffer_ += clean_text(text, replaced);
  return terms.intern(buffer_);
}

}  // namespace mechgraph
