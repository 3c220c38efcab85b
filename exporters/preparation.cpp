// What an Intervention is made of.
#include "exporters/preparation.hpp"

namespace mechgraph {
namespace {

// Calls `take` with each part between separators; an empty text has none.
template <class Take>
void each_part(std::string_view text, char separator, Take take) {
  while (!text.empty()) {
    std::size_t const end = text.find(separator);
    take(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

PreparationParts preparation_parts(std::string_view composition) {
  PreparationParts parts;
  std::size_t column = 0;
  each_part(composition, '|', [&](std::string_view part) {
    if (column == 0) parts.derivative = part;
    if (column == 1 && part != "-") each_part(part, ';', [&](std::string_view id) { parts.sources.push_back(id); });
    if (column == 2) {
      each_part(part, ';', [&](std::string_view modifier) {
        std::size_t const equals = modifier.find('=');
        if (equals != std::string_view::npos) parts.modifiers.push_back({modifier.substr(0, equals), modifier.substr(equals + 1)});
      });
    }
    ++column;
  });
  return parts;
}

}  // namespace mechgraph
