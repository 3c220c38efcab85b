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

constexpr bool is_small(char byte) { return byte >= 'a' && byte <= 'z'; }
bool has_small_letter(std::string_view text) { return std::ranges::any_of(text, is_small); }

// "MSC mesenchymal stem cell", "EV: extracellular vesicle", "TNF = tumor necrosis factor", "tumor necrosis factor (TNF)".
bool is_definition(std::string_view part) {
  constexpr std::size_t longest_short_form = 12;
  part = trim(part);
  while (part.ends_with('.')) part.remove_suffix(1);
  std::size_t const open = part.ends_with(')') ? part.rfind('(') : std::string_view::npos;
  if (open != std::string_view::npos && open > 3) {
    std::string_view const form = part.substr(open + 1, part.size() - open - 2);
    return !form.empty() && form.size() <= longest_short_form && has_small_letter(part.substr(0, open)) &&
           form.find(' ') == std::string_view::npos && std::ranges::any_of(form, is_capital);
  }
  std::size_t const space = part.find_first_of(" :=");
  if (space == std::string_view::npos || space > longest_short_form) return false;
  if (std::ranges::count_if(part.substr(0, space), is_capital) < 2) return false;
  std::size_t const words = part.find_first_not_of(" :=", space);
  return words != std::string_view::npos && has_small_letter(part.substr(words));
}

bool is_short_form(std::string_view text) {
  constexpr std::size_t longest_short_form = 24;
  text = trim(text);
  return !text.empty() && text.size() <= longest_short_form && std::ranges::count(text, ' ') < 3;
}

// Parts between semicolons (two at least) or a single part, each "bw: body weight", "SZ, schizophrenia", "ATC\u2014thyroid cancer".
bool is_glossary(std::string_view text) {
  std::size_t parts = 0;
  std::size_t pairs = 0;
  bool colon = false;
  for (std::string_view const part : split(text, ';')) {
    std::string_view const words = trim(part);
    if (words.empty()) continue;
    ++parts;
    std::size_t border = std::string_view::npos;
    for (std::string_view const sign : {", ", ": ", "\u2014", " = ", "="}) {
      std::size_t const at = words.find(sign);
      if (at < border) {
        border = at;
        colon = sign.front() != ',';
      }
    }
    if (border != std::string_view::npos && is_short_form(words.substr(0, border)) && words.find("et al") == std::string_view::npos &&
        std::ranges::count_if(words.substr(border), is_small) > 2) {
      ++pairs;
    }
  }
  constexpr std::size_t longest_single = 60;
  if (parts == 1) return pairs == 1 && colon && text.size() <= longest_single && text.find(':') < 8;
  return parts > 1 && pairs * 10 >= parts * 7;
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

bool opens(std::string_view text) {
  return std::ranges::any_of(openers, [&](std::string_view word) { return starts_in_any_case(text, word); });
}

}  // namespace

std::optional<std::string_view> legend_of_line(std::string_view line) {
  std::string_view const text = trim(line);
  if (std::size_t const number = list_number(text); number != 0) return trim(text.substr(number));
  bool const signed_note = std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
  if (opens(text) || signed_note || is_list_of_definitions(text) || is_glossary(text)) return text;
  return std::nullopt;
}

bool opens_legend(std::string_view line) {
  std::string_view const text = trim(line);
  if (line.starts_with("  ") && list_number(text) != 0) return true;
  if (!opens(text)) return false;
  constexpr std::size_t longest_opener = 24;
  return text.substr(0, longest_opener).find_first_of(":;.") != std::string_view::npos;
}

}  // namespace mechgraph
