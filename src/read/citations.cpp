// Citations at the end of a cell.
#include "read/citations.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "read/ascii.hpp"

namespace mechgraph {
namespace {

constexpr unsigned longest_range = 100;
constexpr std::size_t most_works = 1000;  // in one pair of brackets: ranges can not blow up the memory
constexpr std::array<std::string_view, 6> dashes{"-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212"};
constexpr std::array<std::string_view, 4> reference_words{"references", "reference", "refs", "ref"};

// The number of a work in a reference list, that `text` begins with; its digits are taken off.
std::optional<unsigned> take_number(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_ascii_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 4 || text.front() == '0') return std::nullopt;
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + digits, value);
  text.remove_prefix(digits);
  return value;
}

bool take_dash(std::string_view& text) {
  for (std::string_view const dash : dashes) {
    if (!text.starts_with(dash)) continue;
    text.remove_prefix(dash.size());
    return true;
  }
  return false;
}

bool is_year(unsigned value) { return value >= 1900 && value < 2100; }

// "107", "107–110": appended to `references`. False when the item is neither.
bool add_item(std::string_view item, bool years_allowed, Arena& arena, CellReferences& references) {
  std::string_view const printed = trim(item);
  std::string_view rest = printed;
  auto const first = take_number(rest);
  if (!first || (!years_allowed && is_year(*first))) return false;
  if (rest.empty()) {
    references.push_back(printed);
    return true;
  }
  rest = trim(rest);
  if (!take_dash(rest)) return false;
  rest = trim(rest);
  auto const last = take_number(rest);
  if (!last || !rest.empty() || (!years_allowed && is_year(*last))) return false;
  if (*last <= *first || *last - *first >= longest_range) {
    references.push_back(printed);
    return true;
  }
  for (unsigned number = *first; number <= *last; ++number) references.push_back(arena.store(std::to_string(number)));
  return true;
}

// The numbers of "107, 110", "refs. 12–14; 20". Empty when the text is anything else; `needs_word`: only with "ref" before them.
CellReferences list_of_works(std::string_view text, bool needs_word, Arena& arena) {
  text = trim(text);
  bool has_word = false;
  for (std::string_view const word : reference_words) {
    if (!starts_in_any_case(text, word)) continue;
    text.remove_prefix(word.size());
    if (text.starts_with('.')) text.remove_prefix(1);
    has_word = true;
    break;
  }
  if (needs_word && !has_word) return {};
  CellReferences references;
  while (true) {
    std::size_t const end = text.find_first_of(",;");
    if (!add_item(text.substr(0, end), has_word, arena, references) || references.size() > most_works) return {};
    if (end == std::string_view::npos) return references;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

CitedText cut_citations(std::string_view text, Arena& arena) {
  auto const is_letter = [](char byte) {
    return (ascii_lower(byte) >= 'a' && ascii_lower(byte) <= 'z') || static_cast<unsigned char>(byte) >= 0x80U;
  };
  CitedText cited;
  std::vector<CellReferences> before;  // groups in front of the last one, that nearest to it first
  std::size_t first_letter = std::string_view::npos;
  for (bool any = false; true; any = true) {
    std::string_view body = text;
    if (!body.empty() && (body.back() == '.' || body.back() == ',' || body.back() == ';')) body = trim(body.substr(0, body.size() - 1));
    bool const square = body.ends_with(']');
    if (!square && !body.ends_with(')')) break;
    std::size_t const open = body.rfind(square ? '[' : '(');
    if (!any) first_letter = static_cast<std::size_t>(std::ranges::find_if(text, is_letter) - text.begin());
    if (open == std::string_view::npos || open <= first_letter || body[open - 1] == '-') break;
    CellReferences works = list_of_works(body.substr(open + 1, body.size() - open - 2), !square, arena);
    if (works.empty()) break;
    if (any) {
      before.push_back(std::move(works));
    } else {
      cited.references = std::move(works);
    }
    text = trim(body.substr(0, open));
  }
  cited.text = text;
  if (before.empty()) return cited;
  CellReferences const last = std::exchange(cited.references, {});
  for (auto group = before.rbegin(); group != before.rend(); ++group) {
    for (std::string_view const work : *group) cited.references.push_back(work);
  }
  for (std::string_view const work : last) cited.references.push_back(work);
  return cited;
}

CellReferences references_of(std::string_view cell, Arena& arena) {
  cell = trim(cell);
  if (cell.empty()) return {};
  CellReferences references;
  for (std::size_t from = 0; from < cell.size();) {
    std::size_t const close = cell.find(']', from);
    if (close == std::string_view::npos) break;
    std::string_view const before = cell.substr(from, close - from);
    std::size_t const open = before.rfind('[');
    from = close + 1;
    if (open == std::string_view::npos) continue;
    for (std::string_view const work : list_of_works(before.substr(open + 1), false, arena)) references.push_back(work);
  }
  if (!references.empty()) return references;
  bool const in_parentheses = cell.starts_with('(') && cell.ends_with(')');
  references = list_of_works(in_parentheses ? cell.substr(1, cell.size() - 2) : cell, false, arena);
  if (references.empty()) references.push_back(cell);
  return references;
}

}  // namespace mechgraph
