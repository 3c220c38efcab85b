// The words inside an element, its markup flattened.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <rapidxml/rapidxml.hpp>

#include "base/text.hpp"
#include "read/xml_text.hpp"

namespace mechgraph {

using XmlNode = rapidxml::xml_node<char>;

std::string_view local_name(XmlNode const& node);
// As written, entities not resolved; empty when there is none.
std::string_view attribute_of(XmlNode const& node, std::string_view local);
// The first child element of this local name, or null.
XmlNode const* child_named(XmlNode const& node, std::string_view local);

struct MarkedText {
  std::string text;                         // white space collapsed, line feeds where paragraphs, list items and breaks end
  std::vector<Span> citations;              // of `text`: each link to the reference list
  std::vector<std::string_view> cited_ids;  // of each citation: the ids that it links to, as printed in the markup
  std::vector<Span> marks;                  // superscripts that hold citations and nothing else, and marks of footnotes, linked or not
  std::size_t at = 0;                       // offset of the first word in the parsed buffer; that of the element where there is none
};

// Flattens one element. `buffer` is the start of what was parsed. Digits that are set high or low become Unicode super- and subscripts,
// citations apart; of formulas the MathML tokens stay; pictures, TeX and what is for machines only give nothing. Linear; recurses as deep
// as the element is nested, which scan_xml bounds.
MarkedText marked_text(XmlNode const& node, char const* buffer, UnknownEntities& unknown);

// The same as one line.
std::string line_of_text(XmlNode const& node, char const* buffer, UnknownEntities& unknown);
// A text's lines as one line.
std::string one_line(std::string_view text);

// A work that a text cites, and what it links to.
struct LinkedReference {
  std::string printed;                // "107", "Li et al., 2019"
  std::vector<std::string_view> ids;  // of entries of the reference list; none inside of a range
  std::string_view from;              // inside of a range: the id of its beginning,
  std::uint32_t offset = 0;           // and how many entries behind that it is
};

// The works that a text cites, as printed there; a dash between two linked numbers, or in one link, is written out, a linked year gets the
// names before it. In their order, each printed form once.
std::vector<LinkedReference> linked_references(MarkedText const& text);

// The text without raised citations and marks of footnotes, and without the bracketed citations at its end; the whole text where nothing
// else would be left.
std::string without_citations(MarkedText const& text);

}  // namespace mechgraph
