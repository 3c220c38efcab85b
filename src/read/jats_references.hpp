// The reference list of an article, and what its links stand for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "read/jats_text.hpp"
#include "read/references.hpp"

namespace mechgraph {

// The lists of one <article>, <sub-article> or <response>: entries in their order, named by their labels, and by what their links print
// where that is plain ("12", "Li et al., 2019"). Linear in the article.
class ArticleReferences {
 public:
  ArticleReferences() = default;
  ArticleReferences(XmlNode const& article, char const* buffer);

  [[nodiscard]] References const& list() const noexcept { return list_; }
  // What a link stands for: the entries that it names, else what its words say.
  [[nodiscard]] std::vector<Work> works(LinkedReference const& link) const;

 private:
  class Finder;
  static constexpr std::uint32_t whole = 0xFFFFFFFFU;
  // An entry, or the works [part, end) of it.
  struct Place {
    std::uint32_t entry = 0, part = whole, end = 0;
  };

  References list_;
  tsl::robin_map<std::string_view, Place> ids_;  // attributes of the parsed buffer
};

}  // namespace mechgraph
