// RDF statements, as the readers of its syntaxes gather them.
#include "read/rdf_statements.hpp"

#include "base/byte_scan.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/rdf_names.hpp"

namespace mechgraph {
namespace {

constexpr ByteSet unclean_bytes{"\xEF", true, false};  // U+FFFE and U+FFFF begin with EF

}  // namespace

StringId RdfStatements::blank(std::string_view label) {
  settle();
  auto const [place, is_new] = blanks_.try_emplace(std::string{label}, StringId{});
  if (is_new) {
    buffer_.assign("<").append(own_namespace).append("B").append(digest(salt_ + '\0' + std::string{label})).append(">");
    place.value() = terms.intern(buffer_);
  }
  return place->second;
}

void RdfStatements::settle() {
  if (make_salt_) salt_ = std::exchange(make_salt_, {})();
}

StringId RdfStatements::literal(std::string_view text) {
  buffer_ = '"';
  buffer_ += text;
  return quoted_literal(buffer_);
}

StringId RdfStatements::quoted_literal(std::string_view quote_and_text) {
  if (find_byte<unclean_bytes>(quote_and_text, 1) == quote_and_text.size()) return terms.intern(quote_and_text);
  return terms.intern('"' + clean_text(quote_and_text.substr(1), replaced));
}

}  // namespace mechgraph
