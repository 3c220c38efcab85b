// Tables of vocabularies: tab-separated, with comments before the header.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace mechgraph {

// A row: its cells, and its line for messages.
struct TableLine {
  std::vector<std::string_view> cells;
  std::uint32_t number = 0;
};

// Calls comment(text after '#') for the lines before the header, then header(row), then row(row) for each line that is not empty. Cells
// lose white space and quotes at their ends. Linear.
void read_table_text(std::string_view bytes, std::function<void(std::string_view)> const& comment,
                     std::function<void(TableLine const&)> const& header, std::function<void(TableLine const&)> const& row);

// The header of a table, without reading on.
std::vector<std::string_view> table_header(std::string_view head);

}  // namespace mechgraph
