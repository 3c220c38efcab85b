// Tables cut into cells → RecordTables.
#include "read/sheet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/columns.hpp"
#include "read/quote.hpp"
#include "read/table_builder.hpp"

namespace mechgraph {

namespace {

std::vector<Header> headers_of(Sheet const& sheet) {
  std::vector<Header> headers;
  for (SheetCell const& header : sheet.headers) headers.push_back({trim(header.text), header.caret});
  return headers;
}

bool has_results(Sheet const& sheet, ReadOptions const& options) {
  return std::ranges::any_of(sheet.headers, [&](SheetCell const& header) {
    auto const role = role_of_header(trim(header.text), options);
    return role && says_something(*role);
  });
}

}  // namespace

void give_sheets(std::vector<Sheet>&& sheets, Input const& input, ReadOptions const& options, Diagnostics& diagnostics,
                 ReadTarget const& target) {
  bool const some = std::ranges::any_of(sheets, [&](Sheet const& sheet) { return has_results(sheet, options); });
  TableBuilder builder{input, options, diagnostics, target};
  for (Sheet& sheet : sheets) {
    std::vector<Header> const headers = headers_of(sheet);
    Caret const place = headers.empty() ? Caret{input.number, 0, 0} : headers.front().caret;
    if (some && !options.every_table && !has_results(sheet, options)) {
      diagnostics.add({Severity::note, place,
                       fmt::format("{}: no column is known to hold results, the table is left out",
                                   sheet.fields.label.empty() ? "a table" : sheet.fields.label),
                       "say which one does: --columns result=\"HEADER\"", excerpt_of(sheet.header_line, place)});
      continue;
    }
    std::vector<Role> roles = assign_roles(headers, sheet.header_line, options, diagnostics);
    builder.begin(std::move(sheet.fields), headers, std::move(roles));
    for (SheetRow const& row : sheet.rows) {
      std::vector<RawCell> cells;
      for (SheetCell const& cell : row.cells) cells.push_back({cell.text, cell.caret});
      if (row.section) {
        builder.add_section(cells.front().text, static_cast<std::uint32_t>(headers.size()), row.caret, row.doubt);
      } else {
        builder.add_row(cells, row.caret, {}, row.doubt);
      }
      if (row.doubt.empty()) continue;
      diagnostics.add({Severity::warning, row.caret, "the cells of this row are uncertain: " + row.doubt,
                       "check them with 'mechgraph records', or give the table as TSV or CSV", excerpt_of(row.line, row.caret)});
    }
  }
  builder.finish();
}

}  // namespace mechgraph
