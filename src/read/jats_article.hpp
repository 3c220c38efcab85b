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
};

// DOI, PMID, PMCID, title, journal, year and licence of an <article>, from its own <front> alone.
Fields article_fields(XmlNode const& article, char const* buffer, UnknownEntities& unknown);

// The wraps of an article in order. One without a label or caption has those of the group that it stands in. `document` goes into each.
std::vector<JatsWrap> table_wraps(XmlNode const& article, Fields const& document, char const* buffer, UnknownEntities& unknown);

}  // namespace mechgraph
