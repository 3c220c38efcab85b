// The table of formats, made from formats.def.
#include <array>

#include "exporters/exporter.hpp"

namespace mechgraph {

#define FORMAT(name) extern Exporter const name##_exporter;
#include "exporters/formats.def"
#undef FORMAT

std::span<Exporter const* const> exporters() {
  static constexpr std::array table{
#define FORMAT(name) &name##_exporter,
#include "exporters/formats.def"
#undef FORMAT
  };
  return table;
}

Exporter const* find_exporter(std::string_view name) {
  for (Exporter const* const exporter : exporters()) {
    if (exporter->name == name) return exporter;
  }
  return nullptr;
}

Exporter const* exporter_for_path(std::string_view path) {
  Exporter const* best = nullptr;
  bool const is_folder = path.ends_with('/');
  while (path.ends_with('/')) path.remove_suffix(1);
  for (Exporter const* const exporter : exporters()) {
    if (is_folder && !exporter->is_folder()) continue;
    if (path.ends_with(exporter->extension) && (best == nullptr || exporter->extension.size() > best->extension.size())) best = exporter;
  }
  // Graphviz's other name for its files, since .dot is also a word processor's.
  if (best == nullptr && !is_folder && path.ends_with(".gv")) best = find_exporter("dot");
  return best;
}

}  // namespace mechgraph
