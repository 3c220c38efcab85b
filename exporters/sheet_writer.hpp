// Rows of CSV that people open in a spreadsheet.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/sink.hpp"
#include "exporters/comma_rows.hpp"

namespace mechgraph {

// Begins with the byte order mark that Excel wants. Texts are always in quotes. What a spreadsheet would
// take for a formula (its first character but for blanks is = + - @, also in full width, or it begins with a tab or a carriage return) has
// an apostrophe before it; texts are cut to what a cell of Excel holds.
class SheetWriter final : public CommaRows {
 public:
  static constexpr std::size_t cell_limit = 32'000;  // bytes: Excel takes 32,767 characters and spills the rest into other cells

  // `header` is the first line, names without commas and quotes.
  SheetWriter(Sink sink, std::string_view header);

  void text(std::string_view text) override;

  // Values with "; " between them; empty ones are left out. A range of std::string_view.
  template <class Values>
  void list(Values const& values) {
    joined_.clear();
    for (std::string_view const value : values) {
      if (value.empty()) continue;
      if (joined_.size() > cell_limit) break;
      joined_.append(joined_.empty() ? "" : "; ").append(value);
    }
    text(joined_);
  }

 private:
  std::string joined_;
};

// Would a spreadsheet take the text for a formula?
bool looks_like_formula(std::string_view text) noexcept;

}  // namespace mechgraph
