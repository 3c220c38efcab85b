// Opening a text and reading it on.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "read/byte_source.hpp"
#include "read/reader.hpp"
#include "read/text_blocks.hpp"

namespace mechgraph {

// Opens a text as far as its first block; see TextBlocks for what is checked and changed. `shown` is the name for messages, `name` that of
// Input. The source must outlive the Input, and so must the Diagnostics. Throws Error, with line and column where there is one: an empty
// text, or a fault before the first line has ended.
Input open_text(ByteSource& source, std::string name, std::string shown, InputLimits const& limits, Diagnostics& diagnostics);

// The next block of whole lines, appended to `text`; false at the end. Where the text can not be read on, that is an error in the
// Diagnostics and the text ends there: what was read before is used.
bool next_block(Input const& input, Diagnostics& diagnostics, std::string& text);

// Makes the text whole, for readers that take it as one. Throws Error where it can not be read to its end.
void read_rest(Input& input, Diagnostics& diagnostics);

// A text that is at hand, whole. Throws Error as open_text and read_rest do.
Input check_input(std::string name, std::string_view bytes, InputLimits const& limits, Diagnostics& diagnostics);

// One plain file, whole; "-" is standard input. Packed files and folders: read/documents.hpp. Throws Error as open_text and read_rest do.
Input open_input(std::string const& name, InputLimits const& limits, Diagnostics& diagnostics);

}  // namespace mechgraph
