// An independent reader of CSV that takes nothing but what RFC 4180 and the databases agree on.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mechgraph {

struct CsvCell {
  std::string text;
  bool quoted = false;
};

// Rows with as many cells as the header has; lines end in a line feed, quotes are doubled, nothing stands beside a quoted cell.
class StrictCsv {
 public:
  explicit StrictCsv(std::string_view text) : text_(text) {
    while (at_ < text_.size()) rows_.push_back(row());
    BOOST_REQUIRE(!rows_.empty());
    header_ = rows_.front();
    rows_.erase(rows_.begin());
    for (auto const& cells : rows_) BOOST_REQUIRE(cells.size() == header_.size());
  }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::vector<std::string> header() const {
    std::vector<std::string> names;
    for (CsvCell const& cell : header_) names.push_back(cell.text);
    return names;
  }
  // The text in a row and the column whose header is `name`.
  [[nodiscard]] CsvCell const& cell(std::size_t row, std::string_view name) const {
    auto const at = std::find_if(header_.begin(), header_.end(), [&](CsvCell const& cell) { return cell.text == name; });
    BOOST_REQUIRE_MESSAGE(at != header_.end(), "no column " << name);
    return rows_[row][static_cast<std::size_t>(at - header_.begin())];
  }
  [[nodiscard]] std::string const& at(std::size_t row, std::string_view name) const { return cell(row, name).text; }

 private:
  std::vector<CsvCell> row() {
    std::vector<CsvCell> cells;
    for (;;) {
      CsvCell& cell = cells.emplace_back();
      if (text_[at_] == '"') {
        cell.quoted = true;
        for (++at_;; ++at_) {
          BOOST_REQUIRE_MESSAGE(at_ < text_.size(), "a quote is not closed");
          if (text_[at_] == '"') {
            if (text_.substr(at_ + 1, 1) != "\"") break;
            ++at_;
          }
          cell.text += text_[at_];
        }
        ++at_;
      } else {
        while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
          BOOST_REQUIRE(text_[at_] != '"');
          cell.text += text_[at_++];
        }
      }
      BOOST_REQUIRE_MESSAGE(at_ < text_.size(), "the last line does not end");
      char const end = text_[at_++];
      BOOST_REQUIRE(end == ',' || end == '\n');
      if (end == '\n') return cells;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<CsvCell> header_;
  std::vector<std::vector<CsvCell>> rows_;
};

}  // namespace mechgraph
