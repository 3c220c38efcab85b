// A table of a text, cut into cells but not yet into roles: what every layout of text tables gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/diagnostics.hpp"
#include "read/fields.hpp"
#include "read/lines.hpp"
#include "read/reader.hpp"

namespace mechgraph {

struct SheetCell {
  std::string_view text;  // in the input, or in the sheet's arena; trimmed
  Caret caret;
};

struct SheetRow {
  std::vector<SheetCell> cells;  // one for each header; a section row has one alone
  Caret caret;
  std::string_view line;  // the line of the input that the caret points into
  bool section = false;
  std::string doubt;  // why the cells may be cut in the wrong places; empty = they are certain
};

struct Sheet {
  Fields fields;
  std::vector<SheetCell> headers;
  std::string_view header_line;  // as printed, for messages
  std::vector<SheetRow> rows;
  Arena text;
};

// Reads one input into its tables. Throws Error when it holds none.
using SheetReader = std::vector<Sheet> (*)(Input const&, ReadOptions const&, Diagnostics&);

// Finds the roles of each sheet and hands it out. A row that is in doubt is handed out with its doubt and reported, with its place. A sheet
// whose headers tell no role is noted and left out where another one has roles; throws Error where none has.
void give_sheets(std::vector<Sheet>&& sheets, Input const& input, ReadOptions const& options, Diagnostics& diagnostics,
                 ReadTarget const& target);

}  // namespace mechgraph
