// Rows of CSV for databases.
#include "exporters/csv_writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "exporters/escape.hpp"
#include "exporters/json.hpp"

namespace mechgraph {

CsvWriter::CsvWriter(Sink sink, std::string_view header) : sink_(std::move(sink)) { sink_.print(header, '\n'); }

void CsvWriter::separate() {
  if (!first_) row_ += ',';
  first_ = false;
}

void CsvWriter::text(std::string_view text) {
  separate();
  if (text.empty()) return;
  csv_string(row_, text);
  has_line_break_ = has_line_break_ || text.find_first_of("\n\r") != std::string_view::npos;
}

void CsvWriter::number(std::int64_t number) {
  separate();
  char digits[24];
  row_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void CsvWriter::per_mille(std::uint16_t thousandths) {
  separate();
  JsonWriter::append_per_mille(row_, thousandths);
}

void CsvWriter::append_value(std::string_view value) {
  if (value.empty()) return;
  if (!joined_.empty()) joined_ += '\x1F';
  for (char const byte : value) {
    if (byte == '\x1F')
      joined_ += "\xEF\xBF\xBD";
    else
      joined_ += byte;
  }
}

void CsvWriter::end_row() {
  longest_ = std::max(longest_, row_.size());
  row_ += '\n';
  sink_.write(row_);
  row_.clear();
  first_ = true;
}

}  // namespace mechgraph
