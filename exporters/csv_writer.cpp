// Rows of CSV for databases.
#include "exporters/csv_writer.hpp"

#include <utility>

namespace mechgraph {

CsvWriter::CsvWriter(Sink sink, std::string_view header) : CommaRows(std::move(sink)) { sink_.print(header, '\n'); }

void CsvWriter::text(std::string_view text) {
  separate();
  if (text.empty()) return;
  quoted(text);
  has_line_break_ = has_line_break_ || text.find_first_of("\n\r") != std::string_view::npos;
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

}  // namespace mechgraph
