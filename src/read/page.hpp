// A text with tables → each table's own lines, and what stands around them.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "read/fields.hpp"
#include "read/lines.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// One table: its header and rows as they stand in the text, blank lines among them too. Legends, in front or behind, are in the fields.
struct PageTable {
  Fields fields;
  std::vector<Line> lines;
};

struct PageRules {
  std::function<bool(std::string_view line)> is_header;  // certainly the first line of a table's header
  bool needs_header = false;   // a table begins only with such a line; else any line below a label or title begins one
  bool blank_cells = false;    // a no-break space alone in its line is a cell
  bool short_headers = false;  // a short line between the caption and such a line belongs to the header
  bool free_legend = false;    // any lines below the last row that is_row holds of are the legend
  std::function<bool(std::string_view line)> is_row;
};

// Labels ("Table 3 …"), titles ("From: …"), `doi:` lines, captions and legends are taken off; lines that are none of these and belong to
// no table are noted. A title holds for the tables below it until another one comes. Linear.
std::vector<PageTable> tables_of_page(Input const& input, PageRules const& rules, Diagnostics& diagnostics);

}  // namespace mechgraph
