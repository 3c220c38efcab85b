// Rows whose cells are parted by commas.
#include "exporters/comma_rows.hpp"

#include <algorithm>
#include <charconv>

#include "exporters/escape.hpp"
#include "exporters/json.hpp"

namespace mechgraph {

void CommaRows::separate() {
  if (!first_) row_ += ',';
  first_ = false;
}

void CommaRows::quoted(std::string_view text) { csv_string(row_, text); }

void CommaRows::number(std::int64_t number) {
  separate();
  char digits[24];
  char const* const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  row_ += std::string_view{digits, static_cast<std::size_t>(end - digits)};
}

void CommaRows::per_mille(std::uint16_t thousandths) {
  separate();
  JsonWriter::append_per_mille(row_, thousandths);
}

void CommaRows::end_row() {
  longest_ = std::max(longest_, row_.size());
  row_ += '\n';
  sink_.write(row_.view());
  row_.clear();
  first_ = true;
}

}  // namespace mechgraph
