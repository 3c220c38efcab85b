// The reference list of an article.
#include "read/jats_references.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/jats_scan.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::string_view, 4> citation_names{"element-citation", "mixed-citation", "nlm-citation", "citation"};
// What stands in a citation and is about another work.
constexpr std::array<std::string_view, 3> other_works{"related-article", "related-object", "product"};

bool is_one_of(std::string_view name, std::span<std::string_view const> names) { return std::ranges::find(names, name) != names.end(); }

bool is_part_article(std::string_view name) { return name == "sub-article" || name == "response"; }

template <class Visit>
void each_element(XmlNode const& node, Visit visit) {
  for (XmlNode const* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
    if (child->type() == rapidxml::node_element) visit(*child, local_name(*child));
  }
}

// One citation: usually one work, several where it goes on with identifiers of a kind that it has.
class CitationReader {
 public:
  CitationReader(char const* buffer, UnknownEntities& unknown) : buffer_(buffer), unknown_(unknown) {}

  void read(XmlNode const& citation) {
    works_.emplace_back();
    identifiers(citation);
    links(citation);
    if (works_.size() != 1 || !works_.front().doi.empty()) return;
    std::string const text = line_of_text(citation, buffer_, unknown_);
    works_.front().doi = doi_in(text);
    if (works_.front().pmid.empty()) works_.front().pmid = pmid_in(text);
  }

  std::vector<Work> known() {
    std::erase_if(works_, [](Work const& work) { return !work.is_known(); });
    return std::move(works_);
  }

 private:
  void identifiers(XmlNode const& node) {
    each_element(node, [&](XmlNode const& child, std::string_view name) {
      if (is_one_of(name, other_works)) return;
      bool const is_id = name == "pub-id" || name == "object-id" || name == "article-id";
      std::string_view const type = attribute_of(child, is_id ? "pub-id-type" : "content-type");
      if (!is_id && !(name == "elocation-id" && equal_in_any_case(type, "doi"))) return identifiers(child);
      std::string const text = line_of_text(child, buffer_, unknown_);
      Work found;
      if (equal_in_any_case(type, "doi")) {
        set_doi(found, text);
      } else if (equal_in_any_case(type, "pmid")) {
        set_pmid(found, text);
      } else if (equal_in_any_case(type, "pmc") || equal_in_any_case(type, "pmcid")) {
        set_pmcid(found, text);
      }
      add(found);
    });
  }

  void add(Work const& found) {
    for (auto const field : {&Work::doi, &Work::pmid, &Work::pmcid}) {
      std::string const& value = found.*field;
      if (value.empty() || works_.back().*field == value) continue;
      if (!(works_.back().*field).empty()) works_.emplace_back();
      works_.back().*field = value;
    }
  }

  // What addresses say, where no identifier does.
  void links(XmlNode const& node) {
    each_element(node, [&](XmlNode const& child, std::string_view name) {
      if (is_one_of(name, other_works)) return;
      if (name != "ext-link" && name != "uri") return links(child);
      std::string address = resolved(attribute_of(child, "href"), unknown_);
      if (address.empty()) address = line_of_text(child, buffer_, unknown_);
      std::string_view const type = attribute_of(child, "ext-link-type");
      Work found;
      if (equal_in_any_case(type, "pmid")) {
        set_pmid(found, address);
      } else if (equal_in_any_case(type, "pmcid") || equal_in_any_case(type, "pmc")) {
        set_pmcid(found, address);
      } else if (equal_in_any_case(type, "doi")) {
        set_doi(found, address);
      } else {
        set_from_address(found, address);
      }
      for (auto const field : {&Work::doi, &Work::pmid, &Work::pmcid}) {
        if (works_.size() == 1 && (works_.front().*field).empty()) works_.front().*field = found.*field;
      }
    });
  }

  char const* buffer_;
  UnknownEntities& unknown_;
  std::vector<Work> works_;
};

}  // namespace

// Walks an article once for its entries, once for what its links print.
class ArticleReferences::Finder {
 public:
  Finder(ArticleReferences& found, char const* buffer) : found_(found), buffer_(buffer) {}

  void entries(XmlNode const& node) {
    each_element(node, [&](XmlNode const& child, std::string_view name) {
      if (name == "ref") {
        entry(child);
      } else if (is_one_of(name, citation_names)) {
        entry(child);
      } else if (!is_part_article(name)) {
        entries(child);
      }
    });
  }

  // "12" that links to one entry is its number, also where the list prints none.
  void printed_numbers(XmlNode const& node) {
    each_element(node, [&](XmlNode const& child, std::string_view name) {
      if (is_part_article(name)) return;
      if (name != "xref" || attribute_of(child, "ref-type") != "bibr") return printed_numbers(child);
      auto const id = found_.ids_.find(trim(attribute_of(child, "rid")));
      if (id == found_.ids_.end() || id->second.part != whole) return;
      std::string const text = line_of_text(child, buffer_, unknown_);
      if (text.size() <= 6 && std::ranges::any_of(text, is_ascii_digit) && text.find_first_not_of("0123456789[]().") == std::string::npos &&
          !is_year(text)) {
        found_.list_.name(id->second.entry, text);
      }
    });
  }

 private:
  static bool is_year(std::string_view text) { return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")); }

  void entry(XmlNode const& ref) {
    ReferenceEntry made;
    std::vector<std::pair<std::string_view, std::uint32_t>> parts;  // id of a citation, first of its works
    std::string label;
    if (XmlNode const* printed = child_named(ref, "label")) label = line_of_text(*printed, buffer_, unknown_);
    if (is_one_of(local_name(ref), citation_names)) {
      citation(ref, made, parts);
    } else {
      citations(ref, made, parts);
    }
    auto const works = static_cast<std::uint32_t>(made.works.size());
    std::uint32_t const number = found_.list_.add(std::move(made));
    found_.list_.name(number, label);
    auto const remember = [&](std::string_view id, std::uint32_t part, std::uint32_t end) {
      if (!id.empty()) found_.ids_.try_emplace(id, Place{number, part, end});
    };
    remember(attribute_of(ref, "id"), whole, works);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      bool const is_only = parts.size() == 1;
      remember(parts[i].first, is_only ? whole : parts[i].second, i + 1 < parts.size() ? parts[i + 1].second : works);
    }
  }

  void citations(XmlNode const& node, ReferenceEntry& made, std::vector<std::pair<std::string_view, std::uint32_t>>& parts) {
    each_element(node, [&](XmlNode const& child, std::string_view name) {
      if (is_one_of(name, citation_names)) {
        citation(child, made, parts);
      } else if (name == "citation-alternatives") {
        alternatives(child, made, parts);
      } else {
        citations(child, made, parts);
      }
    });
  }

  void citation(XmlNode const& node, ReferenceEntry& made, std::vector<std::pair<std::string_view, std::uint32_t>>& parts) {
    parts.emplace_back(attribute_of(node, "id"), static_cast<std::uint32_t>(made.works.size()));
    CitationReader reader{buffer_, unknown_};
    reader.read(node);
    for (Work& work : reader.known()) made.works.push_back(std::move(work));
    describe(node, made);
  }

  // The same citation in several forms: what one does not say another may.
  void alternatives(XmlNode const& node, ReferenceEntry& made, std::vector<std::pair<std::string_view, std::uint32_t>>& parts) {
    ReferenceEntry forms;
    std::vector<std::pair<std::string_view, std::uint32_t>> ignored;
    citations(node, forms, ignored);
    parts.emplace_back(attribute_of(node, "id"), static_cast<std::uint32_t>(made.works.size()));
    for (auto const& [id, first] : ignored) {
      if (!id.empty()) parts.back().first = id;
    }
    Work joined;
    for (Work const& work : forms.works) {
      for (auto const field : {&Work::doi, &Work::pmid, &Work::pmcid}) {
        if ((joined.*field).empty()) joined.*field = work.*field;
      }
    }
    if (joined.is_known()) made.works.push_back(std::move(joined));
    if (made.author.empty()) made.author = std::move(forms.author);
    if (made.year.empty()) made.year = std::move(forms.year);
  }

  void describe(XmlNode const& node, ReferenceEntry& made) {
    each_element(node, [&](XmlNode const& child, std::string_view name) {
      bool const is_author = name == "surname" || name == "collab" || name == "institution";
      if (is_author && made.author.empty()) {
        made.author = line_of_text(child, buffer_, unknown_);
      } else if (name == "year" && made.year.empty()) {
        made.year = line_of_text(child, buffer_, unknown_);
      } else if (made.author.empty() || made.year.empty()) {
        describe(child, made);
      }
    });
  }

  ArticleReferences& found_;
  char const* buffer_;
  UnknownEntities unknown_;
};

ArticleReferences::ArticleReferences(XmlNode const& article, char const* buffer) {
  Finder finder{*this, buffer};
  finder.entries(article);
  if (list_.size() != 0) finder.printed_numbers(article);
}

std::vector<Work> ArticleReferences::works(LinkedReference const& link) const {
  std::vector<Work> works;
  bool is_known = false;
  for (std::string_view const id : link.ids) {
    auto const found = ids_.find(id);
    if (found == ids_.end()) continue;
    is_known = true;
    auto const& of_entry = list_[found->second.entry].works;
    std::uint32_t const first = found->second.part == whole ? 0 : found->second.part;
    works.insert(works.end(), of_entry.begin() + first, of_entry.begin() + found->second.end);
  }
  if (is_known) return works;
  if (ReferenceEntry const* const entry = list_.find(link.printed)) return entry->works;
  auto const begin = ids_.find(link.from);
  if (begin == ids_.end()) return {};
  std::uint32_t const entry = begin->second.entry + link.offset;
  return entry < list_.size() ? list_[entry].works : std::vector<Work>{};
}

}  // namespace mechgraph
