// What describes a table: its document, label, caption and legends.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/caret.hpp"
#include "domain/record.hpp"
#include "read/reader.hpp"

namespace mechgraph {

struct Fields {
  Document document;
  std::string label;
  std::string caption;
  Caret caption_caret;
  std::vector<std::string> legends;
  std::uint32_t index = 0;  // of the table in its document; 0 = to be counted
  std::uint32_t part = 0;   // RecordTable::part
};

// The role that "doi", "pmid", "pmcid", "title", "table", "caption", "legend" name, in any case.
std::optional<Role> field_named(std::string_view text);

// Sets one field, trimmed: a DOI in lower case without "https://doi.org/" or "doi:", a PMID as digits, a PMCID with its PMC. A legend is
// added to those that are there, an empty value changes nothing. Other roles are ignored.
void set_field(Fields& fields, Role role, std::string_view value);

// The value of a field, as set_field made it; for a legend the last one.
std::string_view field(Fields const& fields, Role role);

// "doi: 10.1/x" or "#doi: 10.1/x" → sets the field and gives its role; nothing for other lines.
std::optional<Role> set_field_from_line(Fields& fields, std::string_view line);

// What the user said on the command line.
Fields fields_of(ReadOptions const& options);

// Fills what `fields` does not say with what `general` says.
void fill(Fields& fields, Fields const& general);

// "Table 3. Caption", "TABLE S2: caption", "Table IV" → label "Table 3" and caption; false for any other line.
bool set_label_from_line(Fields& fields, std::string_view line, Caret caret);

}  // namespace mechgraph
