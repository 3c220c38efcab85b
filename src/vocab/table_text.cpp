// Tables of vocabularies.
#include "vocab/table_text.hpp"

#include "base/text.hpp"

namespace mechgraph {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  auto cells = split(line, '\t');
  for (std::string_view& cell : cells) {
    cell = trim(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
  }
  return cells;
}

}  // namespace

void read_table_text(std::string_view bytes, std::function<void(std::string_view)> const& comment,
                     std::function<void(TableLine const&)> const& header, std::function<void(TableLine const&)> const& row) {
  bool headed = false;
  TableLine line;
  while (!bytes.empty()) {
    std::size_t const end = bytes.find('\n');
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    ++line.number;
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (trim(text).empty()) continue;
    if (text.front() == '#' && !headed && text.find('\t') == std::string_view::npos) {
      comment(text.substr(1));
      continue;
    }
    line.cells = cells_of(text);
    (headed ? row : header)(line);
    headed = true;
  }
}

std::vector<std::string_view> table_header(std::string_view head) {
  for (std::string_view line : split(head, '\n')) {
    if (trim(line).empty() || (line.front() == '#' && line.find('\t') == std::string_view::npos)) continue;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return cells_of(line);
  }
  return {};
}

}  // namespace mechgraph
