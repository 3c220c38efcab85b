// Lines that stand around a table when it is copied from a page.
#pragma once

#include <optional>
#include <string_view>

namespace mechgraph {

// The legend that a line below a table is: without the number of the page's list ("  1. Silica …"), else as printed. Begins with
// "Abbreviations", "Note", "Legend", a footnote sign, or is a list "MSC mesenchymal stem cell, EV extracellular vesicle" in either order.
// Nothing when it is something else.
std::optional<std::string_view> legend_of_line(std::string_view line);

// True for a line that begins a legend wherever it stands: "  1. Silica …" as pages indent it, "Abbreviations: …", "Note; …".
bool opens_legend(std::string_view line);

}  // namespace mechgraph
