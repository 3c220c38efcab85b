// Citations at the end of a cell.
#pragma once

#include <string_view>

#include "base/arena.hpp"
#include "domain/record.hpp"

namespace mechgraph {

// A text without the citations that stood at its end, and those: "107", "108" … in the order of the text. Ranges of up to 100 works are
// written out, others stay as printed ("5-300").
struct CitedText {
  std::string_view text;
  CellReferences references;
};

// Cuts "[105]", "[107, 110]", "[12–14; 20]", "(ref. 12)", "[1] [2]" from the end, with a full stop or comma behind it. Numbers are 1 to
// 9999; in plain brackets they are no years (1900 to 2099). Leaves what may be something else: plain parentheses, a bracket that hangs on a
// hyphen, one with nothing but numbers before it ("12 [8]": a spread), one with more than 1000 works. Linear. The arena takes the numbers
// of ranges that are written out.
CitedText cut_citations(std::string_view text, Arena& arena);

// The references that a cell of a reference column gives: all bracketed numbers in it, else the numbers that it is a list of, else the
// whole text as one reference ("Li et al., 2019"); an empty cell gives none.
CellReferences references_of(std::string_view cell, Arena& arena);

}  // namespace mechgraph
