// What an article says around its tables.
#pragma once

#include <cstddef>
#include <vector>

#include "read/fields.hpp"
#include "read/jats_text.hpp"

namespace mechgraph {

// A <table-wrap>: its tables and what stands around them.
struct JatsWrap {
  Fields fields;       // document, label, caption and legends; caption_caret is not set
  std::size_t at = 0;  // offset of its tag
  std::size_t caption_at = 0;
  std::vector<XmlNode const*> tables;  // empty: a picture only
  bool is_bare = false;                // a table that stands in no <table-wrap>
};

// An <article>, or a <sub-article> or <response> inside it.
struct JatsArticle {
  XmlNode const* node = nullptr;
  std::vector<JatsWrap> wraps;
};

// The article and the articles inside it, in their order, each with its own tables: those in a <table-wrap>, and those in none (a box, a
// list, an <array>). A wrap without a label or caption has those of the group that it stands in. Documents have DOI, PMID, PMCID, title,
// journal, year and licence from their own <front>; an article inside another has its own identifiers where it says any, and the rest from
// the one around it. Linear.
std::vector<JatsArticle> articles_in(XmlNode const& article, char const* buffer, UnknownEntities& unknown);

}  // namespace mechgraph
