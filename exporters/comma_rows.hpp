// Rows whose cells are parted by commas.
#pragma once

#include <cstddef>
#include <utility>

#include "base/sink.hpp"
#include "base/text_buffer.hpp"
#include "exporters/row_writer.hpp"

namespace mechgraph {

// UTF-8, a line feed after each row; how a text stands in its cell is for those that are made of it. Streams: holds one row.
class CommaRows : public RowWriter {
 public:
  void number(std::int64_t number) override;
  void per_mille(std::uint16_t thousandths) override;
  void missing() override { separate(); }
  void end_row() override;

  // Bytes of the longest row so far: readers want to be told.
  [[nodiscard]] std::size_t longest_row() const noexcept { return longest_; }

  // Must be called once all rows are written.
  void close() { sink_.close(); }

 protected:
  explicit CommaRows(Sink sink) : sink_(std::move(sink)) {}

  // Begins a cell.
  void separate();
  // The cell of a text that is not empty, in quotes.
  void quoted(std::string_view text);

  Sink sink_;

 private:
  TextBuffer row_;
  bool first_ = true;
  std::size_t longest_ = 0;
};

}  // namespace mechgraph
