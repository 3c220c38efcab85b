// XML before a parser sees it: well-formed, bounded, and where its articles are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/caret.hpp"
#include "base/diagnostics.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// Offsets in an input → places in messages. Cost: one pass over the bytes, then a search by halves.
class SourcePlaces {
 public:
  // Both must outlive it.
  SourcePlaces(Input const& input, Diagnostics const& diagnostics);

  [[nodiscard]] Caret caret(std::size_t at) const;
  // The line as a finding shows it; empty where the line is very long, since findings are kept.
  [[nodiscard]] std::string excerpt(std::size_t at) const;
  [[nodiscard]] std::string_view bytes() const { return input_.bytes; }
  // Throws Error at "name:line:column".
  [[noreturn]] void fail(std::size_t at, std::string const& message, std::string hint) const;

 private:
  [[nodiscard]] std::string_view line(std::size_t at) const;

  Input const& input_;
  Diagnostics const& diagnostics_;
  std::vector<std::size_t> starts_;  // of the lines
};

struct XmlElement {
  std::size_t begin = 0;  // of its start tag
  std::size_t end = 0;    // behind its end tag
};

struct XmlScan {
  std::string root;                  // local name of the first element
  std::vector<XmlElement> articles;  // the outermost <article> elements, in order
};

// In white space between two tags, where a parser would drop it; no input holds this character (read/input.hpp).
inline constexpr char kept_space = '\x01';

// Checks tags, nesting (at most 1,000 deep), attributes, comments and the DOCTYPE; refuses a DOCTYPE with declarations of its own. Nothing
// is ever fetched or expanded. `text` is a copy of the input's bytes; its only change: the first byte of every piece of white space that is
// all there is between two tags becomes kept_space. Throws Error. Linear.
XmlScan scan_xml(std::string& text, SourcePlaces const& places);

// "article" of "jats:article".
std::string_view local_name(std::string_view name);

}  // namespace mechgraph
