// What describes a table.
#include "read/fields.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "read/ascii.hpp"

namespace mechgraph {
namespace {

std::string lowered(std::string_view text) {
  std::string out{text};
  std::ranges::transform(out, out.begin(), ascii_lower);
  return out;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!starts_in_any_case(text, prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string normal_doi(std::string_view text) {
  for (std::string_view const prefix : {"https://", "http://"}) {
    if (take_prefix(text, prefix)) break;
  }
  for (std::string_view const prefix : {"doi.org/", "dx.doi.org/", "www.doi.org/"}) {
    if (take_prefix(text, prefix)) break;
  }
  if (take_prefix(text, "doi:")) text = trim(text);
  return lowered(text);
}

std::string normal_pmid(std::string_view text) {
  if (take_prefix(text, "pmid")) {
    text = trim(text);
    if (text.starts_with(':')) text.remove_prefix(1);
  }
  return std::string{trim(text)};
}

std::string normal_pmcid(std::string_view text) {
  if (take_prefix(text, "pmcid:")) text = trim(text);
  take_prefix(text, "pmc");
  return "PMC" + std::string{text};
}

constexpr bool is_roman(char byte) { return byte == 'I' || byte == 'V' || byte == 'X'; }

// Bytes of "3", "3a", "S2", "2.1", "IV" that begin the text and are not followed by more of a word; 0 = none.
std::size_t table_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_roman(text[end])) ++end;
  if (end == 0) {
    if (end + 1 < text.size() && text[end] >= 'A' && text[end] <= 'Z' && is_ascii_digit(text[end + 1])) ++end;
    std::size_t const digits = end;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (end == digits) return 0;
    while (end + 1 < text.size() && text[end] == '.' && is_ascii_digit(text[end + 1])) {
      ++end;
      while (end < text.size() && is_ascii_digit(text[end])) ++end;
    }
    if (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  }
  if (end < text.size() && is_word(decode(text, end).value)) return 0;
  return end;
}

}  // namespace

std::optional<Role> field_named(std::string_view text) {
  auto const role = role_named(lowered(trim(text)));
  return role && describes_document(*role) ? role : std::nullopt;
}

void set_field(Fields& fields, Role role, std::string_view value) {
  value = trim(value);
  if (value.empty()) return;
  switch (role) {
    case Role::doi: fields.document.doi = normal_doi(value); break;
    case Role::pmid: fields.document.pmid = normal_pmid(value); break;
    case Role::pmcid: fields.document.pmcid = normal_pmcid(value); break;
    case Role::title: fields.document.title = value; break;
    case Role::table: fields.label = value; break;
    case Role::caption: fields.caption = value; break;
    case Role::legend: fields.legends.emplace_back(value); break;
    default: break;
  }
}

std::string_view field(Fields const& fields, Role role) {
  switch (role) {
    case Role::doi: return fields.document.doi;
    case Role::pmid: return fields.document.pmid;
    case Role::pmcid: return fields.document.pmcid;
    case Role::title: return fields.document.title;
    case Role::table: return fields.label;
    case Role::caption: return fields.caption;
    case Role::legend: return fields.legends.empty() ? std::string_view{} : fields.legends.back();
    default: return {};
  }
}

std::optional<Role> set_field_from_line(Fields& fields, std::string_view line) {
  line = trim(line);
  if (line.starts_with('#')) line.remove_prefix(1);
  std::size_t const colon = line.substr(0, 16).find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  auto const role = field_named(line.substr(0, colon));
  if (role) set_field(fields, *role, line.substr(colon + 1));
  return role;
}

Fields fields_of(ReadOptions const& options) {
  Fields fields;
  set_field(fields, Role::doi, options.document.doi);
  set_field(fields, Role::pmid, options.document.pmid);
  set_field(fields, Role::pmcid, options.document.pmcid);
  set_field(fields, Role::title, options.document.title);
  set_field(fields, Role::table, options.table);
  set_field(fields, Role::caption, options.caption);
  for (std::string const& legend : options.legends) set_field(fields, Role::legend, legend);
  return fields;
}

void fill(Fields& fields, Fields const& general) {
  auto const fill_text = [](std::string& text, std::string const& other) {
    if (text.empty()) text = other;
  };
  fill_text(fields.document.doi, general.document.doi);
  fill_text(fields.document.pmid, general.document.pmid);
  fill_text(fields.document.pmcid, general.document.pmcid);
  fill_text(fields.document.title, general.document.title);
  fill_text(fields.document.journal, general.document.journal);
  fill_text(fields.document.year, general.document.year);
  fill_text(fields.document.licence, general.document.licence);
  fill_text(fields.label, general.label);
  if (fields.caption.empty()) {
    fields.caption = general.caption;
    fields.caption_caret = general.caption_caret;
  }
  if (fields.legends.empty()) fields.legends = general.legends;
  if (fields.index == 0) fields.index = general.index;
  if (fields.part == 0) fields.part = general.part;
}

bool set_label_from_line(Fields& fields, std::string_view line, Caret caret) {
  std::string_view rest = line;
  if (!take_prefix(rest, "table ")) return false;
  std::size_t const digits = table_number(rest);
  if (digits == 0) return false;
  fields.label = "Table " + std::string{rest.substr(0, digits)};
  rest = trim(rest.substr(digits));
  if (!rest.empty() && (rest.front() == '.' || rest.front() == ':' || rest.front() == '|')) rest = trim(rest.substr(1));
  fields.caption = rest;
  fields.caption_caret = caret;
  fields.caption_caret.byte += static_cast<std::uint32_t>(rest.data() - line.data());
  return true;
}

}  // namespace mechgraph
