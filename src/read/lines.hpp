// A text, line by line.
#pragma once

#include <cstdint>
#include <string_view>

namespace mechgraph {

struct Line {
  std::string_view text;     // without its line feed
  std::uint32_t number = 0;  // from 1
};

// Walks over the lines of a text whose line ends are LF; a line feed at the very end begins no further line.
class Lines {
 public:
  explicit Lines(std::string_view text) : left_(text) {}

  // The next line, or false at the end.
  bool next(Line& line) {
    if (left_.empty()) return false;
    std::size_t const end = left_.find('\n');
    line.text = left_.substr(0, end);
    line.number = ++number_;
    left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
    return true;
  }

 private:
  std::string_view left_;
  std::uint32_t number_ = 0;
};

}  // namespace mechgraph
