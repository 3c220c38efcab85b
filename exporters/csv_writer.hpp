// Rows of CSV for databases.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/sink.hpp"
#include "exporters/row_writer.hpp"

namespace mechgraph {

// UTF-8, commas, a line feed after each row. Texts are always in quotes and numbers never; a missing value is nothing between commas, which
// databases read as NULL. Streams: holds one row.
class CsvWriter final : public RowWriter {
 public:
  // `header` is the first line, as it is to stand in the file.
  CsvWriter(Sink sink, std::string_view header);

  void text(std::string_view text) override;
  void number(std::int64_t number) override;
  void per_mille(std::uint16_t thousandths) override;
  void missing() override { separate(); }
  void end_row() override;

  // Values joined by U+001F, which no text that was read holds (it becomes U+FFFD here as it did there); empty ones are left out, and no
  // value at all is a missing one. A range of std::string_view.
  template <class Values>
  void list(Values const& values) {
    joined_.clear();
    for (std::string_view const value : values) append_value(value);
    text(joined_);
  }

  // Bytes of the longest row so far, and whether some field holds a line break: readers want to be told.
  [[nodiscard]] std::size_t longest_row() const noexcept { return longest_; }
  [[nodiscard]] bool has_line_break() const noexcept { return has_line_break_; }

  // Must be called once all rows are written.
  void close() { sink_.close(); }

 private:
  void separate();
  void append_value(std::string_view value);

  Sink sink_;
  std::string row_, joined_;
  bool first_ = true;
  std::size_t longest_ = 0;
  bool has_line_break_ = false;
};

}  // namespace mechgraph
