// Article XML → trees.
#include "read/jats_parse.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/ascii.hpp"

namespace mechgraph {

ArticleParser::ArticleParser(Input const& input, Diagnostics const& diagnostics) : places_(input, diagnostics), text_(input.bytes) {
  std::string const name{diagnostics.input_name(input.number)};
  if (equal_in_any_case(first_element(input.bytes), "html")) {
    throw Error(name, "is a page (HTML), not the article's XML", "get the XML of the article, or copy its table into a text file");
  }
  scan_ = scan_xml(text_, places_);
  if (!scan_.articles.empty()) return;
  if (scan_.root.empty()) throw Error(name, "holds no XML element", "give the XML of an article (JATS or NLM)");
  throw Error(name, fmt::format("is XML, but <{}> holds no <article>", scan_.root), "give the XML of an article (JATS or NLM)");
}

void ArticleParser::each(std::function<void(XmlNode const&)> const& visit) {
  // Neither terminators nor entities are written: the parser leaves the bytes alone, and places in them are places in the input.
  constexpr int flags = rapidxml::parse_non_destructive | rapidxml::parse_validate_closing_tags | rapidxml::parse_no_element_values;
  for (XmlElement const& article : scan_.articles) {
    char const behind = std::exchange(text_[article.end], '\0');
    rapidxml::xml_document<char> document;
    try {
      document.parse<flags>(text_.data() + article.begin);
    } catch (rapidxml::parse_error const& error) {
      places_.fail(static_cast<std::size_t>(error.where<char>() - text_.data()), error.what(), "correct the XML, or get the file again");
    }
    text_[article.end] = behind;
    visit(*document.first_node());
  }
}

// The local name of the first element, which the DOCTYPE says too; "" when the text does not begin as XML does.
std::string_view first_element(std::string_view head) {
  constexpr std::string_view doctype = "<!DOCTYPE";
  while (true) {
    head = trim(head);
    std::size_t size = std::string_view::npos;
    if (head.starts_with("<!--")) {
      size = head.find("-->");
    } else if (head.starts_with("<?")) {
      size = head.find("?>");
    } else if (starts_in_any_case(head, doctype)) {
      head = trim(head.substr(doctype.size()));
      return local_name(head.substr(0, head.find_first_of(" \t\n>[")));
    } else {
      break;
    }
    if (size == std::string_view::npos) return {};
    head.remove_prefix(head.find('>', size) + 1);
  }
  if (!head.starts_with('<')) return {};
  std::size_t const end = head.find_first_of(" \t\n/>", 1);
  bool const ends_well = end != std::string_view::npos && (head[end] != '/' || head.substr(end).starts_with("/>"));
  return ends_well ? local_name(head.substr(1, end - 1)) : std::string_view{};
}

}  // namespace mechgraph
