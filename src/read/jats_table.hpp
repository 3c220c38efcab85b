// A table of article markup → a grid of texts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "read/jats_text.hpp"
#include "read/table_grid.hpp"

namespace mechgraph {

struct JatsTable {
  std::vector<MarkedText> cells;  // by the numbers in the grid
  TableGrid grid;                 // rows of the head, the bodies, then the foot
  std::vector<std::size_t> rows;  // offset of each row's tag
  std::size_t head_rows = 0;      // first rows that are headers: those of <thead>, without one the leading rows of <th> alone
  std::size_t foot_row = 0;       // first row of <tfoot>, else the number of rows
};

// The tables below an element, in order: each <table>, of OASIS tables (CALS) each <tgroup>; not those inside cells.
std::vector<XmlNode const*> tables_below(XmlNode const& node);

// Reads a <table> or <tgroup>. Linear in the markup and the slots of the grid.
JatsTable read_table(XmlNode const& table, char const* buffer, UnknownEntities& unknown);

// A header for each column from the first `rows` rows: their different texts, one line each, joined by " / ".
std::vector<std::string> merged_headers(JatsTable const& table, std::size_t rows);

}  // namespace mechgraph
