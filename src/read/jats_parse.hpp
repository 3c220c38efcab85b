// Article XML → trees, one article at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "read/jats_scan.hpp"
#include "read/jats_text.hpp"

namespace mechgraph {

class ArticleParser {
 public:
  // Checks the whole text (read/jats_scan.hpp). Throws Error where it is no XML, a page (HTML), or holds no <article>. Both must outlive
  // it.
  ArticleParser(Input const& input, Diagnostics const& diagnostics);

  [[nodiscard]] SourcePlaces const& places() const noexcept { return places_; }
  // The parsed bytes: what names and values of nodes point into, at the places of the input.
  [[nodiscard]] char const* buffer() const noexcept { return text_.data(); }

  // Parses the outermost articles in order; each lives during its visit. Throws Error at the place where one is not well formed. Memory:
  // the tree of one article.
  void each(std::function<void(XmlNode const&)> const& visit);

 private:
  SourcePlaces places_;
  std::string text_;
  XmlScan scan_;
};

// The local name of the first element, which a DOCTYPE says too; "" when the text does not begin as XML does.
std::string_view first_element(std::string_view head);

}  // namespace mechgraph
