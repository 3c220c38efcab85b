// A table whose cells are parted by commas, semicolons or bars, and held together by quotes.
#include "read/ascii.hpp"
#include "read/delimited.hpp"

namespace mechgraph {
namespace {

int recognises(std::string_view name, std::string_view head) {
  if (is_other_form(head)) return 0;
  HeaderShape const shape = header_shape(head);
  bool const has_cells = shape.separator != '\t' && shape.cells > 1;
  if (ends_in_any_case(name, ".csv")) return has_cells ? 85 : 30;
  return has_cells ? 40 : 0;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  read_delimited(input, options, diagnostics, target, false);
}

}  // namespace

extern Reader const csv_reader;
Reader const csv_reader{"csv", "a table, cells parted by commas, semicolons or bars (RFC 4180)", false, recognises, read, true};

}  // namespace mechgraph
