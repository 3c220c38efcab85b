// What an article says around its tables.
#include "read/jats_article.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/jats_scan.hpp"
#include "read/jats_table.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 4> id_types{
    {{"doi", Role::doi}, {"pmid", Role::pmid}, {"pmc", Role::pmcid}, {"pmcid", Role::pmcid}}};

std::size_t offset_of(XmlNode const& node, char const* buffer) { return static_cast<std::size_t>(node.name() - buffer) - 1; }

// The first element of this name below a node, or null.
XmlNode const* first_below(XmlNode const& node, std::string_view local) {
  for (XmlNode const* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
    if (child->type() != rapidxml::node_element) continue;
    if (local_name(*child) == local) return child;
    if (XmlNode const* found = first_below(*child, local)) return found;
  }
  return nullptr;
}

// The year of the first publication: on the web, else in print, else of the volume.
std::string year_of(XmlNode const& meta, char const* buffer, UnknownEntities& unknown) {
  constexpr std::array<std::string_view, 6> kinds{"epub", "electronic", "pub", "ppub", "print", "collection"};
  std::string year;
  std::size_t best = kinds.size() + 1;
  for (XmlNode const* child = meta.first_node(); child != nullptr; child = child->next_sibling()) {
    if (child->type() != rapidxml::node_element || local_name(*child) != "pub-date") continue;
    std::size_t rank = kinds.size();
    for (std::string_view const name : {"pub-type", "publication-format", "date-type"}) {
      rank = std::min(rank, static_cast<std::size_t>(std::ranges::find(kinds, attribute_of(*child, name)) - kinds.begin()));
    }
    XmlNode const* const printed = child_named(*child, "year");
    if (printed == nullptr || rank >= best) continue;
    best = rank;
    year = line_of_text(*printed, buffer, unknown);
  }
  return year;
}

// An address in an attribute or in the text of a <license>, else its words.
std::string licence_of(XmlNode const& meta, char const* buffer, UnknownEntities& unknown) {
  XmlNode const* const licence = first_below(meta, "license");
  if (licence == nullptr) return {};
  auto const address = [&](std::string_view text) {
    std::string const whole = resolved(text, unknown);
    std::string_view const trimmed = trim(whole);
    return trimmed.starts_with("http") ? std::string{trimmed} : std::string{};
  };
  if (std::string own = address(attribute_of(*licence, "href")); !own.empty()) return own;
  if (XmlNode const* const reference = first_below(*licence, "license_ref")) {
    if (std::string said = line_of_text(*reference, buffer, unknown); !said.empty()) return said;
  }
  for (std::string_view const name : {"ext-link", "uri"}) {
    XmlNode const* const link = first_below(*licence, name);
    if (link == nullptr) continue;
    if (std::string said = address(attribute_of(*link, "href")); !said.empty()) return said;
  }
  return line_of_text(*licence, buffer, unknown);
}

Fields article_fields(XmlNode const& article, char const* buffer, UnknownEntities& unknown) {
  Fields fields;
  XmlNode const* front = child_named(article, "front");
  XmlNode const* meta = front == nullptr ? nullptr : child_named(*front, "article-meta");
  if (front == nullptr) front = meta = child_named(article, "front-stub");  // of an article inside another
  if (meta == nullptr) return fields;
  for (XmlNode const* child = meta->first_node(); child != nullptr; child = child->next_sibling()) {
    if (child->type() != rapidxml::node_element || local_name(*child) != "article-id") continue;
    for (auto const& [type, role] : id_types) {
      if (attribute_of(*child, "pub-id-type") == type && field(fields, role).empty())
        set_field(fields, role, line_of_text(*child, buffer, unknown));
    }
  }
  if (XmlNode const* title = first_below(*meta, "article-title")) set_field(fields, Role::title, line_of_text(*title, buffer, unknown));
  if (XmlNode const* const journal = child_named(*front, "journal-meta")) {
    for (std::string_view const name : {"journal-title", "abbrev-journal-title"}) {
      XmlNode const* const printed = first_below(*journal, name);
      if (printed != nullptr && fields.document.journal.empty()) fields.document.journal = line_of_text(*printed, buffer, unknown);
    }
  }
  fields.document.year = year_of(*meta, buffer, unknown);
  fields.document.licence = licence_of(*meta, buffer, unknown);
  return fields;
}

bool is_article_inside(std::string_view name) { return name == "sub-article" || name == "response"; }

class WrapFinder {
 public:
  WrapFinder(char const* buffer, UnknownEntities& unknown) : buffer_(buffer), unknown_(unknown) {}

  std::vector<JatsArticle> find(XmlNode const& article) {
    add_article(article, Fields{});
    return std::move(articles_);
  }

 private:
  void add_article(XmlNode const& article, Fields const& outer) {
    JatsWrap outside;
    outside.fields = article_fields(article, buffer_, unknown_);
    bool const is_named =
        !outside.fields.document.doi.empty() || !outside.fields.document.pmid.empty() || !outside.fields.document.pmcid.empty();
    if (is_named) {
      Document const& about = outer.document;
      Document& own = outside.fields.document;
      for (auto const field : {&Document::journal, &Document::year, &Document::licence}) {
        if ((own.*field).empty()) own.*field = about.*field;
      }
    } else if (outer.document != Document{}) {
      outside.fields.document = outer.document;
    }
    std::size_t const number = articles_.size();
    articles_.push_back({&article, {}});
    search(article, outside, number);
  }

  void search(XmlNode const& node, JatsWrap const& around, std::size_t article) {
    for (XmlNode const* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
      if (child->type() != rapidxml::node_element) continue;
      std::string_view const name = local_name(*child);
      if (name == "table-wrap") {
        JatsWrap wrap = around;
        take_head(*child, wrap);
        wrap.at = offset_of(*child, buffer_);
        wrap.tables = tables_below(*child);
        if (XmlNode const* foot = child_named(*child, "table-wrap-foot")) add_legends(*foot, wrap.fields);
        articles_[article].wraps.push_back(std::move(wrap));
      } else if (name == "table-wrap-group" || name == "boxed-text") {
        JatsWrap group = around;
        take_head(*child, group);
        search(*child, group, article);
      } else if (name == "table" || name == "array") {
        JatsWrap wrap = around;
        wrap.at = offset_of(*child, buffer_);
        wrap.tables = tables_below(node, child);
        wrap.is_bare = true;
        articles_[article].wraps.push_back(std::move(wrap));
      } else if (name == "glossary") {
        continue;  // its array is a list of abbreviations
      } else if (is_article_inside(name)) {
        add_article(*child, around.fields);
      } else {
        search(*child, around, article);
      }
    }
  }

  void take_head(XmlNode const& node, JatsWrap& wrap) {
    if (XmlNode const* label = child_named(node, "label")) {
      std::string text = line_of_text(*label, buffer_, unknown_);
      while (text.ends_with('.') || text.ends_with(':')) text.pop_back();
      if (!text.empty()) wrap.fields.label = std::move(text);
    }
    if (XmlNode const* caption = child_named(node, "caption")) {
      MarkedText const text = marked_text(*caption, buffer_, unknown_);
      if (text.text.empty()) return;
      wrap.fields.caption = one_line(text.text);
      wrap.caption_at = text.at;
    }
  }

  // A legend for each footnote and each paragraph outside of footnotes.
  void add_legends(XmlNode const& node, Fields& fields) {
    for (XmlNode const* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
      if (child->type() != rapidxml::node_element) continue;
      if (local_name(*child) == "fn-group") {
        add_legends(*child, fields);
      } else if (std::string text = line_of_text(*child, buffer_, unknown_); !text.empty()) {
        fields.legends.push_back(std::move(text));
      }
    }
  }

  char const* buffer_;
  UnknownEntities& unknown_;
  std::vector<JatsArticle> articles_;
};

}  // namespace

std::vector<JatsArticle> articles_in(XmlNode const& article, char const* buffer, UnknownEntities& unknown) {
  return WrapFinder{buffer, unknown}.find(article);
}

}  // namespace mechgraph
