// A table whose cells are parted by tabs.
#include "read/ascii.hpp"
#include "read/delimited.hpp"

namespace mechgraph {
namespace {

int recognises(std::string_view name, std::string_view head) {
  if (is_other_form(head)) return 0;
  if (header_shape(head).separator == '\t') return 85;
  return ends_in_any_case(name, ".tsv") || ends_in_any_case(name, ".tab") ? 30 : 0;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  read_delimited(input, options, diagnostics, target, true);
}

}  // namespace

extern Reader const tsv_reader;
Reader const tsv_reader{"tsv", "a table, cells parted by tabs", false, recognises, read, true};

}  // namespace mechgraph
