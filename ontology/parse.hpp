// Tab-separated tables of the ontology: text → rows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mechgraph {

// A table with a header line; cells are parted by tabs, without quoting; lists inside a cell by '|'. Lines that start with '#' are
// comments. Every row has as many cells as the header.
class DataTable {
 public:
  // Throws Error with "name:line:column" on: no header, a doubled column, a row with too few or too many cells, bad UTF-8.
  DataTable(std::string name, std::string text);

  [[nodiscard]] std::string const& name() const noexcept { return name_; }
  [[nodiscard]] std::size_t rows() const noexcept { return lines_.size(); }
  // Throws Error when the table has no such column.
  [[nodiscard]] std::size_t column(std::string_view header) const;
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * columns_.size() + column]; }
  [[nodiscard]] std::string_view cell(std::size_t row, std::string_view header) const { return cell(row, column(header)); }
  // The parts of a list cell; an empty cell has none.
  [[nodiscard]] std::vector<std::string_view> list(std::size_t row, std::string_view header) const;
  // "terms.tsv:12": for messages about a row.
  [[nodiscard]] std::string place(std::size_t row) const;

 private:
  std::string name_;
  std::string text_;  // heap storage that the views below point into; the table is not copied
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;
  std::vector<std::uint32_t> lines_;

 public:
  DataTable(DataTable const&) = delete;
  DataTable& operator=(DataTable const&) = delete;
  DataTable(DataTable&&) = delete;  // a short text would move with its string, and the views would dangle
  DataTable& operator=(DataTable&&) = delete;
  ~DataTable() = default;
};

}  // namespace mechgraph
