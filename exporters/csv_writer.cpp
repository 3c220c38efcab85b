// Rows of CSV for databases.
#include "exporters/csv_writer.hpp"

#include <utility>

#include "base/byte_scan.hpp"

namespace mechgraph {
namespace {

constexpr ByteSet line_breaks{"\n\r", false, false};
constexpr ByteSet separator{"\x1F", false, false};

}  // namespace

CsvWriter::CsvWriter(Sink sink, std::string_view header) : CommaRows(std::move(sink)) { sink_.print(header, '\n'); }

void CsvWriter::text(std::string_view text) {
  separate();
  if (text.empty()) return;
  quoted(text);
  has_line_break_ = has_line_break_ || find_byte<line_breaks>(text, 0) != text.size();
}

void CsvWriter::append_value(std::string_view value) {
  if (value.empty()) return;
  if (!joined_.empty()) joined_ += '\x1F';
  std::size_t run = 0;
  for (std::size_t at = find_byte<separator>(value, 0); at < value.size(); at = find_byte<separator>(value, run)) {
    joined_ += value.substr(run, at - run);
    joined_ += "\xEF\xBF\xBD";
    run = at + 1;
  }
  joined_ += value.substr(run);
}

}  // namespace mechgraph
