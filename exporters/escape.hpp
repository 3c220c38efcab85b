// Text → text that is safe inside a format. Labels are data: nothing that a label holds can become structure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/sink.hpp"
#include "base/text_buffer.hpp"

namespace mechgraph {

// Every function appends to `out`, a Sink, a TextBuffer or a std::string, costs time linear in the text and takes any bytes: what is not
// UTF-8 becomes U+FFFD. XML and DOT can not hold U+0000-08, 0B, 0C, 0E-1F, FFFE and FFFF even as references, so there these become U+FFFD
// too; the text policy at entry has done so already for all text that was read.

// Content of an XML element. Text with & < > a line break, a tab or white space at an end goes into CDATA, since readers collapse or trim
// it otherwise; "]]>" is split over two sections.
template <class Out>
void xml_text(Out& out, std::string_view text);

// Value of an XML attribute, without the quotes: & < > " \t \n \r as references.
template <class Out>
void xml_attribute(Out& out, std::string_view text);

// A string in JSON, with its quotes. U+0085, 2028 and 2029 are escaped too: readers of XML make line breaks of them, which JSON inside XML
// can not hold.
template <class Out>
void json_string(Out& out, std::string_view text);

// A literal of N-Triples in canonical form, with its quotes: \" \\ \n \r \t \b \f, other controls, U+007F, FFFE and FFFF as \uXXXX, all
// else as it is.
template <class Out>
void nt_literal(Out& out, std::string_view text);

// A field of CSV as RFC 4180 has it, with its quotes: a quote is doubled, a backslash is a character like others. NUL becomes U+FFFD, since
// not every database takes it.
template <class Out>
void csv_string(Out& out, std::string_view text);

// The text as databases hold it: UTF-8 without NUL; U+FFFD stands for all else.
std::string database_text(std::string_view text);

// Part of an IRI: all but A-Z a-z 0-9 - . _ ~ as %XX. `keep_slash` leaves '/' as it is, as DOIs want.
template <class Out>
void iri_part(Out& out, std::string_view text, bool keep_slash = false);

// An identifier or plain attribute in DOT, with its quotes. Backslashes are doubled: a quoted string can not end in one. Cut as dot_label.
template <class Out>
void dot_id(Out& out, std::string_view text);

// A label or tooltip in DOT, with its quotes: an escString, in which no \N, \G or HTML entity of the text acts. Lines are broken at white
// space after `width` code points (0 = never; words longer than a line are cut in two); the text's own line breaks stay. Longer text than
// `limit` bytes is cut at a code point and ends in an ellipsis: Graphviz refuses files with strings over 16 KiB.
inline constexpr std::size_t dot_limit = 3000;
template <class Out>
void dot_label(Out& out, std::string_view text, std::size_t width = 0, std::size_t limit = dot_limit);

// Text inside a line of Markdown (CommonMark, and GitHub's tables and links): what acts there is escaped, & < > are references, white space
// and line breaks are blanks. Nothing in it becomes a link, a mention, a formula, HTML or the end of a cell; behind an '@' that begins a
// name stands U+2060. The caller puts something before it on its line.
template <class Out>
void markdown_text(Out& out, std::string_view text);

// The text, or its longest beginning of whole code points that fits into `limit` bytes and an ellipsis.
std::string shortened(std::string_view text, std::size_t limit);

}  // namespace mechgraph
