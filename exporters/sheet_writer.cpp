// Rows of CSV that people open in a spreadsheet.
#include "exporters/sheet_writer.hpp"

#include <utility>

#include "base/text.hpp"
#include "exporters/escape.hpp"

namespace mechgraph {

bool looks_like_formula(std::string_view text) noexcept {
  if (text.starts_with('\t') || text.starts_with('\r')) return true;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const c = decode(text, at);
    at += c.length;
    if (is_space(c.value) || c.value < 0x20) continue;
    switch (c.value) {
      case U'=':
      case U'+':
      case U'-':
      case U'@':
      case U'\uFF1D':
      case U'\uFF0B':
      case U'\uFF0D':
      case U'\uFF20': return true;
      default: return false;
    }
  }
  return false;
}

SheetWriter::SheetWriter(Sink sink, std::string_view header) : CommaRows(std::move(sink)) { sink_.print("\uFEFF", header, '\n'); }

void SheetWriter::text(std::string_view text) {
  separate();
  if (text.empty()) return;
  std::string safe = looks_like_formula(text) ? "'" : "";
  safe += shortened(text, cell_limit);
  quoted(safe);
}

}  // namespace mechgraph
