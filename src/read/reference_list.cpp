// A reference list that stands in a file of its own.
#include "read/reference_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/jats_parse.hpp"
#include "read/jats_references.hpp"

namespace mechgraph {
namespace {

constexpr std::array forms{&ris_references, &nbib_references, &bibtex_references, &tsv_references};
constexpr std::string_view known_forms =
    "give RIS, BibTeX, NBIB (MEDLINE), the article's XML, or tabs with columns such as number, doi and pmid";

bool is_number(std::string_view key) { return !key.empty() && key.size() <= 4 && std::ranges::all_of(key, is_ascii_digit); }

References numbered(std::vector<ListedReference> listed) {
  References references;
  bool has_numbers = false;
  for (ListedReference& each : listed) {
    std::erase_if(each.entry.works, [](Work const& work) { return !work.is_known(); });
    std::uint32_t const entry = references.add(std::move(each.entry));
    for (std::string const& key : each.keys) {
      references.name(entry, key);
      has_numbers = has_numbers || is_number(key);
    }
  }
  for (std::uint32_t entry = 0; entry < references.size() && !has_numbers; ++entry) references.name(entry, std::to_string(entry + 1));
  return references;
}

// Of the first article that has one.
References list_of_article(Input const& input, Diagnostics const& diagnostics) {
  References found;
  ArticleParser parser{input, diagnostics};
  parser.each([&](XmlNode const& article) {
    if (found.size() == 0) found = ArticleReferences{article, parser.buffer()}.list();
  });
  return found;
}

std::string_view first_line(std::string_view bytes) { return bytes.substr(0, bytes.find('\n')); }

}  // namespace

References read_references(Input const& input, Diagnostics& diagnostics) {
  std::string const name{diagnostics.input_name(input.number)};
  constexpr std::size_t head_size = 4096;
  std::string_view const head = std::string_view{input.bytes}.substr(0, head_size);
  References references;
  if (trim(head).starts_with('<')) {
    references = list_of_article(input, diagnostics);
    if (references.size() == 0) throw Error(name, "the article has no reference list", std::string{known_forms});
    return references;
  }
  auto const form = std::ranges::find_if(forms, [&](ReferenceForm const* each) { return each->recognises(input.name, head); });
  if (form == forms.end()) {
    throw Error(diagnostics.place(Caret{input.number, 1, 0}, first_line(head)), "this is no reference list that can be read",
                std::string{known_forms});
  }
  references = numbered((*form)->read(input, diagnostics));
  if (references.size() == 0) throw Error(name, "the reference list has no entry", "check that the file is whole");
  return references;
}

std::string surname_of(std::string_view author) {
  author = trim(author);
  bool const is_group = author.starts_with('{') && author.ends_with('}');
  if (is_group) return std::string{trim(author.substr(1, author.size() - 2))};
  std::size_t const comma = author.find(',');
  if (comma != std::string_view::npos) return std::string{trim(author.substr(0, comma))};
  std::size_t begin = author.rfind(' ');
  if (begin == std::string_view::npos) return std::string{author};
  std::string_view const last = author.substr(begin + 1);
  bool const ends_in_initials =
      last.size() <= 3 && std::ranges::all_of(last, [](char byte) { return (byte >= 'A' && byte <= 'Z') || byte == '.'; });
  if (ends_in_initials) return std::string{trim(author.substr(0, begin))};
  while (begin > 0) {  // "van", "de la"
    std::size_t const before = author.rfind(' ', begin - 1);
    std::size_t const word = before == std::string_view::npos ? 0 : before + 1;
    if (author[word] < 'a' || author[word] > 'z') break;
    if (word == 0) return std::string{author};
    begin = before;
  }
  return std::string{trim(author.substr(begin + 1))};
}

void set_from_text(Work& work, std::string_view text) {
  Work found;
  set_from_address(found, text);
  if (found.doi.empty()) found.doi = doi_in(text);
  if (found.pmid.empty()) found.pmid = pmid_in(text);
  for (auto const field : {&Work::doi, &Work::pmid, &Work::pmcid}) {
    if ((work.*field).empty()) work.*field = found.*field;
  }
}

}  // namespace mechgraph
