// Bytes → records: what a reader is.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "domain/graph_part.hpp"
#include "domain/record.hpp"
#include "ontology/predicate.hpp"
#include "ontology/role.hpp"

namespace mechgraph {

class TextBlocks;

// The text of one document, clean UTF-8 and within the limits (read/input.hpp opens it), with its number for carets.
struct Input {
  std::string name;          // as given, without the ending of a packed file: "table.tsv" of "table.tsv.gz"; "-" is standard input
  std::uint32_t number = 0;  // in the Diagnostics, which know its whole name: "a.tar.gz/b/table.tsv"
  std::string bytes;         // all of it; for a reader `in_blocks` the first block of whole lines: next_block() gives the others
  std::shared_ptr<TextBlocks> rest;
};

// Where the cells of flat text end: the length in bytes of the longest form of this role that begins `text` and ends at a word boundary; 0
// = none. `cli` makes it from the ontology, since readers do not know terms.
using LongestForm = std::function<std::size_t(Role role, std::string_view text)>;
// The role that a header names, if any.
using HeaderRole = std::function<std::optional<Role>(std::string_view header)>;

// The CURIE of an IRI by the prefixes that the ontology knows; empty where there is none.
using CurieOfIri = std::function<std::string(std::string_view iri)>;

struct ReadOptions {
  Document document;                 // --doi, --pmid, --pmcid, --title: what a file does not say itself. A file that says it wins.
  std::string table;                 // --table: the label
  std::string caption;               // --caption
  std::vector<std::string> legends;  // --legend
  std::vector<std::pair<Role, std::string>> columns;  // --columns role="Header": wins over the header's own name
  std::string columns_place = "--columns";
  bool every_table = false;  // --all: tables without a column that says what was found too
  HeaderRole header_role;
  std::vector<std::string> known_headers;  // longest first, for flat text
  LongestForm longest_form;
  TypeOfCategory type_of_category;  // what the categories and predicates of other graphs mean in ours
  MeaningOfPredicate meaning_of_predicate;
  CurieOfIri curie_of_iri;
};

// What reading gives, in input order. Either may be called any number of times.
struct ReadTarget {
  std::function<void(RecordTable&&)> table;
  std::function<void(GraphPart&&)> graph;
};

// One input form. `recognises` looks at the name and the first bytes and gives 0 (no) to 100 (certainly); the highest wins, the first in
// readers.def on a tie. `read` throws Error when nothing of the input is usable and reports the rest in the Diagnostics.
struct Reader {
  std::string_view name;     // "tsv": for --input-format
  std::string_view summary;  // one line for `formats`
  bool gives_graph = false;
  int (*recognises)(std::string_view name, std::string_view head);
  void (*read)(Input const&, ReadOptions const&, Diagnostics&, ReadTarget const&);
  bool in_blocks =
      false;  // it asks next_block() (read/input.hpp) for what follows Input::bytes, so that memory does not grow with the input
};

// All readers, in the order of readers.def.
std::span<Reader const* const> readers();
Reader const* find_reader(std::string_view name);
// The reader for an input; throws Error at the name `shown` (without one, that of Input) when no reader recognises it.
Reader const& reader_for(Input const& input, std::string_view shown = {});
// How sure the surest reader is of an input: 0 to 100.
int recognition(Input const& input);

}  // namespace mechgraph
