// Rows of CSV for databases.
#pragma once

#include <string_view>

#include "base/sink.hpp"
#include "exporters/comma_rows.hpp"

namespace mechgraph {

// Texts are always in quotes and numbers never; a missing value is nothing between commas, which
// databases read as NULL.
class CsvWriter final : public CommaRows {
 public:
  // `header` is the first line, as it is to stand in the file.
  CsvWriter(Sink sink, std::string_view header);

  void text(std::string_view text) override;

  // Values joined by U+001F, which no text that was read holds (it becomes U+FFFD here as it did there); empty ones are left out, and no
  // value at all is a missing one. A range of std::string_view.
  template <class Values>
  void list(Values const& values) {
    joined_.clear();
    for (std::string_view const value : values) append_value(value);
    text(joined_);
  }

  // Whether some field holds a line break: readers want to be told.
  [[nodiscard]] bool has_line_break() const noexcept { return has_line_break_; }

 private:
  void append_value(std::string_view value);

  TextBuffer joined_;
  bool has_line_break_ = false;
};

}  // namespace mechgraph
