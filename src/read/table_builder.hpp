// Rows of cells → RecordTables: what all table readers share.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "base/diagnostics.hpp"
#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/reader.hpp"
#include "read/seen_ids.hpp"

namespace mechgraph {

// A cell as the reader found it; `text` needs to live only during the call.
struct RawCell {
  std::string_view text;
  Caret caret;
  std::string_view printed = {};                 // where the text lacks what is printed
  std::span<std::string const> references = {};  // that the reader knows, beside those at the end of the text
};

// What a reader knows of a row beside its cells.
struct RowFields {
  std::string_view id;                      // wins over the id cell
  std::optional<std::string_view> section;  // the heading above it
};

// Collects the rows of one input and hands out a RecordTable whenever the document or the table changes, and a part of one after 8,192
// rows, then each 1,024, or 16 MiB of text. Cells of columns that describe the document never become cells of a record, nor headers of the
// table; an empty one means "as in the row above". Every other column gives every record a cell, empty or not. Cost: linear, one copy of
// each cell.
class TableBuilder {
 public:
  // All four must outlive the builder. What the user said (ReadOptions) fills what the file leaves open.
  TableBuilder(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target);

  // Begins a table: hands out the one before. `fields` is what the file says outside the rows, roles are one for each header.
  void begin(Fields fields, std::span<Header const> headers, std::vector<Role> roles);

  // A legend that stands below the rows. Parts that were handed out before do not have it: that is a warning, at `caret`.
  void add_legend(std::string_view legend, Caret caret = {});

  // A row that is the heading of those below it, and covers so many columns. Headings without rows between them are joined by " / "; those
  // that no row follows are legends. `doubt`: why it may be a row after all; empty = it is certain.
  void add_section(std::string_view words, std::uint32_t columns, Caret caret, std::string_view doubt = {});

  // A row with as many cells as there are headers. A row without any words is passed over; one whose first cell alone is filled, under
  // three or more headers, is a section heading for those below it. Of rows with one id in one table the second becomes "4 (2)" (a note
  // counts these): two rows never become one record.
  // `doubt`: why its cells may be cut in the wrong places; empty = they are certain.
  void add_row(std::span<RawCell const> cells, Caret caret, RowFields const& fields = {}, std::string_view doubt = {});

  // A row that can not be used: kept in `skipped` and reported as an error at `caret`, which points into `line`.
  void skip_row(Caret caret, std::string_view line, std::string_view row, std::string message, std::string hint);

  // Hands out the table at hand, so that what the reader knows of it may change.
  void flush() { hand_out(); }

  // Hands out the last table. Throws Error when the input gave no record at all.
  void finish();

 private:
  // A table that was met before goes on where it stopped, so that no two records get the same name.
  struct Seen {
    std::uint32_t index = 0;  // of the table in its document
    std::uint32_t rows = 0;   // so far, those that were skipped too
    SeenIds ids;
    std::string content_id;  // as in RecordTable
  };

  void take_fields(std::span<RawCell const> cells);
  void open_table();
  void set_section(std::string_view words);
  void hand_out();
  void hand_out_part();
  void name_row(Record& record, std::string_view id);
  [[nodiscard]] bool is_section(std::span<RawCell const> cells) const;
  void fill_cell(Cell& cell, RawCell const& raw, Role role, std::size_t column);

  Input const& input_;
  Diagnostics& diagnostics_;
  ReadTarget const& target_;
  Fields given_;                        // by the user
  Fields file_;                         // outside the rows
  Fields row_;                          // by the columns of the rows so far
  std::vector<Role> all_roles_;         // a role for each cell of a row
  std::vector<std::size_t> described_;  // the columns that describe the document
  std::vector<std::string> said_;       // their last words, to see quickly that nothing changed
  std::vector<std::string> headers_;    // those of the other columns
  std::vector<Role> roles_;
  Caret header_caret_;
  RecordTable table_;
  bool open_ = false;
  std::size_t text_size_ = 0;    // of table_.text
  std::size_t rows_before_ = 0;  // of the open table, in parts that were handed out
  std::string section_;
  std::string_view stored_section_;  // the same in table_.text, empty when it is not yet there
  std::string key_;                  // of the open table
  Seen seen_;
  tsl::robin_map<std::string, Seen> seen_tables_;
  tsl::robin_map<std::string, std::uint32_t> tables_of_document_;
  std::size_t records_ = 0;
  std::size_t skipped_ = 0;
  std::size_t renamed_ = 0;  // rows whose id had come before
  Caret first_renamed_;
  std::string first_name_;
};

}  // namespace mechgraph
