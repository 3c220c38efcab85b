// Text for a terminal: safe, measured in columns, wrapped, marked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace mechgraph {

// The text with tabs and line breaks as spaces and other control characters as U+FFFD: data can not steer a terminal.
std::string screen_text(std::string_view text);

// Columns that the text takes on a terminal: two for wide characters, none for combining ones.
std::size_t screen_width(std::string_view text);

// The text followed by spaces up to `columns`; longer text stays whole.
std::string padded(std::string_view text, std::size_t columns);

// The words of `text` in lines of at most `columns` (a longer word takes a line alone), each after `indent`, each ended by "\n".
std::string wrapped(std::string_view text, std::size_t columns, std::string_view indent);

// Bytes of a text and the character that is drawn under them.
struct Mark {
  Span span;
  char sign = '~';
};

// As wrapped, white space kept; under each line that has marks a line of them. Where marks overlap the later one is seen.
std::string marked(std::string_view text, std::vector<Mark> const& marks, std::size_t columns, std::string_view indent);

}  // namespace mechgraph
