// Lines that stand around a table when it is copied from a page.
#include "read/page_text.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "read/ascii.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::string_view, 6> openers{"abbreviation", "note", "legend", "footnote", "list of abbreviations", "key:"};
constexpr std::array<std::string_view, 6> signs{"*", "\u2020", "\u2021", "\u00A7", "\u00B6", "\u2016"};

constexpr bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

// "12. " and "12) " at the front; 0 = none.
std::size_t list_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  if (end == 0 || end > 3 || end + 1 >= text.size()) return 0;
  if ((text[end] != '.' && text[end] != ')') || text[end + 1] != ' ') return 0;
  return end + 2;
}

// "MSC mesenchymal stem cell", "EV: extracellular vesicle", "TNF = tumor necrosis factor".
bool is_definition(std::string_view part) {
  constexpr std::size_t longest_short_form = 12;
  part = trim(part);
  std::size_t const space = part.find_first_of(" :=");
  if (space == std::string_view::npos || space > longest_short_form) return false;
  if (std::ranges::count_if(part.substr(0, space), is_capital) < 2) return false;
  std::size_t const words = part.find_first_not_of(" :=", space);
  return words != std::string_view::npos && std::ranges::any_of(part.substr(words), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

bool is_list_of_definitions(std::string_view text) {
  std::size_t parts = 0;
  while (true) {
    std::size_t const end = text.find_first_of(",;");
    if (!is_definition(text.substr(0, end))) return false;
    ++parts;
    if (end == std::string_view::npos) return parts > 1;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<std::string_view> legend_of_line(std::string_view line) {
  std::string_view const text = trim(line);
  if (std::size_t const number = list_number(text); number != 0) return trim(text.substr(number));
  bool const opens = std::ranges::any_of(openers, [&](std::string_view word) { return starts_in_any_case(text, word); }) ||
                     std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
  if (opens || is_list_of_definitions(text)) return text;
  return std::nullopt;
}

}  // namespace mechgraph
