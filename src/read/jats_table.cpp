// A table of article markup → a grid of texts.
#include "read/jats_table.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <tsl/robin_map.h>

namespace mechgraph {
namespace {

constexpr std::size_t most_bytes = 100'000'000;  // of the texts of a grid: a long text can not be repeated without end by its spans
constexpr std::size_t most_header_rows = 16;

// What a number in an attribute says; `otherwise` when it is no number.
std::uint32_t number_of(std::string_view text, std::uint32_t otherwise) {
  constexpr std::uint32_t most = 1'000'000;
  text = trim(text);
  std::uint32_t value = 0;
  auto const [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code == std::errc::result_out_of_range) return most;
  return code != std::errc{} || end != text.data() + text.size() ? otherwise : std::min(value, most);
}

template <class Visit>
void for_each_element(XmlNode const& node, Visit visit) {
  for (XmlNode const* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
    if (child->type() == rapidxml::node_element) visit(*child, local_name(*child));
  }
}

void add_tables(XmlNode const& node, std::vector<XmlNode const*>& tables);

void add_table(XmlNode const& node, std::vector<XmlNode const*>& tables) {
  std::string_view const name = local_name(node);
  if (name == "tgroup" || ((name == "table" || name == "array") && child_named(node, "tgroup") == nullptr)) {
    tables.push_back(&node);
  } else {
    add_tables(node, tables);
  }
}

void add_tables(XmlNode const& node, std::vector<XmlNode const*>& tables) {
  std::size_t const before = tables.size();
  bool const are_alternatives = local_name(node) == "alternatives";
  for_each_element(node, [&](XmlNode const& child, std::string_view) {
    if (!are_alternatives || tables.size() == before) add_table(child, tables);
  });
}

class TableReader {
 public:
  TableReader(char const* buffer, UnknownEntities& unknown) : buffer_(buffer), unknown_(unknown) {}

  JatsTable read(XmlNode const& table) {
    std::vector<XmlNode const*> feet;
    bool has_head = false;
    for_each_element(table, [&](XmlNode const& child, std::string_view name) {
      if (name == "colspec") add_column(child);
      if (name == "spanspec") add_span(child);
      if (name == "thead" && !has_head) {
        has_head = true;
        add_group(child);
        table_.head_rows = groups_.back().size();
      } else if (name == "tbody" || name == "thead") {
        add_group(child);
      } else if (name == "tr" || name == "row") {
        add_loose_row(child, name);
      } else if (name == "tfoot") {
        feet.push_back(&child);
      }
    });
    if (!has_head) table_.head_rows = leading_header_rows();
    table_.head_rows = std::min(table_.head_rows, most_header_rows);
    for (XmlNode const* foot : feet) add_group(*foot);
    table_.grid = lay_out(groups_);
    if (bytes_of_grid() > most_bytes) table_.grid = TableGrid{table_.grid.columns, {}, 0, true};
    return std::move(table_);
  }

 private:
  // Where a column of an OASIS table is, by its name.
  void add_column(XmlNode const& column) {
    next_column_ = number_of(attribute_of(column, "colnum"), next_column_ + 1);
    std::string_view const name = attribute_of(column, "colname");
    if (!name.empty() && next_column_ > 0) columns_[name] = next_column_ - 1;
  }

  // Columns that go together, by their name.
  void add_span(XmlNode const& span) {
    auto const first = columns_.find(attribute_of(span, "namest"));
    auto const last = columns_.find(attribute_of(span, "nameend"));
    std::string_view const name = attribute_of(span, "spanname");
    if (name.empty() || first == columns_.end() || last == columns_.end() || last->second < first->second) return;
    spans_[name] = {first->second, last->second};
  }

  void add_group(XmlNode const& group) {
    groups_.emplace_back();
    loose_ = false;
    if (XmlNode const* const own = child_named(group, "colspec"); own != nullptr) next_column_ = 0;
    for_each_element(group, [&](XmlNode const& row, std::string_view name) {
      if (name == "colspec") add_column(row);  // a head or foot may name columns anew
      if (name == "tr" || name == "row") add_row(row, name);
    });
  }

  void add_loose_row(XmlNode const& row, std::string_view name) {
    if (!loose_) groups_.emplace_back();
    loose_ = true;
    add_row(row, name);
  }

  void add_row(XmlNode const& row, std::string_view row_name) {
    bool const is_oasis = row_name == "row";
    std::vector<SpannedCell> cells;
    bool all_headers = true;
    for_each_element(row, [&](XmlNode const& cell, std::string_view name) {
      if (is_oasis ? name != "entry" && name != "entrytbl" : name != "td" && name != "th") return;
      cells.push_back(is_oasis ? entry_place(cell) : cell_place(cell));
      table_.cells.push_back(marked_text(cell, buffer_, unknown_));
      if (name != "th") all_headers = false;
    });
    only_headers_.push_back(all_headers && !cells.empty());
    groups_.back().push_back(std::move(cells));
    table_.rows.push_back(static_cast<std::size_t>(row.name() - buffer_));
  }

  static SpannedCell cell_place(XmlNode const& cell) {
    return {number_of(attribute_of(cell, "rowspan"), 1), number_of(attribute_of(cell, "colspan"), 1)};
  }

  [[nodiscard]] SpannedCell entry_place(XmlNode const& entry) const {
    SpannedCell place{number_of(attribute_of(entry, "morerows"), 0) + 1};
    auto const first = columns_.find(attribute_of(entry, "namest"));
    auto const last = columns_.find(attribute_of(entry, "nameend"));
    auto const only = columns_.find(attribute_of(entry, "colname"));
    auto const span = spans_.find(attribute_of(entry, "spanname"));
    if (span != spans_.end()) {
      place.column = span->second.first;
      place.columns = span->second.second - span->second.first + 1;
    } else if (first != columns_.end()) {
      place.column = first->second;
      if (last != columns_.end() && last->second > first->second) place.columns = last->second - first->second + 1;
    } else if (only != columns_.end()) {
      place.column = only->second;
    }
    return place;
  }

  [[nodiscard]] std::size_t bytes_of_grid() const {
    std::size_t bytes = 0;
    for (auto const& row : table_.grid.rows) {
      for (std::uint32_t const cell : row) bytes += cell == TableGrid::no_cell ? 0 : table_.cells[cell].text.size();
    }
    return bytes;
  }

  // The last row is never one: a table has a row below its headers.
  [[nodiscard]] std::size_t leading_header_rows() const {
    std::size_t rows = 0;
    while (rows + 1 < only_headers_.size() && only_headers_[rows]) ++rows;
    return rows;
  }

  char const* buffer_;
  UnknownEntities& unknown_;
  JatsTable table_;
  std::vector<RowGroup> groups_;
  bool loose_ = false;  // the last group is of rows that stand in no group
  std::vector<bool> only_headers_;
  tsl::robin_map<std::string_view, std::uint32_t> columns_;
  tsl::robin_map<std::string_view, std::pair<std::uint32_t, std::uint32_t>> spans_;  // first and last column
  std::uint32_t next_column_ = 0;
};

}  // namespace

std::vector<XmlNode const*> tables_below(XmlNode const& node, XmlNode const* child) {
  std::vector<XmlNode const*> tables;
  if (child == nullptr) {
    add_tables(node, tables);
  } else {
    add_table(*child, tables);
  }
  return tables;
}

JatsTable read_table(XmlNode const& table, char const* buffer, UnknownEntities& unknown) {
  return TableReader{buffer, unknown}.read(table);
}

std::vector<std::string> merged_headers(JatsTable const& table, std::size_t rows, bool as_printed) {
  std::vector<std::string> headers(table.grid.columns);
  for (std::size_t column = 0; column < headers.size(); ++column) {
    std::vector<std::string> parts;
    for (std::size_t row = 0; row < std::min(rows, table.grid.rows.size()); ++row) {
      std::uint32_t const cell = table.grid.rows[row][column];
      if (cell == TableGrid::no_cell) continue;
      std::string part = one_line(as_printed ? table.cells[cell].text : without_citations(table.cells[cell]));
      if (part.empty() || std::ranges::find(parts, part) != parts.end()) continue;
      headers[column] += (parts.empty() ? "" : " / ") + part;
      parts.push_back(std::move(part));
    }
  }
  return headers;
}

}  // namespace mechgraph
