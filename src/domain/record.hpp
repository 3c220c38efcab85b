// What a table said, before anything is interpreted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/caret.hpp"
#include "base/short_list.hpp"
#include "ontology/role.hpp"

namespace mechgraph {

// The article that a table stands in. A field that is not known is empty.
struct Document {
  std::string doi;  // lower case, without a resolver's address
  std::string pmid;
  std::string pmcid;
  std::string title;
  std::string journal = {};
  std::string year = {};     // of publication: four digits
  std::string licence = {};  // its address, else its words as printed
  bool operator==(Document const&) const = default;
};

// A published work by what the world knows it by; the forms are those of Document. A field that is not known is empty.
struct Work {
  std::string doi, pmid, pmcid;
  [[nodiscard]] bool is_known() const { return !doi.empty() || !pmid.empty() || !pmcid.empty(); }
  auto operator<=>(Work const&) const = default;
};

// A work by its CURIE: "DOI:10.…", "PMID:123", "PMCID:PMC7" (prefixes in any case, "PMC:" too); one that is not known for any other text.
Work work_named(std::string_view curie);

// The CURIE of a work: "PMID:…", else "DOI:…", else "PMCID:…"; empty for one that is not known.
std::string work_id(Work const& work);

// What a reference stands for, by the reference list of its document: "107" is this work.
struct Citation {
  std::string reference;  // as in Cell::references
  Work work;              // known
  auto operator<=>(Citation const&) const = default;
};

// "DOI:…", else "PMID:…", else "PMCID:…", else "MECHGRAPH:D" and 32 hex digits of XXH3-128 of title, newline, caption (of the content
// where both are empty): never a file name. Design section 4.1.
std::string document_id(Document const& document, std::string_view caption, std::string_view content);

// What a cell cites, as printed: nearly always one work or none.
using CellReferences = ShortList<std::string_view, 1>;

// One cell of a row. `text` is as printed, without the white space at its ends and without citations at its end; those are `references`.
struct Cell {
  Role role = Role::other;
  std::uint16_t column = 0;       // in RecordTable::headers
  std::string_view text;          // in RecordTable::text
  Caret caret;                    // of the text's first byte
  CellReferences references;      // "107", "108" …: ranges are written out
  std::string_view printed = {};  // the whole text, with its citations and footnote marks
};

// One data row.
struct Record {
  std::string_view id;       // the id cell where there is one, else the row's ordinal among the data rows of its table, from 1
  std::string_view section;  // the section heading above it, empty without one
  std::vector<Cell> cells;   // in column order, one for each header: its text may be empty
  Caret caret;
  std::string_view doubt;  // why the cells may be cut in the wrong places; empty = they are certain
};

// A row that is no record: a heading above rows, or a remark below the last one.
struct SectionRow {
  std::string_view text;
  std::uint32_t columns = 1;  // that it covers, from the first
  std::size_t before = 0;     // position of the record that follows it
  Caret caret;
  std::string_view doubt = {};  // why it may be a record after all; empty = it is certain
};

// One table of one document: what a reader gives. A long one comes in parts, one after the other, with the same description; only the
// first does not `continue` another.
struct RecordTable {
  Document document;
  std::string content_id;  // of a document that nothing names: made from the first part of the table
  bool continues = false;
  std::uint32_t index = 1;  // of the table in its document, from 1
  std::uint32_t part = 0;   // of a table that is several, from 1; else 0
  std::string label;        // "Table 3", empty without one
  std::string caption;
  Caret caption_caret;
  std::vector<std::string> legends;  // footnotes and lists of abbreviations, as printed
  std::vector<std::string> headers;  // as printed; columns that describe the document are not among them
  std::vector<Role> roles;           // of each header
  std::vector<Record> records;
  std::vector<SectionRow> sections;  // in the order of the rows
  std::vector<Citation> citations;   // of the references of its cells, sorted, each once; one reference may stand for several works
  std::vector<std::string> skipped;  // rows that were not understood, as printed; also in the Diagnostics
  Arena text;                        // what the views above point into
};

// True when something names the table's document: an identifier, its title, the caption.
bool is_named(RecordTable const& table);

// The document_id of a table's document.
std::string document_id(RecordTable const& table);

// The table's name inside its document: its label, else "#" and its index.
std::string table_name(RecordTable const& table);

}  // namespace mechgraph
