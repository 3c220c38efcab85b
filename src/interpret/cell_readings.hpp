// Cells taken apart once, however often they are asked for.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "interpret/abbreviations.hpp"
#include "interpret/items.hpp"
#include "interpret/preparations.hpp"

namespace mechgraph {

// The readings of one table, row by row. Columns say the same again and again ("Bone marrow", "Mice"): what stands in one is kept for the
// rows to come, within a bound; free text is kept for its row, for those that look at it twice. Not for several threads.
class CellReadings {
 public:
  CellReadings(Lexicon const& lexicon, Grammar const& grammar) : lexicon_(&lexicon), grammar_(&grammar) {}

  // Begins a row. `abbreviations` must outlive it; `own`: the row defines some that its table does not.
  void begin_row(Abbreviations const& abbreviations, bool own);

  // Of a column's text, a heading or a caption. The reading's own text is a copy. Both stay valid until the next row begins.
  Reading const& column(std::string_view text) { return entry(text).reading; }
  // The preparations that it names. Items of the reading become taken.
  std::vector<NamedPreparation> const& preparations(std::string_view text);

  // Of a cell of free text, which outlives the row. Valid until the next call.
  Reading const& free_text(std::string_view text);
  // The same, to be changed: it is read again for whoever asks afterwards.
  Reading take(std::string_view text);

 private:
  struct Entry {
    std::string text;
    Reading reading;
    std::optional<std::vector<NamedPreparation>> named;
  };
  using Entries = tsl::robin_map<std::string_view, std::unique_ptr<Entry>>;

  Entry& entry(std::string_view text);
  std::vector<Reading>::iterator find_free(std::string_view text);
  [[nodiscard]] Reading read(std::string_view text) const { return read_cell(text, *lexicon_, *abbreviations_, *grammar_); }

  Lexicon const* lexicon_;
  Grammar const* grammar_;
  Abbreviations const* abbreviations_ = nullptr;
  bool own_ = false;
  Entries of_table_;  // by the entry's own text
  Entries of_row_;    // the same, where the row has abbreviations of its own
  std::vector<Reading> free_;
};

}  // namespace mechgraph
