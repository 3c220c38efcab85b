// The reference list of one article.
#include "read/references.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <tsl/robin_set.h>
#include <utf8proc.h>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/fields.hpp"

namespace mechgraph {
namespace {

std::string_view bare(std::string_view key) {
  key = trim(key);
  while (key.ends_with('.') || key.ends_with(':')) key = trim(key.substr(0, key.size() - 1));
  bool const bracketed = (key.starts_with('[') && key.ends_with(']')) || (key.starts_with('(') && key.ends_with(')'));
  return bracketed && key.size() > 2 ? trim(key.substr(1, key.size() - 2)) : key;
}

// In lower case and without accents: TeX, and many lists, leave them out.
std::string without_marks(std::string_view word) {
  std::string source{word};
  utf8proc_uint8_t* folded = nullptr;
  auto const options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  // utf8proc takes and gives bytes as unsigned
  utf8proc_ssize_t const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(source.data()),
                                             static_cast<utf8proc_ssize_t>(source.size()), &folded, options);
  if (size < 0) return source;
  std::string plain(reinterpret_cast<char const*>(folded), static_cast<std::size_t>(size));
  std::free(folded);
  return plain;
}

// The surname at the front of "Li", "Li et al., 2019", "de la Cruz and Wu": letters in lower case; empty when it begins with none.
std::string surname(std::string_view text) {
  constexpr std::array<std::string_view, 4> ends{"et", "and", "und", "y"};
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = decode(text, at);
    bool const joins = point.value == U'-' || point.value == U'\'' || point.value == U'\u2019' || point.value == U'\u2010';
    if (is_word(point.value) && !is_ascii_digit(text[at])) {
      std::size_t end = at;
      while (end < text.size() && is_word(decode(text, end).value)) end += decode(text, end).length;
      std::string_view const word = text.substr(at, end - at);
      if (!name.empty() && std::ranges::find(ends, word) != ends.end()) break;
      bool const initials =
          !name.empty() && word.size() <= 3 && std::ranges::none_of(word, [](char byte) { return byte < 'A' || byte > 'Z'; });
      if (initials) break;
      name += without_marks(word);
      at = end;
    } else if (joins || is_space(point.value)) {
      at += point.length;
    } else {
      break;
    }
  }
  return name;
}

// "2019", "2019b" in a text, the last one that stands alone; empty without one.
std::string_view year_in(std::string_view text) {
  std::string_view found;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (!is_ascii_digit(text[at])) continue;
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    std::string_view const digits = text.substr(at, end - at);
    bool const is_year = digits.size() == 4 && (digits.starts_with("1") || digits.starts_with("20"));
    if (is_year && (at == 0 || !is_word(static_cast<unsigned char>(text[at - 1])))) {
      bool const has_letter = end < text.size() && text[end] >= 'a' && text[end] <= 'z';
      std::size_t const behind = has_letter ? end + 1 : end;
      if (behind == text.size() || !is_word(decode(text, behind).value)) found = text.substr(at, behind - at);
    }
    at = end;
  }
  return found;
}

std::string author_key(std::string_view author, std::string_view year) {
  std::string key = surname(author);
  if (key.empty() || year.empty()) return {};
  return key.append(" ").append(year);
}

bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_ascii_digit); }

// The end of a DOI in running text: it has no white space, and what closes a sentence or bracket is not part of it.
std::string_view doi_at(std::string_view text) {
  std::size_t const end = std::min(text.find_first_of(" \t\n\r<>\"[]{}|"), text.size());
  text = text.substr(0, end);
  std::size_t const space = text.find("\xC2\xA0");
  if (space != std::string_view::npos) text = text.substr(0, space);
  while (!text.empty()) {
    char const last = text.back();
    bool const closes_more = last == ')' && std::ranges::count(text, ')') > std::ranges::count(text, '(');
    if (last != '.' && last != ',' && last != ';' && last != ':' && !closes_more) break;
    text.remove_suffix(1);
  }
  return text;
}

bool is_doi(std::string_view text) {
  if (!text.starts_with("10.")) return false;
  std::size_t const slash = text.find('/');
  return slash != std::string_view::npos && slash >= 7 && slash <= 14 && slash + 1 < text.size() &&
         text.find_first_of(" \t\n") == std::string_view::npos;
}

// An address with its "%2F" written out; those of bytes that text can not hold stay.
std::string without_percent(std::string_view text) {
  auto const value = [](char digit) {
    char const low = ascii_lower(digit);
    return is_ascii_digit(low) ? low - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    int const high = text[at] == '%' && at + 2 < text.size() ? value(text[at + 1]) : -1;
    int const low = high >= 0 ? value(text[at + 2]) : -1;
    int const byte = high * 16 + low;
    if (low >= 0 && byte > 0x20 && byte < 0x7F) {
      out += static_cast<char>(byte);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

// Digits, also behind "PMC", that follow this part of an address; empty without them.
std::string_view number_behind(std::string_view address, std::string_view place) {
  std::size_t const found = address.find(place);
  if (found == std::string_view::npos) return {};
  std::string_view rest = address.substr(found + place.size());
  std::size_t const first = std::min(rest.find_first_not_of("/"), rest.size());
  rest.remove_prefix(first);
  std::size_t const end = rest.starts_with("PMC") ? std::min(rest.find_first_not_of("0123456789", 3), rest.size())
                                                  : std::min(rest.find_first_not_of("0123456789"), rest.size());
  return rest.substr(0, end);
}

}  // namespace

std::uint32_t References::add(ReferenceEntry entry) {
  auto const number = static_cast<std::uint32_t>(entries_.size());
  auto const remember = [&](std::string_view year) {
    std::string key = author_key(entry.author, year);
    if (key.empty()) return;
    auto const [place, is_new] = by_author_.try_emplace(std::move(key), number);
    if (!is_new && place->second != number) place.value() = several;
  };
  std::string_view const year = year_in(entry.year);
  remember(year);
  if (year.size() == 5) remember(year.substr(0, 4));
  entries_.push_back(std::move(entry));
  return number;
}

void References::name(std::uint32_t entry, std::string_view key) {
  key = bare(key);
  if (!key.empty()) names_.try_emplace(std::string{key}, entry);
}

std::uint32_t const* References::named(std::string_view key) const {
  auto const found = names_.find(std::string{bare(key)});
  return found == names_.end() ? nullptr : &found->second;
}

ReferenceEntry const* References::find(std::string_view printed) const {
  if (auto const* const entry = named(printed)) return &entries_[*entry];
  if (is_number(bare(printed))) return nullptr;
  auto const found = by_author_.find(author_key(bare(printed), year_in(printed)));
  return found == by_author_.end() || found->second == several ? nullptr : &entries_[found->second];
}

Resolved resolve(RecordTable& table, References const& references) {
  Resolved result;
  tsl::robin_set<std::string_view> done;
  std::vector<Citation> const before = std::move(table.citations);
  table.citations = before;
  for (Citation const& citation : before) done.insert(citation.reference);
  for (Record const& record : table.records) {
    for (Cell const& cell : record.cells) {
      for (std::string_view const printed : cell.references) {
        if (!done.insert(printed).second) continue;
        ReferenceEntry const* const entry = references.find(printed);
        if (entry == nullptr) {
          result.unmatched.emplace_back(printed);
        } else if (entry->works.empty()) {
          ++result.nameless;
        } else {
          ++result.works;
          for (Work const& work : entry->works) table.citations.push_back({std::string{printed}, work});
        }
      }
    }
  }
  sort_citations(table);
  return result;
}

void sort_citations(RecordTable& table) {
  std::ranges::sort(table.citations);
  table.citations.erase(std::unique(table.citations.begin(), table.citations.end()), table.citations.end());
}

bool set_doi(Work& work, std::string_view text) {
  Fields fields;
  bool const is_address = starts_in_any_case(trim(text), "http");
  set_field(fields, Role::doi, is_address ? without_percent(text) : text);
  if (!is_doi(fields.document.doi)) return false;
  work.doi = std::move(fields.document.doi);
  return true;
}

bool set_pmid(Work& work, std::string_view text) {
  Fields fields;
  set_field(fields, Role::pmid, text);
  if (!is_number(fields.document.pmid) || fields.document.pmid.size() > 9) return false;
  work.pmid = std::move(fields.document.pmid);
  return true;
}

bool set_pmcid(Work& work, std::string_view text) {
  Fields fields;
  set_field(fields, Role::pmcid, text);
  std::string_view const digits = std::string_view{fields.document.pmcid}.substr(std::min<std::size_t>(3, fields.document.pmcid.size()));
  if (!is_number(digits) || digits.size() > 9) return false;
  work.pmcid = std::move(fields.document.pmcid);
  return true;
}

void set_from_address(Work& work, std::string_view address) {
  if (address.find("doi.org/") != std::string_view::npos) set_doi(work, address);
  for (std::string_view const place : {"ncbi.nlm.nih.gov/pubmed/", "pubmed.ncbi.nlm.nih.gov/"})
    set_pmid(work, number_behind(address, place));
  for (std::string_view const place : {"pmc/articles/", "pmc.ncbi.nlm.nih.gov/articles/"}) set_pmcid(work, number_behind(address, place));
}

std::string doi_in(std::string_view text) {
  for (std::size_t at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 3)) {
    std::string_view before = text.substr(0, at);
    while (before.ends_with(' ') || before.ends_with(':') || before.ends_with("\xC2\xA0"))
      before.remove_suffix(before.back() == '\xA0' ? 2 : 1);
    if (!ends_in_any_case(before, "doi") && !ends_in_any_case(before, "doi.org/")) continue;
    Work work;
    if (set_doi(work, doi_at(text.substr(at)))) return work.doi;
  }
  return {};
}

std::string pmid_in(std::string_view text) {
  for (std::size_t at = text.find("PMID"); at != std::string_view::npos; at = text.find("PMID", at + 4)) {
    std::size_t const first = std::min(text.find_first_not_of(": ", at + 4), text.size());
    std::size_t end = first;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    Work work;
    if (set_pmid(work, text.substr(first, end - first))) return work.pmid;
  }
  return {};
}

}  // namespace mechgraph
