// Rows of a table, cell by cell, for whatever holds them.
#pragma once

#include <cstdint>
#include <string_view>

namespace mechgraph {

// Cells are given from left to right, then end_row().
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  // An empty text is a missing value: empty and absent are one thing.
  virtual void text(std::string_view text) = 0;
  virtual void number(std::int64_t number) = 0;
  // Thousandths as a decimal number: 900 is 0.9.
  virtual void per_mille(std::uint16_t thousandths) = 0;
  virtual void missing() = 0;
  virtual void end_row() = 0;

 protected:
  RowWriter() = default;
  RowWriter(RowWriter const&) = default;
  RowWriter(RowWriter&&) = default;
  RowWriter& operator=(RowWriter const&) = default;
  RowWriter& operator=(RowWriter&&) = default;
};

}  // namespace mechgraph
