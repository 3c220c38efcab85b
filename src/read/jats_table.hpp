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
};

// The tables below an element, or below one child of it and that child too, in order: each <table> and <array>, of OASIS tables (CALS) each
// <tgroup>; not those inside cells. Of alternatives only the first that has a table.
std::vector<XmlNode const*> tables_below(XmlNode const& node, XmlNode const* child = nullptr);

// Reads a <table> or <tgroup>. Linear in the markup and the slots of the grid.
JatsTable read_table(XmlNode const& table, char const* buffer, UnknownEntities& unknown);

// A header for each column from the first `rows` rows: their different texts, one line each, joined by " / "; as printed, or without
// citations and marks of footnotes.
std::vector<std::string> merged_headers(JatsTable const& table, std::size_t rows, bool as_printed = true);

}  // namespace mechgraph
