// Tab-separated tables of the ontology: text → rows.
#include "ontology/parse.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string place_of(std::string const& name, std::size_t line, std::size_t column) {
  return name + ':' + std::to_string(line) + ':' + std::to_string(column);
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string counted_cells(std::size_t count) { return std::to_string(count) + (count == 1 ? " cell" : " cells"); }

void require_utf8(std::string const& name, std::string_view text) {
  std::size_t const bad = find_invalid_utf8(text);
  if (bad == std::string_view::npos) return;
  std::string_view const before = text.substr(0, bad);
  auto const line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  std::size_t const start = before.rfind('\n') + 1;  // npos + 1 is 0
  throw Error(place_of(name, line, count_code_points(before.substr(start)) + 1), "not UTF-8", "save the table as UTF-8");
}

void append_cells(std::string_view line, std::vector<std::string_view>& cells) {
  for (;;) {
    std::size_t const tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

std::size_t column_at(std::string_view line, std::string_view part) {
  return count_code_points(line.substr(0, static_cast<std::size_t>(part.data() - line.data()))) + 1;
}

}  // namespace

DataTable::DataTable(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  require_utf8(name_, text_);
  std::string_view rest = text_;
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  auto const rows = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n')) + 1;

  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    std::size_t const end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;

    if (columns_.empty()) {
      append_cells(line, columns_);
      for (auto column = columns_.begin(); column != columns_.end(); ++column) {
        if (std::find(columns_.begin(), column, *column) != column) {
          throw Error(place_of(name_, number, column_at(line, *column)), "the column " + quoted(*column) + " is there twice");
        }
      }
      cells_.reserve(rows * columns_.size());
      lines_.reserve(rows);
      continue;
    }
    std::size_t const before = cells_.size();
    append_cells(line, cells_);
    std::size_t const found = cells_.size() - before;
    if (found != columns_.size()) {
      std::size_t const column = found < columns_.size() ? count_code_points(line) + 1 : column_at(line, cells_[before + columns_.size()]);
      throw Error(place_of(name_, number, column), counted_cells(found) + ", but the header has " + std::to_string(columns_.size()),
                  "cells are parted by one tab each; an empty cell keeps its tab");
    }
    lines_.push_back(number);
  }
  if (columns_.empty()) throw Error(name_, "no header", "the first line that is no comment names the columns, parted by tabs");
}

std::size_t DataTable::column(std::string_view header) const {
  auto const found = std::find(columns_.begin(), columns_.end(), header);
  if (found == columns_.end()) {
    std::string known;
    for (std::string_view const column : columns_) known += (known.empty() ? "" : ", ") + std::string(column);
    throw Error(name_, "no column " + quoted(header), "its columns are " + known);
  }
  return static_cast<std::size_t>(found - columns_.begin());
}

std::vector<std::string_view> DataTable::list(std::size_t row, std::string_view header) const { return split(cell(row, header), '|'); }

std::string DataTable::place(std::size_t row) const { return name_ + ':' + std::to_string(lines_[row]); }

}  // namespace mechgraph
